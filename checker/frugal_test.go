package checker_test

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tieout/tieout/checker"
)

// reportOf is all that a run tells, or its error.
func reportOf(opts checker.Options) string {
	r, err := checker.Run(context.Background(), opts)
	if err != nil {
		return "error: " + err.Error()
	}
	data, err := json.Marshal(r)
	if err != nil {
		return "error: " + err.Error()
	}
	return fmt.Sprintf("%s\n%v", data, r.Excerpts)
}

// alike fails unless a run that lets go of the facts of each part tells the same
// as one that keeps them, whatever the number of workers.
func alike(t *testing.T, what string, fsys fstest.MapFS) {
	t.Helper()
	for _, audit := range []bool{false, true} {
		opts := checker.Options{FS: fsys, AsOf: asOf, Audit: audit, Workers: 1}
		want := reportOf(opts)
		opts.Workers = 4
		if got := reportOf(checker.Frugal(opts)); got != want {
			at := 0
			for at < min(len(got), len(want)) && got[at] == want[at] {
				at++
			}
			t.Errorf("%s, audit %t: they part at\n%.300s\nwanted\n%.300s", what, audit, got[max(at-100, 0):], want[max(at-100, 0):])
		}
	}
}

// TestFrugal tells the same of a corpus however much of it is in memory at once:
// of the facts at hand, and of these with what people do to them.
func TestFrugal(t *testing.T) {
	corpora := map[string]fstest.MapFS{"own": files(t, ownFacts), "stranger": files(t, "testdata/stranger/facts"), "ferry": files(t, "testdata/ferry/facts")}
	for name, fsys := range corpora {
		alike(t, name, fsys)
		random := rand.New(rand.NewPCG(7, 11))
		for range 2 {
			edited := maps.Clone(fsys)
			what := mangle(random, edited)
			alike(t, name+" "+what, edited)
		}
	}
}

// TestFrugalAbroad follows references out of a part: to a fact, to one that was
// left out, to one that exists nowhere, to a measure, round in a circle, into a
// file that cannot be read, and to an entry whose source is misspelt.
func TestFrugalAbroad(t *testing.T) {
	alike(t, "abroad", fstest.MapFS{
		"facts/registry.yaml": {Data: []byte(`sources:
  a: {title: A, kind: other, language: en}
  b: {title: B, kind: other, language: en}
  c: {title: C, kind: other, language: en}
  d: {title: D, kind: other, language: en}
---
entities: {shop: {type: company, labels: {en: Shop}}}
---
concepts: {sold: {labels: {en: Sold}, unit: loaf, periodType: duration}, pay: {labels: {en: Pay}, unit: EUR, periodType: duration}}
`)},
		"facts/a.yaml": {Data: []byte(`source: a
defaults: {entity: shop, period: 2025, unit: loaf}
quantities:
  all: {concept: sold, value: 10}
relations:
  across: {sum: {total: all, parts: [b/rye, b/wheat]}}
  left-out: {sum: {total: all, parts: [b/rye, b/broken]}}
  nowhere: {sum: {total: all, parts: [b/rye, b/none]}}
  no-source: {sum: {total: all, parts: [b/rye, z/none]}}
  unreadable: {sum: {total: all, parts: [b/rye, d/any]}}
  misspelt: {sum: {total: all, parts: [b/rye, c/lost]}}
claims:
  one: {text: Bread was sold, modality: fact, rests: [b/two, all]}
`)},
		"facts/b.yaml": {Data: []byte(`source: b
defaults: {entity: shop, period: 2025, unit: loaf}
quantities:
  rye: {concept: sold, value: 4}
  wheat: {concept: sold, value: 5}
  broken: {concept: nothing, value: 5}
claims:
  two: {text: Rye was sold, modality: fact, rests: [a/one, c/three]}
`)},
		"facts/c.yaml": {Data: []byte(`source: c
claims:
  three: {text: More was sold, modality: fact, rests: [b/two]}
plans:
  bonus: {period: 2025, entity: shop, measures: {sales: {metric: pay, weight: 100, target: {value: 3, unit: EUR}}}}
`)},
		"facts/d.yaml":  {Data: []byte("source: d\nquantities: {any: {concept: sold, value: 1, unit: loaf}\n")},
		"facts/zz.yaml": {Data: []byte("source: cc\nquantities: {lost: {concept: sold, value: 1, unit: loaf, entity: shop, period: 2025}}\n")},
	})
}

// mangle edits one of the files as people do by mistake, and says how.
func mangle(random *rand.Rand, fsys fstest.MapFS) string {
	names := slices.Sorted(maps.Keys(fsys))
	name := names[random.IntN(len(names))]
	lines := strings.SplitAfter(string(fsys[name].Data), "\n")
	i := random.IntN(len(lines))
	how := random.IntN(5)
	switch how {
	case 0:
		lines[i] = ""
	case 1:
		lines[i] += lines[i]
	case 2:
		lines[i] = strings.Replace(lines[i], "source", "sorce", 1)
	case 3:
		lines[i] = strings.Map(func(r rune) rune {
			if r >= '1' && r <= '8' {
				return r + 1
			}
			return r
		}, lines[i])
	case 4:
		lines = lines[:i]
	}
	fsys[name] = &fstest.MapFile{Data: []byte(strings.Join(lines, ""))}
	return fmt.Sprintf("with %s edited at line %d (%d)", name, i+1, how)
}
