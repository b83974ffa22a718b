package rulebook

import (
	"slices"
	"strings"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/finding"
)

// index is what the index of rules shows.
type index struct {
	Rules    int
	Facts    string
	Families []family
}

// family is the rules of one family.
type family struct {
	Name  string
	Rules []row
}

// row is a rule with its counts over some facts.
type row struct {
	*checker.Explanation
	CaseNames                                            []string
	Population                                           int
	Consistent, RoundingOnly, Inconsistent, Undetermined int
}

// Index writes the index of rules, with what they came to in the report over
// the facts in a folder; nil leaves the counts out.
func Index(rules []*checker.Explanation, facts string, r *checker.Report) ([]byte, error) {
	counts := map[string]finding.RuleResult{}
	if r == nil {
		facts = ""
	} else {
		for _, result := range r.Rules {
			counts[result.ID] = result
		}
	}
	x := index{Rules: len(rules), Facts: facts}
	for _, e := range rules {
		name, _, _ := strings.Cut(e.ID, "/")
		i := slices.IndexFunc(x.Families, func(f family) bool { return f.Name == name })
		if i < 0 {
			i = len(x.Families)
			x.Families = append(x.Families, family{Name: name})
		}
		c := counts[e.ID]
		row := row{
			Explanation: e, Population: c.Population, Consistent: c.Consistent, RoundingOnly: c.RoundingOnly,
			Inconsistent: c.Inconsistent, Undetermined: c.Undetermined,
		}
		for _, variant := range e.Cases {
			row.CaseNames = append(row.CaseNames, variant.Name)
		}
		x.Families[i].Rules = append(x.Families[i].Rules, row)
	}
	return render("index.md.tmpl", x)
}
