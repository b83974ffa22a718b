package cli

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/rivo/uniseg"

	"github.com/tieout/tieout/checker/internal/coverage"
	"github.com/tieout/tieout/checker/internal/finding"
)

// wide is coverage with the longest and widest texts there can be.
func wide() *coverage.Report {
	long := strings.Repeat("歳入", 40)
	count := coverage.Count{Tokens: 1000, Drawn: 997, Checked: 996, SetAside: 1, Unaccounted: 2}
	return &coverage.Report{Sources: []coverage.Source{{
		ID: "budget", Numbers: 1000, Total: count, Kinds: map[coverage.Kind]coverage.Count{},
		SetAside: coverage.Share{Part: 1, Whole: 1000}, Reasons: map[string]int{"pageNumber": 1},
		Sections: []coverage.Section{{Title: long, First: 100_000, Last: 200_000, Count: count}, {Title: "none", First: 1, Last: 2}},
		Tokens: []coverage.Token{
			{Line: 1, Column: 1, Text: "x\x1b[2J", Kind: coverage.Name, State: coverage.Unaccounted, Context: "x\x1b[2J"},
			{
				Line: 123_456, Column: 12_345, Text: long, Kind: coverage.NotePointer, State: coverage.Unaccounted,
				Context: strings.Repeat("報", 24), Facts: []string{strings.Repeat("budget/revenue", 9)},
			},
			{Line: 3, Column: 1, Text: "7", Kind: coverage.Number, State: coverage.Drawn},
		},
	}, {ID: "audit", Why: &finding.Text{EN: "no file", JA: "なし"}}}}
}

// The picture must not break in a terminal, whatever the text holds, and must
// not let it speak to the terminal.
func TestCoverageFitsTheTerminal(t *testing.T) {
	for _, kind := range coverage.Kinds() {
		r := wide()
		r.Sources[0].Kinds[kind] = r.Sources[0].Total
		for _, lang := range []string{"en", "ja"} {
			var b bytes.Buffer
			if err := writeCoverage(&b, r, lang); err != nil {
				t.Fatal(err)
			}
			for line := range strings.SplitSeq(b.String(), "\n") {
				if w := uniseg.StringWidth(line); w > coverageWidth {
					t.Errorf("%s: %d columns: %s", lang, w, line)
				}
			}
			if strings.Contains(b.String(), "\x1b") || !strings.Contains(b.String(), `\u001b`) {
				t.Errorf("%s: an escape got through", lang)
			}
		}
	}
}

// A single token in a thousand must show, and the bar keeps its length.
func TestBar(t *testing.T) {
	for _, test := range []struct {
		count coverage.Count
		want  string
	}{
		{coverage.Count{Tokens: 1, Drawn: 1}, strings.Repeat("=", 24)},
		{coverage.Count{Tokens: 2, Drawn: 1, Checked: 1, Unaccounted: 1}, strings.Repeat("#", 12) + strings.Repeat(".", 12)},
		{coverage.Count{Tokens: 1000, Drawn: 998, Checked: 997, SetAside: 1, Unaccounted: 1}, strings.Repeat("#", 21) + "=-."},
		{coverage.Count{Tokens: 7, SetAside: 3, Unaccounted: 4}, strings.Repeat("-", 10) + strings.Repeat(".", 14)},
	} {
		if got := bar(test.count); got != test.want {
			t.Errorf("%+v: %s, want %s", test.count, got, test.want)
		}
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

// What could not be printed must not pass for printed.
func TestCoverageIntoABrokenPipe(t *testing.T) {
	if err := writeCoverage(brokenPipe{}, wide(), "en"); err == nil {
		t.Error("no error")
	}
}
