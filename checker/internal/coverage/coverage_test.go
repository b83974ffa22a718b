package coverage_test

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
	"unicode/utf8"

	"github.com/tieout/tieout/checker/internal/anchor"
	"github.com/tieout/tieout/checker/internal/coverage"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/validate"
)

const concepts = `
concepts:
  revenue: {labels: {en: Revenue}, periodType: duration, sign: any}
---
`

// measure holds facts, which must stand, to a text of the source budget.
// setAside is a list in YAML, facts are sections of a fact file.
func measure(t *testing.T, text, setAside, facts string, used ...string) coverage.Source {
	t.Helper()
	s, ok := tryMeasure(t, text, setAside, facts, used...)
	if !ok {
		t.Fatal("not measured")
	}
	return s
}

// tryMeasure is measure for texts and facts that may not stand.
func tryMeasure(t *testing.T, text, setAside, facts string, used ...string) (coverage.Source, bool) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "budget.txt"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256([]byte(text))
	registry := fmt.Sprintf("sources:\n  budget:\n    title: City budget\n    kind: other\n    sha256: %s\n", hex.EncodeToString(sum[:]))
	if setAside != "" {
		registry += "    setAside: " + setAside + "\n"
	}
	r, err := report(t, registry+"---"+concepts+"source: budget\n"+facts, dir, used...)
	if err != nil {
		t.Log(err)
		return coverage.Source{}, false
	}
	return r.Sources[0], len(r.Sources) == 1 && r.Sources[0].Why == nil
}

func report(t *testing.T, files, dir string, used ...string) (*coverage.Report, error) {
	t.Helper()
	loaded, err := load.Load(context.Background(), fstest.MapFS{"f.yaml": {Data: []byte(files)}}, []string{"."})
	if err != nil {
		t.Fatal(err)
	}
	valid := validate.Documents(loaded.Documents)
	corpus, problems := fact.Build(loaded.Documents, valid.Invalid, false)
	for _, f := range slices.Concat(loaded.Problems, valid.Findings, problems) {
		if f.Rule == fact.RuleUnassigned {
			continue
		}
		return nil, fmt.Errorf("%s: %s", f.Location, f.Message.EN)
	}
	texts, err := anchor.Open(context.Background(), corpus, dir)
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	for _, id := range used {
		ids[id] = true
	}
	return coverage.Measure(corpus, texts, ids), nil
}

// became writes what became of each token: "12 drawn x, 5% unaccounted".
func became(s coverage.Source) string {
	list := make([]string, len(s.Tokens))
	for i, t := range s.Tokens {
		list[i] = t.Text + " " + string(t.State)
		for _, word := range slices.Concat(t.Facts, []string{t.Reason}) {
			if word != "" {
				list[i] += " " + strings.TrimPrefix(word, "budget/")
			}
		}
	}
	return strings.Join(list, ", ")
}

