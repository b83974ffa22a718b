package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

const (
	defaultWidth = 80
	minWidth     = 50
)

// Text prints the report for people at a terminal: findings by file, each with
// the line that it points at and its arithmetic; then what was checked, by
// rule; and one line of summary as the last.
type Text Options

// Write prints the report. Everything in it is escaped on the way in, so the
// only control codes that come out are line breaks and Text's own colours.
func (t Text) Write(w io.Writer, r *finding.Report) error {
	p := newPrinter(w, t)
	if t.Explain {
		p.rules = rulesByID(r.Rules)
	}
	if t.NewOnly {
		r, p.left = onlyNew(r)
	}
	if err := p.report(r, escaped(r)); err != nil {
		return err
	}
	return p.out.Flush()
}

func newPrinter(w io.Writer, t Text) *printer {
	p := &printer{out: bufio.NewWriter(w), words: wordsIn(t.Lang), lang: t.Lang, colour: t.Colour, width: t.Width, group: t.Group}
	if p.width == 0 {
		p.width = defaultWidth
	}
	p.width = max(p.width, minWidth)
	return p
}

// printer lays a report out. Its writer keeps the first error until the end.
type printer struct {
	out    *bufio.Writer
	words  *words
	lang   string
	colour bool
	width  int
	group  string
	// rules are those to explain findings by, by escaped id; nil for none.
	rules map[string]finding.Rule
	// left counts what the reader of a change is spared; nil for other readers.
	left leftOut
}

// report prints a report; r is the same with every text in it escaped, but for
// the findings.
func (p *printer) report(raw, r *finding.Report) error {
	if err := p.findings(raw, r); err != nil {
		return err
	}
	p.notices(r.Notices)
	if err := p.decided(raw); err != nil {
		return err
	}
	p.baseline(r.Baseline)
	p.population(r.Rules, r.Skipped)
	p.anchors(r.Summary.Anchors)
	p.line(summary(r.Summary, p.lang))
	return nil
}

func (p *printer) line(parts ...string) {
	for _, part := range parts {
		// The writer hands its error out at the end.
		_, _ = p.out.WriteString(part)
	}
	_ = p.out.WriteByte('\n')
}

// minBeside is the room that a text needs beside its prefix, in columns; with
// less it goes below.
const minBeside = 20

// hanging prints a text after a prefix; its further lines are indented.
func (p *printer) hanging(prefix string, prefixStyle style, text string, textStyle style, indent int) {
	at := columns(prefix)
	if p.width-at < minBeside {
		p.line(p.paint(prefixStyle, strings.TrimRight(prefix, " ")))
		prefix, at = strings.Repeat(" ", indent), indent
	}
	for i, line := range wrap(text, p.width-at, p.width-indent) {
		if i == 0 {
			p.line(p.paint(prefixStyle, prefix), p.paint(textStyle, line))
		} else {
			p.line(strings.Repeat(" ", indent), p.paint(textStyle, line))
		}
	}
}

func (p *printer) notices(notices []finding.Notice) {
	for _, n := range notices {
		text := n.Message.In(p.lang)
		if place := n.Location.String(); place != "" {
			text = place + ": " + text
		}
		p.hanging(p.words.notice+": ", dim, text, plain, 2)
	}
	if len(notices) > 0 {
		p.line()
	}
}

// decided lists, a line each, the findings that live decisions set aside.
func (p *printer) decided(r *finding.Report) error {
	if r.Long != nil && r.Summary.Decided == 0 {
		return nil
	}
	title := false
	for raw, err := range r.EachFinding() {
		if err != nil {
			return err
		}
		if raw.Active() {
			continue
		}
		f := inTheOpen(*raw)
		if !title {
			p.line(p.paint(heading, p.words.decided), ":")
			title = true
		}
		expiry := p.words.noExpiry
		if f.Disposition.Expires != "" {
			expiry = fmt.Sprintf(p.words.expires, f.Disposition.Expires)
		}
		p.line("  ", strings.Join([]string{
			f.Disposition.Status, f.Rule, f.Subject, f.Location.String(),
			fmt.Sprintf(p.words.owner, f.Disposition.Owner), expiry,
		}, "  "))
	}
	if title {
		p.line()
	}
	return nil
}
