package report_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/report"
	"github.com/tieout/tieout/schemas"
)

var update = flag.Bool("update", false, "write the golden files anew; read them before you commit them")

// looks are the ways in which the formats print each case.
func looks() map[string]report.Format {
	return map[string]report.Format{
		"csv":           report.CSV{},
		"en.junit.xml":  report.JUnit{Lang: "en"},
		"ja.junit.xml":  report.JUnit{Lang: "ja"},
		"html":          report.HTML{},
		"json":          report.JSON{},
		"sarif":         report.SARIF{Lang: "en"},
		"ja.sarif":      report.SARIF{Lang: "ja"},
		"audit.sarif":   report.SARIFAudit{},
		"en.txt":        report.Text{Lang: "en"},
		"ja.txt":        report.Text{Lang: "ja"},
		"wide.en.txt":   report.Text{Lang: "en", Width: 130},
		"ansi.en.txt":   report.Text{Lang: "en", Colour: true},
		"why.en.txt":    report.Text{Lang: "en", Explain: true, Group: "rule"},
		"source.ja.txt": report.Text{Lang: "ja", Group: "source"},
		"en.md":         report.Markdown{Lang: "en", BlobURL: blobURL},
		"ja.md":         report.Markdown{Lang: "ja"},
		"en.github":     report.GitHub{Lang: "en", Root: "city"},
		"ja.github":     report.GitHub{Lang: "ja"},
	}
}

// blobURL is where the files of the cases are read.
const blobURL = "https://example.org/town/books/blob/0123abc"

func render(t *testing.T, f report.Format, r *finding.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// What readers and programs get to see changes only on purpose.
func TestGolden(t *testing.T) {
	for name, r := range cases() {
		for look, format := range looks() {
			if once := []string{"wide.en.txt", "ansi.en.txt", "why.en.txt", "source.ja.txt"}; slices.Contains(once, look) && name != "bakery" {
				continue
			}
			file := filepath.Join("testdata", name+"."+look)
			t.Run(file, func(t *testing.T) {
				golden(t, file, stored(look, render(t, format, r)))
			})
		}
	}
}

// golden holds a text to a file of test data.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (go test -update writes it):\n%s", file, got)
	}
}

// A fact file must not be able to recolour, hide or reverse what a reader sees.
func TestHostileTextIsShownNotObeyed(t *testing.T) {
	for look, format := range looks() {
		if strings.HasPrefix(look, "ansi") {
			continue
		}
		text := render(t, format, hostile())
		if look == "csv" {
			// Its own byte-order mark, and its own ends of lines.
			text = strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n")
		}
		for _, r := range text {
			if r != '\n' && (unicode.Is(unicode.C, r) || r == '\u2028') {
				t.Errorf("%s: the character %U came through", look, r)
			}
		}
	}
}

// With colours, the only escapes are those that set colours.
func TestOnlyColoursAreObeyed(t *testing.T) {
	got := render(t, report.Text{Lang: "en", Colour: true}, hostile())
	for rest := got; ; {
		_, after, found := strings.Cut(rest, "\x1b")
		if !found {
			break
		}
		end := strings.IndexFunc(after, func(r rune) bool { return !strings.ContainsRune("[;0123456789", r) })
		if end < 0 || after[end] != 'm' {
			t.Fatalf("an escape that sets no colour: %q", after[:min(20, len(after))])
		}
		rest = after[end:]
	}
	plain := render(t, report.Text{Lang: "en"}, bakery())
	if strings.Contains(plain, "\x1b") {
		t.Error("escapes without colours being allowed")
	}
}

// Lines that are too long for the terminal would be broken by it, in the
// middle of a word.
func TestLinesFitTheTerminal(t *testing.T) {
	for _, lang := range []string{"en", "ja"} {
		for _, width := range []int{0, 20, 50, 61, 80, 131} {
			for name, r := range cases() {
				lines := strings.Split(strings.TrimRight(render(t, report.Text{Lang: lang, Width: width}, r), "\n"), "\n")
				// Places and the summary stay whole, to be clicked and copied.
				for _, line := range lines[:len(lines)-1] {
					place := strings.Contains(line, "--> ") || strings.Contains(line, "::: ") || strings.Contains(line, "facts/other.yaml:7:3")
					if w := uniseg.StringWidth(line); !place && name != "hostile" && w > max(width, 50) && (width != 0 || w > 80) {
						t.Errorf("%s, %s at %d columns: %d wide: %s", name, lang, width, w, line)
					}
				}
			}
		}
	}
}

func TestNoFormatChangesTheReport(t *testing.T) {
	for name, r := range cases() {
		for look, format := range looks() {
			render(t, format, r)
			if !reflect.DeepEqual(r, cases()[name]) {
				t.Fatalf("%s changed the report %s", look, name)
			}
		}
	}
}

type broken struct{}

var errBroken = errors.New("broken")

func (broken) Write([]byte) (int, error) { return 0, errBroken }

