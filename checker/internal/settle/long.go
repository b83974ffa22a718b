package settle

import (
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// Long makes the report of a run whose findings and passes are in a hoard: all
// of them, so that Form is empty, Judged holds counts alone, and there is no
// Base. The report owns the hoard. The error may be a *spill.Error.
func Long(in Input, h *Hoard) (*finding.Report, error) {
	r := head(in)
	judged(r, in)
	if err := h.seal(); err != nil {
		return nil, err
	}
	l := &long{Hoard: h}
	if err := l.decide(in); err != nil {
		return nil, err
	}
	r.Rules = append(r.Rules, formCounts(l.wrongOf, in.Population)...)
	slices.SortFunc(r.Rules, func(a, b finding.RuleResult) int { return strings.Compare(a.ID, b.ID) })
	r.Summary = summarise(r, in)
	r.Summary.InputErrors += h.inputs
	tally(r)
	l.count(&r.Summary)
	r.Long = &finding.Long{
		Count: h.findings.shown + len(l.shown), Held: h.passes.shown, Findings: l.reported, Passes: l.passed, Line: in.Line, Free: h.Close,
	}
	return r, nil
}

// long is a hoard with what people have decided.
type long struct {
	*Hoard
	// on are the decisions, by fingerprint. problems are the findings on these,
	// shown those of them that are reported.
	on              map[string]*finding.Disposition
	problems, shown []finding.Finding
	// setAside counts the findings on which there is a live one, by severity.
	setAside map[finding.Severity]int
}

// decide applies the recorded decisions. Only the findings that these name are
// held to do so.
func (l *long) decide(in Input) error {
	l.on, l.setAside = map[string]*finding.Disposition{}, map[finding.Severity]int{}
	if len(in.Decisions) == 0 {
		return nil
	}
	named := map[string]bool{}
	for _, d := range in.Decisions {
		named[d.Fingerprint] = true
	}
	var on []finding.Finding
	for f, err := range l.findings.all() {
		if err != nil {
			return err
		}
		if named[f.Fingerprint] {
			on = append(on, *f)
		}
	}
	l.problems = decided(on, nil, in)
	for i := range on {
		f := &on[i]
		if l.on[f.Fingerprint] = f.Disposition; !f.Active() && touches(f, l.paths) {
			l.setAside[f.Severity]++
		}
	}
	l.shown = reported(l.problems, l.paths)
	return nil
}

// wrongOf counts the subjects that a built-in check found wrong.
func (l *long) wrongOf(rule string) int {
	if rule != RuleDisposition {
		return l.wrong[rule].count()
	}
	on := subjects{}
	for i := range l.problems {
		on.add(l.problems[i].Subject)
	}
	return on.count()
}

// count adds up the findings that are reported.
func (l *long) count(s *finding.Summary) {
	for severity, n := range l.active {
		s.Findings[severity] += n - l.setAside[severity]
		s.Decided += l.setAside[severity]
	}
	for i := range l.shown {
		s.Findings[l.shown[i].Severity]++
	}
	s.Hidden = l.findings.sorter.Len() + len(l.problems) - l.findings.shown - len(l.shown)
}

// reported gives the findings that are reported, those on decisions among them,
// in order.
func (l *long) reported(yield func(*finding.Finding, error) bool) {
	rest := l.shown
	for f, err := range l.findings.all() {
		if err != nil {
			yield(nil, err)
			return
		}
		for len(rest) > 0 && compare(rest[0], *f) < 0 {
			problem := rest[0]
			rest = rest[1:]
			if !yield(&problem, nil) {
				return
			}
		}
		f.Disposition = l.on[f.Fingerprint]
		if touches(f, l.paths) && !yield(f, nil) {
			return
		}
	}
	for i := range rest {
		problem := rest[i]
		if !yield(&problem, nil) {
			return
		}
	}
}

// passed gives the passes that are reported, in order.
func (l *long) passed(yield func(*finding.Finding, error) bool) {
	for f, err := range l.passes.all() {
		if (err != nil || touches(f, l.paths)) && !yield(f, err) {
			return
		}
	}
}
