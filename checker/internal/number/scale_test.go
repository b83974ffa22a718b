package number

import (
	"regexp"
	"strings"
	"testing"
)

func TestPrintedScale(t *testing.T) {
	for text, want := range map[string]int{
		"1,605": 0, "1,605円": 0, "約60%": 0, "6つ": 0, "6,100億円": 8, "6,100 億円": 8, "3,725千台": 3, "698百万円": 6, "5兆円": 12,
		"３億円": 8, "10万人": 4, "5百人": 2, "2千万円": 7, "$1.2 million": 6, "US$5 Billion": 9, "12 thousand": 3, "($5 million)": 6,
		"1.5bn": 9, "3 mn": 6, "2 trillion": 12, "約3億円": 8, "△5億円": 8, "（3億円）": 8, "[3]億円": 8,
	} {
		if got, ok := PrintedScale(text); !ok || got != want {
			t.Errorf("PrintedScale(%q) = %d, %v; want %d", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "-", "5億1万", "million", "1/12"} {
		if got, ok := PrintedScale(text); ok {
			t.Errorf("PrintedScale(%q) = %d, want unknown", text, got)
		}
	}
}

// A scale word without its power would be read as ones.
func TestScalesAreComplete(t *testing.T) {
	for word := range strings.SplitSeq(scale, "|") {
		if scales[regexp.QuoteMeta(word)] == 0 {
			t.Errorf("the power of %q is not known", word)
		}
	}
}