// A full disk must not pass for a written report.
func TestErrorsOfTheWriterAreReturned(t *testing.T) {
	for look, format := range looks() {
		if err := format.Write(broken{}, bakery()); !errors.Is(err, errBroken) {
			t.Errorf("%s: got %v", look, err)
		}
	}
}

// The published schema describes what the command prints.
func TestJSONFitsItsSchema(t *testing.T) {
	data, err := schemas.FS.ReadFile("report.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat = true
	if err := c.AddResource(report.SchemaURL, bytes.NewReader(data)); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile(report.SchemaURL)
	if err != nil {
		t.Fatal(err)
	}
	for name, r := range cases() {
		if name == "empty" || name == "hostile" {
			continue
		}
		var v any
		if err := json.Unmarshal([]byte(render(t, report.JSON{}, r)), &v); err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%s: %#v", name, err)
		}
	}
}

// Escaping in JSON is another way of writing the same text.
func TestJSONLosesNothing(t *testing.T) {
	for name, r := range cases() {
		var back finding.Report
		if err := json.Unmarshal([]byte(render(t, report.JSON{}, r)), &back); err != nil {
			t.Fatal(err)
		}
		want := *r
		want.Excerpts = nil
		if name == "hostile" {
			// JSON cannot hold what is no UTF-8; nothing else may be lost.
			for i := range want.Findings {
				if got, want := back.Findings[i].Message.EN, strings.ToValidUTF8(evil, string(utf8.RuneError)); got != want {
					t.Errorf("got %q, want %q", got, want)
				}
			}
			continue
		}
		if name == "empty" {
			continue
		}
		if want.Findings == nil {
			want.Findings = []finding.Finding{}
		}
		if !reflect.DeepEqual(back, want) {
			t.Errorf("%s came back different", name)
		}
	}
}

func TestFormatsByName(t *testing.T) {
	for _, name := range report.Names() {
		if _, ok := report.New(name, report.Options{}); !ok {
			t.Errorf("%s is listed but cannot be made", name)
		}
	}
	if !slices.IsSorted(report.Names()) {
		t.Error("the names are not in order")
	}
	if _, ok := report.New("punchcard", report.Options{}); ok {
		t.Error("made a format that does not exist")
	}
}

// The marks stand below what they mean, whatever the characters before it.
func TestMarksStandBelowTheRange(t *testing.T) {
	for _, c := range []struct {
		name, line, marked string
		width              int
	}{
		{"ascii", "  value: 60, unit: percent", "60", 80},
		{"wide characters", "  label: 売上高, value: 60", "60", 80},
		{"wide range", "  label: 売上高, value: 60", "売上高", 80},
		{"tab", "\ta:\tvalue", "value", 80},
		{"escaped", "a\x1bb: value", "value", 80},
		{"combining", "cafe\u0301 noir: 12", "12", 80},
		{"clipped", strings.Repeat("とても長い行、", 400) + "誤り" + strings.Repeat("そして続く", 400), "誤り", 80},
		{"clipped, narrow", strings.Repeat("x", 333) + "HERE" + strings.Repeat("y", 3333), "HERE", 50},
		{"clipped at the start", "HERE" + strings.Repeat("y", 3333), "HERE", 50},
		{"clipped at the end", strings.Repeat("x", 3333) + "HERE", "HERE", 50},
	} {
		t.Run(c.name, func(t *testing.T) {
			before, _, _ := strings.Cut(c.line, c.marked)
			column := utf8.RuneCountInString(before) + 1
			r := base()
			r.Findings = []finding.Finding{{
				Rule: "a/b", Severity: finding.Error, Location: at("f.yaml", 1, column, utf8.RuneCountInString(c.marked)),
			}}
			r.Excerpts = map[string]map[int]string{"f.yaml": {1: c.line}}
			lines := strings.Split(render(t, report.Text{Width: c.width}, &r), "\n")
			i := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, "1 | ") })
			shown, marks := lines[i], lines[i+1]
			start := strings.Index(marks, "^")
			got := atColumns(shown, start, len(strings.TrimRight(marks, " ")))
			if got != c.marked {
				t.Errorf("the marks stand below %q, not %q:\n%s\n%s", got, c.marked, shown, marks)
			}
			if w := uniseg.StringWidth(shown); w > c.width {
				t.Errorf("%d columns: %s", w, shown)
			}
		})
	}
}

// atColumns gives what of a line stands between two terminal columns.
func atColumns(line string, from, to int) string {
	at, got := 0, ""
	for g := uniseg.NewGraphemes(line); g.Next(); at += g.Width() {
		if at >= from && at < to {
			got += g.Str()
		}
	}
	return got
}

// Summing up must not depend on the order of a map.
func TestSameBytesTwice(t *testing.T) {
	for _, name := range slices.Sorted(maps.Keys(cases())) {
		for look, format := range looks() {
			if a, b := render(t, format, cases()[name]), render(t, format, cases()[name]); a != b {
				t.Errorf("%s: %s differs between two runs", name, look)
			}
		}
	}
}
