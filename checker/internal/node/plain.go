package node

import (
	"bytes"
	"unicode/utf8"

	"github.com/tieout/tieout/checker/internal/finding"
)

// plainReader reads the YAML that fact files are written in: mappings and
// lists by indentation or in brackets, texts with and without quotes, comments,
// and documents parted by ---. It is many times faster than the library, and sure
// of what it reads: at anything else, and at whatever is wrong or beyond a
// limit, it gives up, and the library reads the file.
type plainReader struct {
	*parser
	data []byte
	// at is the offset of the next byte, line its line, and start where that
	// line begins.
	at, line, start int
	// indent is that of the line with content which comes next, if at is at
	// its beginning; -1 at the end of a document.
	indent int
	// ascii tells that columns are bytes. If they are not, column is the
	// column of the byte at counted.
	ascii           bool
	counted, column int
	// joined is room for a text that does not stand in the file as it is.
	joined []byte
}

// parsePlain reads a file with the plainReader. It gives false, and leaves no
// trace, if that gives up.
func (p *parser) parsePlain() bool {
	r := &plainReader{parser: p, data: p.src.data, line: 1, column: 1, ascii: isASCII(p.src.data)}
	if hasOdd(r.data) || !r.documents() {
		p.documents, p.nodes = nil, 0
		p.fields, p.items = p.fields[:0], p.items[:0]
		return false
	}
	return true
}

// hasOdd reports whether data has tabs or marks, or line breaks other than LF
// and CR LF.
func hasOdd(data []byte) bool {
	for _, odd := range []string{"\t", "\u0085", "\u2028", "\u2029", ByteOrderMark} {
		if bytes.Contains(data, []byte(odd)) {
			return true
		}
	}
	return bytes.Count(data, []byte{'\r'}) != bytes.Count(data, []byte("\r\n"))
}

// documents reads all documents; each must have content.
func (r *plainReader) documents() bool {
	r.content()
	if r.atSeparator() {
		r.nextLine()
	}
	for {
		if r.indent != 0 {
			return false
		}
		root := r.block(0, 1)
		if root == nil {
			return false
		}
		r.keep(root)
		if r.at == len(r.data) {
			return true
		}
		if !r.atSeparator() {
			return false
		}
		r.nextLine()
	}
}

// atSeparator reports whether a line --- comes next.
func (r *plainReader) atSeparator() bool {
	rest := r.data[r.at:]
	return r.indent < 0 && bytes.HasPrefix(rest, []byte("---")) && (len(rest) == 3 || isBreak(rest[3]))
}

// nextLine passes over what is left of the line, and goes to the next content.
func (r *plainReader) nextLine() {
	if r.skipLine() {
		r.content()
	}
}

// skipLine goes to the beginning of the next line, or to the end of the text,
// where it gives false.
func (r *plainReader) skipLine() bool {
	n := bytes.IndexByte(r.data[r.at:], '\n')
	if n < 0 {
		r.at, r.indent = len(r.data), -1
		return false
	}
	r.newLine(r.at + n + 1)
	return true
}

// newLine begins a line at start.
func (r *plainReader) newLine(start int) {
	r.at, r.start, r.counted, r.column = start, start, start, 1
	r.line++
}

// content goes from the beginning of a line to the content on it, or to the
// next line that has any, or to the end of the document.
func (r *plainReader) content() {
	for {
		switch r.space() {
		case 0:
			r.indent = -1
			return
		case '\n', '#':
			if !r.skipLine() {
				return
			}
		default:
			r.indent = r.at - r.start
			if r.indent == 0 && (bytes.HasPrefix(r.data[r.at:], []byte("---")) || bytes.HasPrefix(r.data[r.at:], []byte("..."))) {
				r.indent = -1
			}
			return
		}
	}
}

// space passes over spaces. It gives the byte after them, LF at any line break,
// or 0 at the end of the text, which holds no such byte.
func (r *plainReader) space() byte {
	for ; r.at < len(r.data); r.at++ {
		switch c := r.data[r.at]; c {
		case ' ':
		case '\r':
			return '\n'
		default:
			return c
		}
	}
	return 0
}

// isBreak reports whether c begins a line break.
func isBreak(c byte) bool { return c == '\n' || c == '\r' }

// blank reports whether the byte at i is a space, the end of a line or that of
// the text.
func (r *plainReader) blank(i int) bool {
	return i >= len(r.data) || r.data[i] == ' ' || isBreak(r.data[i])
}

// endLine goes to the next content after a value that must be the last thing
// on its line, and have no line of its own below it.
func (r *plainReader) endLine(indent int) bool {
	end := r.at
	switch c := r.space(); {
	case c == 0 || c == '\n':
	case c == '#' && r.at > end:
	default:
		return false
	}
	r.nextLine()
	return r.indent <= indent
}

// pos gives the place of the byte at offset i, which is on the line and not
// before the last one asked for.
func (r *plainReader) pos(i int) finding.Pos {
	if r.ascii {
		return finding.Pos{Line: r.line, Column: i - r.start + 1}
	}
	r.column += utf8.RuneCount(r.data[r.counted:i])
	r.counted = i
	return finding.Pos{Line: r.line, Column: r.column}
}

// begin gives a node of a kind that begins at the next byte; depth is that of
// a collection. It is nil when there are too many, or too deep ones.
func (r *plainReader) begin(kind Kind, depth int) *Node {
	// The library's own count of levels is not quite that of the tree.
	if r.nodes++; r.nodes > r.limits.Nodes || depth+2 > r.limits.Depth {
		return nil
	}
	n := r.values.one()
	n.Kind, n.Start = kind, r.pos(r.at)
	return n
}
