package checker_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/tieout/tieout/checker"
)

// written copies some of the repository's own facts, a document and the
// registries, for a test to edit.
func written(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"sources.yaml", "entities.yaml", "concepts.yaml", "nismo-blog.yaml", "anchors.lock"} {
		data, err := os.ReadFile(filepath.Join("..", "facts", name))
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, "facts", name), data)
	}
	return dir
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// answer is all that a run gives: the report, and what formats show beside it.
func answer(t *testing.T, dir, cache string, opts checker.Options) string {
	t.Helper()
	opts.FS, opts.Cache = os.DirFS(dir), cache
	r, err := checker.Run(context.Background(), opts)
	if err != nil {
		return "error: " + err.Error()
	}
	report, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%s\n%v", report, r.Excerpts)
}

// edit changes a fact file somewhere: a digit, a word, a line, a whole file.
func edit(t *testing.T, random *rand.Rand, dir string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "facts", "*"))
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	file := files[random.IntN(len(files))]
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(string(data), "\n")
	i := random.IntN(len(lines))
	switch random.IntN(6) {
	case 0:
		lines[i] = ""
	case 1:
		lines[i] += lines[i]
	case 2:
		lines[i] = "# " + lines[i]
	case 3:
		write(t, filepath.Join(dir, "facts", fmt.Sprintf("copy%d.yaml", random.IntN(3))), data)
		return
	default:
		for at := range lines {
			at = (at + i) % len(lines)
			if digits := regexp.MustCompile(`[0-9]`); digits.MatchString(lines[at]) {
				lines[at] = digits.ReplaceAllString(lines[at], fmt.Sprint(random.IntN(10)))
				break
			}
		}
	}
	write(t, file, []byte(strings.Join(lines, "")))
}

// TestCacheOverEdits holds a run that recalls to one that works everything
// out, over random edits and back: a user could not tell a finding that comes
// from the facts of yesterday.
func TestCacheOverEdits(t *testing.T) {
	cache := t.TempDir()
	random := rand.New(rand.NewPCG(7, 7))
	for range 2 {
		dir := written(t)
		for step := range 8 {
			opts := checker.Options{Audit: step%2 == 1}
			want := answer(t, dir, "", opts)
			for _, how := range []string{"after an edit", "again"} {
				if got := answer(t, dir, cache, opts); got != want {
					t.Fatalf("step %d, %s: with the cache\n%s\nwithout\n%s", step, how, got, want)
				}
			}
			edit(t, random, dir)
		}
	}
}

// TestRecall answers without working anything out: a run that was stopped
// before it began still knows the report.
func TestRecall(t *testing.T) {
	dir, cache := written(t), t.TempDir()
	stopped, stop := context.WithCancel(context.Background())
	stop()
	opts := checker.Options{FS: os.DirFS(dir), Cache: cache}
	if _, err := checker.Run(stopped, opts); !errors.Is(err, context.Canceled) {
		t.Fatalf("a stopped run: %v", err)
	}
	want, err := checker.Run(context.Background(), opts)
	if err != nil {
		t.Fatal(err)
	}
	got, err := checker.Run(stopped, opts)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("the report is not recalled as it was (%v)", err)
	}
	for what, change := range map[string]func(*checker.Options){
		"audit": func(o *checker.Options) { o.Audit = true }, "paths": func(o *checker.Options) { o.Paths = []string{"facts/x.yaml"} },
		"the day": func(o *checker.Options) { o.AsOf = today().AddDate(1, 0, 0) }, "the version": func(o *checker.Options) { o.Version = "2" },
		"limits": func(o *checker.Options) { o.PolicyHeap = 1 << 29 }, "policies": func(o *checker.Options) { o.Policies = []string{dir} },
		"the texts": func(o *checker.Options) { o.Sources = dir }, "recording": func(o *checker.Options) { o.Record = func(string, []byte) error { return nil } },
	} {
		other := opts
		change(&other)
		if _, err := checker.Run(stopped, other); !errors.Is(err, context.Canceled) {
			t.Errorf("a run that differs in %s is answered by another's report (%v)", what, err)
		}
	}
}

// TestCacheDamaged gives the same report whatever has become of the cache.
func TestCacheDamaged(t *testing.T) {
	dir := written(t)
	want := answer(t, dir, "", checker.Options{})
	random := rand.New(rand.NewPCG(3, 3))
	for round := range 5 {
		cache := t.TempDir()
		answer(t, dir, cache, checker.Options{})
		files, err := filepath.Glob(filepath.Join(cache, "v1", "*", "*"))
		if err != nil || len(files) < 3 {
			t.Fatalf("the cache has %d entries (%v)", len(files), err)
		}
		for i, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			switch round {
			case 0:
				data = data[:random.IntN(len(data))]
			case 1:
				data[random.IntN(len(data))] ^= 1
			case 2: // an entry in another's place is whole, but answers another question
				if data, err = os.ReadFile(files[(i+1)%len(files)]); err != nil {
					t.Fatal(err)
				}
			case 3:
				data = nil
			case 4:
				if i%2 == 0 {
					err = os.Remove(file)
				}
			}
			if err != nil {
				t.Fatal(err)
			}
			if round != 4 || i%2 == 1 {
				write(t, file, data)
			}
		}
		for range 2 {
			if got := answer(t, dir, cache, checker.Options{}); got != want {
				t.Fatalf("round %d: another report\n%s", round, got)
			}
		}
	}
	file := filepath.Join(t.TempDir(), "file")
	write(t, file, nil)
	if got := answer(t, dir, file, checker.Options{}); got != want {
		t.Error("a cache that cannot be written changes the report")
	}
}

// TestCacheAtOnce lets runs share a cache at the same time.
func TestCacheAtOnce(t *testing.T) {
	dir, cache := written(t), t.TempDir()
	want := answer(t, dir, "", checker.Options{})
	var g sync.WaitGroup
	for range 3 {
		g.Go(func() {
			for range 2 {
				if got := answer(t, dir, cache, checker.Options{}); got != want {
					t.Error("another report")
				}
			}
		})
	}
	g.Wait()
}

func today() time.Time { return time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC) }

// TestCachePolicies sees that a policy of the user's own has changed.
func TestCachePolicies(t *testing.T) {
	dir, cache, own := written(t), t.TempDir(), t.TempDir()
	for _, severity := range []string{"note", "error", "note"} {
		write(t, filepath.Join(own, "loaves.rego"), []byte(`# METADATA
# title: T
# description: D
# custom:
#   id: bakery/loaves
#   severity: `+severity+`
#   class: source
#   scope: fact
#   kinds: [claim]
#   remediation: {en: r, ja: r}
#   message: {en: m, ja: m}
package tieout.rules.bakery.loaves

subjects contains claim.id if some claim in input.facts.claim

check contains {"subject": claim.id, "verdict": "inconsistent"} if some claim in input.facts.claim
`))
		opts := checker.Options{Policies: []string{own}}
		want := answer(t, dir, "", opts)
		if !strings.Contains(want, `"bakery/loaves"`) {
			t.Fatal("the policy does not run")
		}
		for range 2 {
			if got := answer(t, dir, cache, opts); got != want {
				t.Fatalf("%s: with the cache\n%s\nwithout\n%s", severity, got, want)
			}
		}
	}
}
