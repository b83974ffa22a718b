package evaluate

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/policy"
)

var allDimensions = []string{"concept", "entity", "period", "unit", "dimensions", "asOf"}

// TestKey keeps figures apart that differ in any part. A collision would hold
// two unrelated figures against each other.
func TestKey(t *testing.T) {
	axes := func(pairs ...string) map[string]string {
		m := map[string]string{}
		for i := 0; i < len(pairs); i += 2 {
			m[pairs[i]] = pairs[i+1]
		}
		return m
	}
	period := fact.Period{Canonical: "2025-12-31"}
	different := map[string]*fact.Quantity{
		"plain":                {Concept: "sales", Entity: "a", Unit: "EUR", Period: period},
		"as of":                {Concept: "sales", Entity: "a", Unit: "EUR", Period: period, AsOf: "2025-12-31"},
		"no period":            {Concept: "sales", Entity: "a", Unit: "EUR", AsOf: "2025-12-31"},
		"no entity":            {Concept: "sales", Unit: "EUR", Period: period},
		"no unit":              {Concept: "sales", Entity: "a", Period: period},
		"unit as the entity":   {Concept: "sales", Entity: "EUR", Period: period},
		"dimension":            {Concept: "sales", Entity: "a", Unit: "EUR", Period: period, Dimensions: axes("shop", "north")},
		"two dimensions":       {Concept: "sales", Entity: "a", Unit: "EUR", Period: period, Dimensions: axes("shop", "north", "bread", "rye")},
		"bar in a member":      {Concept: "sales", Entity: "a", Unit: "EUR", Period: period, Dimensions: axes("bread", "rye|shop=north")},
		"equals in a member":   {Concept: "sales", Entity: "a", Unit: "EUR", Period: period, Dimensions: axes("shop", "=north")},
		"equals in an axis":    {Concept: "sales", Entity: "a", Unit: "EUR", Period: period, Dimensions: axes("shop=", "north")},
		"equals in a unit":     {Concept: "sales", Entity: "a", Unit: "EUR|shop=north", Period: period},
		"percent in a member":  {Concept: "sales", Entity: "a", Unit: "EUR", Period: period, Dimensions: axes("shop", "%3Dnorth")},
		"empty member":         {Concept: "sales", Entity: "a", Unit: "EUR", Period: period, Dimensions: axes("shop", "")},
		"dimension like as of": {Concept: "sales", Entity: "a", Unit: "EUR", Period: period, Dimensions: axes("2025-12-31", "")},
	}
	var keys keyer
	key := func(q *fact.Quantity, by []string) string { return string(keys.key(q, by)) }
	names := map[string]string{}
	for name, q := range different {
		k := key(q, allDimensions)
		if names[k] != "" {
			t.Errorf("%s and %s share the key %q", name, names[k], k)
		}
		names[k] = name
	}
	for name, want := range map[string]string{
		"plain":          "sales|a|2025-12-31|EUR",
		"two dimensions": "sales|a|2025-12-31|EUR|bread=rye|shop=north",
		"no period":      "sales|a||EUR|2025-12-31",
	} {
		if got := key(different[name], allDimensions); got != want {
			t.Errorf("%s: the key is %q, want %q: fingerprints hang on it", name, got, want)
		}
	}
	if got := key(different["plain"], []string{"unit", "concept"}); got != "EUR|sales" {
		t.Errorf("the parts of a key do not stand in the order of `by`: %q", got)
	}
}

// built makes a corpus.
func built(t *testing.T, text string) *fact.Corpus {
	t.Helper()
	loaded, err := load.Load(context.Background(), fstest.MapFS{"facts/f.yaml": {Data: []byte(text)}}, []string{"facts"})
	if err != nil || len(loaded.Problems) > 0 {
		t.Fatal(loaded.Problems, err)
	}
	c, problems := fact.Build(loaded.Documents, nil, false)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return c
}

// TestGroups joins what can disagree, and nothing else.
func TestGroups(t *testing.T) {
	c := built(t, `
sources: {a: {title: A, kind: other}, b: {title: B, kind: other}}
---
entities: {city: {type: government, labels: {en: City}}}
---
concepts:
  grants: {labels: {en: Grants}, unit: one, periodType: duration, bounds: [{atMost: filings, necessity: expected, together: [designs]}]}
  designs: {labels: {en: Designs}, unit: one, periodType: duration}
  filings: {labels: {en: Filings}, unit: one, periodType: duration}
  trees: {labels: {en: Trees}, unit: one, periodType: duration}
---
source: b
defaults: {entity: city, period: 2025, unit: one}
quantities:
  grants: {concept: grants, value: 3}
  trees: {concept: trees, value: 9}
---
source: a
defaults: {entity: city, period: 2025, unit: one}
quantities:
  grants: {concept: grants, value: 3}
  filings: {concept: filings, value: 2}
  designs: {concept: designs, value: 1}
  trees-of-2024: {concept: trees, value: 9, period: 2024}
  grants-of-2024: {concept: grants, value: 9, period: 2024}
  grants-of-2024-again: {concept: grants, value: 9, period: 2024}
`)
	told := func(spec policy.Group) string {
		var lines []string
		i := newIndex(c.Registry, spec)
		i.add(c)
		for _, g := range i.groups() {
			var ids []string
			for _, f := range g.facts {
				ids = append(ids, f.ID)
			}
			lines = append(lines, g.key+": "+strings.Join(ids, " "))
		}
		return strings.Join(lines, "\n")
	}
	want := "grants|2024-01-01/2024-12-31: a/grants-of-2024 a/grants-of-2024-again\ngrants|2025-01-01/2025-12-31: a/grants b/grants"
	if got := told(policy.Group{By: []string{"concept", "period"}}); got != want {
		t.Errorf("by concept and period:\n%s\nwant\n%s", got, want)
	}
	want = "2025-01-01/2025-12-31: a/grants a/filings a/designs b/grants"
	if got := told(policy.Group{By: []string{"period"}, Linked: policy.LinkedBounds}); got != want {
		t.Errorf("linked by bounds:\n%s\nwant\n%s", got, want)
	}
}

// TestUnits holds the work to a number of units that grows with the facts, and
// each unit to a bounded size.
func TestUnits(t *testing.T) {
	rule := &policy.Rule{}
	rule.Scope, rule.Kinds = policy.ScopeFact, []string{"quantity"}
	e := NewEngine(&policy.Set{Rules: []*policy.Rule{rule}}, fact.Registry{}, Options{})
	e.queries = []*query{newQuery(e.scopeOf(rule), []*policy.Rule{rule})}
	for facts, want := range map[int]int{1_000: 1, 10_000: 5, 100_000: 50} {
		var b strings.Builder
		b.WriteString("source: a\nquantities:\n")
		for i := range facts {
			fmt.Fprintf(&b, "  q%d: {value: %d}\n", i, i)
		}
		units := e.split(built(t, "sources: {a: {title: A, kind: other}}\n---\n"+b.String()))
		total := 0
		for _, w := range units {
			total += len(w.unit.facts)
			if len(w.unit.facts) > factsPerUnit {
				t.Errorf("a unit of %d facts", len(w.unit.facts))
			}
		}
		if len(units) != want || total != facts {
			t.Errorf("%d facts make %d units of %d facts, want %d", facts, len(units), total, want)
		}
	}
}
