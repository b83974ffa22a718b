package figure

import (
	"bufio"
	"os"
	"strings"
	"testing"
)

// rows reads a table of test data: fields with tabs between them, lines that
// begin with # left out.
func rows(t testing.TB, file string) (table [][]string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(strings.NewReader(string(data)))
	for lines.Scan() {
		if line := lines.Text(); line != "" && !strings.HasPrefix(line, "# ") {
			table = append(table, strings.Split(line, "\t"))
		}
	}
	return table
}

// A form that stops being read, or is read otherwise, would make true facts look
// wrong and wrong ones right.
func TestForms(t *testing.T) {
	table := rows(t, "testdata/forms.txt")
	seen := map[string]bool{}
	for _, row := range table {
		if len(row) != 2 {
			t.Fatalf("a row has a text and what it says: %q", row)
		}
		if seen[row[0]] {
			t.Errorf("%q stands twice", row[0])
		}
		seen[row[0]] = true
		f, err := Parse(row[0])
		if err != nil || f.String() != row[1] {
			t.Errorf("Parse(%q) = %s, %v; want %s", row[0], f, err, row[1])
		}
	}
	if len(table) < 400 {
		t.Errorf("%d forms, want 400", len(table))
	}
}

// Whatever is printed for a form, in both languages, is read as the same.
func TestFormsPrintAndParse(t *testing.T) {
	for _, row := range rows(t, "testdata/forms.txt") {
		f, err := Parse(row[0])
		if err != nil {
			continue
		}
		for _, lang := range []string{"ja", "en"} {
			printed := f.Print(lang)
			if again, err := Parse(printed); err != nil || !again.Equal(f) {
				t.Errorf("%q (%s) prints as %q, which reads as %s, %v", row[0], f, printed, again, err)
			}
		}
	}
}

// A guess would be worse than no answer.
func TestRefusals(t *testing.T) {
	table := rows(t, "testdata/refusals.txt")
	for _, row := range table {
		if f, err := Parse(row[0]); err == nil {
			t.Errorf("Parse(%q) = %s, want an error", row[0], f)
		}
	}
	if len(table) < 80 {
		t.Errorf("%d refusals, want 80", len(table))
	}
}

func TestRefusesWhatIsEmptyOrLong(t *testing.T) {
	for _, s := range []string{"", " ", "\u3000", "約" + strings.Repeat("1", MaxLength), strings.Repeat("9", 101), "\xff", "1\xff", "\x00"} {
		if f, err := Parse(s); err == nil {
			t.Errorf("Parse(%.20q) = %s, want an error", s, f)
		}
	}
}

func TestHeaders(t *testing.T) {
	for text, want := range map[string]Header{
		"(単位:百万円)": {6, "JPY", ""}, "(単位：千円)": {3, "JPY", ""}, "単位:億円": {8, "JPY", ""}, "百万円": {6, "JPY", ""}, "千台": {3, "", "台"},
		"万台": {4, "", "台"}, "千株": {3, "", "株"}, "円": {0, "JPY", ""}, "%": {0, "percent", ""}, "(%)": {0, "percent", ""},
		"割": {1, "percent", ""}, "人": {0, "", "人"}, "兆円": {12, "JPY", ""}, "十億円": {9, "JPY", ""}, "百万米ドル": {6, "USD", ""},
		"in millions of yen": {6, "JPY", ""}, "(in thousands of dollars)": {3, "USD", ""}, "¥ million": {6, "JPY", ""},
		"$ thousands": {3, "USD", ""}, "USD millions": {6, "USD", ""}, "€bn": {9, "EUR", ""}, "thousand units": {3, "", "units"},
		"in millions": {6, "", ""}, "units": {0, "", "units"}, "kWh": {0, "", "kWh"}, "百万": {6, "", ""},
	} {
		if got, err := ParseHeader(text); err != nil || got != want {
			t.Errorf("ParseHeader(%q) = %+v, %v; want %+v", text, got, err, want)
		}
	}
	for _, text := range []string{"", "()", "1百万円", "売上高", "百万円/台", "万千円", strings.Repeat("円", 300), "per share"} {
		if got, err := ParseHeader(text); err == nil {
			t.Errorf("ParseHeader(%q) = %+v, want an error", text, got)
		}
	}
}
