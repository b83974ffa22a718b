package fact_test

import (
	"fmt"
	"strings"
	"testing"
)

// TestUnknownNames names the nearest that exists, and reports a name at the
// place where it is written, once.
func TestUnknownNames(t *testing.T) {
	c := build(t, `
source: budget
defaults: {entity: citty, period: FY2025, unit: USD}
quantities:
  a: {concept: revenue, value: 1}
  b: {concept: revenues, value: 1}
  c: {concept: zebra, value: 1, entity: city}
  d: {concept: revenues, value: 1, entity: shop}
tables:
  t: {concept: stuff, entity: city, unit: person, period: 2025, columns: {x: {}, y: {}}, rows: {r: {cells: [1, 2]}}}
`)
	c.expect(t,
		"unknown-name facts.yaml:3:20 budget/a",
		"unknown-name facts.yaml:6:16 budget/b",
		"unknown-name facts.yaml:7:16 budget/c",
		"unknown-name facts.yaml:8:16 budget/d",
		"unknown-name facts.yaml:10:16 budget/t.r.x",
	)
	for i, want := range []string{"did you mean `city`?", "did you mean `revenue`?", "unknown concept `zebra`", "", "did you mean `staff`?"} {
		if !strings.Contains(c.problems[i].Message.EN, want) || c.problems[i].Message.JA == "" {
			t.Errorf("%v does not say %q", c.problems[i].Message, want)
		}
	}
	if help := c.problems[2].Help.EN; !strings.Contains(help, "facts/concepts.yaml") {
		t.Errorf("where to define a concept is not said: %s", help)
	}
	if c.Excluded != 6 {
		t.Errorf("%d excluded", c.Excluded)
	}
}

// TestManyUnknownNames keeps the search for nearest names from growing with the
// product of both lists.
func TestManyUnknownNames(t *testing.T) {
	var text strings.Builder
	text.WriteString("concepts:\n")
	for i := range 3000 {
		fmt.Fprintf(&text, "  %s%d: {labels: {en: C}, periodType: duration, sign: any}\n", strings.Repeat("c", 60), i)
	}
	text.WriteString("---\nsources: {s: {title: S, kind: other, language: en}}\n---\nsource: s\nquantities:\n")
	for i := range 3000 {
		fmt.Fprintf(&text, "  q%d: {concept: %s%d, value: 1}\n", i, strings.Repeat("d", 60), i)
	}
	c := buildFiles(t, map[string]string{"f.yaml": text.String()})
	if len(c.problems) != 3000 || c.Excluded != 3000 {
		t.Errorf("%d findings, %d excluded", len(c.problems), c.Excluded)
	}
}
