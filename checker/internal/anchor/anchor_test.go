package anchor_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tieout/tieout/checker/internal/anchor"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/lock"
	"github.com/tieout/tieout/checker/internal/sourcetext"
	"github.com/tieout/tieout/checker/internal/validate"
)

// build makes the facts of a file, all of which must stand.
func build(t *testing.T, facts string) *fact.Corpus {
	t.Helper()
	loaded, err := load.Load(context.Background(), fstest.MapFS{"f.yaml": {Data: []byte(facts)}}, []string{"."})
	if err != nil {
		t.Fatal(err)
	}
	valid := validate.Documents(loaded.Documents)
	corpus, problems := fact.Build(loaded.Documents, valid.Invalid, false)
	for _, f := range slices.Concat(loaded.Problems, valid.Findings, problems) {
		t.Fatalf("%s: %s", f.Location, f.Message.EN)
	}
	return corpus
}

// verify holds facts to the texts in a folder, "" for none, and to what was
// recorded.
func verify(t *testing.T, corpus *fact.Corpus, dir string, recorded ...lock.Entry) anchor.Result {
	t.Helper()
	in := anchor.Input{Corpus: corpus, Texts: texts(t, corpus, dir)}
	if len(recorded) > 0 {
		in.Lock = lock.New("anchors.lock", recorded)
	}
	drawn := corpus.Uses().Sources
	return anchor.Conclude([]anchor.Result{anchor.Verify(in)}, anchor.Circumstances{
		Texts: in.Texts, Lock: in.Lock, Complete: true, Drawn: func(source string) bool { return drawn[source] },
	})
}

