package report

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/spill"
)

// Groupings lists what findings can stand under in the text, the default first.
func Groupings() []string { return []string{"file", "rule", "source"} }

// findings prints the active findings, a heading before those of each group.
// Groups come by name; in each, the findings keep their order. r is the escaped
// report.
func (p *printer) findings(raw, r *finding.Report) error {
	active, done, err := p.titled(raw, p.grouping(r))
	if err != nil {
		return err
	}
	defer done()
	groups, err := groupsOf(active)
	if err != nil {
		return err
	}
	at, left := 0, 0
	for t, err := range active {
		if err != nil {
			return err
		}
		if left == 0 {
			p.groupHeading(groups[at].title, severityCounts(groups[at].counts, p.lang, false))
			left = groups[at].n
			at++
		}
		shown := inTheOpen(*t.Finding)
		p.finding(&shown, excerptsOf(raw, t.Finding))
		p.line()
		left--
	}
	return nil
}

// titled is a finding under the title of its group.
type titled struct {
	Title   string
	Finding *finding.Finding
}

// textGroup is a stretch of findings under one title.
type textGroup struct {
	title  string
	counts map[finding.Severity]int
	n      int
}

func groupsOf(list iter.Seq2[*titled, error]) ([]textGroup, error) {
	var groups []textGroup
	for t, err := range list {
		if err != nil {
			return nil, err
		}
		if len(groups) == 0 || groups[len(groups)-1].title != t.Title {
			groups = append(groups, textGroup{title: t.Title, counts: map[finding.Severity]int{}})
		}
		g := &groups[len(groups)-1]
		g.counts[t.Finding.Severity]++
		g.n++
	}
	return groups, nil
}

// titled gives the active findings in the order of their groups, as often as
// asked, until done is called.
func (p *printer) titled(r *finding.Report, title func(*finding.Finding) string) (list iter.Seq2[*titled, error], done func(), err error) {
	byFile := p.group != "rule" && p.group != "source"
	active := func(yield func(*titled, error) bool) {
		for f, err := range r.EachFinding() {
			switch {
			case err != nil:
				yield(nil, err)
				return
			case f.Active():
				shown := finding.Finding{Location: finding.Range{File: Escape(f.Location.File)}}
				if !byFile {
					shown = inTheOpen(*f)
				}
				if !yield(&titled{title(&shown), f}, nil) {
					return
				}
			}
		}
	}
	if byFile {
		// By file they are in order already.
		return active, func() {}, nil
	}
	if r.Long == nil {
		var all []titled
		for t, err := range active {
			if err != nil {
				return nil, nil, err
			}
			all = append(all, *t)
		}
		slices.SortStableFunc(all, func(a, b titled) int { return cmp.Compare(a.Title, b.Title) })
		return finding.Each(all), func() {}, nil
	}
	file := &spill.File{}
	sorter := spill.NewSorter(file, func(a, b *titled) int { return cmp.Compare(a.Title, b.Title) })
	if err := sorter.Fill(active); err != nil {
		_ = file.Close() // it is of no use
		return nil, nil, err
	}
	return sorter.All(), func() { _ = file.Close() }, nil // nobody reads it any more
}

// groupHeading prints a heading. The name of a file stays whole, to be clicked
// and copied; other names are wrapped.
func (p *printer) groupHeading(title, counts string) {
	if p.group == "rule" || p.group == "source" {
		p.hanging("", plain, title+": "+counts, heading, 2)
	} else {
		p.line(p.paint(heading, title), ": ", counts)
	}
	p.line()
}

// grouping gives what the group of a finding is called.
func (p *printer) grouping(r *finding.Report) func(*finding.Finding) string {
	switch p.group {
	case "rule":
		titles := map[string]string{}
		for i := range r.Rules {
			titles[r.Rules[i].ID] = r.Rules[i].ID + " (" + r.Rules[i].Title + ")"
		}
		return func(f *finding.Finding) string { return in(titles, f.Rule) }
	case "source":
		return func(f *finding.Finding) string {
			return cmp.Or(strings.Join(sources(r, f), p.words.listSeparator), p.words.noSource)
		}
	}
	return func(f *finding.Finding) string { return cmp.Or(f.Location.File, p.words.noFile) }
}

// sources names the documents that a finding is about: those of its figures,
// else the one that its subject belongs to.
func sources(r *finding.Report, f *finding.Finding) []string {
	var names []string
	if f.Evidence != nil {
		for _, o := range f.Evidence.Operands {
			source, _, _ := strings.Cut(o.Fact, "/")
			names = append(names, cmp.Or(o.Source, source))
		}
	}
	if len(names) == 0 {
		source, _, _ := strings.Cut(f.Subject, "/")
		for i := range r.Sources {
			if r.Sources[i].ID == source {
				names = append(names, source)
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
