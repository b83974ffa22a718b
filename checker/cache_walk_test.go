package checker_test

import (
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/corpora"
)

// generated is a corpus with planted errors, in memory.
func generated(tb testing.TB, o corpora.Options) fstest.MapFS {
	tb.Helper()
	dir := tb.TempDir()
	if _, err := corpora.Write(tb.Context(), dir, o); err != nil {
		tb.Fatal(err)
	}
	m := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS(dir), "facts", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(os.DirFS(dir), name)
		m[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return m
}

// TestCacheWalk goes from corpus to corpus, by edits of one document or another
// and back to where it was, over documents that refer to each other and print
// the same figures. Whatever is recalled on the way, and however much of the
// corpus is in memory, the report is that of a run that works everything out.
func TestCacheWalk(t *testing.T) {
	for name, fsys := range map[string]fstest.MapFS{
		"town": town(), "stranger": files(t, "testdata/stranger/facts"), "ferry": files(t, "testdata/ferry/facts"),
		"generated": generated(t, corpora.Options{Facts: 300, PerDocument: 12}),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			random := rand.New(rand.NewPCG(uint64(len(name)), 13))
			opts := checker.Options{AsOf: asOf, Cache: t.TempDir(), Library: library(t), Workers: 2}
			been, what := []fstest.MapFS{fsys}, "as it was"
			for step := range 8 {
				opts.FS, opts.Audit = been[len(been)-1], random.IntN(4) == 0
				sameAs(t, fmt.Sprintf("step %d, %s", step, what), opts)
				now := maps.Clone(been[random.IntN(len(been))])
				names := slices.Sorted(maps.Keys(now))
				file := names[random.IntN(len(names))]
				switch random.IntN(6) {
				case 0:
					what = "as before"
				case 1:
					what = "without " + file
					delete(now, file)
				case 2:
					what = "with a copy of " + file
					now[strings.Replace(file, ".", "-copy.", 1)] = now[file]
				default:
					what = mangle(random, now)
				}
				been = append(been, now)
			}
		})
	}
}
