package node

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"github.com/tieout/tieout/checker/internal/finding"
)

// ByteOrderMark is the mark that some editors put before UTF-8 text. Parse
// skips it: column 1 is the character after it.
const ByteOrderMark = "\xef\xbb\xbf"

// LineStarts gives the offset of the first byte of each line. A line ends at
// LF, CR LF or CR, as in editors.
func LineStarts(data []byte) []int32 { return lineStarts(data, false) }

// lineStarts finds the lines. YAML 1.1 breaks lines at U+0085, U+2028 and
// U+2029 too, and so does the YAML library when it counts.
func lineStarts(data []byte, yaml bool) []int32 {
	starts := make([]int32, 1, bytes.Count(data, []byte{'\n'})+2)
	if !yaml && bytes.IndexByte(data, '\r') < 0 {
		return unixLineStarts(starts, data)
	}
	for i := 0; i < len(data); i++ {
		width := breakWidth(data[i:])
		if width == 0 || width > 1 && data[i] != '\r' && !yaml {
			continue
		}
		starts = append(starts, int32(i+width)) //nolint:gosec // Parse bounds the size of a file
		i += width - 1
	}
	return starts
}

// unixLineStarts finds the lines of a text whose only line breaks are LF.
func unixLineStarts(starts []int32, data []byte) []int32 {
	for at := 0; ; {
		n := bytes.IndexByte(data[at:], '\n')
		if n < 0 {
			return starts
		}
		at += n + 1
		starts = append(starts, int32(at)) //nolint:gosec // Parse bounds the size of a file
	}
}

// breakWidth gives the number of bytes of the YAML line break that data
// begins with, or 0.
func breakWidth(data []byte) int {
	switch {
	case data[0] == '\n':
		return 1
	case data[0] == '\r':
		if len(data) > 1 && data[1] == '\n' {
			return 2
		}
		return 1
	case data[0] < utf8.RuneSelf:
		return 0
	case bytes.HasPrefix(data, []byte("\u0085")):
		return 2
	case bytes.HasPrefix(data, []byte("\u2028")), bytes.HasPrefix(data, []byte("\u2029")):
		return 3
	}
	return 0
}

// source is a text with its places: offsets in bytes, and positions in lines
// and code points.
type source struct {
	data []byte
	// lines and foreign are found when first asked for: a sound JSON file
	// needs neither.
	lines lines
	// foreign counts lines as the YAML library does; the same as lines in
	// all but odd files.
	foreign lines
}

// lines turns offsets into lines and columns and back. It remembers the last
// place, as the next one is near: counting columns from the start of a line
// would take quadratic time in a long line.
type lines struct {
	starts         []int32
	ascii          bool
	line           int
	offset, column int
}

func newSource(data []byte) *source { return &source{data: data} }

// findLines finds the lines unless they are known.
func (s *source) findLines() {
	if s.lines.starts != nil {
		return
	}
	own := lineStarts(s.data, false)
	s.lines = lines{starts: own, ascii: isASCII(s.data), column: 1}
	s.foreign = s.lines
	if !s.lines.ascii {
		if all := lineStarts(s.data, true); len(all) != len(own) {
			s.foreign.starts = all
		}
	}
}

func isASCII(data []byte) bool {
	for _, b := range data {
		if b >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// pos gives the place of the byte at offset.
func (s *source) pos(offset int) finding.Pos {
	s.findLines()
	offset = min(max(offset, 0), len(s.data))
	l := &s.lines
	l.moveTo(s.data, l.find(offset), offset)
	return finding.Pos{Line: l.line + 1, Column: l.column}
}

// offset gives the byte that the YAML library means by a line and a column.
func (s *source) offset(line, column int) int {
	s.findLines()
	if line < 1 {
		return 0
	}
	l := &s.foreign
	if line > len(l.starts) {
		return len(s.data)
	}
	if l.ascii {
		return min(int(l.starts[line-1])+max(column, 1)-1, len(s.data))
	}
	if l.line != line-1 || column < l.column {
		l.line, l.offset, l.column = line-1, int(l.starts[line-1]), 1
	}
	for l.column < column && l.offset < len(s.data) {
		_, width := utf8.DecodeRune(s.data[l.offset:])
		l.offset += width
		l.column++
	}
	return l.offset
}

// find gives the index of the line that offset is in.
func (l *lines) find(offset int) int {
	if int(l.starts[l.line]) <= offset && (l.line+1 == len(l.starts) || offset < int(l.starts[l.line+1])) {
		return l.line
	}
	return sort.Search(len(l.starts), func(i int) bool { return int(l.starts[i]) > offset }) - 1
}

// moveTo sets the remembered place to offset, which is in line.
func (l *lines) moveTo(data []byte, line, offset int) {
	start := int(l.starts[line])
	switch {
	case l.ascii:
		l.column = offset - start + 1
	case line != l.line || offset-start < l.offset-offset:
		l.column = utf8.RuneCount(data[start:offset]) + 1
	case offset >= l.offset:
		l.column += utf8.RuneCount(data[l.offset:offset])
	default:
		l.column -= utf8.RuneCount(data[offset:l.offset])
	}
	l.line, l.offset = line, offset
}
