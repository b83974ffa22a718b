package checker_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/tieout/tieout/checker"
)

// damage does to each entry of a cache what disks, killed processes and other
// versions of the program do to files.
func damage(t *testing.T, random *rand.Rand, cache string) {
	t.Helper()
	entries, err := filepath.Glob(filepath.Join(cache, "v1", "*", "*"))
	if err != nil || len(entries) < 4 {
		t.Fatalf("the cache has %d entries (%v)", len(entries), err)
	}
	contents := make([][]byte, len(entries))
	for i, name := range entries {
		if contents[i], err = os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	for i, name := range entries {
		data := contents[i]
		switch random.IntN(7) {
		case 0: // whole
		case 1:
			data = data[:random.IntN(len(data))]
		case 2:
			data[random.IntN(len(data))] ^= 1 << random.IntN(8)
		case 3:
			data = contents[random.IntN(len(contents))]
		case 4:
			data = append([]byte("tieout cache 2\n"), data...)
		case 5:
			data = nil
		case 6:
			if err := errors.Join(os.Remove(name), os.Mkdir(name, 0o700)); err != nil {
				t.Fatal(err)
			}
			continue
		}
		write(t, name, data)
	}
}

// TestCacheDamage has runs at once use a cache whose entries are damaged, each
// in its way, over documents that lean on each other: some parts are recalled
// then, and some are not, and the one must not mislead the other.
func TestCacheDamage(t *testing.T) {
	whole := town()
	edited := replaced(t, whole, "facts/b.yaml", "value: 6", "value: 7")
	opts := checker.Options{AsOf: asOf, Library: library(t), FS: whole}
	want := reportOf(opts)
	opts.FS = edited
	other := reportOf(opts)
	if want == other {
		t.Fatal("the edit makes no difference")
	}
	random := rand.New(rand.NewPCG(5, 5))
	for round := range 6 {
		opts.Cache = t.TempDir()
		opts.FS = whole
		reportOf(opts)
		damage(t, random, opts.Cache)
		var runs sync.WaitGroup
		for _, o := range []checker.Options{opts, checker.Frugal(opts)} {
			for _, edit := range []bool{false, true} {
				runs.Go(func() {
					o, want := o, want
					if edit {
						o.FS, want = edited, other
					}
					for _, how := range []string{"at once", "again"} {
						if got := reportOf(o); got != want {
							t.Errorf("%s: they part at\n%s", fmt.Sprintf("round %d, edited %t, %s", round, edit, how), parting(got, want))
						}
					}
				})
			}
		}
		runs.Wait()
	}
}
