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
	return t.line(n)
}

// Lines gives a function like Result.Line. It reads a file that is not kept when
// it is first asked for one of its lines, and holds the last of these only; it
// is for one goroutine. Of a file that has changed since, every line is "".
func (f *Files) Lines() func(file string, n int) string {
	at := make(map[string]*File, len(f.List))
	for i := range f.List {
		at[f.List[i].Name] = &f.List[i]
	}
	var last string
	var held *text
	return func(name string, n int) string {
		if name != last {
			last, held = name, nil
			if file := at[name]; file != nil {
				held = f.text(file)
			}
		}
		if held == nil {
			return ""
		}
		return held.line(n)
	}
}

// text gives the text of a file, if it is the one that was read.
func (f *Files) text(file *File) *text {
	if file.data != nil {
		return &text{data: file.data}
	}
	data, problem := fetch(f.fsys, file.found)
	if problem != nil || digest(data) != file.SHA256 {
		return nil
	}
	return &text{data: data}
}

func (t *text) line(n int) string {
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
