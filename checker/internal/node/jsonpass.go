package node

import (
	"bytes"
	"unicode/utf8"
)

// ParseSome reads anew a file in which Parse has found no problem, as far as it
// is wanted: entries of the root's members that wanted refuses are missing, all
// others stand as Parse has given them. Of YAML, which cannot be read in pieces,
// nothing is missing.
func ParseSome(file string, data []byte, wanted func(section, entry string) bool) []*Node {
	p := &parser{file: file, limits: Limits{}.withDefaults(), wanted: wanted}
	p.src = newSource(bytes.TrimPrefix(data, []byte(ByteOrderMark)))
	p.parse()
	p.closeProblems()
	return p.documents
}

// refuses tells whether the member that was begun is an entry that is not wanted.
func (r *jsonReader) refuses() bool {
	return r.wanted != nil && len(r.steps) == 2 && r.steps[0].item < 0 && !r.wanted(r.steps[0].key, r.steps[1].key)
}

// pass goes over a value without reading it. It gives false when the file was
// given up, at the end of the text.
func (r *jsonReader) pass() bool {
	depth := 0
	for ; r.at < len(r.data); r.at++ {
		c := r.data[r.at]
		if !passing[c] {
			continue
		}
		switch {
		case c == '"':
			r.passText()
		case c == '{' || c == '[':
			depth++
		case c == '\n' || c == '\r':
			r.space()
			r.at--
		case depth == 0: // what follows a scalar
			return true
		case c != ',':
			if depth--; depth == 0 {
				r.at++
				return true
			}
		}
	}
	r.at = len(r.data)
	r.fail(r.at, false)
	return false
}

// passing tells the bytes at which there is something to do on the way.
var passing = [256]bool{'"': true, '{': true, '[': true, '}': true, ']': true, ',': true, '\n': true, '\r': true}

// passText goes over a text in quotes, up to the quote that ends it: characters
// have columns, whatever their bytes.
func (r *jsonReader) passText() {
	for r.at++; r.at < len(r.data); r.at++ {
		switch c := r.data[r.at]; {
		case !special[c]:
		case c == '"':
			return
		case c == '\\':
			r.at++
		case !utf8.RuneStart(c):
			r.shift++
		}
	}
}
