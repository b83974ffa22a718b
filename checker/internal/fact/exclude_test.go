package fact_test

import (
	"fmt"
	"strings"
	"testing"
)

// user refers to facts of the budget from another source.
const user = `
---
source: audit
defaults: {entity: city, period: 2025, unit: USD}
claims: {c: {text: A claim, modality: opinion, rests: [%s]}}
relations: {r: {equal: {facts: [budget/x, budget/y]}}}
`

// TestOneMistake leaves out what cannot be used, without a second finding on
// what refers to it.
func TestOneMistake(t *testing.T) {
	for _, test := range []struct {
		name, facts, rests string
		form, built        int
		excluded           int
	}{
		{"a quantity", "source: budget\nquantities: {x: {concept: revenue}}", "budget/x", 1, 0, 1},
		{"a name", "source: budget\nquantities: {x: {concept: revenu, value: 1}}", "budget/x", 0, 1, 2},
		{"a table", "source: budget\ntables: {x: {columns: {c: {concept: rating}}}}", "budget/x.r.c", 1, 0, 1},
		{"a row", "source: budget\ntables: {x: {columns: {c: {concept: rating}}, rows: {r: {}}}}", "budget/x.r.c", 1, 0, 0},
		{"a plan", "source: budget\nplans: {x: {measure: {}}}", "budget/x.m.target", 1, 0, 1},
		{"a list", "source: budget\nreferences: {x: {entries: {1: {form: note, begins: A}}}}", "budget/x.1", 1, 0, 1},
		{"an entry", "source: budget\nreferences: {x: {kind: notes, entries: {1: {url: 5}}}}", "budget/x.1", 1, 0, 0},
		{"the defaults", "source: budget\ndefaults: {unit: 5}\nquantities: {x: {concept: revenue, value: 1}}", "budget/x", 1, 0, 1},
		{"the source's name", "source: budgt\nquantities: {x: {concept: rating, value: 1}}", "budget/x", 0, 1, 2},
		{"no source", "defaults: {}\nquantities: {x: {concept: rating, value: 1}}", "budget/x", 1, 0, 1},
		{"a section", "source: budget\nquantities: [1]", "budget/x", 2, 0, 1},
	} {
		c := build(t, test.facts+fmt.Sprintf(user, test.rests))
		if len(c.form) != test.form || len(c.problems) != test.built {
			t.Errorf("%s: findings %v %v", test.name, said(c.form), said(c.problems))
		}
		for _, ref := range c.dangling() {
			if strings.Contains(ref, test.rests) {
				t.Errorf("%s: %s dangles", test.name, ref)
			}
		}
		if c.Excluded != test.excluded {
			t.Errorf("%s: %d facts excluded by Build, want %d", test.name, c.Excluded, test.excluded)
		}
		if test.excluded > 0 && c.Fact("audit/r") != nil {
			t.Errorf("%s: a relation over what was left out is still there", test.name)
		}
	}
}

// TestDuplicates reports an id that stands twice once, with both places, over
// files and kinds; what stands in the second table is not reported again.
func TestDuplicates(t *testing.T) {
	c := buildFiles(t, map[string]string{
		"a-registries.yaml": registries + "  revenue2: {labels: {en: R}, periodType: duration, sign: any}\n---\nconcepts: {revenue: {labels: {en: R}, periodType: duration, sign: any}}\n",
		"b.yaml": `
source: budget
defaults: {entity: city, period: 2025, unit: USD}
quantities: {x: {concept: revenue, value: 1}}
tables: {t: {concept: revenue, columns: {c: {}}, rows: {r: {cells: [1]}}}}
`,
		"c.yaml": `
source: budget
defaults: {entity: city, period: 2025, unit: USD}
quantities: {t: {concept: revenue, value: 2}}
tables: {t: {concept: revenue, columns: {c: {}}, rows: {r: {cells: [2]}, only: {cells: [3]}}, crossFoot: [{total: c, parts: [c]}]}}
claims: {x: {text: A claim, modality: fact, rests: [t.only.c]}}
---
source: audit
quantities: {x: {concept: rating, value: 1}}
`,
	})
	c.expect(t,
		"duplicate-id a-registries.yaml:16:12 concepts/revenue",
		"duplicate-id c.yaml:4:14 budget/t",
		"duplicate-id c.yaml:5:10 budget/t",
		"duplicate-id c.yaml:6:10 budget/x",
	)
	for i, first := range []string{"a-registries.yaml:11:3", "b.yaml:5:10", "b.yaml:5:10", "b.yaml:4:14"} {
		p := c.problems[i]
		if len(p.Related) != 1 || p.Related[0].Location.String() != first || !strings.Contains(p.Message.EN, first) {
			t.Errorf("the first place of %s is not named: %+v", p.Subject, p)
		}
	}
	if got := c.quantity(t, "budget/t.r.c").Written; got != "1" {
		t.Errorf("the second table took the place of the first: %s", got)
	}
	// The quantity t, the cells r and only with their sums, and the claim.
	if c.Len() != 3 || c.Excluded != 6 {
		t.Errorf("%d facts, %d excluded", c.Len(), c.Excluded)
	}
}
