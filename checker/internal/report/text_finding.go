package report

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// finding prints one finding in the manner of compilers.
func (p *printer) finding(f *finding.Finding, excerpts map[string]map[int]string) {
	head := fmt.Sprintf("%s[%s]: ", p.words.severity[f.Severity], f.Rule)
	p.hanging(head, severityStyle(f.Severity), p.state(f.Baseline)+f.Message.In(p.lang), bold, 2)

	gutter := len(strconv.Itoa(f.Location.Start.Line))
	for _, r := range f.Related {
		gutter = max(gutter, len(strconv.Itoa(r.Location.Start.Line)))
	}
	p.place(f.Location, "-->", gutter)
	p.excerpt(f.Location, excerpts, gutter, mark{'^', severityStyle(f.Severity), ""})
	for _, r := range f.Related {
		p.place(r.Location, ":::", gutter)
		p.excerpt(r.Location, excerpts, gutter, mark{'-', blue, r.Message.In(p.lang)})
	}
	if f.Evidence != nil {
		p.evidence(f.Evidence, f.Location, gutter)
	}
	if d := f.Disposition; d != nil {
		p.note(gutter, p.words.decision, p.fallen(d), plain)
	}
	p.why(f.Rule, gutter)
	if help := f.Help.In(p.lang); help != "" {
		p.note(gutter, p.words.help, help, green)
	}
	// Only findings of rules are worth deciding on; the form of a file is mended.
	if f.Evidence != nil && len(f.Evidence.Operands) > 0 {
		p.note(gutter, p.words.fingerprint, f.Fingerprint, dim)
	}
}

func (p *printer) place(at finding.Range, arrow string, gutter int) {
	if place := at.String(); place != "" {
		p.line(strings.Repeat(" ", gutter), p.paint(blue, arrow), " ", place)
	}
}

// note prints one line of notes, `= title: text`, below an excerpt.
func (p *printer) note(gutter int, title, text string, s style) {
	margin := strings.Repeat(" ", gutter+1)
	title += ": "
	lead := margin + "= " + title
	for i, line := range wrap(text, p.width-columns(lead), p.width-gutter-5) {
		if i == 0 {
			p.line(margin, p.paint(blue, "= "), p.paint(s, title), line)
		} else {
			p.line(margin, "    ", line)
		}
	}
}

// fallen says why a decision no longer stands.
func (p *printer) fallen(d *finding.Disposition) string {
	if d.State == finding.DispositionExpired {
		return fmt.Sprintf(p.words.decisionExpired, d.Status, d.Owner, d.Expires)
	}
	return fmt.Sprintf(p.words.decisionStale, d.Status, d.Owner)
}
