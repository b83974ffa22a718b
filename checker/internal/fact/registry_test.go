package fact_test

import (
	"strings"
	"testing"
)

// TestRegistryNames holds the registries to each other.
func TestRegistryNames(t *testing.T) {
	c := buildFiles(t, map[string]string{"f.yaml": `
sources:
  good: {title: {ja: 予算}, kind: press, language: en, entity: city}
  own: {title: T, kind: slides, language: en, citationDuty: none, rounding: truncate, sha256: ` + strings.Repeat("a", 64) + `}
  lost: {title: T, kind: blog, language: en, entity: cty}
---
entities:
  city: {type: government, labels: {en: City}}
  leap: {type: company, labels: {en: Leap}, fiscalYearEnd: "02-30", fiscalYearNamedBy: end}
  chair: {type: person, labels: {ja: 議長}, offices: [{title: Chair, organisation: city}, {title: Head, organisation: council}]}
---
concepts:
  part: {labels: {en: Part}, periodType: duration, sign: any, bounds: [{atMost: whole, necessity: necessary}, {atMost: hole, necessity: necessary, together: [whole, moiety]}]}
  whole: {labels: {en: Whole}, periodType: duration, sign: any}
---
source: lost
quantities: {x: {concept: whole, value: 1}}
---
source: good
quantities:
  x: {concept: whole, value: 1, entity: leap}
  y: {concept: whole, value: 1, entity: chair}
`})
	c.expect(t,
		"period f.yaml:9:60 entities/leap",
		"unknown-name f.yaml:10:117 entities/chair",
		"unknown-name f.yaml:5:54 sources/lost",
		"unknown-name f.yaml:13:120 concepts/part",
		"unknown-name f.yaml:13:166 concepts/part",
	)
	r := c.Registry
	if r.Sources["good"].CitationDuty != "ownFigures" || r.Sources["good"].Rounding != "unknown" || r.Sources["good"].Title.EN != "予算" {
		t.Errorf("%+v", r.Sources["good"])
	}
	if own := r.Sources["own"]; own.CitationDuty != "none" || own.Rounding != "truncate" || len(own.SHA256) != 64 {
		t.Errorf("%+v", own)
	}
	if r.Entities["chair"].Labels.In("en") != "議長" {
		t.Errorf("%+v", r.Entities["chair"])
	}
	if len(r.Concepts["part"].Bounds) != 2 {
		t.Errorf("%+v", r.Concepts["part"])
	}
	if c.Len() != 1 || c.Excluded != 2 {
		t.Errorf("%d facts, %d excluded: facts of what cannot be told are left out, and no others", c.Len(), c.Excluded)
	}
}

// TestMissingRegistry says once that there is no registry, not once a fact.
func TestMissingRegistry(t *testing.T) {
	c := buildFiles(t, map[string]string{"f.yaml": `
source: budget
defaults: {entity: city}
quantities: {x: {concept: a, value: 1}, y: {concept: b, value: 1}}
claims: {z: {text: A claim, modality: fact}}
`})
	c.expect(t, "unknown-name f.yaml:2:9 budget", "unknown-name f.yaml:3:20 budget/x", "unknown-name f.yaml:4:27 budget/x")
	if c.Excluded != 3 {
		t.Errorf("%d facts excluded", c.Excluded)
	}
}

// TestBrokenRegistry says nothing of names when their registry is reported.
func TestBrokenRegistry(t *testing.T) {
	c := buildFiles(t, map[string]string{"f.yaml": `
sources: {budget: {title: T, kind: press, language: en}, audit: {title: T, kind: blg, language: en}}
---
concepts: [revenue]
---
source: budget
quantities: {x: {concept: revenue, value: 1}}
---
source: audit
claims: {x: {text: A claim, modality: fact, rests: [budget/x]}}
`})
	c.expect(t)
	if len(c.form) != 3 {
		t.Errorf("%v", said(c.form))
	}
	if c.Len() != 0 || c.Excluded != 2 {
		t.Errorf("%d facts, %d excluded", c.Len(), c.Excluded)
	}
}

// TestDecisions reads recorded decisions with their places.
func TestDecisions(t *testing.T) {
	c := buildFiles(t, map[string]string{"f.yaml": `
dispositions:
  - {fingerprint: 00112233445566778899aabb, status: accepted, reason: As printed, owner: me, date: 2025-01-01, expires: 2026-01-01}
  - {fingerprint: 00112233445566778899aabb, status: unheard}
`})
	if len(c.Decisions) != 1 || c.Decisions[0].Expires != "2026-01-01" || c.Decisions[0].Place.Start.Line != 3 {
		t.Errorf("%+v (%v)", c.Decisions, c.form)
	}
}

// TestSetAside reads what a source sets aside, with the place to mend it.
func TestSetAside(t *testing.T) {
	c := buildFiles(t, map[string]string{"f.yaml": `
sources:
  s:
    title: T
    kind: other
    setAside:
      - {line: 7, exact: "12", occurrence: 2, reason: pageNumber}
      - {lines: [60, 69], kind: label, reason: other, comment: Numbers of steps}
`})
	c.expect(t)
	list := c.Registry.Sources["s"].SetAside
	if len(list) != 2 {
		t.Fatalf("%+v", list)
	}
	if e := list[0]; e.First != 7 || e.Last != 7 || e.Exact != "12" || e.Occurrence != 2 || e.Reason != "pageNumber" || e.Place.Start.Line != 7 {
		t.Errorf("%+v", e)
	}
	if e := list[1]; e.First != 60 || e.Last != 69 || e.Kind != "label" || e.Comment != "Numbers of steps" {
		t.Errorf("%+v", e)
	}
}
