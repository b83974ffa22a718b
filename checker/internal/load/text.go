package load

import (
	"bytes"
	"strings"
	"sync"

	"github.com/tieout/tieout/checker/internal/node"
)

// text is a file that was read. Its lines are found when one is asked for, as
// most files need none.
type text struct {
	data   []byte
	once   sync.Once
	starts []int32
}

// Line gives line n of a file, counted from 1, without its line break; ""
// when there is no such line. It may be called from several goroutines.
func (r *Result) Line(file string, n int) string {
	t := r.texts[file]
	if t == nil {
		return ""
	}
	t.once.Do(func() {
		t.data = bytes.TrimPrefix(t.data, []byte(node.ByteOrderMark))
		t.starts = node.LineStarts(t.data)
	})
	if n < 1 || n > len(t.starts) {
		return ""
	}
	line := t.data[t.starts[n-1]:]
	if n < len(t.starts) {
		line = t.data[t.starts[n-1]:t.starts[n]]
	}
	return strings.ToValidUTF8(strings.TrimRight(string(line), "\r\n"), "\uFFFD")
}