// What is not wholly quoted by a fact that can say it must show as unaccounted:
// else an auditor takes for read what nobody recorded.
func TestDrawn(t *testing.T) {
	for _, test := range []struct{ name, text, facts, want string }{
		{"a figure", "Revenue was $12 and 5%.", `quantities: {x: {concept: revenue, value: 12, selector: {line: 1, exact: "$12"}}}`, "$12 drawn x, 5% unaccounted"},
		{"the figure meant", "5 of 5", `quantities: {x: {concept: revenue, value: 5, selector: {line: 1, exact: "5", occurrence: 2}}}`, "5 unaccounted, 5 drawn x"},
		{"one of two, nobody knows which", "5 of 5", `quantities: {x: {concept: revenue, value: 5, selector: {line: 1, exact: "5"}}}`, "5 unaccounted, 5 unaccounted"},
		{"only a part of it", "1,605 people", `quantities: {x: {concept: revenue, value: 605, selector: {line: 1, exact: "605"}}}`, "1,605 people unaccounted x"},
		{"two facts on a range", "7~37%", `quantities: {x: {concept: revenue, value: 7, selector: {line: 1, exact: "7"}}, y: {concept: revenue, value: 37, selector: {line: 1, exact: "37%", occurrence: 1}}}`, "7~37% unaccounted y"},
		{"both ends of a range", "7~38%", `quantities: {x: {concept: revenue, value: 7, selector: {line: 1, exact: "7~"}}, y: {concept: revenue, value: 38, selector: {line: 1, exact: "38%"}}}`, "7~38% drawn x y"},
		{"a concept that nobody named", "Revenue was $12.", `quantities: {x: {concept: unassigned, value: 12, selector: {line: 1, exact: "$12"}}}`, "$12 unaccounted"},
		{"a line without a quotation", "Revenue was $12.", `quantities: {x: {concept: revenue, value: 12, selector: {line: 1}}}`, "$12 unaccounted"},
		{"a claim has no value", "Revenue was $12.", `claims: {x: {text: Much, modality: fact, selector: {line: 1, exact: "$12"}}}`, "$12 unaccounted x"},
		{"a claim has a time", "It grew in 2024年.", `claims: {x: {text: Growth, modality: fact, selector: {line: 1, exact: "2024年"}}}`, "2024年 drawn x"},
		{"a date that lost its month", "On 2022127日", `events: {x: {date: 2022-01-27, type: opening, selector: {line: 1, exact: "2022127日"}}}`, "2022127日 drawn x"},
		{"a measure nobody named", "Pay 12%", `plans: {p: {measures: {m: {metric: unassigned, weight: 12, selector: {line: 1, exact: "12%"}}}}}`, "12% unaccounted"},
		{"an event", "Founded in 2021年11月.", `events: {x: {date: 2021-11, type: founding, selector: {line: 1, exact: "2021年11月"}}}`, "2021年11月 drawn x"},
		{"a name", "The B52 oven", `claims: {x: {text: An oven, modality: fact, selector: {line: 1, exact: "B52"}}}`, "B52 drawn x"},
		{"full-width digits", "歳入は１２円", `quantities: {x: {concept: revenue, value: 12, selector: {line: 1, exact: "１２円"}}}`, "１２円 drawn x"},
		{"a numeral in words", "三社が競う", `quantities: {x: {concept: revenue, value: 3, selector: {line: 1, exact: "三社"}}}`, "三社 drawn x"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := became(measure(t, test.text, "", test.facts)); got != test.want {
				t.Errorf("%s\ngot  %s\nwant %s", test.text, got, test.want)
			}
		})
	}
}

// A marker or pointer is drawn by a fact that leads where it leads, and by no
// other that happens to quote it.
func TestPointers(t *testing.T) {
	for _, test := range []struct{ name, text, facts, want string }{
		{"markers side by side", "Growth¹ ²³", `claims: {x: {text: Growth, modality: fact, citations: [1, refs.23], selector: {line: 1, exact: "¹ ²³"}}}`, "¹ drawn x, ²³ drawn x"},
		{"a marker that is not cited", "Growth¹ ²³", `claims: {x: {text: Growth, modality: fact, citations: [1], selector: {line: 1, exact: "¹ ²³"}}}`, "¹ drawn x, ²³ unaccounted x"},
		{"markers apart", "Growth¹ and more²³", `claims: {x: {text: Growth, modality: fact, citations: [1, {marker: 23, selector: {line: 1, exact: "²³"}}], selector: {line: 1, exact: "¹"}}}`, "¹ drawn x, ²³ drawn x"},
		{"a figure is no citation", "12¹", `quantities: {x: {concept: revenue, value: 12, selector: {line: 1, exact: "12¹"}}}`, "12 drawn x, ¹ unaccounted x"},
		{"a note pointer", "12円(注2)", `quantities: {x: {concept: revenue, value: 12, notes: [2], selector: {line: 1, exact: "12円(注2)"}}}`, "12円 drawn x, (注2) drawn x"},
		{"a note pointer apart", "12円\n(注2)", `quantities: {x: {concept: revenue, value: 12, notes: [{note: notes.2, selector: {line: 2, exact: "(注2)"}}], selector: {line: 1, exact: "12円"}}}`, "12円 drawn x, (注2) drawn x"},
		{"another note", "12円(注3)", `quantities: {x: {concept: revenue, value: 12, notes: [2], selector: {line: 1, exact: "12円(注3)"}}}`, "12円 drawn x, (注3) unaccounted x"},
		{"a pointer draws no figure", "5 and 12円", `quantities: {x: {concept: revenue, value: 5, notes: [{note: 12, selector: {line: 1, exact: "12円"}}], selector: {line: 1, exact: "5"}}}`, "5 drawn x, 12円 unaccounted x"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := became(measure(t, test.text, "", test.facts)); got != test.want {
				t.Errorf("%s\ngot  %s\nwant %s", test.text, got, test.want)
			}
		})
	}
}