func texts(t *testing.T, corpus *fact.Corpus, dir string) *sourcetext.Texts {
	t.Helper()
	texts, err := anchor.Open(context.Background(), corpus, dir)
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

// said writes findings as "rule place subject".
func said(findings []finding.Finding) string {
	lines := make([]string, len(findings))
	for i, f := range findings {
		lines[i] = fmt.Sprintf("%s %s %s", strings.TrimPrefix(f.Rule, "record/"), f.Location, f.Subject)
	}
	return strings.Join(lines, "\n")
}

func notices(r anchor.Result) string {
	lines := make([]string, len(r.Notices))
	for i, n := range r.Notices {
		lines[i] = n.Message.EN
	}
	return strings.Join(lines, "\n")
}

const head = `
sources: {s: {title: S, kind: other, language: en}}
---
concepts: {c: {labels: {en: C}, periodType: duration, sign: any}}
---
source: s
quantities:
`

// TestSplit compares each cell with its own piece, and the pieces with what they
// part, once for the row.
func TestSplit(t *testing.T) {
	r := verify(t, build(t, strings.TrimSuffix(head, "quantities:\n")+`
tables:
  t:
    concept: c
    columns: {a: {dimensions: {k: a}}, b: {dimensions: {k: b}}, c: {dimensions: {k: c}}}
    rows:
      good: {selector: {line: 1, exact: "1,605 415-", split: ["1,605", "415", "-"]}, cells: [1605, 415, "-"]}
      shifted: {dimensions: {r: x}, selector: {line: 2, exact: "12-4", split: ["12", "-", "4"]}, cells: [12, 4, "-"]}
      changed: {dimensions: {r: y}, selector: {line: 3, exact: "1234", split: ["12", "3", "5"]}, cells: [12, 3, 5]}
      whole: {dimensions: {r: z}, selector: {line: 4, exact: "9"}, cells: [1, 2, 3]}
`), "")
	want := `not-as-printed f.yaml:14:110 s/t.shifted.b
not-as-printed f.yaml:14:113 s/t.shifted.c
not-as-printed f.yaml:15:47 s/t.changed.a`
	if got := said(r.Findings); got != want {
		t.Errorf("found\n%s\nwant\n%s", got, want)
	}
	if n := r.Population[anchor.RuleAsPrinted]; n != 9 {
		t.Errorf("%d figures compared", n)
	}
	if got := notices(r); !strings.HasPrefix(got, "12 facts not anchored: no source texts") {
		t.Errorf("the notices are %s", got)
	}
}

const sourceText = "\ufeffBudget\r\nRevenue 1,605 of 1,605\r\nTotal 9"

// library writes files below a new folder.
func library(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func digest(data string) string {
	sum := sha256.Sum256([]byte(data))
	return hex.EncodeToString(sum[:])
}

// registered makes facts of a source with a digest.
func registered(t *testing.T, sum string) *fact.Corpus {
	t.Helper()
	return build(t, fmt.Sprintf(`
sources:
  s: {title: S, kind: other, language: en, sha256: %s}
  twin: {title: The same, kind: other, language: en, sha256: %s}
  none: {title: No digest, kind: other, language: en}
---
concepts: {c: {labels: {en: C}, periodType: duration, sign: any}}
---
source: none
quantities: {x: {concept: c, value: 1, selector: {line: 1}}}
---
source: twin
quantities: {x: {concept: c, value: 1605, selector: {line: 2, exact: "1,605", occurrence: 1}}}
---
source: s
quantities:
  right: {concept: c, value: 9, selector: {line: 3, exact: "9"}}
  twice: {concept: c, value: 1605, selector: {line: 2, exact: "1,605"}}
  third: {concept: c, value: 1605, selector: {line: 2, exact: "1,605", occurrence: 3}}
  second: {concept: c, value: 1605, selector: {line: 2, exact: "1,605", occurrence: 2}}
  elsewhere: {concept: c, value: 9, selector: {line: 2, exact: "9"}}
  beyond: {concept: c, value: 9, selector: {line: 4}}
  line: {concept: c, value: 9, selector: {line: 1}}
  nowhere: {concept: c, value: 9}
tables:
  t:
    concept: c
    columns: {a: {dimensions: {k: a}}, b: {dimensions: {k: b}}}
    rows: {r: {selector: {line: 3, exact: "91", split: ["9", "1"]}, cells: [9, 1]}}
`, sum, sum))
}

// TestInSource looks every quotation up, in a file found by its digest whatever
// its name, folder or link.
func TestInSource(t *testing.T) {
	corpus := registered(t, digest(sourceText))
	want := `not-in-source f.yaml:18:46 s/twice
not-in-source f.yaml:19:46 s/third
not-in-source f.yaml:21:47 s/elsewhere
not-in-source f.yaml:22:44 s/beyond
not-in-source f.yaml:29:26 s/t.r.a
source-shared f.yaml:3:3 s
source-shared f.yaml:4:3 twin`
	dir := library(t, map[string]string{"deep/er/renamed.dat": sourceText, "other.txt": "another text", "empty.txt": ""})
	r := verify(t, corpus, dir)
	if got := said(r.Findings); got != want {
		t.Errorf("found\n%s\nwant\n%s", got, want)
	}
	if n := r.Population[anchor.RuleInSource]; n != 10 {
		t.Errorf("%d facts looked up", n)
	}
	if got := notices(r); !strings.Contains(got, "none is registered without a sha256") || !strings.Contains(got, "1 facts not anchored") {
		t.Errorf("the notices are %s", got)
	}
	if want := (finding.Anchors{Verified: 4, Unverified: 7}); r.Anchors != want || r.Sound {
		t.Errorf("%+v, sound: %v", r.Anchors, r.Sound)
	}
	if message := r.Findings[0].Message; !strings.Contains(message.EN, "at columns 9, 18") {
		t.Errorf("a quotation that stands twice is reported without its places: %s", message.EN)
	}
}

// TestSourcesNotFound counts the facts whose texts are not there, and goes on:
// an edited text is not the registered one.
func TestSourcesNotFound(t *testing.T) {
	dir := library(t, map[string]string{"edited.txt": sourceText + "."})
	r := verify(t, registered(t, digest(sourceText)), dir)
	if got := notices(r); !strings.Contains(got, "11 facts not anchored: no text that is as registered for none, s, twin") {
		t.Errorf("the notices are %s", got)
	}
	if r.Population[anchor.RuleInSource] != 0 || r.Anchors.Unverified != 11 || r.Anchors.Verified != 0 {
		t.Errorf("%v", r)
	}
}

// TestBadFolder fails when the folder of sources is none.
func TestBadFolder(t *testing.T) {
	corpus := registered(t, digest("x"))
	if _, err := anchor.Open(context.Background(), corpus, filepath.Join(t.TempDir(), "nowhere")); err == nil {
		t.Error("a folder that does not exist is no error")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := anchor.Open(ctx, corpus, library(t, map[string]string{"a.txt": "x"})); err == nil {
		t.Error("a run that was called off goes on")
	}
}
