package anchor

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/node"
)

// Edit replaces a value in a fact file, and nothing around it.
type Edit struct {
	At       finding.Range
	Old, New string
}

// Edits gives the changes to the fact files that let the selectors that moved
// stand again: their lines and occurrences, and the digest of a text that was
// edited. A doubtful text gives none.
func (r *Relocation) Edits() []Edit {
	if r.Doubtful {
		return nil
	}
	var all []Edit
	for _, m := range r.Moved {
		all = append(all, edit(m.At.File, m.selector.Get("line"), strconv.Itoa(m.NewLine))...)
		if m.Occurrence > 0 {
			all = append(all, edit(m.At.File, m.selector.Get("occurrence"), strconv.Itoa(m.NewOccurrence))...)
		}
	}
	if r.Edited() {
		all = append(all, edit(r.place.File, r.registered, r.SHA256)...)
	}
	return all
}

func edit(file string, n *node.Node, to string) []Edit {
	if n == nil || n.Text == to {
		return nil
	}
	return []Edit{{At: n.Range(file), Old: n.Text, New: to}}
}

// Apply makes the edits of one file; every other byte stays as it is. It fails
// when the file is not the one that was read.
func Apply(data []byte, edits []Edit) ([]byte, error) {
	sorted := slices.Clone(edits)
	slices.SortFunc(sorted, func(a, b Edit) int { return a.At.Compare(b.At) })
	// An alias in the file lets two selectors be one text.
	sorted = slices.Compact(sorted)
	starts := node.LineStarts(data)
	var out bytes.Buffer
	done := 0
	for _, e := range sorted {
		from, to := offset(data, starts, e.At.Start), offset(data, starts, e.At.End)
		at := -1
		if done <= from && from <= to {
			at = bytes.Index(data[from:to], []byte(e.Old))
		}
		if at < 0 {
			return nil, fmt.Errorf("%s: %q no longer stands there", e.At, e.Old)
		}
		out.Write(data[done : from+at])
		out.WriteString(e.New)
		done = from + at + len(e.Old)
	}
	out.Write(data[done:])
	return out.Bytes(), nil
}

// offset gives the byte at a place of a file.
func offset(data []byte, starts []int32, at finding.Pos) int {
	if at.Line < 1 || at.Line > len(starts) {
		return len(data)
	}
	i := int(starts[at.Line-1])
	if at.Line == 1 && bytes.HasPrefix(data, []byte(node.ByteOrderMark)) {
		i = len(node.ByteOrderMark)
	}
	for column := 1; column < at.Column && i < len(data); column++ {
		_, width := utf8.DecodeRune(data[i:])
		i += width
	}
	return i
}
