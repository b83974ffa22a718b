package checker_test

import (
	"context"
	"os"
	"runtime"
	"testing"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/corpora"
)

// TestMemory runs over a corpus and one of nine times the facts, and looks at
// times for what is in use. Where the facts of each part are let go, a part
// leaves little behind, and a larger corpus takes little more; else an archive
// could not be checked that fits the machine's memory only in parts. The run
// that keeps all facts shows that the measure sees them.
func TestMemory(t *testing.T) {
	const few, many = 1_000, 9_000
	small, large := t.TempDir(), t.TempDir()
	for dir, facts := range map[string]int{small: few, large: many} {
		if _, err := corpora.Write(t.Context(), dir, corpora.Options{Facts: facts, Format: "json"}); err != nil {
			t.Fatal(err)
		}
	}
	plain := checker.Options{AsOf: asOf, Library: library(t), Workers: 1}
	all := inUse(t, large, plain)
	kept := (all.most - inUse(t, small, plain).most) / (many - few)
	let := inUse(t, large, checker.Frugal(plain))
	frame := (let.most - inUse(t, small, checker.Frugal(plain)).most) / (many - few)
	left := (let.last - let.early) / (let.to - let.from)
	t.Logf("bytes a fact: %d in a run that keeps it; %d in one that lets it go, %d of them for what is left of it", kept, frame, left)
	if left > kept/10 {
		t.Errorf("of a fact that was let go %d bytes are left, a tenth of those that it takes, %d, would be too many", left, kept)
	}
	if frame > kept/4 {
		t.Errorf("a corpus whose facts are let go takes %d bytes more for each, a quarter of those of a fact, %d, would be too many", frame, kept)
	}
}

// use is what of the memory was in use, in bytes, at some times of a run: at
// most, after the first fifth of the way, and in the end; from and to are the
// facts checked by then.
type use struct{ most, early, last, from, to int64 }

func inUse(t *testing.T, dir string, opts checker.Options) (u use) {
	t.Helper()
	var next int64
	opts.FS = os.DirFS(dir)
	opts.Progress = func(p checker.Progress) {
		if p.Done < next {
			return
		}
		next += p.Total / 5
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		u.last, u.to = int64(m.HeapAlloc), p.Facts
		u.most = max(u.most, u.last)
		if u.from == 0 {
			u.early, u.from = u.last, p.Facts
		}
	}
	if _, err := checker.Run(context.Background(), opts); err != nil {
		t.Fatal(err)
	}
	return u
}
