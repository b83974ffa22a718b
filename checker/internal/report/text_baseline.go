package report

import (
	"fmt"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// state marks what a change brought, or, among little else, what it did not.
func (p *printer) state(s finding.BaselineState) string {
	if s != finding.BaselineNew && s != finding.BaselineChanged && (s != finding.BaselineUnchanged || p.left == nil) {
		return ""
	}
	return "(" + p.words.states[s] + ") "
}

// baseline prints how the run stands to its base, and what only the base has.
func (p *printer) baseline(b *finding.Baseline) {
	if b == nil {
		return
	}
	if len(b.Gone) > 0 {
		p.line(p.paint(heading, p.words.gone), ":")
		for i := range b.Gone {
			f := &b.Gone[i]
			p.hanging("  "+p.words.severity[f.Severity]+"["+f.Rule+"] ", dim, f.Message.In(p.lang), plain, 4)
		}
		p.line()
	}
	if len(b.Dropped) > 0 {
		p.line(p.paint(heading, p.words.dropped), ":")
		for _, d := range b.Dropped {
			parts := []string{d.Rule, d.Subject, d.Location.String()}
			if d.Disposition != nil {
				parts = append(parts, p.decision(d.Disposition))
			}
			p.hanging("  ", plain, strings.Join(parts, "  "), plain, 4)
		}
		p.line()
	}
	name := b.Name
	if b.Commit != "" && b.Commit != b.Name {
		name += " (" + short(b.Commit, 13) + ")"
	}
	if b.Unusable != nil {
		p.hanging("", plain, fmt.Sprintf(p.words.noBase, name)+": "+b.Unusable.In(p.lang), yellow, 2)
	} else {
		p.hanging("", plain, fmt.Sprintf(p.words.base, name)+": "+p.comparison(b), plain, 2)
	}
	if text := p.words.notShown(p.left); text != "" {
		p.hanging("", plain, text, plain, 2)
	}
	p.line()
}

// comparison counts findings by how they stand to the base.
func (p *printer) comparison(b *finding.Baseline) string {
	var parts []string
	for _, s := range []finding.BaselineState{
		finding.BaselineNew, finding.BaselineChanged, finding.BaselineUnchanged, finding.BaselineGone,
	} {
		parts = append(parts, fmt.Sprintf(p.words.stateCounts[s], b.Counts[s]))
	}
	return strings.Join(parts, p.words.listSeparator)
}

// decision says in a few words what a person decided, and whether it stands.
func (p *printer) decision(d *finding.Disposition) string {
	if d.State != finding.DispositionLive {
		return p.fallen(d)
	}
	return d.Status + p.words.listSeparator + fmt.Sprintf(p.words.owner, d.Owner)
}
