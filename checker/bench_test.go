package checker_test

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"testing"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/corpora"
)

// sizes are those of the corpora that benchmarks run over. They are generated,
// in documents of 200 facts, with errors planted in one fact of a hundred.
var sizes = []struct {
	name  string
	facts int
}{{"200", 200}, {"10k", 10_000}, {"100k", 100_000}}

// atSizes runs a benchmark over a corpus of each size, in a folder; with -short
// without the largest.
func atSizes(b *testing.B, format string, bench func(b *testing.B, dir string, facts int)) {
	for _, size := range sizes {
		if size.facts > 10_000 && testing.Short() {
			continue
		}
		b.Run(size.name, func(b *testing.B) {
			dir := b.TempDir()
			if _, err := corpora.Write(b.Context(), dir, corpora.Options{Facts: size.facts, Format: format}); err != nil {
				b.Fatal(err)
			}
			bench(b, dir, size.facts)
		})
	}
}

// perFact runs work over and over, and reports what a fact takes: time, and
// bytes that are allocated.
func perFact(b *testing.B, facts int, work func()) {
	b.Helper()
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for b.Loop() {
		work()
	}
	runtime.ReadMemStats(&after)
	all := float64(b.N) * float64(facts)
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/all, "ns/fact")
	b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/all, "B/fact")
}

// BenchmarkRun is the whole run with all rules: read, validate, build, evaluate,
// settle; the report is not printed. Its profile tells where the time goes.
func BenchmarkRun(b *testing.B) {
	for _, format := range []string{"json", "yaml"} {
		b.Run(format, func(b *testing.B) {
			atSizes(b, format, func(b *testing.B, dir string, facts int) {
				for _, workers := range []int{1, 2} {
					b.Run(fmt.Sprintf("workers=%d", workers), func(b *testing.B) {
						defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(workers))
						perFact(b, facts, func() {
							opts := checker.Options{FS: os.DirFS(dir), AsOf: asOf}
							if _, err := checker.Run(context.Background(), opts); err != nil {
								b.Fatal(err)
							}
						})
					})
				}
			})
		})
	}
}
