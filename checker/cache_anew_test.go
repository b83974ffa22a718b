package checker_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/tieout/tieout/checker"
)

// TestCacheAnew edits one document and demands that what it touches is judged
// anew and nothing else: its part, those that lean on it, and the groups that it
// has figures of. A cache that gave the right report by working it all out again
// would pass every other test.
func TestCacheAnew(t *testing.T) {
	whole := town()
	for name, c := range map[string]struct {
		fsys           fstest.MapFS
		sources        []string
		groups, judged int
	}{
		"nothing":                   {whole, nil, 6, 0},
		"a document alone":          {replaced(t, whole, "facts/d.yaml", "value: 3", "value: 4"), []string{"d"}, 6, 0},
		"a figure of two documents": {replaced(t, whole, "facts/c.yaml", "baked, value: 12", "baked, value: 13"), []string{"a", "b", "c"}, 6, 4},
		"a registry":                {replaced(t, whole, "facts/registry.yaml", "Sold", "Sales"), []string{"a", "b", "c", "d"}, 6, 6},
	} {
		t.Run(name, func(t *testing.T) {
			for _, frugal := range []bool{false, true} {
				opts := checker.Options{AsOf: asOf, Cache: t.TempDir(), Library: library(t), FS: whole}
				if frugal {
					opts = checker.Frugal(opts)
				}
				if _, err := checker.Run(context.Background(), opts); err != nil {
					t.Fatal(err)
				}
				opts.FS = c.fsys
				sources, groups, judged, err := checker.Anew(context.Background(), opts)
				if err != nil {
					t.Fatal(err)
				}
				got := fmt.Sprintf("%v, %d groups of %d", sources, judged, groups)
				if !slices.Equal(sources, c.sources) || groups != c.groups || judged != c.judged {
					t.Errorf("frugal %t: %s are judged anew, want %v, %d groups of %d", frugal, got, c.sources, c.judged, c.groups)
				}
			}
		})
	}
}

// TestCacheAnewBesideMuch keeps the groups of a run whose parts come to more than
// memory is to hold, as long as the groups themselves do not.
func TestCacheAnewBesideMuch(t *testing.T) {
	for short, want := range map[int]int{12: 0, 1: 6} {
		opts := checker.Streaming(checker.Frugal(checker.Options{AsOf: asOf, Audit: true, Cache: t.TempDir(), Library: library(t), FS: town()}), short)
		report, err := checker.Run(context.Background(), opts)
		if err != nil {
			t.Fatal(err)
		}
		if err := report.Close(); err != nil || report.Findings != nil {
			t.Fatalf("with room for %d, the report is in memory (%v)", short, err)
		}
		if _, groups, judged, err := checker.Anew(context.Background(), opts); err != nil || groups != 6 || judged != want {
			t.Errorf("with room for %d, %d of %d groups are judged anew, want %d (%v)", short, judged, groups, want, err)
		}
	}
}
