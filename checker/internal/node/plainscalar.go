package node

import "math"

// scalar gives the text, number or word at the next byte. It may go on in
// lines indented beyond indent, unless that is oneLine.
func (r *plainReader) scalar(indent int, inside bool) *Node {
	n := r.begin(String, 0)
	if n == nil {
		return nil
	}
	c := r.data[r.at]
	text, ok := r.text(indent, inside)
	if !ok {
		return nil
	}
	n.Text = text
	if c != '"' && c != '\'' {
		v := plain(text)
		n.Kind, n.Text = v.Kind, v.Text
	}
	n.End = r.pos(r.at)
	if r.beyond(n) != nothing {
		return nil
	}
	return n
}

// oneLine stands for an indentation beyond which no line is.
const oneLine = math.MaxInt

// key reads a key and the colon after it.
func (r *plainReader) key(f *Field, inside bool) bool {
	begin, c := r.at, r.data[r.at]
	f.KeyStart = r.pos(r.at)
	text, ok := r.text(oneLine, inside)
	if !ok || r.at == len(r.data) || r.data[r.at] != ':' || !r.blank(r.at+1) {
		return false
	}
	// The library takes no longer key, and no shorter limit is of use.
	if r.at-begin > 1000 || len(text) > r.limits.StringBytes {
		return false
	}
	if c != '"' && c != '\'' {
		v := plain(text)
		if text == "<<" || r.beyond(&v) != nothing {
			return false
		}
	}
	f.Key, f.KeyEnd = text, r.pos(r.at)
	r.at++
	return true
}

// text reads the text at the next byte, with or without quotes.
func (r *plainReader) text(indent int, inside bool) (string, bool) {
	switch r.data[r.at] {
	case '"', '\'':
		return r.quoted(indent)
	}
	if !r.beginsPlain(r.at, inside) {
		return "", false
	}
	end := r.plainEnd(r.at, inside)
	first := r.data[r.at:end]
	r.at = end
	if !r.goesOn(indent) {
		return r.texts.of(first), true
	}
	r.joined = append(r.joined[:0], first...)
	for r.goesOn(indent) {
		r.nextLine()
		end = r.plainEnd(r.at, inside)
		r.joined = append(append(r.joined, ' '), r.data[r.at:end]...)
		r.at = end
	}
	return r.texts.of(r.joined), true
}

// goesOn reports whether nothing follows on the line, and the next line has
// content beyond indent.
func (r *plainReader) goesOn(indent int) bool {
	if indent == oneLine {
		return false
	}
	i := r.at
	for i < len(r.data) && r.data[i] == ' ' {
		i++
	}
	if i == len(r.data) || !isBreak(r.data[i]) {
		return false
	}
	start := i + breakWidth(r.data[i:])
	for i = start; i < len(r.data) && r.data[i] == ' '; {
		i++
	}
	return i < len(r.data) && !isBreak(r.data[i]) && r.data[i] != '#' && i-start > indent
}

// plainMarks tells the bytes at which a text without quotes may end.
var plainMarks = [256]bool{'\n': true, '\r': true, ' ': true, '#': true, ':': true, ',': true, '[': true, ']': true, '{': true, '}': true}

// plainEnd gives the end of the text without quotes that begins at i: at the
// colon of a key, at a comment, at the end of the line, and in brackets at
// what parts their members.
func (r *plainReader) plainEnd(i int, inside bool) int {
	end := i
	for ; i < len(r.data); i++ {
		c := r.data[i]
		if !plainMarks[c] {
			end = i + 1
			continue
		}
		switch {
		case isBreak(c):
			return end
		case c == ' ':
			continue
		case c == '#' && i > end, c == ':' && r.blank(i+1):
			return end
		case inside && (isBracket(c) || c == ':' && isBracket(r.data[i+1])):
			return end
		}
		end = i + 1
	}
	return end
}

// beginsPlain reports whether a text without quotes begins at i.
func (r *plainReader) beginsPlain(i int, inside bool) bool {
	switch r.data[i] {
	case '?', ':', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`':
		return false
	case '-':
		return !r.blank(i+1) && !(inside && isBracket(r.data[i+1]))
	}
	return true
}

// isBracket reports whether c parts the members of what is in brackets.
func isBracket(c byte) bool {
	return c == ',' || c == '[' || c == ']' || c == '{' || c == '}'
}

// beginsKey reports whether a key begins at the next byte, and not a value.
func (r *plainReader) beginsKey() bool {
	at := r.at
	defer func() { r.at = at }()
	if c := r.data[at]; c == '[' || c == '{' {
		return false
	}
	_, ok := r.text(oneLine, false)
	return ok && r.at < len(r.data) && r.data[r.at] == ':' && r.blank(r.at+1)
}
