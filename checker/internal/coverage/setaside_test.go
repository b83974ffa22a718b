package coverage_test

import (
	"math/big"
	"testing"

	"github.com/tieout/tieout/checker/internal/coverage"
)

const page = "1. Revenue was $12 on 3 roads\nPage 3\n2. Roads of B52\nPage 4"

// An entry takes what it names and no more: what it took by accident nobody
// would look at again.
func TestSetAside(t *testing.T) {
	const all = "1. unaccounted, $12 drawn x, 3 roads unaccounted, 3 unaccounted, 2. unaccounted, B52 unaccounted, 4 unaccounted"
	for _, test := range []struct {
		name, entries, want string
		idle                int
	}{
		{"nothing", "", all, 0},
		{"a print", `[{line: 2, exact: "Page 3", reason: pageNumber}]`, "1. unaccounted, $12 drawn x, 3 roads unaccounted, 3 setAside pageNumber, 2. unaccounted, B52 unaccounted, 4 unaccounted", 0},
		{"a print on several lines", `[{lines: [1, 4], exact: "3", reason: pageNumber}]`, "1. unaccounted, $12 drawn x, 3 roads setAside pageNumber, 3 setAside pageNumber, 2. unaccounted, B52 unaccounted, 4 unaccounted", 0},
		{"a kind", `[{lines: [1, 4], kind: label, reason: listOrdinal}]`, "1. setAside listOrdinal, $12 drawn x, 3 roads unaccounted, 3 unaccounted, 2. setAside listOrdinal, B52 unaccounted, 4 unaccounted", 0},
		{"a part of a token", `[{line: 3, exact: "5", reason: namePart}]`, all, 1},
		{"words around none", `[{line: 2, exact: Page, reason: pageNumber}]`, all, 1},
		{"a line", `[{line: 1, reason: other, comment: An example}]`, "1. setAside other, $12 drawn x, 3 roads setAside other, 3 unaccounted, 2. unaccounted, B52 unaccounted, 4 unaccounted", 0},
		{"what is drawn", `[{line: 1, exact: "$12", reason: pageFurniture}]`, all, 1},
		{"what another entry took", `[{line: 2, reason: pageNumber}, {line: 2, kind: number, reason: pageNumber}]`, "1. unaccounted, $12 drawn x, 3 roads unaccounted, 3 setAside pageNumber, 2. unaccounted, B52 unaccounted, 4 unaccounted", 1},
		{"another occurrence", `[{line: 2, exact: "3", occurrence: 2, reason: pageNumber}]`, all, 1},
		{"lines that are not there", `[{lines: [9, 100000000], reason: pageNumber}, {lines: [4, 1], reason: pageNumber}]`, all, 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := measure(t, page, test.entries, `quantities: {x: {concept: revenue, value: 12, selector: {line: 1, exact: "$12"}}}`)
			if got := became(s); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
			if len(s.Idle) != test.idle {
				t.Errorf("idle: %+v", s.Idle)
			}
		})
	}
}

// The share that is set aside leaves out list ordinals and addresses, set aside
// or drawn, but no heading numbers.
func TestShareSetAside(t *testing.T) {
	s := measure(t, page+"\n1. https://example.org/a", `[{line: 2, reason: pageNumber}, {line: 1, kind: label, reason: listOrdinal}, {line: 3, kind: label, reason: headingNumber}]`,
		`references: {refs: {kind: references, entries: {1: {url: "https://example.org/a", selector: {line: 5}}}}}`)
	if want := (coverage.Share{Part: 2, Whole: 6}); s.SetAside != want {
		t.Errorf("%+v, want %+v", s.SetAside, want)
	}
	if s.Reasons["pageNumber"] != 1 || s.Reasons["listOrdinal"] != 1 || s.Reasons["headingNumber"] != 1 {
		t.Errorf("%v", s.Reasons)
	}
}

// 99.97% must not look like all of it, nor pass for it.
func TestShareIsExact(t *testing.T) {
	for _, test := range []struct {
		share         coverage.Share
		text, percent string
		reaches       bool
	}{
		{coverage.Share{Part: 2999, Whole: 3000}, "99.9%", "100", false},
		{coverage.Share{Part: 2999, Whole: 3000}, "99.9%", "99.96", true},
		{coverage.Share{Part: 3, Whole: 3}, "100.0%", "100", true},
		{coverage.Share{Part: 1, Whole: 3}, "33.3%", "33.4", false},
		{coverage.Share{}, "–", "100", true},
	} {
		percent, _ := new(big.Rat).SetString(test.percent)
		if got := test.share.String(); got != test.text || test.share.Reaches(percent) != test.reaches {
			t.Errorf("%+v: %s, reaches %s: %t", test.share, got, test.percent, !test.reaches)
		}
	}
}
