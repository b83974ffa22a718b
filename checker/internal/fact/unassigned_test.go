package fact_test

import (
	"strings"
	"testing"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
)

// TestUnassigned reports what waits for a person once a file, however much it
// is, and as nothing worse than a warning: a draft must not drown what is wrong
// with other facts, nor count as a file that cannot be used.
func TestUnassigned(t *testing.T) {
	c := build(t, `source: budget
quantities:
  named: {concept: revenue, value: 1, unit: USD}
  x: {concept: unassigned, value: 2}
  y: {concept: unassigned, value: 3}
claims: {z: {text: unassigned, modality: fact}}
events: {e: {date: 2025, type: unassigned}}
plans: {p: {measures: {m: {metric: unassigned}}}}
`)
	if len(c.problems) != 1 || len(c.form) > 0 {
		t.Fatalf("the findings are %v and %v", c.form, c.problems)
	}
	f := c.problems[0]
	if f.Rule != fact.RuleUnassigned || f.Severity != finding.Warning || f.Class != finding.Record || f.Message.JA == "" || f.Help.JA == "" {
		t.Errorf("%s: %+v", f.Location, f)
	}
	if !strings.Contains(f.Message.EN, "5 facts") || f.Subject != "budget" || f.Location.Start.Line != 4 {
		t.Errorf("%s: %s: %s", f.Location, f.Subject, f.Message.EN)
	}
	if n := c.Len(); n != 6 {
		t.Errorf("%d facts stand", n)
	}
}

// TestUnassignedByFile tells the files of a source apart, and leaves named facts
// in peace.
func TestUnassignedByFile(t *testing.T) {
	c := buildFiles(t, map[string]string{
		"a-registries.yaml": registries,
		"b.yaml":            "source: budget\nquantities: {x: {concept: unassigned, value: 2}}",
		"c.yaml":            "source: budget\nquantities: {y: {concept: unassigned, value: 2}}",
		"d.yaml":            "source: audit\nquantities: {y: {concept: revenue, value: 2, unit: USD}}",
	})
	files := []string{}
	for _, f := range c.problems {
		files = append(files, f.Location.File)
	}
	if got := strings.Join(files, " "); got != "b.yaml c.yaml" {
		t.Errorf("reported for %s", got)
	}
}
