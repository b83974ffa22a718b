package draft_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/draft"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/sourcetext"
)

const registry = `
sources:
  budget: {title: Budget, kind: slides, entity: city, language: en}
---
entities:
  city: {type: government, labels: {en: City}, fiscalYearEnd: "03-31", fiscalYearNamedBy: start}
`

// drafted drafts a text of a registered source, and builds the draft: it must
// stand as it is.
func drafted(t *testing.T, text string) (string, *fact.Corpus) {
	t.Helper()
	data, err := draft.Make(draft.Source{ID: "budget", Registered: true, Entity: "city", FiscalYears: true}, strings.Split(text, "\n"))
	if err != nil {
		t.Fatal(err)
	}
	c := corpusOf(t, fstest.MapFS{"registry.yaml": {Data: []byte(registry)}, "draft.yaml": {Data: data}}, ".")
	return string(data), c
}

// TestProposals reads a line and wants what is proposed of it, word by word: a
// wrong value, unit or place would be taken over by a person in a hurry.
func TestProposals(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"an amount is rounded", "Revenue was $1,605 million", `value: 1605, unit: USD, scale: 6, rounded: true, selector: {line: 1, exact: "$1,605 million"}`},
		{"a count is exact", "We hired 12 people", `value: 12, unit: person, selector: {line: 1, exact: "12 people"}`},
		{"zeros are digits", "A margin of 0.60%", `value: 0.60, unit: percent, rounded: true`},
		{"qualifiers", "約60%が対象", `value: 60, unit: percent, rounded: true, qualifiers: [about], selector: {line: 1, exact: "約60%"}`},
		{"tenths", "市民の6割", `value: 6, unit: percent, scale: 1, rounded: true`},
		{"mixed scales", "5億1万4千6百円", `value: 500014600, unit: JPY, decimals: -2`},
		{"a fraction", "市民の3分の1", `value: "1/3", unit: pure, selector`},
		{"a range", "7~37%の範囲", `lower: 7, upper: 37, unit: percent, rounded: true`},
		{"several", "数十人が参加", `value: 1, unit: person, scale: 1, qualifiers: [several]`},
		{"a counter of many things", "橋は3件", `value: 3, unit: unassigned`},
		{"no unit", "Room 12", `value: 12, selector`},
		{"the third of three", "5% and 5% and 5%", `exact: "5%", occurrence: 3`},
		{"a day", "On 31 March 2025 it ended", `date: 2025-03-31, type: unassigned, selector: {line: 1, exact: "31 March 2025"}`},
		{"a year", "2024年の予算", `date: 2024, type: unassigned, selector: {line: 1, exact: "2024年"}`},
		{"a fiscal year", "2024年度の予算", `date: FY2024, type: unassigned`},
		{"both ends of a term", "第3期(2024/04/01-2025/03/31)", `date: 2025-03-31, type: unassigned, selector: {line: 1, exact: "2025/03/31"}`},
		{"a decade is no date", "1990年代の橋", `lower: 1990, upper: 1999, unit: year, selector: {line: 1, exact: "1990年代"}`},
		{"from a decade on", "1990年代以降の橋", `lower: 1990, unit: year, selector: {line: 1, exact: "1990年代以降"}`},
		{"a day without its year", "5月9日に開館", `text: "5月9日", selector`},
		{"a time", "16:13に閉会", `text: "16:13", selector`},
		{"a name with digits", "the bus X80 runs", `text: X80, selector: {line: 1, exact: X80}`},
		{"digits that lost their signs", "202111月に発表", `text: "202111月", selector`},
		{"a unit on the next line", "売上高137,010\n億円(注1)\n(注)1.推計", `value: 137010, unit: JPY, scale: 8, rounded: true, notes: [{note: 1, selector: {line: 2, exact: "(注1)"}}], noteList: notes-3, selector: {line: 1, exact: "137,010"}`},
		{"a unit in the head", "予算(単位:百万円)\n橋 1,605 415", `value: 415, unit: JPY, scale: 6, rounded: true, selector: {line: 2, exact: "415"}`},
		{"a number alone may be a count", "予算(単位:百万円)\n5", `value: 5, selector: {line: 2, exact: "5"}`},
		{"a head ends at the next heading", "予算(単位:百万円)\n\n職員数\n\n橋 1,605 415", `value: 415, selector`},
		{"a run that lost its spaces", "順位は1 Alpha2 Beta3 Gamma4 Delta", `value: 3, unit: unassigned, selector: {line: 1, exact: "3"}`},
		{"a nearest heading", "Income\n\nFees were $12.", `selector: {line: 3, exact: "$12"}, comment: Income`},
		{"a list's number is set aside", "(1) Roads\n(2) Bridges", `#   - {line: 2, exact: "(2)", reason: listOrdinal}`},
		{"a heading's number is set aside", "2-1. Roads\n\nAll is well.", `#   - {line: 1, exact: "2-1.", reason: headingNumber}`},
	} {
		checked(t, test.text)
		if data, _ := drafted(t, test.text); !strings.Contains(data, test.want) {
			t.Errorf("%s: %q gives\n%s\nwithout\n%s", test.name, test.text, data, test.want)
		}
	}
}

