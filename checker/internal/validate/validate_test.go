package validate_test

import (
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/validate"
)

// documents reads YAML the way a run does.
func documents(tb testing.TB, files map[string]string) []load.Document {
	tb.Helper()
	fsys := fstest.MapFS{}
	for name, content := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(content)}
	}
	r, err := load.Load(tb.Context(), fsys, []string{"."})
	if err != nil {
		tb.Fatal(err)
	}
	if len(r.Problems) > 0 {
		tb.Fatalf("the test's own facts do not load: %v", r.Problems)
	}
	return r.Documents
}

func validated(tb testing.TB, content string) validate.Result {
	tb.Helper()
	return validate.Documents(documents(tb, map[string]string{"f.yaml": content}))
}

// What the documentation shows an author passes.
func TestWholeFactFileIsValid(t *testing.T) {
	for _, name := range []string{"budget.yaml", "registries.yaml"} {
		content, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		r := validated(t, string(content))
		for _, f := range r.Findings {
			t.Errorf("%s: %s", f.Location, f.Message.EN)
		}
		if r.Excluded != 0 || len(r.Invalid) != 0 {
			t.Errorf("%s: %d facts excluded", name, r.Excluded)
		}
	}
}

// The fields that the later steps and the reports rely on are filled in.
func TestFindingIsComplete(t *testing.T) {
	r := validated(t, "source: a\nquantities:\n  q: {concept: c, value: 1, decimals: two}\n")
	if len(r.Findings) != 1 {
		t.Fatalf("got %d findings, want 1", len(r.Findings))
	}
	got := r.Findings[0]
	want := finding.Finding{
		Rule: "record/schema", Case: "type", Class: finding.Record, Severity: finding.Error,
		Verdict: finding.Inconsistent, Subject: "a/q",
		Message: finding.Text{
			EN: "`decimals` must be an integer, got \"two\"; write `decimals: 2`",
			JA: "`decimals` は整数でなければなりません（現在は \"two\"）。`decimals: 2` と書いてください",
		},
		Location: finding.Range{File: "f.yaml", Start: finding.Pos{Line: 3, Column: 39}, End: finding.Pos{Line: 3, Column: 42}},
		Evidence: &finding.Evidence{Params: map[string]string{"pointer": "/decimals", "keyword": "type"}},
	}
	if !strings.HasPrefix(got.Help.EN, "Decimals: How many decimal places") || got.Help.JA != "記入例: `-6`、`0`、`1`" {
		t.Errorf("help: %+v", got.Help)
	}
	got.Help = finding.Text{}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

// A fact whose form is wrong leaves the evaluation, and no other does.
func TestExcluded(t *testing.T) {
	for _, c := range []struct {
		name, content string
		excluded      int
		invalid       []string
	}{
		{"a quantity", "source: a\nquantities: {q: {}, r: {concept: c, value: 1}}", 1, []string{"/quantities/q"}},
		{
			"a cell takes its row",
			"source: a\ntables: {t: {columns: {x: {}, y: {}}, rows: {r: {cells: [1, {v: 2}]}, s: {cells: [1, null]}}}}",
			2,
			[]string{"/tables/t/rows/r"},
		},
		{
			"a column takes the table",
			"source: a\ntables: {t: {columns: {x: {unti: USD}}, rows: {r: {cells: [1]}, s: {cells: [2]}}}}",
			2,
			[]string{"/tables/t"},
		},
		{
			"a measure's part takes the measure",
			"source: a\nplans: {p: {overall: 1, measures: {m: {metric: x, weight: 1, target: x}, n: {metric: x}}}}",
			3,
			[]string{"/plans/p/measures/m"},
		},
		{
			"a plan's own field takes its measures",
			"source: a\nplans: {p: {overall: x, measures: {m: {metric: x, weight: 1}}}}",
			3,
			[]string{"/plans/p"},
		},
		{
			"a reference",
			"source: a\nreferences: {l: {kind: notes, entries: {1: {form: note}, 2: {form: note, begins: a}}}}",
			1,
			[]string{"/references/l/entries/1"},
		},
		{
			"defaults take the document",
			"source: a\ndefaults: {perid: FY2025}\nquantities: {q: {concept: c, value: 1}}\nclaims: {c: {text: a, modality: fact}}",
			2,
			[]string{""},
		},
		{"a section that is none", "source: a\nrelations: []\nquantities: {q: {concept: c, value: 1}}", 0, []string{"/relations"}},
		{"a misspelled section", "source: a\nquantites: {q: {concept: c, value: 1}}", 0, []string{"/quantites"}},
		{"a bad id", "source: a\nquantities: {q q: {concept: c, value: 1}}", 1, []string{"/quantities/q q"}},
		{"a concept", "concepts: {c: {}, d: {labels: {en: d}}}", 0, []string{"/concepts/c"}},
		{"a decision", "dispositions: [{status: accepted}]", 0, []string{"/dispositions/0"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			docs := documents(t, map[string]string{"f.yaml": c.content})
			r := validate.Documents(docs)
			if r.Excluded != c.excluded {
				t.Errorf("%d facts excluded, want %d", r.Excluded, c.excluded)
			}
			if len(r.Invalid) != len(c.invalid) {
				t.Errorf("%d invalid entries, want %d", len(r.Invalid), len(c.invalid))
			}
			for _, pointer := range c.invalid {
				if n, _ := docs[0].Root.At(pointer); !r.Invalid[n] {
					t.Errorf("%q is not among the invalid entries", pointer)
				}
			}
		})
	}
}

// A file that is wrong from end to end does not bury the others.
func TestManyFindings(t *testing.T) {
	var b strings.Builder
	b.WriteString("source: a\nquantities:\n")
	for i := range 80 {
		fmt.Fprintf(&b, "  q%d: {concept: c}\n", i)
	}
	r := validate.Documents(documents(t, map[string]string{
		"a.yaml": b.String(), "b.yaml": "source: b\nquantities: {q: {concept: c}}\n",
	}))
	if len(r.Findings) != validate.MaxPerFile+2 {
		t.Fatalf("got %d findings, want %d", len(r.Findings), validate.MaxPerFile+2)
	}
	if r.Excluded != 81 {
		t.Errorf("%d facts excluded, want 81", r.Excluded)
	}
	more := r.Findings[validate.MaxPerFile]
	if more.Case != validate.CaseMore || more.Message.EN != "30 more findings on the form of this file are not shown" {
		t.Errorf("got %s: %s", more.Case, more.Message.EN)
	}
	if want := (finding.Pos{Line: 53, Column: 3}); more.Location.Start != want {
		t.Errorf("it stands at %v, want %v", more.Location.Start, want)
	}
	if last := r.Findings[validate.MaxPerFile+1]; last.Location.File != "b.yaml" {
		t.Errorf("the last finding is in %s, want b.yaml", last.Location.File)
	}
}

// Two runs give the same findings in the same order.
func TestDeterministic(t *testing.T) {
	content := "source: a\nquantities:\n  q: {concpt: c, vlaue: 1, scael: 2, unit: 3, decimals: x, rounded: 1, period: x}\n" +
		"relations: {r: {}, s: {sum: {}, order: {}}}\n"
	first := validated(t, content)
	if len(first.Findings) < 8 {
		t.Fatalf("only %d findings", len(first.Findings))
	}
	if !slices.IsSortedFunc(first.Findings, func(a, b finding.Finding) int { return a.Location.Start.Compare(b.Location.Start) }) {
		t.Error("findings are not in the order of the file")
	}
	for range 20 {
		if again := validated(t, content); !reflect.DeepEqual(first.Findings, again.Findings) {
			t.Fatal("another run gave other findings")
		}
	}
}

// Lines that move leave a finding's identity alone.
func TestIdentityOutlivesEdits(t *testing.T) {
	identity := func(content string) []string {
		var all []string
		for _, f := range validated(t, content).Findings {
			all = append(all, fmt.Sprint(f.Rule, f.Subject, f.Case, f.Evidence.Params))
		}
		return all
	}
	before := identity("source: a\nquantities:\n  q: {concept: c, value: x}\n")
	after := identity("# a comment\nsource: a\nevents: {}\nquantities:\n  p: {concept: c, value: 1}\n\n  q:\n    value: y\n    concept: c\n")
	if !slices.Equal(before, after) {
		t.Errorf("before %v\nafter  %v", before, after)
	}
}
