package report

import (
	"cmp"
	"iter"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/spill"
)

// junitCheck is a check with the place of its rule among the suites.
type junitCheck struct {
	*finding.Finding
	rule int
	pass bool
}

func (c *junitCheck) shown() *finding.Finding {
	shown := inTheOpen(*c.Finding)
	return &shown
}

// named is what of a finding its case is named by.
func (c *junitCheck) named() *finding.Finding {
	at := c.Location
	at.File = Escape(at.File)
	return &finding.Finding{Rule: Escape(c.Rule), Subject: Escape(c.Subject), Location: at}
}

// junitOrder gives the checks of a report by rule, in each first what was found,
// then what held; in the order of the report otherwise.
type junitOrder struct {
	cases func() iter.Seq2[*junitCheck, error]
	close func()
}

// junitSorted is a check in the form in which checks are sorted.
type junitSorted struct {
	Rule    int
	Pass    bool
	Finding finding.Finding
}

func orderForJUnit(r *finding.Report, rules []finding.RuleResult) (junitOrder, error) {
	at := make(map[string]int, len(rules))
	for i := range rules {
		at[rules[i].ID] = i
	}
	if r.Long == nil {
		return junitOrder{cases: func() iter.Seq2[*junitCheck, error] { return heldByRule(r, at, len(rules)) }, close: func() {}}, nil
	}
	file := &spill.File{}
	sorter := spill.NewSorter(file, func(a, b *junitSorted) int { return cmp.Compare(a.Rule, b.Rule) })
	o := junitOrder{
		cases: func() iter.Seq2[*junitCheck, error] { return sortedByRule(sorter) },
		close: func() { _ = file.Close() }, // nobody reads it any more
	}
	if err := sorter.Fill(junitChecks(r, at)); err != nil {
		o.close()
		return o, err
	}
	return o, nil
}

// junitChecks gives the checks of a report as they are sorted.
func junitChecks(r *finding.Report, at map[string]int) iter.Seq2[*junitSorted, error] {
	return func(yield func(*junitSorted, error) bool) {
		for i, list := range []iter.Seq2[*finding.Finding, error]{r.EachFinding(), r.EachPass()} {
			for f, err := range list {
				if err != nil {
					yield(nil, err)
					return
				}
				if !yield(&junitSorted{at[f.Rule], i > 0, *f}, nil) {
					return
				}
			}
		}
	}
}

// heldByRule orders the checks of a report that is in memory.
func heldByRule(r *finding.Report, at map[string]int, rules int) iter.Seq2[*junitCheck, error] {
	byRule := make([][]*junitCheck, rules)
	for i, list := range [][]finding.Finding{r.Findings, r.Passes} {
		for j := range list {
			rule := at[list[j].Rule]
			byRule[rule] = append(byRule[rule], &junitCheck{&list[j], rule, i > 0})
		}
	}
	return func(yield func(*junitCheck, error) bool) {
		for _, list := range byRule {
			for _, c := range list {
				if !yield(c, nil) {
					return
				}
			}
		}
	}
}

func sortedByRule(sorter *spill.Sorter[junitSorted]) iter.Seq2[*junitCheck, error] {
	return func(yield func(*junitCheck, error) bool) {
		for s, err := range sorter.All() {
			if err != nil {
				yield(nil, err)
				return
			}
			if !yield(&junitCheck{&s.Finding, s.Rule, s.Pass}, nil) {
				return
			}
		}
	}
}

// excerptsOf gives the lines that a finding, and what it relates to, begin on, as
// a printer looks for them.
func excerptsOf(r *finding.Report, f *finding.Finding) map[string]map[int]string {
	lines := map[string]map[int]string{}
	add := func(at finding.Range) {
		line := r.Excerpts[at.File][at.Start.Line]
		if r.Long != nil && r.Long.Line != nil && at.Start.IsValid() {
			line = r.Long.Line(at.File, at.Start.Line)
		}
		if line == "" {
			return
		}
		file := Escape(at.File)
		if lines[file] == nil {
			lines[file] = map[int]string{}
		}
		lines[file][at.Start.Line] = line
	}
	add(f.Location)
	for _, related := range f.Related {
		add(related.Location)
	}
	return lines
}
