package report_test

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/report"
)

// rows reads the table back as a program does: by the columns' names.
func rows(t *testing.T, r *finding.Report) []map[string]string {
	t.Helper()
	text, marked := strings.CutPrefix(render(t, report.CSV{}, r), "\ufeff")
	if !marked {
		t.Error("no byte-order mark: Excel would show the Japanese as mojibake")
	}
	table, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var list []map[string]string
	for _, cells := range table[1:] {
		row := map[string]string{}
		for i, name := range table[0] {
			row[name] = cells[i]
		}
		list = append(list, row)
	}
	return list
}

func TestCSVHasARowForEveryFinding(t *testing.T) {
	for name, r := range cases() {
		if got := len(rows(t, r)); got != len(r.Findings) {
			t.Errorf("%s: %d rows for %d findings", name, got, len(r.Findings))
		}
	}
	if got := len(rows(t, flood(30_000))); got != 30_000 {
		t.Errorf("%d rows for 30,000 findings", got)
	}
}

// A spreadsheet must not run what a fact file says.
func TestCSVRunsNoFormula(t *testing.T) {
	for text, want := range map[string]string{
		`=HYPERLINK("http://example.org","x")`: `'=HYPERLINK("http://example.org","x")`,
		"+1+1":                                 "'+1+1",
		"-1+1":                                 "'-1+1",
		"-2%":                                  "'-2%",
		"@SUM(A1)":                             "'@SUM(A1)",
		"\t=1":                                 `'\t=1`,
		"\r=1":                                 `'\r=1`,
		" =1":                                  "' =1",
		"\u3000=1":                             "'\u3000=1",
		"＝1+1":                                 "'＝1+1",
		"＋1":                                   "'＋1",
		"－1":                                   "'－1",
		"＠SUM":                                 "'＠SUM",
		"-61":                                  "-61",
		"-0.5":                                 "-0.5",
		"60%":                                  "60%",
		"a=1":                                  "a=1",
		"△3":                                   "△3",
		"a\",=1":                               "a\",=1",
		"a\r\n=1\x00":                          `a\r\n=1\u0000`,
	} {
		r := base()
		r.Findings = []finding.Finding{{Rule: "a/b", Message: finding.Text{EN: text}}}
		if got := rows(t, &r)[0]["message_en"]; got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

// Excel drops what a cell cannot hold, without a word.
func TestCSVCellsFitExcel(t *testing.T) {
	r := base()
	r.Findings = []finding.Finding{{Rule: "a/b", Message: finding.Text{EN: strings.Repeat("🍞", 1_000_000), JA: strings.Repeat("=", 20_000)}}}
	row := rows(t, &r)[0]
	for _, column := range []string{"message_en", "message_ja"} {
		if n := len(utf16.Encode([]rune(row[column]))); n > 32_767 || n < 10_000 {
			t.Errorf("%s has %d code units", column, n)
		}
		if !strings.Contains(row[column][len(row[column])-12:], "(+") {
			t.Errorf("%s does not say that it was cut", column)
		}
	}
}

func TestCSVTellsDecisionsAndStates(t *testing.T) {
	list := rows(t, compared())
	for i, want := range []struct{ baseline, state string }{
		{"new", ""}, {"unchanged", "live"}, {"changed", "stale"}, {"unchanged", "expired"},
	} {
		if list[i]["baseline"] != want.baseline || list[i]["disposition_state"] != want.state {
			t.Errorf("row %d: %s, %s", i, list[i]["baseline"], list[i]["disposition_state"])
		}
	}
	if got := list[0]; got["line"] != "12" || got["column"] != "10" || got["computed"] != "63" || got["printed"] != "60%" {
		t.Errorf("got %v", got)
	}
	if got := rows(t, input())[0]; got["line"] != "" {
		t.Errorf("an unknown place is line %s", got["line"])
	}
}

// Who reads the table by its columns reads of them in the documentation.
func TestCSVColumnsAreDocumented(t *testing.T) {
	doc, err := os.ReadFile("../../../.github/docs/formats.md")
	if err != nil {
		t.Fatal(err)
	}
	header, _, _ := strings.Cut(render(t, report.CSV{}, clean()), "\r\n")
	if columns := strings.ReplaceAll(strings.TrimPrefix(header, "\ufeff"), ",", ", "); !strings.Contains(string(doc), columns) {
		t.Errorf("the columns are not listed: %s", columns)
	}
}
