package checker_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/report"
	"github.com/tieout/tieout/checker/internal/spill"
)

// streamed are the formats that hold everything of a report of any length.
func streamed(fsys fstest.MapFS) map[string]report.Format {
	return map[string]report.Format{
		"json": report.JSON{}, "csv": report.CSV{}, "sarif": report.SARIF{Lang: "en", Files: fsys}, "sarif-audit": report.SARIFAudit{},
		"junit": report.JUnit{Lang: "ja"}, "text": report.Text{Lang: "en"}, "by rule": report.Text{Lang: "ja", Group: "rule", Explain: true},
		"by source": report.Text{Lang: "en", Group: "source"}, "github": report.GitHub{Lang: "en"}, "markdown": report.Markdown{Lang: "ja"},
	}
}

// sameStreamed fails unless every format gives the same bytes of a report that is
// held in memory and of one that is not.
func sameStreamed(t *testing.T, what string, fsys fstest.MapFS, opts checker.Options) {
	t.Helper()
	opts.FS, opts.AsOf = fsys, asOf
	short, err := checker.Run(context.Background(), opts)
	long, failed := checker.Run(context.Background(), checker.Streaming(checker.Frugal(opts), 1))
	if err != nil || failed != nil {
		if fmt.Sprint(err) != fmt.Sprint(failed) {
			t.Errorf("%s: %v, streamed: %v", what, err, failed)
		}
		return
	}
	defer func() {
		if err := long.Close(); err != nil {
			t.Error(err)
		}
	}()
	if total := short.Count() + short.Held(); total > 1 && long.Long == nil || long.Count() != short.Count() || long.Held() != short.Held() {
		t.Fatalf("%s: %d and %d findings, %d and %d passes", what, short.Count(), long.Count(), short.Held(), long.Held())
	}
	for name, format := range streamed(fsys) {
		var want, got bytes.Buffer
		if err := errors.Join(format.Write(&want, short), format.Write(&got, long)); err != nil {
			t.Fatalf("%s, %s: %v", what, name, err)
		}
		if !bytes.Equal(want.Bytes(), got.Bytes()) {
			at := 0
			for at < min(got.Len(), want.Len()) && got.Bytes()[at] == want.Bytes()[at] {
				at++
			}
			t.Errorf("%s, %s: they part at\n%.300s\nwanted\n%.300s", what, name, got.Bytes()[max(at-200, 0):], want.Bytes()[max(at-200, 0):])
		}
	}
	if err := (report.HTML{}).Write(io.Discard, long); err != nil {
		t.Errorf("%s: %v", what, err)
	}
}

// TestStreamed gives the same bytes of a report whether its findings were in
// memory: of the facts at hand, of these with what people do to them, with
// decisions, and on a part of the files.
func TestStreamed(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 8))
	for name, fsys := range map[string]fstest.MapFS{
		"own": files(t, ownFacts), "stranger": files(t, "testdata/stranger/facts"), "ferry": files(t, "testdata/ferry/facts"),
	} {
		sameStreamed(t, name, fsys, checker.Options{Audit: true})
		sameStreamed(t, name+" without passes", fsys, checker.Options{})
		for range 2 {
			edited := maps.Clone(fsys)
			what := mangle(random, edited)
			what += " and " + mangle(random, edited)
			sameStreamed(t, name+" "+what, edited, checker.Options{Audit: random.IntN(2) == 0})
		}
		some := slices.Sorted(maps.Keys(fsys))[:1+random.IntN(len(fsys))]
		sameStreamed(t, fmt.Sprint(name, " on ", some), fsys, checker.Options{Audit: true, Paths: some})
	}
}

// loaves is a document of sums, every other of them wrong, with as many facts.
func loaves(id string, sums int) *fstest.MapFile {
	var b strings.Builder
	fmt.Fprintf(&b, "source: %s\ndefaults: {entity: shop, period: 2025, unit: loaf}\nquantities:\n", id)
	for i := range sums {
		fmt.Fprintf(&b, "  rye%d: {concept: sold, value: %d}\n  wheat%d: {concept: sold, value: 2}\n  all%d: {concept: sold, value: %d}\n", i, i, i, i, i+2+i%2*7)
	}
	b.WriteString("relations:\n")
	for i := range sums {
		fmt.Fprintf(&b, "  sum%d: {sum: {total: all%d, parts: [rye%d, wheat%d]}}\n", i, i, i, i)
	}
	return &fstest.MapFile{Data: []byte(b.String())}
}

