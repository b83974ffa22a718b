package report

import (
	"slices"
	"strings"
	"testing"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		name, text  string
		first, rest int
		want        []string
	}{
		{"nothing", "", 20, 20, []string{""}},
		{"fits", "ten to the", 10, 10, []string{"ten to the"}},
		{"between words", "a loaf of rye bread", 10, 14, []string{"a loaf of", "rye bread"}},
		{"between characters of full width", "合計が内訳と一致しない", 12, 10, []string{"合計が内訳と", "一致しない"}},
		{"not before a full stop", "合計が違います。", 14, 14, []string{"合計が違いま", "す。"}},
		{"a path stays whole", "see facts/my-city/budget.yaml:12:9 there", 20, 33, []string{"see", "facts/my-city/budget.yaml:12:9", "there"}},
		{"a word longer than a line", "x" + strings.Repeat("y", 24) + " z", 10, 10, []string{"xyyyyyyyyy", "yyyyyyyyyy", "yyyyy z"}},
		{"never inside a character", "ab" + strings.Repeat("合", 9) + "。", 11, 11, []string{"ab合合合合", "合合合合", "合。"}},
		{"combining marks stay", strings.Repeat("e\u0301", 12), 10, 10, []string{strings.Repeat("e\u0301", 10), strings.Repeat("e\u0301", 2)}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := wrap(c.text, c.first, c.rest); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// A hostile text without a blank costs no more than its length.
func TestWrapIsLinear(t *testing.T) {
	for _, text := range []string{strings.Repeat("x", 1<<21), strings.Repeat("a-", 1<<20), strings.Repeat("合", 1<<19)} {
		if got := strings.Join(wrap(text, 80, 80), ""); got != text {
			t.Error("wrapping changed the text")
		}
	}
}

func TestAmount(t *testing.T) {
	for _, c := range []struct{ value, unit, want string }{
		{"1605000000", "USD", "1,605,000,000 USD"},
		{"-1234.5678", "", "-1,234.5678"},
		{"12345678901234567890.10", "JPY", "12,345,678,901,234,567,890.10 JPY"},
		{"63", "percent", "63%"},
		{"1/4", "", "0.25"},
		{"1/12", "pure", "≈0.083333"},
		{"-2000000/3", "", "≈-666,666.666667"},
		{"A-", "grade", "A-"},
		{"2025-11-06", "", "2025-11-06"},
		{"1/0", "", "1/0"},
		{"", "JPY", ""},
	} {
		if got := amount(c.value, c.unit); got != c.want {
			t.Errorf("%s %s: got %s, want %s", c.value, c.unit, got, c.want)
		}
	}
}

func TestIntervals(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"[1604500000, 1605500000)", "[1,604,500,000, 1,605,500,000)"},
		{"(−∞, -1000]", "(−∞, -1,000]"},
		{"(2/27, 1/12] rounded, [0, 1] truncated", "(≈0.074074, ≈0.083333] rounded, [0, 1] truncated"},
		{"no 12345 interval", "no 12345 interval"},
	} {
		if got := intervals(c.text); got != c.want {
			t.Errorf("%s: got %s, want %s", c.text, got, c.want)
		}
	}
}
