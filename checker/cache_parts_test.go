package checker_test

import (
	"fmt"
	"maps"
	"testing"
	"testing/fstest"

	"github.com/tieout/tieout/checker"
)

// TestCacheParts edits what a part leans on without standing in it. A part that
// is recalled although its references now lead elsewhere would report what is
// mended, or hide what is broken.
func TestCacheParts(t *testing.T) {
	whole := town()
	without := func(name string) fstest.MapFS {
		less := maps.Clone(whole)
		delete(less, name)
		return less
	}
	more := func(name, text string) fstest.MapFS {
		edited := maps.Clone(whole)
		edited[name] = &fstest.MapFile{Data: []byte(text)}
		return edited
	}
	stray := "source: e\nquantities: {lost: {concept: sold, value: 1, entity: shop, period: 2025, unit: loaf}}\n"
	seeking := replaced(t, whole, "facts/a.yaml", "b/two, all", "d/lost, all")
	found := maps.Clone(seeking)
	found["facts/e.yaml"] = &fstest.MapFile{Data: []byte(stray)}
	for name, states := range map[string][]fstest.MapFS{
		"a value":                {whole, replaced(t, whole, "facts/b.yaml", "value: 6", "value: 7")},
		"an id":                  {whole, replaced(t, whole, "facts/b.yaml", "two:", "twice:")},
		"an id two steps away":   {whole, replaced(t, whole, "facts/c.yaml", "three:", "four:")},
		"a kind":                 {whole, replaced(t, whole, "facts/b.yaml", "rests: [a/one, c/three]", "rests: [wheat]")},
		"a document comes":       {without("facts/b.yaml"), whole},
		"a document goes":        {whole, without("facts/b.yaml")},
		"one two steps away":     {without("facts/c.yaml"), whole},
		"a document is cut":      {whole, replaced(t, whole, "facts/b.yaml", "claims:", "claims: [")},
		"a second file":          {whole, more("facts/b2.yaml", "source: b\nclaims: {five: {text: Much, modality: fact, rests: [a/one]}}\n")},
		"a registry":             {whole, replaced(t, whole, "facts/registry.yaml", "Sold", "Sales")},
		"a member of a group":    {whole, replaced(t, whole, "facts/c.yaml", "baked, value: 12", "baked, value: 13")},
		"a group of one":         {whole, replaced(t, whole, "facts/d.yaml", "stall", "shop")},
		"an entry of no source":  {seeking, found},
		"its source is told":     {found, replaced(t, found, "facts/e.yaml", "source: e", "source: d")},
		"an entry of no source'": {found, replaced(t, found, "facts/e.yaml", "lost", "last")},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			opts := checker.Options{AsOf: asOf, Cache: t.TempDir(), Library: library(t), Workers: 1}
			for step, fsys := range append(states, states...) {
				opts.FS = fsys
				sameAs(t, fmt.Sprint("step ", step), opts)
			}
		})
	}
}