// TestMarkers ties each marker to its sentence, and the sentence's figures to
// its claim: otherwise a claim would cite what its neighbour rests on.
func TestMarkers(t *testing.T) {
	text := `Fees rose 12%.[1] Fines fell 3%[2] and rents 4%[1].

References
1. https://example.org/a
2. City office, accounts of the year. https://example.org/b
3. A letter to the mayor`
	checked(t, text)
	data, c := drafted(t, text)
	for _, want := range []string{
		`{text: unassigned, modality: fact, citations: [1], citationList: refs-4, rests: [l1-1], selector: {line: 1, exact: "[1]", occurrence: 1}}`,
		`citations: [2, {marker: 1, selector: {line: 1, exact: "[1]", occurrence: 2}}], citationList: refs-4, rests: [l1-2, l1-3], selector: {line: 1, exact: "[2]"}`,
		`1: {url: "https://example.org/a", selector: {line: 4}}`,
		`2: {url: "https://example.org/b", selector: {line: 5}}`,
		`3: {form: text, begins: "A letter to the mayor", selector: {line: 6}}`,
	} {
		if !strings.Contains(data, want) {
			t.Errorf("no %s in\n%s", want, data)
		}
	}
	for _, group := range c.Sources {
		for _, f := range group.Facts {
			for _, r := range f.Refs {
				if !r.Exists() {
					t.Errorf("%s leads to %s, which is not there", f.ID, r.ID)
				}
			}
		}
	}
}

// TestNotes proposes notes with the figures inside them, and leads pointers to
// the list below them, not to that of another table.
func TestNotes(t *testing.T) {
	text := `歳入 1,605円(注2)
(注1)
区分(注7)
(注)1.推計を含む。
2.うち12百万円は繰越。

歳出 900円(注1)

(注)1.速報値。`
	checked(t, text)
	data, _ := drafted(t, text)
	for _, want := range []string{
		`notes: [{note: 2, selector: {line: 1, exact: "(注2)"}}, {note: 1, selector: {line: 2, exact: "(注1)"}}], noteList: notes-4`,
		`text: "(注7)", selector: {line: 3, exact: "(注7)"}`,
		`2: {form: note, begins: "うち12百万円は繰越。", selector: {line: 5}}`,
		`value: 12, unit: JPY, scale: 6, rounded: true, selector: {line: 5, exact: "12百万円"}`,
		`notes: [{note: 1, selector: {line: 7, exact: "(注1)"}}], noteList: notes-9`,
	} {
		if !strings.Contains(data, want) {
			t.Errorf("no %s in\n%s", want, data)
		}
	}
}

// TestTables splits rows that add up in one way only, and no others.
func TestTables(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{
			"rows that agree on their columns", "橋 1,234円\n19045100-45\n21650160-6\n2279030-107",
			`split: ["227", "90", "30", "-", "107"], splitBasis: footing`,
		},
		{"a count behind the sum", "橋 1,234円\n1818-----1\n179179-----8", `cells: [179, 179, "-", "-", "-", "-", "-", 8]`},
		{"a total on a line of its own", "橋 1,234円\n19045100-45\n21650160-6\n227\n9030-107", `cells: [{value: 227, selector: {line: 4, exact: "227"}}, 90, 30, "-", 107]`},
		{"a row that adds up in several ways", "橋 1,234円\n21111-11", `text: "21111-11"`},
		{"a row that adds up in none", "橋 1,234円\n19045100-46", `text: "19045100-46"`},
	} {
		checked(t, test.text)
		if data, _ := drafted(t, test.text); !strings.Contains(data, test.want) {
			t.Errorf("%s: no %s in\n%s", test.name, test.want, data)
		}
	}
}

// TestHostile drafts texts that nobody wrote for it: what comes out must be
// read back without a fault, whatever went in.
func TestHostile(t *testing.T) {
	for name, text := range map[string]string{
		"no figures":           "All is well.\n\nNothing to see",
		"empty":                "",
		"control characters":   "a\x1b[31m5%\x07\x7f\u0085\u2028 12%\n\nx\x00y\n\n5%",
		"headings that mean":   "# yes\n\n5%\n\n# - {a: \"b\n\n6%\n\n# ---\n\n7%",
		"right to left":        "\u202e5%\u202c\n\n\ufeff\u200b\n\n6%",
		"not text":             "\xff\xfe5%\xff\n\n5%",
		"a very long number":   strings.Repeat("9", 5000) + "%",
		"a very long line":     strings.Repeat("5% of 6 people, ", 2000),
		"overlapping markers":  "a¹¹¹ b¹¹ c¹",
		"many markers":         strings.Repeat("a [1] ", 500),
		"many pointers":        "12%" + strings.Repeat("(注1)", 200),
		"a long run of cells":  strings.Repeat("1,6054151-", 20),
		"hopeless to split":    strings.Repeat("1", 60) + "\n" + strings.Repeat("123456789", 6),
		"an entry of nothing":  "References\n1. https://\n2. http://[\n3. \x01",
		"impossible dates":     "2025-02-30 and 31 April 2025, FY0000, 0000-01-01",
		"a list that restarts": "References\n1. a\n1. b\n\nReferences\n1. c",
	} {
		t.Run(name, func(t *testing.T) {
			drafted(t, text)
			checked(t, text)
		})
	}
}