// Cells that ran together are accounted for when every piece is a fact.
func TestSplit(t *testing.T) {
	const table = `
tables:
  pay:
    concept: revenue
    columns: {a: {dimensions: {k: a}}, b: {dimensions: {k: b}}, c: {dimensions: {k: c}}}
    rows: {r: {selector: {line: 1, exact: "1,605 415-", split: ["1,605", "415", "-"]}, cells: [1605, 415, "-"]}}
`
	if got, want := became(measure(t, "Pay 1,605 415-", "", table)), "1,605 drawn pay.r.a, 415 drawn pay.r.b"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	const alone = `quantities: {x: {concept: revenue, value: 415, selector: {line: 1, exact: "1,605415", split: ["1,605", "415"], index: 2}}}`
	if got, want := became(measure(t, "Pay 1,605415", "", alone)), "1,605415 unaccounted x"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// A reference accounts for its line's address and number, not for what else
// stands there.
func TestEntries(t *testing.T) {
	text := strings.Join([]string{
		"  1. https://example.org/2024/12", "  2. Plan 2030, accessed 2025-11-06, https://example.org/b", "  3. https://example.org/c",
		"(注)1. Based on 12円", "2. Rounded", "at http:// nothing",
	}, "\n")
	s := measure(t, text, "", `
references:
  refs:
    kind: references
    entries:
      1: {url: "https://example.org/2024/12", selector: {line: 1}}
      2: {url: "https://example.org/b", accessed: 2025-11-06, selector: {line: 2}}
      4: {url: "https://example.org/d", selector: {line: 3}}
  notes: {kind: notes, entries: {1: {form: note, begins: Based, selector: {line: 4}}, 2: {form: note, begins: Rounded, selector: {line: 5}}}}
`)
	want := "1. drawn refs.1, https://example.org/2024/12 drawn refs.1, " +
		"2. drawn refs.2, 2030 unaccounted, 2025-11-06 drawn refs.2, https://example.org/b drawn refs.2, " +
		"3. unaccounted, https://example.org/c unaccounted, (注)1. drawn notes.1, 12円 unaccounted, 2. drawn notes.2"
	if got := became(s); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if s.Kinds[coverage.NotePointer].Tokens != 0 || s.Kinds[coverage.Entry].Tokens != 3 {
		t.Errorf("kinds: %+v", s.Kinds)
	}
}

// Checked are the tokens of facts that a check used.
func TestChecked(t *testing.T) {
	s := measure(t, "12 and 13 and 14", "", `
quantities:
  x: {concept: revenue, value: 12, selector: {line: 1, exact: "12"}}
  y: {concept: revenue, value: 13, selector: {line: 1, exact: "13"}}
`, "budget/y", "budget/other")
	if s.Total != (coverage.Count{Tokens: 3, Drawn: 2, Checked: 1, Unaccounted: 1}) || !s.Tokens[1].Checked || s.Numbers != 3 {
		t.Errorf("%+v, %d numbers", s.Total, s.Numbers)
	}
	if c := s.Tokens[2].Context; !strings.HasSuffix(c, "13 and 14") || utf8.RuneCountInString(c) > 24 {
		t.Errorf("context %q", c)
	}
}

// A source without a text is named, and says why.
func TestNoText(t *testing.T) {
	r, err := report(t, "sources:\n  budget: {title: City budget, kind: other, sha256: "+strings.Repeat("0", 64)+"}\n---"+concepts, t.TempDir())
	if err != nil || len(r.Sources) != 1 || r.Sources[0].Why == nil || r.Sources[0].Why.JA == "" || r.Measured() != 0 {
		t.Errorf("%+v, %v", r, err)
	}
	if r, err = report(t, strings.TrimSuffix(concepts, "---\n"), ""); err != nil || len(r.Sources) != 0 {
		t.Errorf("%+v, %v", r, err)
	}
}

// Selectors that lead nowhere are counted, each once for the cells that share
// it: else their tokens are unaccounted for no reason that shows.
func TestMisplaced(t *testing.T) {
	s := measure(t, "5 of 5", "", `
quantities: {x: {concept: revenue, value: 5, selector: {line: 1, exact: "5"}}}
tables:
  pay:
    concept: revenue
    columns: {a: {dimensions: {k: a}}, b: {dimensions: {k: b}}}
    rows: {r: {selector: {line: 2, exact: "12"}, cells: [1, 2]}}
`)
	if s.Misplaced != 2 || s.Total.Drawn != 0 {
		t.Errorf("%d misplaced, %+v", s.Misplaced, s.Total)
	}
}
