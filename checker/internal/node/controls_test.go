package node

import (
	"math/rand/v2"
	"testing"
)

// TestControlsAmongEight finds each control character at each place, whatever
// stands around it.
func TestControlsAmongEight(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	around := []byte{' ', '!', 'a', 0x7F, 0x80, 0x9F, 0xA0, 0xE3, 0xFF, '\n', '\t', '\r'}
	for range 20_000 {
		data := make([]byte, 1+r.IntN(27))
		for i := range data {
			data[i] = around[r.IntN(len(around))]
		}
		if hasControls(data) {
			t.Fatalf("%q has no control character", data)
		}
		at, control := r.IntN(len(data)), byte(r.IntN(' '))
		data[at] = control
		if want := control != '\n' && control != '\t' && control != '\r'; hasControls(data) != want {
			t.Fatalf("%q has a control character at %d: %v", data, at, want)
		}
	}
}