func bakery(documents, sums int) fstest.MapFS {
	fsys := fstest.MapFS{}
	var b strings.Builder
	b.WriteString("entities: {shop: {type: company, labels: {en: Shop}}}\n---\nconcepts: {sold: {labels: {en: Sold, ja: 販売数}, unit: loaf, periodType: duration}}\n---\nsources:\n")
	for i := range documents {
		id := fmt.Sprintf("day%03d", i)
		fmt.Fprintf(&b, "  %s: {title: Day %d, kind: other, language: en}\n", id, i)
		fsys["facts/"+id+".yaml"] = loaves(id, sums)
	}
	fsys["facts/registry.yaml"] = &fstest.MapFile{Data: []byte(b.String())}
	return fsys
}

// TestStreamedDecisions applies decisions to findings that are not in memory:
// live, stale, expired and unused ones.
func TestStreamedDecisions(t *testing.T) {
	fsys := bakery(3, 20)
	plain, err := checker.Run(context.Background(), checker.Options{FS: fsys, AsOf: asOf})
	if err != nil || len(plain.Findings) < 10 {
		t.Fatal(len(plain.Findings), err)
	}
	var b strings.Builder
	b.WriteString("dispositions:\n")
	for i, more := range []string{"", ", evidence: 000000000000000000000000", ", expires: 2020-01-01", ""} {
		fingerprint := plain.Findings[2*i].Fingerprint
		if i == 3 {
			fingerprint = strings.Repeat("0", 24)
		}
		fmt.Fprintf(&b, "  - {fingerprint: %q, status: accepted, reason: The baker has looked at it, owner: baker, approver: miller, date: %s%s}\n",
			fingerprint, asOf.Format("2006-01-02"), more)
	}
	fsys["facts/dispositions.yaml"] = &fstest.MapFile{Data: []byte(b.String())}
	decided, err := checker.Run(context.Background(), checker.Options{FS: fsys, AsOf: asOf})
	if err != nil || decided.Summary.Decided == 0 {
		t.Fatalf("%d findings are decided (%v): %+v", decided.Summary.Decided, err, decided.Findings[0])
	}
	sameStreamed(t, "bakery", fsys, checker.Options{Audit: true})
	sameStreamed(t, "bakery, one day", fsys, checker.Options{Paths: []string{"facts/day001.yaml"}})
}

// TestStreamedNoRoom ends a run whose findings nothing can hold, and says why;
// nothing is left behind by one that goes well.
func TestStreamedNoRoom(t *testing.T) {
	opts := checker.Streaming(checker.Options{FS: bakery(2, 10), AsOf: asOf, Audit: true}, 5)
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	r, err := checker.Run(context.Background(), opts)
	if err != nil || r.Long == nil {
		t.Fatal(err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v (%v)", left, err)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	if err := (report.JSON{}).Write(io.Discard, r); err == nil {
		t.Error("a report that is closed is printed as if it had no findings")
	}
	t.Setenv("TMPDIR", filepath.Join(dir, "nowhere"))
	_, err = checker.Run(context.Background(), opts)
	if _, ok := errors.AsType[*spill.Error](err); !ok {
		t.Errorf("no room: %v", err)
	}
}

// TestStreamedFromCache takes the parts from the cache.
func TestStreamedFromCache(t *testing.T) {
	opts := checker.Streaming(checker.Frugal(checker.Options{FS: bakery(4, 10), AsOf: asOf, Audit: true, Cache: t.TempDir()}), 5)
	var first string
	for range 3 {
		r, err := checker.Run(context.Background(), opts)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := errors.Join((report.JSON{}).Write(&b, r), r.Close()); err != nil {
			t.Fatal(err)
		}
		if first == "" {
			first = b.String()
		}
		if b.String() != first {
			t.Error("another report")
		}
	}
}
