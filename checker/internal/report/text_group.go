package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// Groupings lists what findings can stand under in the text, the default first.
func Groupings() []string { return []string{"file", "rule", "source"} }

// findings prints the active findings, a heading before those of each group.
// Groups come by name; in each, the findings keep their order.
func (p *printer) findings(r *finding.Report) {
	title := p.grouping(r)
	type titled struct {
		title string
		*finding.Finding
	}
	var active []titled
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Active() {
			active = append(active, titled{title(f), f})
		}
	}
	if p.group == "rule" || p.group == "source" {
		// By file they are in order already.
		slices.SortStableFunc(active, func(a, b titled) int { return cmp.Compare(a.title, b.title) })
	}
	for start := 0; start < len(active); {
		end := start
		counts := map[finding.Severity]int{}
		for end < len(active) && active[end].title == active[start].title {
			counts[active[end].Severity]++
			end++
		}
		p.groupHeading(active[start].title, severityCounts(counts, p.lang, false))
		for _, f := range active[start:end] {
			p.finding(f.Finding, r.Excerpts)
			p.line()
		}
		start = end
	}
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
