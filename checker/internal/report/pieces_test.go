package report

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestBlanks holds the short way of cutting a text to Unicode's: a line would
// otherwise end where it may not.
func TestBlanks(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	const signs = "ab1 2.,;:!?()[]{}\"'/-%$=|<>&*#+~^_`@\\ "
	sure := 0
	for range 200_000 {
		text := make([]byte, 1+random.IntN(9))
		for i := range text {
			text[i] = signs[random.IntN(len(signs))]
		}
		short, ok := blanks(string(text))
		if !ok {
			continue
		}
		sure++
		if long := segments(string(text)); !slices.Equal(short, long) {
			t.Fatalf("%q is cut into %q; by Unicode's rules into %q", text, short, long)
		}
	}
	if sure < 10_000 {
		t.Errorf("only %d texts were cut the short way", sure)
	}
}
