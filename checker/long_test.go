package checker

import (
	"strings"
	"testing"
	"unsafe"

	"github.com/tieout/tieout/checker/internal/settle"
)

// TestDetached looks for the texts of what is left of a part: one that is cut
// from the packed part would hold all its findings in memory, which were put
// aside to have none of them there.
func TestDetached(t *testing.T) {
	packed := strings.Repeat("arithmetic/sum ", 1000)
	y := &yield{Judged: []settle.Judgement{{Rule: packed[:14], Population: 3}}}
	own, err := y.detached()
	if err != nil {
		t.Fatal(err)
	}
	if len(own.Judged) != 1 || own.Judged[0].Rule != "arithmetic/sum" || own.Judged[0].Population != 3 {
		t.Errorf("it became %+v", own.Judged)
	}
	offset := uintptr(unsafe.Pointer(unsafe.StringData(own.Judged[0].Rule))) - uintptr(unsafe.Pointer(unsafe.StringData(packed)))
	if offset < uintptr(len(packed)) {
		t.Error("its text is cut from what it was read from")
	}
}
