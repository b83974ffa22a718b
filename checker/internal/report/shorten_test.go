package report

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// What a reader is not shown has to be said, within the reader's own limit.
func TestShortenSaysWhatIsMissing(t *testing.T) {
	for _, c := range []struct {
		text  string
		limit int
		want  string
	}{
		{"as it is", 8, "as it is"},
		{"売上高の推移", 6, "売上高の推移"},
		{"0123456789abcdef", 12, "0123 … (+12)"},
		{"売上高の推移について述べる", 10, "売上 … (+11)"},
		{strings.Repeat("x", 1000), 15, "xxxxxx … (+994)"},
	} {
		got := shorten(c.text, c.limit)
		if got != c.want || utf8.RuneCountInString(got) > c.limit {
			t.Errorf("%q at %d: got %q, want %q", c.text, c.limit, got, c.want)
		}
	}
}