// checked drafts a file and runs the whole checker on the draft, with the text
// at hand: every quotation must stand where it says and be what it is read as.
func checked(t *testing.T, text string) {
	t.Helper()
	dir, facts := t.TempDir(), t.TempDir()
	name := filepath.Join(dir, "text.txt")
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	source, err := sourcetext.File(t.Context(), name, sourcetext.Wanted{})
	if err != nil {
		return // No text, then no draft.
	}
	lines := make([]string, len(source.Lines))
	for i, line := range source.Lines {
		lines[i] = line.Text
	}
	data, err := draft.Make(draft.Source{ID: "text", Title: "T", SHA256: source.SHA256}, lines)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(facts, "draft.yaml"), data, 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := checker.Run(t.Context(), checker.Options{FS: os.DirFS(facts), Facts: []string{"."}, Sources: dir})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Findings {
		// The rules may well find fault with what the text says; the draft's own
		// part is its form.
		if strings.HasPrefix(f.Rule, "record/") && f.Rule != fact.RuleUnassigned {
			t.Errorf("%s: %s: %s", f.Location, f.Rule, f.Message.EN)
		}
	}
}

// TestManyRuns ends soon, however many runs of digits there are to split.
func TestManyRuns(t *testing.T) {
	lines := make([]string, 2000)
	for i := range lines {
		lines[i] = strings.Repeat("123-", 14) + strconv.Itoa(100+i)
	}
	if _, err := draft.Make(draft.Source{ID: "x"}, lines); err != nil {
		t.Error(err)
	}
}

// TestLimit refuses a text with more in it than a fact file can hold, and says
// where.
func TestLimit(t *testing.T) {
	lines := []string{"nothing", strings.Repeat("5% ", draft.MaxProposals+1)}
	_, err := draft.Make(draft.Source{ID: "x"}, lines)
	limit, ok := errors.AsType[*draft.LimitError](err)
	if !ok || limit.Line != 2 {
		t.Errorf("the error is %v", err)
	}
}

// TestRegistration begins the draft of a source that is not registered with its
// registration, so that the draft stands alone.
func TestRegistration(t *testing.T) {
	source := draft.Source{ID: "on", Title: "予算 \x1b: #1", SHA256: strings.Repeat("ab", 32)}
	data, err := draft.Make(source, []string{"予算は2024年度に5%増えた"})
	if err != nil {
		t.Fatal(err)
	}
	c := corpusOf(t, fstest.MapFS{"draft.yaml": {Data: data}}, ".")
	if s := c.Registry.Sources["on"]; s == nil || s.SHA256 != source.SHA256 || c.Len() != 2 {
		t.Errorf("%d facts of %v", c.Len(), s)
	}
	again, _ := draft.Make(source, []string{"予算は2024年度に5%増えた"})
	if !bytes.Equal(data, again) {
		t.Error("two drafts of a text differ")
	}
}

// FuzzMake holds every draft to what its reader needs: it can be read, it has
// the form of a fact file, and nothing is wrong with it but that a person has
// to name the concepts.
func FuzzMake(f *testing.F) {
	for _, seed := range []string{
		"Revenue was $1,605 million in 2025.[1]\n\n1. https://example.org/a",
		"橋 1,234円(注1)\n19045100-45\n21650160-6\n\n(注)1.推計",
		"# yes: [\n\n- 5%\x1b \"6割\" 2024/04/01-2025/03/31\n", "1 A2 B3 C4", "\"\\\u2028\xff 5人", "約10~20件 (単位:千円)\n1,2 3",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			t.Skip("longer texts teach nothing more")
		}
		drafted(t, text)
	})
}

// BenchmarkMake drafts a text of a thousand lines.
func BenchmarkMake(b *testing.B) {
	lines := strings.Split(strings.Repeat("Fees rose 12% to $1,605 million in 2025.[1] 歳入は約60%増の3,725千人。\n", 1000), "\n")
	for b.Loop() {
		if _, err := draft.Make(draft.Source{ID: "x"}, lines); err != nil {
			b.Fatal(err)
		}
	}
}
