package finding

import (
	"cmp"
	"fmt"
)

// Pos is a place in a text file. Line and Column are 1-based; Column counts
// Unicode code points. The zero Pos means that the place is unknown.
type Pos struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

// IsValid reports whether p names a place.
func (p Pos) IsValid() bool { return p.Line > 0 }

// Compare orders places by line, then by column.
func (p Pos) Compare(q Pos) int {
	return cmp.Or(cmp.Compare(p.Line, q.Line), cmp.Compare(p.Column, q.Column))
}

// Range is a stretch of a file. End is the position just after its last
// character. File is a slash-separated path, relative to the root of the run.
type Range struct {
	File  string `json:"file"`
	Start Pos    `json:"start"`
	End   Pos    `json:"end"`
}

// String gives the clickable form file:line:column.
func (r Range) String() string {
	if !r.Start.IsValid() {
		return r.File
	}
	return fmt.Sprintf("%s:%d:%d", r.File, r.Start.Line, r.Start.Column)
}

// Compare orders ranges by file, start and end.
func (r Range) Compare(s Range) int {
	return cmp.Or(cmp.Compare(r.File, s.File), r.Start.Compare(s.Start), r.End.Compare(s.End))
}
