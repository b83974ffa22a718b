package report_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/report"
)

// FuzzText gives any line, place and message to the text format: it neither
// fails nor lets a control code through, nor overruns the terminal.
func FuzzText(f *testing.F) {
	f.Add("  value: 60", "message", 10, 12, 80)
	f.Add(evil, evil, 3, 900, 50)
	f.Add("\t売上\u0301: [60, 61)\u200d", "合計が違います。", 5, 4, 61)
	f.Add(strings.Repeat("日本語 ", 300), strings.Repeat("a-", 300), 777, 780, 40)
	f.Fuzz(func(t *testing.T, line, message string, from, to, width int) {
		r := base()
		r.Rules = nil
		text := finding.Text{EN: message}
		place := finding.Range{File: "f.yaml", Start: finding.Pos{Line: 1, Column: from}, End: finding.Pos{Line: 1, Column: to}}
		r.Findings = []finding.Finding{{
			Rule: "a/b", Severity: finding.Error, Message: text, Help: text, Location: place,
			Related: []finding.Related{{Message: text, Location: place}},
			Evidence: &finding.Evidence{
				Operands: []finding.Operand{{Role: message, Label: text, Printed: message, Interval: line, Passage: line + message + line}},
				Computed: &finding.Figure{Value: message, Interval: message}, Deviation: line, Unit: line,
			},
		}}
		r.Excerpts = map[string]map[int]string{"f.yaml": {1: line}}
		width %= 300
		lines := strings.Split(strings.TrimSpace(render(t, report.Text{Width: width}, &r)), "\n")
		if width == 0 {
			width = 80
		}
		for i, l := range lines {
			if strings.ContainsFunc(l, func(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Cf) }) || !utf8.ValidString(l) {
				t.Errorf("line %d is not escaped: %q", i, l)
			}
			if i < len(lines)-1 && uniseg.StringWidth(l) > max(width, 50) {
				t.Errorf("line %d is wider than %d: %q", i, width, l)
			}
		}
	})
}
