package annotate_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/tieout/tieout/checker/internal/anchor"
	"github.com/tieout/tieout/checker/internal/annotate"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/validate"
)

const concepts = "concepts:\n  revenue: {labels: {en: Revenue}, periodType: duration, sign: any}\n"

// annotated runs the step over facts of the source budget and a finding that has
// the facts of the given ids for operands. Without a text there is no folder.
func annotated(t *testing.T, text, facts string, audit bool, operands ...string) *finding.Report {
	t.Helper()
	dir, sum := "", sha256.Sum256([]byte(text))
	if text != "" {
		dir = t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "budget.txt"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	registry := fmt.Sprintf("sources:\n  budget: {title: City budget, kind: other, sha256: %s}\n", hex.EncodeToString(sum[:]))
	files := fstest.MapFS{"facts/all.yaml": {Data: []byte(registry + "---\n" + concepts + "---\nsource: budget\n" + facts)}}
	loaded, err := load.Load(context.Background(), files, []string{"facts"})
	if err != nil {
		t.Fatal(err)
	}
	valid := validate.Documents(loaded.Documents)
	corpus, problems := fact.Build(loaded.Documents, valid.Invalid, loaded.Incomplete())
	for _, p := range append(append(loaded.Problems, valid.Findings...), problems...) {
		t.Fatalf("%s: %s", p.Location, p.Message.EN)
	}
	texts, err := anchor.Open(context.Background(), corpus, dir)
	if err != nil {
		t.Fatal(err)
	}
	f := finding.Finding{Evidence: &finding.Evidence{}}
	for _, id := range operands {
		f.Evidence.Operands = append(f.Evidence.Operands, finding.Operand{Fact: "budget/" + id, Source: "budget"})
	}
	r := &finding.Report{Findings: []finding.Finding{f, {}}}
	annotate.Report(r, annotate.Input{
		Corpus: corpus, Texts: texts, Audit: audit, Used: func() map[string]bool { return map[string]bool{"budget/a": true} },
	})
	if audit {
		r.References = annotate.References(corpus)
	}
	return r
}

const quantities = `quantities:
  a: {concept: revenue, value: 1204, selector: {line: 2, exact: "1,204"}}
  b: {concept: revenue, value: 5, selector: {line: 3, exact: "5", occurrence: 2}}
  c: {concept: revenue, value: 7, selector: {line: 2}}
  d: {concept: revenue, value: 9, selector: {line: 99, exact: "9"}}
  e: {concept: revenue, value: 9}
`

// A reader recognises a figure by the words around it, and never gets so many
// that the report stands for the document.
func TestPassages(t *testing.T) {
	long := strings.Repeat("あ", 200)
	text := "# Budget\n" + long + "1,204" + long + "\n5 of 5 parks\n"
	r := annotated(t, text, quantities, false, "a", "b", "c", "d", "e", "nowhere")
	ops := r.Findings[0].Evidence.Operands
	if got := ops[0].Passage; !strings.Contains(got, "あ1,204あ") || utf8.RuneCountInString(got) > 120 || !strings.HasPrefix(got, "…") || !strings.HasSuffix(got, "…") {
		t.Errorf("a: %d characters: %s", utf8.RuneCountInString(got), got)
	}
	if got := ops[1].Passage; got != "5 of 5 parks" {
		t.Errorf("b: %q", got)
	}
	if got := ops[2].Passage; utf8.RuneCountInString(got) > 120 || !strings.HasPrefix(got, "あ") {
		t.Errorf("c, which quotes nothing, has its line for a passage: %q", got)
	}
	for _, o := range ops[3:] {
		if o.Passage != "" {
			t.Errorf("%s, which stands nowhere, has the passage %q", o.Fact, o.Passage)
		}
	}
	if r.Coverage != nil || r.References != nil {
		t.Error("coverage and references were made though nobody asked for them")
	}
}

// Without the texts a report is as it was.
func TestWithoutTexts(t *testing.T) {
	r := annotated(t, "", quantities, true, "a")
	if r.Findings[0].Evidence.Operands[0].Passage != "" || r.Coverage != nil {
		t.Errorf("%+v", r)
	}
}

// What no fact draws has to show, section by section.
func TestCoverage(t *testing.T) {
	r := annotated(t, "# Budget\nTaxes 1,204 and 88\n# Parks\n5 of 5 parks\n", strings.Replace(quantities, "line: 3", "line: 4", 1), true)
	c := r.Coverage[0]
	want := finding.TokenCount{Tokens: 4, Drawn: 2, Checked: 1, Unaccounted: 2}
	if c.Source != "budget" || c.TokenCount != want {
		t.Errorf("got %+v, want %+v", c.TokenCount, want)
	}
	if len(c.Sections) != 2 || c.Sections[1].Title != "# Parks" || c.Sections[1].First != 3 || c.Sections[1].Tokens != 2 {
		t.Errorf("sections %+v", c.Sections)
	}
}

// A claim whose number stands in two lists that its reader may open, with two
// addresses, rests on no certain source; chapters that number anew do no harm.
func TestReferences(t *testing.T) {
	r := annotated(t, "", `claims:
  one: {text: Taxes rose, modality: fact, section: "1-2", citations: ["refs-1.1", "all.1", "refs-1.2"]}
  two: {text: Parks grew, modality: fact, section: "2", citations: ["refs-2.3"]}
  note: {text: Roads too, modality: fact, citations: ["notes.1"]}
references:
  refs-1: {kind: references, section: "1", entries: {1: {url: "https://example.org/a/"}, 2: {url: "http://example.org/b#top"}, 10: {url: "https://example.org/j"}}}
  refs-2: {kind: references, section: "2", entries: {2: {url: "https://example.org/other"}, 3: {url: "https://example.org/c"}}}
  all:    {kind: references, entries: {1: {url: "https://example.org/x"}, 2: {url: "https://example.org/b"}}}
  notes:  {kind: notes, entries: {1: {form: note, begins: Based}}}
`, true)
	if len(r.References) != 1 {
		t.Fatalf("%d maps", len(r.References))
	}
	m := r.References[0]
	var got []string
	for _, k := range m.Markers {
		got = append(got, fmt.Sprintf("%s:%d:%t:%d", k.Number, k.Claims, k.Disagrees, len(k.Entries)))
	}
	if want := "1:1:true:2 2:1:false:3 3:1:false:1 10:0:false:1"; strings.Join(got, " ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, " "), want)
	}
	if len(m.Lists) != 3 || m.Lists[0] != (finding.ReferenceList{ID: "refs-1", Section: "1", Entries: 3}) {
		t.Errorf("lists %+v", m.Lists)
	}
}
