package checker_test

import (
	"bytes"
	"fmt"
	"maps"
	"testing"
	"testing/fstest"

	"github.com/tieout/tieout/checker"
)

// town is a corpus whose documents lean on each other: a refers to b, which
// refers to c and back, and all but d print one figure.
func town() fstest.MapFS {
	return fstest.MapFS{
		"facts/registry.yaml": {Data: []byte(`sources:
  a: {title: A, kind: other, language: en}
  b: {title: B, kind: other, language: en}
  c: {title: C, kind: other, language: en}
  d: {title: D, kind: other, language: en}
---
entities: {shop: {type: company, labels: {en: Shop}}, stall: {type: company, labels: {en: Stall}}}
---
concepts:
  sold: {labels: {en: Sold}, unit: loaf, periodType: duration}
  baked: {labels: {en: Baked}, unit: loaf, periodType: duration}
`)},
		"facts/a.yaml": {Data: []byte(`source: a
defaults: {entity: shop, period: 2025, unit: loaf}
quantities:
  all: {concept: sold, value: 10}
  made: {concept: baked, value: 12}
relations:
  across: {sum: {total: all, parts: [b/rye, b/wheat]}}
claims:
  one: {text: Bread was sold, modality: fact, rests: [b/two, all]}
`)},
		"facts/b.yaml": {Data: []byte(`source: b
defaults: {entity: shop, period: 2025, unit: loaf}
quantities:
  rye: {concept: sold, value: 4, dimensions: {grain: rye}}
  wheat: {concept: sold, value: 6, dimensions: {grain: wheat}}
  all: {concept: sold, value: 10}
claims:
  two: {text: Rye was sold, modality: fact, rests: [a/one, c/three]}
`)},
		"facts/c.yaml": {Data: []byte(`source: c
defaults: {entity: shop, period: 2025, unit: loaf}
quantities:
  rye: {concept: sold, value: 4, dimensions: {grain: rye}}
  made: {concept: baked, value: 12}
claims:
  three: {text: More was sold, modality: fact, rests: [b/two]}
`)},
		"facts/d.yaml": {Data: []byte(`source: d
defaults: {entity: stall, period: 2025, unit: loaf}
quantities:
  all: {concept: sold, value: 3}
`)},
	}
}

// sameAs fails unless runs that recall parts, and runs that keep nothing of
// them, tell the same.
func sameAs(t *testing.T, what string, opts checker.Options) {
	t.Helper()
	plain := opts
	plain.Cache = ""
	want := reportOf(plain)
	for how, o := range map[string]checker.Options{
		"frugal": checker.Frugal(plain), "cached": opts, "cached and frugal": checker.Frugal(opts),
	} {
		if got := reportOf(o); got != want {
			t.Fatalf("%s, %s: they part at\n%s", what, how, parting(got, want))
		}
	}
}

// parting shows where two texts part.
func parting(got, want string) string {
	at := 0
	for at < min(len(got), len(want)) && got[at] == want[at] {
		at++
	}
	return fmt.Sprintf("%.300s\nwanted\n%.300s", got[max(at-100, 0):], want[max(at-100, 0):])
}

// replaced gives the files with a text in one of them replaced.
func replaced(t *testing.T, fsys fstest.MapFS, name, old, by string) fstest.MapFS {
	t.Helper()
	edited := maps.Clone(fsys)
	if !bytes.Contains(fsys[name].Data, []byte(old)) {
		t.Fatalf("%s does not hold %q", name, old)
	}
	edited[name] = &fstest.MapFile{Data: bytes.Replace(fsys[name].Data, []byte(old), []byte(by), 1)}
	return edited
}
