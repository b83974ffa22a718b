package anchor_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tieout/tieout/checker/internal/anchor"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
)

const budget = "Budget\nRevenue 1,605 and 900\nHead count 12\n"

// city is a source with a text, whose fact x is written so.
func city(t *testing.T, sum, x string) *fact.Corpus {
	t.Helper()
	return build(t, fmt.Sprintf(`
sources: {s: {title: S, kind: other, language: en, sha256: %s}}
---
concepts: {c: {labels: {en: C}, periodType: duration, sign: any}}
---
source: s
quantities:
  x: {concept: c, %s}
  y: {concept: c, value: 12, selector: {line: 3, exact: "12"}}
  z: {concept: c, value: 1}
`, sum, x))
}

// TestRecorded tells without the texts what was verified with them, what has
// changed since, and what never was: whatever the check compared must count,
// and nothing else.
func TestRecorded(t *testing.T) {
	const written = `value: 1605, scale: 6, unit: USD, rounded: true, selector: {line: 2, exact: "1,605"}`
	sum := digest(budget)
	first := verify(t, city(t, sum, written), library(t, map[string]string{"b.txt": budget}))
	if !first.Sound || len(first.Recorded) != 2 || first.Anchors != (finding.Anchors{Verified: 2}) {
		t.Fatalf("%+v", first)
	}
	for name, test := range map[string]struct {
		x     string
		stale bool
	}{
		"same":            {written, false},
		"other order":     {`rounded: true, selector: {exact: "1,605", line: 2}, unit: USD, scale: 6, value: 1605`, false},
		"other label":     {written + ", label: {en: L}", false},
		"other period":    {written + ", period: 2025", false},
		"other line":      {strings.Replace(written, "line: 2", "line: 1", 1), true},
		"other quotation": {strings.Replace(written, `"1,605"`, `"1,605 "`, 1), true},
		"occurrence":      {strings.Replace(written, "line: 2", "line: 2, occurrence: 1", 1), true},
		"other value":     {strings.Replace(written, "value: 1605", "value: 1606", 1), true},
		"other scale":     {strings.Replace(written, "scale: 6", "scale: 5", 1), true},
		"other unit":      {strings.Replace(written, "USD", "JPY", 1), true},
		"exact":           {strings.Replace(written, "rounded: true", "rounded: false", 1), true},
		"qualified":       {written + ", qualifiers: [about]", true},
	} {
		r := verify(t, city(t, sum, test.x), "", first.Recorded...)
		want := finding.Anchors{Verified: 2, Recorded: 2}
		if test.stale {
			want = finding.Anchors{Verified: 1, Recorded: 1, Stale: 1}
		}
		if r.Anchors != want || r.Population[anchor.RuleStale] != 2 {
			t.Errorf("%s: %+v, want %+v", name, r.Anchors, want)
		}
		if (len(r.Findings) > 0) != test.stale {
			t.Errorf("%s: %s", name, said(r.Findings))
		}
		if len(r.Recorded) != 2 {
			t.Errorf("%s: recording without the text would drop what is recorded: %v", name, r.Recorded)
		}
	}
}

// TestStaleIsSaid reports what has changed at its place as a warning, a source
// with another text once, and stays silent on what never was verified.
func TestStaleIsSaid(t *testing.T) {
	const written = `value: 1605, selector: {line: 2, exact: "1,605"}`
	sum := digest(budget)
	first := verify(t, city(t, sum, written), library(t, map[string]string{"b.txt": budget}))

	r := verify(t, city(t, sum, `value: 1605, selector: {line: 1, exact: "1,605"}`), "", first.Recorded...)
	if len(r.Findings) != 1 || r.Findings[0].Severity != finding.Warning || r.Findings[0].Class != finding.Record ||
		said(r.Findings) != "stale-anchor f.yaml:8:26 s/x" {
		t.Errorf("%+v", r.Findings)
	}
	r = verify(t, city(t, digest("another"), written), "", first.Recorded...)
	if said(r.Findings) != "stale-anchor f.yaml:2:11 sources/s" || r.Anchors != (finding.Anchors{Stale: 2}) {
		t.Errorf("%s, %+v", said(r.Findings), r.Anchors)
	}
	r = verify(t, city(t, sum, written), "", first.Recorded[1])
	if len(r.Findings) > 0 || r.Anchors != (finding.Anchors{Verified: 1, Recorded: 1, Unverified: 1}) || r.Recorded[0] != first.Recorded[1] {
		t.Errorf("%s, %+v", said(r.Findings), r.Anchors)
	}
	if got := notices(r); got != "1 facts not anchored: no source texts (give their folder with --sources)" {
		t.Errorf("the notices are %s", got)
	}
}

// TestEditedText does not let a record stand against the text that is at hand.
func TestEditedText(t *testing.T) {
	corpus := city(t, digest(budget), `value: 1605, selector: {line: 2, exact: "1,605"}`)
	first := verify(t, corpus, library(t, map[string]string{"b.txt": budget}))
	r := verify(t, corpus, library(t, map[string]string{"s.txt": budget + "more\n"}), first.Recorded...)
	if r.Anchors != (finding.Anchors{Unverified: 2}) || r.Sound || said(r.Findings) != "source-changed f.yaml:2:11 s" {
		t.Errorf("%+v, %s", r.Anchors, said(r.Findings))
	}
	// A folder without it says nothing against it.
	r = verify(t, corpus, t.TempDir(), first.Recorded...)
	if r.Anchors != (finding.Anchors{Verified: 2, Recorded: 2}) || !r.Sound {
		t.Errorf("%+v, %s", r.Anchors, said(r.Findings))
	}
}

// TestLockIsBehind says what recording would change.
func TestLockIsBehind(t *testing.T) {
	corpus := city(t, digest(budget), `value: 1605, selector: {line: 2, exact: "1,605"}`)
	dir := library(t, map[string]string{"b.txt": budget})
	first := verify(t, corpus, dir)
	gone := first.Recorded[0]
	gone.Fact = "s/gone"
	r := verify(t, corpus, dir, first.Recorded[1], gone)
	got := notices(r)
	for _, want := range []string{"does not have 1 facts as they are verified now", "1 facts that are gone (s/gone)"} {
		if !strings.Contains(got, want) {
			t.Errorf("the notices are %s", got)
		}
	}
	if got := notices(verify(t, corpus, dir, first.Recorded...)); got != "" {
		t.Errorf("a current lock is behind: %s", got)
	}
	for _, e := range r.Recorded {
		if e.Fact == "s/gone" {
			t.Error("a fact that is gone stays recorded")
		}
	}
}
