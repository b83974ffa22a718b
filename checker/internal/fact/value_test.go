package fact_test

import (
	"fmt"
	"testing"

	"github.com/tieout/tieout/checker/internal/number"
)

// TestValues holds each way of writing a figure to what it can stand for, in a
// source that rounds.
func TestValues(t *testing.T) {
	for _, test := range []struct{ written, value, interval string }{
		{"value: 1605", "1605", "[1605]"},
		{"value: +1605", "1605", "[1605]"},
		{`value: "-0.50", rounded: true`, "-0.5", "[-0.505, -0.495]"},
		{"value: 1605, scale: 6, rounded: true", "1605000000", "[1604500000, 1605500000]"},
		{"value: 1600, decimals: -2", "1600", "[1550, 1650]"},
		{"value: 12345678901234567890.10", "12345678901234567890.1", "[12345678901234567890.1]"},
		{"value: 60, qualifiers: [about]", "60", "[55, 65]"},
		{"value: 60, qualifiers: [about], step: 2, stepPrint: steps of 2", "60", "[59, 61]"},
		{"value: 6, scale: 1, qualifiers: [about], step: 1, stepPrint: tens", "60", "[55, 65]"},
		{"value: 100, qualifiers: [above]", "100", "(100, ∞)"},
		{"value: 3, qualifiers: [several]", "3", "none"},
		{`value: "1/12"`, "1/12", "[1/12]"},
		{`value: "1/4", qualifiers: [about]`, "0.25", "(2/9, 2/7]"},
		{`value: "1/4", decimals: 0`, "0.25", "[0.25]"},
		{`value: "1/4", rounded: true`, "0.25", "[0.25]"},
		{"lower: 10, upper: 15", "", "[10, 15]"},
		{`lower: "0.50", upper: 1, rounded: true`, "", "[0.495, 1.5]"},
		{"lower: 10, upper: 20, decimals: 0", "", "[9.5, 20.5]"},
		{"lower: 10", "", "[10, ∞)"},
		{"upper: 10, scale: 3", "", "(−∞, 10000]"},
		{"lower: 10, upper: 20, qualifiers: [about]", "", "[9.5, 20.5]"},
		{"lower: 1, upper: 2, qualifiers: [several]", "", "none"},
		{"status: nil", "0", "[0]"},
		{"status: undisclosed", "", "none"},
		{"status: lost", "", "none"},
		{"status: notApplicable", "", "none"},
		{"text: A-", "", "none"},
	} {
		c := build(t, fmt.Sprintf(`
source: budget
defaults: {entity: city, period: 2025, unit: USD}
quantities: {x: {concept: revenue, %s}}
`, test.written))
		q := c.quantity(t, "budget/x")
		value, interval := "", "none"
		if q.Value != nil {
			value = number.Text(q.Value)
		}
		if i, ok := q.Intervals.In(number.Rounded); ok {
			interval = i.String()
		}
		if value != test.value || interval != test.interval {
			t.Errorf("{%s} is %s in %s, want %s in %s", test.written, value, interval, test.value, test.interval)
		}
	}
}

// TestWorlds holds the ways of rounding to what the source says of itself.
func TestWorlds(t *testing.T) {
	for rounding, want := range map[string]string{
		"round": "rounded [4.5, 5.5] ", "truncate": "truncated [5, 6) ", "unknown": "rounded [4.5, 5.5] truncated [5, 6) ",
	} {
		c := buildFiles(t, map[string]string{"f.yaml": fmt.Sprintf(`
sources: {s: {title: S, kind: other, language: en, rounding: %s}}
---
concepts: {c: {labels: {en: C}, periodType: duration, sign: any}}
---
source: s
quantities: {x: {concept: c, value: 5, rounded: true}}
`, rounding)})
		got := ""
		for mode, interval := range c.quantity(t, "s/x").Intervals.All() {
			got += fmt.Sprintf("%s %s ", mode, interval)
		}
		if got != want {
			t.Errorf("%s: %s, want %s", rounding, got, want)
		}
	}
}

// TestTruncatedRanges widens each end of a range as its source shortens figures.
func TestTruncatedRanges(t *testing.T) {
	for written, want := range map[string]string{
		"lower: 10, upper: 20": "[10, 21)", "lower: -20, upper: -10": "(-21, -10]", "upper: 20": "(−∞, 21)",
	} {
		c := buildFiles(t, map[string]string{"f.yaml": fmt.Sprintf(`
sources: {s: {title: S, kind: other, language: en, rounding: truncate}}
---
concepts: {c: {labels: {en: C}, periodType: duration, sign: any}}
---
source: s
quantities: {x: {concept: c, %s, decimals: 0}}
`, written)})
		if got, _ := c.quantity(t, "s/x").Intervals.In(number.Truncated); got.String() != want {
			t.Errorf("{%s} is %s, want %s", written, got, want)
		}
	}
}

// TestBadNumbers holds what cannot be read to its place; the figure is left out.
func TestBadNumbers(t *testing.T) {
	for _, test := range []struct{ written, want string }{
		{"value: 1605.5, decimals: 0", "5:36"},
		{"value: 1605, scale: 3, decimals: -4", "5:36"},
		{"value: 1e3", "5:36"},
		{"value: 1" + fmt.Sprintf("%0120d", 0), "5:36"},
		{"lower: 2, upper: 1", "5:36"},
		{"lower: 1, upper: 2.5, decimals: 0", "5:46"},
		{"lower: 1e1, upper: 2", "5:36"},
		{"value: 60, qualifiers: [about], step: 0, stepPrint: none", "5:67"},
		{"value: 60, qualifiers: [about], step: 1e1, stepPrint: ten", "5:67"},
		{"lower: 6, upper: 7, qualifiers: [about], step: -1, stepPrint: x", "5:76"},
	} {
		c := build(t, fmt.Sprintf(`
source: budget
defaults: {entity: city, period: 2025, unit: USD}
quantities:
  {x: {concept: revenue,    %s}}
`, test.written))
		if len(c.form) > 0 {
			t.Errorf("{%.60s} is not valid: %s", test.written, c.form[0].Message.EN)
			continue
		}
		c.expect(t, "excess-digits facts.yaml:"+test.want+" budget/x")
		if c.Len() != 0 || c.Excluded != 1 {
			t.Errorf("{%.60s}: %d facts, %d excluded", test.written, c.Len(), c.Excluded)
		}
	}
}
