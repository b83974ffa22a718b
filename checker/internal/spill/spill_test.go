package spill_test

import (
	"cmp"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tieout/tieout/checker/internal/spill"
)

type loaf struct {
	Weight int
	Name   string
}

func byWeight(a, b *loaf) int { return cmp.Compare(a.Weight, b.Weight) }

// TestSorter gives what a sort in memory gives, equal values in the order in
// which they came, twice over, and leaves no file behind.
func TestSorter(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	random := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 1, 2, 100, 3000} {
		for _, chunk := range []int{1, 100, 5000, 1 << 20} {
			var file spill.File
			s := spill.Chunked(spill.NewSorter(&file, byWeight), chunk)
			var want []loaf
			for range n {
				l := loaf{random.IntN(40), strings.Repeat("x", random.IntN(30)) + string(rune('a'+random.IntN(26)))}
				want = append(want, l)
				if err := s.Add(l); err != nil {
					t.Fatal(err)
				}
			}
			if err := s.Seal(); err != nil || s.Len() != n {
				t.Fatal(s.Len(), err)
			}
			slices.SortStableFunc(want, func(a, b loaf) int { return byWeight(&a, &b) })
			for range 2 {
				var got []loaf
				for l, err := range s.All() {
					if err != nil {
						t.Fatal(err)
					}
					got = append(got, *l)
				}
				if !slices.Equal(got, want) {
					t.Fatalf("%d values in runs of %d bytes come out in another order", n, chunk)
				}
			}
			if err := errors.Join(file.Close(), file.Close()); err != nil {
				t.Fatal(err)
			}
		}
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("files are left: %v (%v)", left, err)
	}
}

// TestNoRoom says what to do about a temporary folder that cannot be used.
func TestNoRoom(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "nowhere")
	t.Setenv("TMPDIR", dir)
	s := spill.NewSorter(&spill.File{}, byWeight)
	err := errors.Join(s.Add(loaf{1, "rye"}), s.Seal())
	if _, ok := errors.AsType[*spill.Error](err); !ok || !strings.Contains(err.Error(), dir) || !strings.Contains(err.Error(), "TMPDIR") {
		t.Error(err)
	}
}

// TestReadAfterClose is an error, not findings that are missing.
func TestReadAfterClose(t *testing.T) {
	var file spill.File
	s := spill.NewSorter(&file, byWeight)
	if err := errors.Join(s.Add(loaf{1, "rye"}), s.Seal(), file.Close()); err != nil {
		t.Fatal(err)
	}
	for _, err := range s.All() {
		if err == nil {
			t.Error("a value of a closed file")
		}
		return
	}
	t.Error("nothing is said")
}
