package cli

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/rivo/uniseg"

	"github.com/tieout/tieout/checker"
)

// words says beside the bar what there is room for: the facts, their rate, and
// the time that is left.
func (m *meter) words(columns int, p checker.Progress, seen pace) string {
	w := progressWords[m.lang]
	var facts, rate, left string
	if p.Facts > 0 {
		facts = fmt.Sprintf(w.facts, thousands(p.Facts))
	}
	perSecond, rest := seen.rate()
	if perSecond > 0 {
		rate = fmt.Sprintf(w.rate, thousands(perSecond))
	}
	if rest > 0 {
		left = fmt.Sprintf(w.left, clock(rest))
	}
	for _, parts := range [][]string{{facts, rate, left}, {rate, left}, {left}} {
		text := strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), w.comma)
		if uniseg.StringWidth(text)+leastBar+barFrame <= columns {
			return text
		}
	}
	return ""
}

var progressWords = map[string]struct{ facts, rate, left, comma string }{
	"en": {"%s facts", "%s/s", "%s left", ", "},
	"ja": {"事実%s件", "毎秒%s件", "残り%s", "、"},
}

// clock writes a time as 0:05 or 1:02:03.
func clock(d time.Duration) string {
	s := int64((d + time.Second - 1) / time.Second)
	if s < 3600 {
		return fmt.Sprintf("%d:%02d", s/60, s%60)
	}
	return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
}

// thousands writes a count with its thousands apart.
func thousands(n int64) string {
	digits := strconv.FormatInt(n, 10)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
