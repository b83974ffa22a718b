package report

import (
	"testing"
	"unicode"
)

// No character that a reader cannot see may pass for one of a script.
func TestInvisibleIsWhatUnicodeSays(t *testing.T) {
	for r := range unicode.MaxRune + 1 {
		if want := unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp); invisible(r) != want {
			t.Errorf("%U: %t, want %t", r, !want, want)
		}
	}
}
