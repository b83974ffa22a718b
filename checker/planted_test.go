package checker_test

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/corpora"
)

// outcome is what tells a finding from all others.
type outcome struct{ rule, of, verdict, subject string }

func (o outcome) String() string {
	return fmt.Sprintf("%s %s %s[%s]", o.rule, o.subject, o.verdict, o.of)
}

// TestPlanted generates corpora and demands that the checker finds the errors
// that are planted in them, each with its rule, case, verdict and place, and
// nothing else. TIEOUT_PLANTED adds a size, such as 100000.
func TestPlanted(t *testing.T) {
	sizes := []int{1_000, 10_000}
	if more := os.Getenv("TIEOUT_PLANTED"); more != "" {
		n, err := strconv.Atoi(more)
		if err != nil {
			t.Fatalf("TIEOUT_PLANTED is no number of facts: %q", more)
		}
		sizes = append(sizes, n)
	}
	for _, size := range sizes {
		for _, format := range []string{"json", "yaml"} {
			t.Run(fmt.Sprintf("%d/%s", size, format), func(t *testing.T) {
				expectPlanted(t, corpora.Options{Facts: size, Format: format, Seed: uint64(size)}, false)
			})
		}
	}
	t.Run("one document, with the checks that hold", func(t *testing.T) {
		expectPlanted(t, corpora.Options{Facts: 1_500, PerDocument: 1_500, Format: "json"}, true)
	})
	t.Run("small documents", func(t *testing.T) {
		expectPlanted(t, corpora.Options{Facts: 2_003, PerDocument: 7, Format: "json"}, false)
	})
	t.Run("errors of form", func(t *testing.T) {
		expectPlanted(t, corpora.Options{Facts: 3_200, Seed: 3, Format: "json", Broken: true}, false)
	})
}

func expectPlanted(t *testing.T, o corpora.Options, audit bool) {
	t.Helper()
	dir := t.TempDir()
	planted, err := corpora.Write(t.Context(), dir, o)
	if err != nil {
		t.Fatal(err)
	}
	r, err := checker.Run(context.Background(), checker.Options{FS: os.DirFS(dir), AsOf: asOf, Audit: audit})
	if err != nil {
		t.Fatal(err)
	}
	left := map[outcome]corpora.Planted{}
	errors := 0
	for _, p := range planted {
		o := outcome{p.Rule, p.Case, p.Verdict, p.Subject}
		if _, ok := left[o]; ok {
			t.Errorf("planted twice: %v", o)
		}
		left[o] = p
		if !p.Consequence {
			errors++
		}
	}
	if want := o.Facts / 100; errors != want {
		t.Errorf("%d errors are planted, want %d", errors, want)
	}
	for _, f := range r.Findings {
		o := outcome{f.Rule, f.Case, string(f.Verdict), f.Subject}
		p, ok := left[o]
		if !ok {
			t.Errorf("false alarm: %v at %s: %s", o, f.Location, f.Message.EN)
			continue
		}
		if !places(f)[p.File] {
			t.Errorf("%v: planted in %s, found in %v", o, p.File, places(f))
		}
		delete(left, o)
	}
	for _, o := range slices.SortedFunc(maps.Keys(left), func(a, b outcome) int { return cmp.Compare(a.String(), b.String()) }) {
		t.Errorf("not found: %v in %s", o, left[o].File)
	}
	if r.Summary.Facts != o.Facts && !o.Broken {
		t.Errorf("the corpus has %d facts, want %d", r.Summary.Facts, o.Facts)
	}
	covered(t, o, planted)
}

// places are the files that a finding points into.
func places(f checker.Finding) map[string]bool {
	files := map[string]bool{f.Location.File: true}
	if f.Evidence != nil {
		for _, o := range f.Evidence.Operands {
			files[o.Location.File] = true
		}
	}
	return files
}

// covered holds what is planted in a corpus of some size to all families of
// rules, and to rules of every scope.
func covered(t *testing.T, o corpora.Options, planted []corpora.Planted) {
	t.Helper()
	if o.Facts < 9_000 {
		return
	}
	rules, families := map[string]bool{}, map[string]int{}
	for _, p := range planted {
		if !rules[p.Rule] {
			rules[p.Rule] = true
			family, _, _ := strings.Cut(p.Rule, "/")
			families[family]++
		}
	}
	for _, family := range []string{"arithmetic", "citation", "completeness", "count", "equality", "order", "pay", "register", "time"} {
		if families[family] < 2 && (!o.Broken || family != "register") {
			t.Errorf("the family %s has errors for fewer than two rules", family)
		}
	}
	if len(rules) < 50 {
		t.Errorf("errors are planted for %d rules", len(rules))
	}
}
