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

func verify(t *testing.T, corpus *fact.Corpus, dir string) anchor.Result {
	t.Helper()
	r, err := anchor.Verify(context.Background(), corpus, dir)
	if err != nil {
		t.Fatal(err)
	}
	return r
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

// TestAsPrinted compares what the selector quotes with the value: a digit that
// was mistyped must show, a figure that is only written in another way must not.
func TestAsPrinted(t *testing.T) {
	for _, test := range []struct{ written, exact, want string }{
		{"value: 1605", "$1,605", "same"},
		{"value: 1605, scale: 6", "1,605", "same"},
		{"value: 1.2, scale: 6", "$1.2 million", "same"},
		{"value: 1200000", "$1.2 million", "same"},
		{"value: 1200, scale: 3", "$1.2 million", "same"},
		{"value: 1.2, scale: 3", "$1.2 million", "the value is 1.2 (1200)"},
		{"value: 1.2", "$1.2 million", "the value is 1.2,"},
		{"value: 6100, scale: 8", "6,100億円", "same"},
		{"value: 61, scale: 10", "6,100億円", "same"},
		{"value: 6100, scale: 6", "6,100億円", "the value is 6100 (6100000000)"},
		{"value: 3725, scale: 3", "3,725千台", "same"},
		{"value: 35, qualifiers: [about]", "約35%", "same"},
		{"value: 36, qualifiers: [about]", "約35%", "the value is 36,"},
		{"value: +5", "5", "same"},
		{"value: 318", "-318", "the value is 318,"},
		{"value: 0.6", "0.60", "same"},
		{`value: "1/4"`, "0.25", "same"},
		{`value: "1/12"`, "12分の1", "unknown"},
		{"value: 6", "6割", "unknown"},
		{"value: 2024", "2024年度", "unknown"},
		{"value: 5", "five", "unknown"},
		{"value: 0", "-", "same"},
		{"value: 5", "－", "a dash"},
		{"status: nil", "−−", "same"},
		{"status: nil", "0", "same"},
		{"status: nil", "7", "the value is 0,"},
		{"status: lost", "7", "unknown"},
		{"text: A-", "7", "unknown"},
		{"lower: 1, upper: 2", "7", "unknown"},
	} {
		r := verify(t, build(t, head+fmt.Sprintf("  x: {concept: c, %s, selector: {line: 1, exact: %q}}\n", test.written, test.exact)), "")
		got := "same"
		switch {
		case len(r.Findings) > 0:
			got = r.Findings[0].Message.EN
			if r.Findings[0].Message.JA == "" || r.Findings[0].Help.JA == "" {
				t.Errorf("%s: a finding without Japanese", test.exact)
			}
		case r.Population[anchor.RuleAsPrinted] == 0:
			got = "unknown"
		}
		if !strings.Contains(got, test.want) {
			t.Errorf("{%s} quoting %q: %s; want %s", test.written, test.exact, got, test.want)
		}
	}
}

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
not-in-source f.yaml:29:26 s/t.r.a`
	dir := library(t, map[string]string{"deep/er/renamed.dat": sourceText, "other.txt": "another text", "empty.txt": ""})
	linked := t.TempDir()
	if err := os.Symlink(filepath.Join(dir, "deep/er/renamed.dat"), filepath.Join(linked, "link.txt")); err != nil {
		t.Skipf("no links here: %v", err)
	}
	if err := os.Symlink(linked, filepath.Join(linked, "loop")); err != nil {
		t.Fatal(err)
	}
	alias := filepath.Join(t.TempDir(), "alias")
	if err := os.Symlink(dir, alias); err != nil {
		t.Fatal(err)
	}
	for name, folder := range map[string]string{"folder": dir, "linked file": linked, "linked folder": alias, "file": filepath.Join(dir, "deep/er/renamed.dat")} {
		r := verify(t, corpus, folder)
		if got := said(r.Findings); got != want {
			t.Errorf("%s: found\n%s\nwant\n%s", name, got, want)
		}
		if n := r.Population[anchor.RuleInSource]; n != 10 {
			t.Errorf("%s: %d facts looked up", name, n)
		}
		if got := notices(r); got != "source none: 1 facts not anchored, since it is registered without a `sha256` to find its text by" {
			t.Errorf("%s: the notices are %s", name, got)
		}
	}
}

// TestSourcesNotFound says which sources are not there, and goes on: an edited
// text is not the registered one.
func TestSourcesNotFound(t *testing.T) {
	dir := library(t, map[string]string{"edited.txt": sourceText + "."})
	r := verify(t, registered(t, digest(sourceText)), dir)
	got := notices(r)
	for _, want := range []string{"source s: 9 facts not anchored, since no file", "source twin: 1 facts not anchored, since no file"} {
		if !strings.Contains(got, want) {
			t.Errorf("the notices are %s", got)
		}
	}
	if r.Population[anchor.RuleInSource] != 0 || len(r.Findings) != 0 {
		t.Errorf("%v", r)
	}
}

// TestUnreadableSources names the files that cannot be read, and goes on.
func TestUnreadableSources(t *testing.T) {
	binary := "%PDF-1.7\xff\xfe"
	dir := library(t, map[string]string{"scan.pdf": binary, "huge.txt": ""})
	if err := os.Truncate(filepath.Join(dir, "huge.txt"), 65<<20); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("nowhere", filepath.Join(dir, "broken.txt")); err != nil {
		t.Skipf("no links here: %v", err)
	}
	got := notices(verify(t, registered(t, digest(binary)), dir))
	for _, want := range []string{"scan.pdf cannot be read", "huge.txt cannot be read", "broken.txt cannot be read", "source s: 9 facts"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not among the notices: %s", want, got)
		}
	}
}

// TestBadFolder fails when the folder of sources is none, whatever is registered.
func TestBadFolder(t *testing.T) {
	for _, corpus := range []*fact.Corpus{registered(t, digest("x")), build(t, head+"  x: {concept: c, value: 1}\n")} {
		if _, err := anchor.Verify(context.Background(), corpus, filepath.Join(t.TempDir(), "nowhere")); err == nil {
			t.Error("a folder that does not exist is no error")
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := anchor.Verify(ctx, registered(t, digest("x")), t.TempDir()); err == nil {
		t.Error("a run that was called off goes on")
	}
	if r := verify(t, build(t, head+"  x: {concept: c, value: 1}\n"), t.TempDir()); len(r.Notices) > 0 {
		t.Errorf("%v", r.Notices)
	}
}
