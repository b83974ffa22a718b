package fact_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestWhereAnIDStandsFirst holds the place of the entry that has an id already
// to its key, whatever kind of entry either is.
func TestWhereAnIDStandsFirst(t *testing.T) {
	c := build(t, `
source: budget
defaults: {entity: city, period: 2025, unit: JPY}
quantities:
  figure: {concept: revenue, value: 1}
tables:
  t: {concept: revenue, columns: {c: {}, d: {}}, rows: {r: {cells: [1, 2]}}}
  figure: {concept: revenue, columns: {c: {}}, rows: {r: {cells: [1]}}}
plans:
  t: {measures: {m: {metric: staff, weight: 1}}}
  p: {measures: {m: {metric: staff, weight: 1}}}
relations:
  t: {equal: {facts: [figure, t.r.d]}}
events:
  p: {date: 2025-01-01, type: t, entity: city}
`)
	var got []string
	for _, f := range append(c.form, c.problems...) {
		if len(f.Related) == 0 {
			t.Fatalf("not valid: %s: %s", f.Location, f.Message.EN)
		}
		first := f.Related[0].Location
		got = append(got, fmt.Sprintf("%s %s-%d:%d", f.Subject, first, first.End.Line, first.End.Column))
	}
	want := []string{
		"budget/figure facts.yaml:5:3-5:9", "budget/t facts.yaml:7:3-7:4", "budget/t facts.yaml:7:3-7:4", "budget/p facts.yaml:11:3-11:4",
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%d problems:\n\t%s\nwant:\n\t%s", len(got), strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// TestPeriodsByEntity reads the same words by the calendar of each entity, and
// reports the ones that need an entity.
func TestPeriodsByEntity(t *testing.T) {
	c := build(t, `
source: budget
defaults: {period: FY2024, unit: JPY}
quantities:
  a: {concept: revenue, entity: city, value: 1}
  b: {concept: revenue, entity: shop, value: 1}
  c: {concept: revenue, entity: city, value: 2}
  d: {concept: revenue, value: 2}
`)
	c.expect(t, "period facts.yaml:3:20 budget/d")
	for id, want := range map[string]string{
		"a": "2023-07-01/2024-06-30", "b": "2024-04-01/2025-03-31", "c": "2023-07-01/2024-06-30",
	} {
		q := c.quantity(t, "budget/"+id)
		if q.Period.Canonical != want || q.Period.Written != "FY2024" {
			t.Errorf("%s is of %+v, want %s", id, q.Period, want)
		}
	}
}

// TestRefsLead lists what goes out from a fact whose markers do not all lead
// somewhere.
func TestRefsLead(t *testing.T) {
	c := build(t, `
source: budget
defaults: {entity: city, period: 2025, unit: JPY}
quantities:
  none: {concept: revenue, value: 1, notes: [1, 2]}
  some: {concept: revenue, value: 1, notes: [1, notes.2, 3]}
  all: {concept: revenue, value: 1, notes: [1, 2], noteList: notes}
claims:
  said: {text: A claim, modality: fact, rests: [all], citations: [1, notes.1]}
references: {notes: {kind: notes, entries: {1: {form: note, begins: A}, 2: {form: note, begins: A}}}}
`)
	for id, want := range map[string]string{
		"none": "", "some": "notes.2", "all": "notes.1 notes.2", "said": "all notes.1",
	} {
		var got []string
		f := c.Fact("budget/" + id)
		if f == nil {
			t.Fatal(said(c.form), said(c.problems))
		}
		for _, r := range f.Refs {
			if r.Target == nil {
				t.Errorf("%s: %s leads nowhere", id, r.ID)
			}
			got = append(got, strings.TrimPrefix(r.ID, "budget/"))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s refers to %s, want %s", id, got, want)
		}
	}
}
