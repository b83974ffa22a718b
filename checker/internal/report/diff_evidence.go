package report

import (
	"cmp"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// evidenceRows lists the figures that differ between two findings' evidence:
// operands by fact and role, then what they come to.
func (p *printer) evidenceRows(before, after *finding.Evidence, words *diffWords) []diffRow {
	if before == nil {
		before = &finding.Evidence{}
	}
	if after == nil {
		after = &finding.Evidence{}
	}
	old, names := p.operands(before)
	now, more := p.operands(after)
	for _, name := range more {
		if _, known := old[name]; !known {
			names = append(names, name)
		}
	}
	var rows []diffRow
	add := func(part, a, b string) {
		if a != b {
			rows = append(rows, diffRow{part, a, b})
		}
	}
	for _, name := range names {
		add(in(p.words.roles, name.role)+": "+name.fact, strings.Join(old[name], "; "), strings.Join(now[name], "; "))
	}
	add(p.words.computed, p.said(before.Computed, before.Unit), p.said(after.Computed, after.Unit))
	add(p.words.reported, p.said(before.Reported, before.Unit), p.said(after.Reported, after.Unit))
	add(p.words.deviation, p.gap(before), p.gap(after))
	add(p.words.missing, strings.Join(p.missing(before.Missing), "; "), strings.Join(p.missing(after.Missing), "; "))
	if len(rows) == 0 {
		// The digests differ, but nothing that is shown.
		rows = append(rows, diffRow{words.evidence, before.Digest, after.Digest})
	}
	return rows
}

// operandName tells the operands of a check apart.
type operandName struct{ role, fact string }

// operands gives what is said of each operand, and their names in order. A fact
// may take the same part twice.
func (p *printer) operands(e *finding.Evidence) (said map[operandName][]string, names []operandName) {
	said = map[operandName][]string{}
	for _, o := range e.Operands {
		name := operandName{o.Role, cmp.Or(o.Fact, o.Label.In(p.lang))}
		if _, known := said[name]; !known {
			names = append(names, name)
		}
		r := p.operand(o, finding.Range{})
		said[name] = append(said[name], strings.TrimSpace(r.figure+" "+r.interval))
	}
	return said, names
}

func (p *printer) said(f *finding.Figure, unit string) string {
	if f == nil {
		return ""
	}
	r := p.figure("", f, unit)
	return strings.TrimSpace(r.figure + " " + r.interval)
}

func (p *printer) gap(e *finding.Evidence) string {
	if e.Deviation == "" {
		return ""
	}
	return p.words.distance(e.Deviation, e.Unit)
}
