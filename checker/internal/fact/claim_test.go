package fact_test

import (
	"fmt"
	"strings"
	"testing"
)

// TestMarkers holds each way of writing a marker to the entry that it leads to.
func TestMarkers(t *testing.T) {
	c := buildFiles(t, map[string]string{
		"a-registries.yaml": registries,
		"facts.yaml": `
source: budget
defaults: {entity: city, citationList: refs}
claims:
  x: {text: A claim, modality: fact, citations: [1, "2", b, notes.3, audit/list.4, gone.5, 9], rests: [x, audit/y]}
  other: {text: A claim, modality: fact, citationList: audit/list, citations: [4]}
references:
  refs: {kind: references, section: 2, entries: {1: {url: "https://example.org"}, 2: {form: print, begins: A}, b: {form: print, begins: A}}}
  notes: {kind: notes, entries: {3: {form: note, begins: A, selector: {line: 7}}}}
`,
		"other.yaml": `
source: audit
claims: {none: {text: A claim, modality: opinion, citations: [1]}}
references: {list: {kind: references, entries: {4: {form: print, begins: A}}}}
`,
	})
	c.expect(t)
	var got []string
	for _, id := range []string{"budget/x", "budget/other", "audit/none"} {
		for _, cited := range c.Fact(id).Claim.Citations {
			got = append(got, fmt.Sprintf("%s of %q is %q: %t", cited.Marker, cited.List, cited.Ref.ID, cited.Ref.Exists()))
		}
	}
	want := []string{
		`1 of "refs" is "budget/refs.1": true`, `2 of "refs" is "budget/refs.2": true`, `b of "refs" is "budget/refs.b": true`,
		`notes.3 of "" is "budget/notes.3": true`, `audit/list.4 of "" is "audit/list.4": true`,
		`gone.5 of "" is "budget/gone.5": false`, `9 of "refs" is "budget/refs.9": false`,
		`4 of "audit/list" is "audit/list.4": true`, `1 of "" is "": false`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("the citations are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	// The number 9 is the source's word; what it lacks is no fault of the record.
	dangling := c.dangling()
	if want := "[budget/x → audit/y budget/x → budget/gone.5]"; fmt.Sprint(dangling) != want {
		t.Errorf("dangling are %v, want %s", dangling, want)
	}
	if r := c.Fact("budget/refs.1").Reference; r.Section != "2" || r.ListKind != "references" {
		t.Errorf("%+v", r)
	}
	if line := c.Fact("budget/notes.3").Selector.Line; line != 7 {
		t.Errorf("the note stands on line %d", line)
	}
}

// TestUnknownEntityOfClaim leaves out claims and events about nobody: whether
// they are the source's own cannot be told.
func TestUnknownEntityOfClaim(t *testing.T) {
	c := build(t, `
source: budget
defaults: {entity: ctiy}
claims: {x: {text: A claim, modality: fact}, y: {text: A claim, modality: fact, entity: city}}
events: {e: {date: 2025-01-01, type: t}, f: {date: 2025-01-01, type: t, entity: shop}}
`)
	c.expect(t, "unknown-name facts.yaml:3:20 budget/x")
	if c.Len() != 2 || c.Excluded != 2 || c.Fact("budget/f").Event.Entity != "shop" {
		t.Errorf("%d facts, %d excluded", c.Len(), c.Excluded)
	}
}

// TestPointersWithAPlace keeps the place of a marker that stands apart, for
// every figure that inherits the note, and leads where the bare number does.
func TestPointersWithAPlace(t *testing.T) {
	c := build(t, `
source: budget
claims:
  x: {text: A claim, modality: fact, citationList: refs, citations: [1, {marker: 2, selector: {line: 3, exact: "²", occurrence: 2}}]}
tables:
  t:
    concept: revenue
    unit: USD
    noteList: refs
    notes: [{note: 1, selector: {line: 9, exact: "(1)"}}, refs.2]
    columns: {a: {dimensions: {k: a}}, b: {dimensions: {k: b}}}
    rows: {r: {cells: [1, 2]}}
references:
  refs: {kind: references, entries: {1: {form: print, begins: A}, 2: {form: print, begins: A}}}
`)
	c.expect(t)
	cited := c.Fact("budget/x").Claim.Citations
	if s := cited[1].Ref.Selector; s.Line != 3 || s.Exact != "²" || s.Occurrence != 2 || cited[1].Marker != "2" || cited[1].Ref.Target == nil {
		t.Errorf("%+v", cited[1])
	}
	if cited[0].Ref.Selector.Node != nil {
		t.Errorf("a bare marker has the place %+v", cited[0].Ref.Selector)
	}
	for _, id := range []string{"budget/t.r.a", "budget/t.r.b"} {
		notes := c.Fact(id).Notes
		if len(notes) != 2 || notes[0].Selector.Exact != "(1)" || notes[0].ID != "budget/refs.1" || notes[0].Target == nil || notes[1].Marker != "refs.2" {
			t.Errorf("%s: %+v", id, notes)
		}
	}
}

// TestDatesOfEvents takes dates as precise as sources print them, and no day
// that there is not, nor a fiscal year of nobody.
func TestDatesOfEvents(t *testing.T) {
	c := build(t, `
source: budget
defaults: {entity: city}
events:
  day: {date: 2025-03-31, type: t}
  month: {date: 2021-11, type: t}
  year: {date: 1974, type: t}
  fiscal: {date: FY2028, type: t}
`)
	c.expect(t)
	for id, want := range map[string]string{"day": "2025-03-31", "month": "2021-11", "year": "1974", "fiscal": "FY2028"} {
		if got := c.Fact("budget/" + id).Event.Date; got != want {
			t.Errorf("%s: %s", id, got)
		}
	}
	c = build(t, `
source: budget
events: {nobody: {date: FY2028, type: t}}
`)
	c.expect(t, "period facts.yaml:3:25 budget/nobody")
}
