package fact_test

import (
	"strings"
	"testing"
)

// TestUnits holds figures to the units of their concepts. One wrong unit that
// many figures inherit is one mistake.
func TestUnits(t *testing.T) {
	c := build(t, `
source: budget
defaults: {entity: city, period: 2025}
quantities:
  none: {concept: revenue, value: 1}
  wrong: {concept: revenue, value: 1, unit: JPI}
  right: {concept: revenue, value: 1, unit: JPY}
  words: {concept: revenue, text: large}
  hidden: {concept: revenue, status: undisclosed}
  any: {concept: rating, value: 1}
tables:
  many:
    unit: GBP
    columns: {a: {concept: revenue}, b: {concept: revenue}, c: {concept: staff}}
    rows: {x: {cells: [1, 2, 3]}, y: {cells: [4, 5, 6]}}
  bare:
    columns: {a: {concept: revenue}}
    rows: {x: {cells: [1]}, y: {cells: [2]}}
plans:
  bonus: {measures: {m: {metric: rating, weight: {value: 20, concept: revenue}}}}
`)
	c.expect(t,
		"unit facts.yaml:5:3 budget/none",
		"unit facts.yaml:6:45 budget/wrong",
		"unit facts.yaml:13:11 budget/many.x.a",
		"unit facts.yaml:13:11 budget/many.x.c",
		"unit facts.yaml:18:24 budget/bare.x.a",
		"unit facts.yaml:20:42 budget/bonus.m.weight",
	)
	if help := c.problems[1].Help.EN; !strings.Contains(help, "unit: JPY") {
		t.Errorf("the nearest unit is not named: %s", help)
	}
	if c.Excluded != 2+6+2+2 {
		t.Errorf("%d facts excluded", c.Excluded)
	}
}

// TestPeriodOfEntity reports a bad period once for each entity that it is bad
// for, and says nothing more of an entity that nobody knows.
func TestPeriodOfEntity(t *testing.T) {
	c := build(t, `
source: budget
defaults: {entity: city, period: FY2025, unit: USD}
quantities:
  city: {concept: revenue, value: 1}
  unknown: {concept: revenue, value: 1, entity: cty}
  backwards: {concept: revenue, value: 1, period: 2025-04-01/2025-03-31}
  nowhere: {concept: revenue, value: 1, period: 2025-02-30}
---
source: audit
defaults: {period: FY2025, unit: USD}
quantities:
  a: {concept: revenue, value: 1}
  b: {concept: revenue, value: 1}
  year: {concept: revenue, value: 1, period: 2025}
`)
	c.expect(t,
		"unknown-name facts.yaml:6:49 budget/unknown",
		"period facts.yaml:7:51 budget/backwards",
		"period facts.yaml:8:49 budget/nowhere",
		"period facts.yaml:11:20 audit/a",
	)
	if c.Len() != 2 || c.Excluded != 5 {
		t.Errorf("%d facts, %d excluded", c.Len(), c.Excluded)
	}
}
