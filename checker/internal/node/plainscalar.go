package node

import "bytes"

// scalar gives the text, number or word at the next byte.
func (r *plainReader) scalar(inside bool) *Node {
	n := r.begin(String, 0)
	if n == nil {
		return nil
	}
	c := r.data[r.at]
	text, ok := r.text(inside)
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

// key reads a key and the colon after it.
func (r *plainReader) key(f *Field, inside bool) bool {
	begin, c := r.at, r.data[r.at]
	f.KeyStart = r.pos(r.at)
	text, ok := r.text(inside)
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
func (r *plainReader) text(inside bool) (string, bool) {
	switch r.data[r.at] {
	case '"', '\'':
		return r.quoted()
	}
	end := r.plainEnd(r.at, inside)
	if end < 0 {
		return "", false
	}
	text := r.texts.of(r.data[r.at:end])
	r.at = end
	return text, true
}

// quoted reads a text in quotes, on one line and without escapes but for
// doubled quotes in single ones.
func (r *plainReader) quoted() (string, bool) {
	quote := r.data[r.at]
	doubled := false
	for i := r.at + 1; i < len(r.data); i++ {
		switch c := r.data[i]; {
		case c == '\n' || c == '\\' && quote == '"':
			return "", false
		case c != quote:
		case quote == '\'' && i+1 < len(r.data) && r.data[i+1] == quote:
			doubled = true
			i++
		default:
			inner := r.data[r.at+1 : i]
			if doubled {
				inner = bytes.ReplaceAll(inner, []byte("''"), []byte("'"))
			}
			r.at = i + 1
			return r.texts.of(inner), true
		}
	}
	return "", false
}

// plainMarks tells the bytes at which a text without quotes may end.
var plainMarks = [256]bool{'\n': true, ' ': true, '#': true, ':': true, ',': true, '[': true, ']': true, '{': true, '}': true}

// plainEnd gives the end of the text without quotes that begins at i: at the
// colon of a key, at a comment, at the end of the line, and in brackets at
// what parts their members. It is -1 where no such text begins.
func (r *plainReader) plainEnd(i int, inside bool) int {
	if !r.beginsPlain(i, inside) {
		return -1
	}
	end := i
	for ; i < len(r.data); i++ {
		c := r.data[i]
		if !plainMarks[c] {
			end = i + 1
			continue
		}
		switch {
		case c == '\n':
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
	switch r.data[at] {
	case '[', '{':
		return false
	case '"', '\'':
		if _, ok := r.quoted(); !ok {
			return false
		}
	default:
		end := r.plainEnd(at, false)
		if end < 0 {
			return false
		}
		r.at = end
	}
	return r.at < len(r.data) && r.data[r.at] == ':' && r.blank(r.at+1)
}
