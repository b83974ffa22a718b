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
	dangling := c.dangling()
	if want := "[budget/x → audit/y budget/x → budget/gone.5 budget/x → budget/refs.9]"; fmt.Sprint(dangling) != want {
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
