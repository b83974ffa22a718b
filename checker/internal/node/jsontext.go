package node

import (
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// special tells the bytes at which the plain part of a text in quotes ends:
// the quote, the backslash, control characters and those beyond ASCII.
var special = func() (t [256]bool) {
	for b := range t {
		t[b] = b < ' ' || b == '"' || b == '\\' || b >= utf8.RuneSelf
	}
	return t
}()

// text reads the text in quotes that begins at the next byte. It gives false
// where it is broken.
func (r *jsonReader) text() (string, bool) {
	r.half = false
	begin := r.at + 1
	for i := begin; i < len(r.data); i++ {
		c := r.data[i]
		if !special[c] {
			continue
		}
		switch {
		case c == '"':
			r.at = i + 1
			return r.texts.of(r.data[begin:i]), true
		case c == '\\':
			r.unescaped = append(r.unescaped[:0], r.data[begin:i]...)
			return r.escaped(i)
		case c < ' ':
			return "", false
		case !utf8.RuneStart(c):
			r.shift++
		}
	}
	return "", false
}

// escaped reads the rest of a text from its first escape, at i.
func (r *jsonReader) escaped(i int) (string, bool) {
	for i < len(r.data) {
		c := r.data[i]
		switch {
		case c == '"':
			r.at = i + 1
			return r.texts.of(r.unescaped), true
		case c == '\\':
			width := r.escape(r.data[i:])
			if width == 0 {
				return "", false
			}
			i += width
			continue
		case c < ' ':
			return "", false
		case !utf8.RuneStart(c):
			r.shift++
		}
		r.unescaped = append(r.unescaped, c)
		i++
	}
	return "", false
}

// escape replaces the escape that data begins with. It gives the number of
// its bytes, 0 where there is no such escape.
func (r *jsonReader) escape(data []byte) int {
	if len(data) < 2 {
		return 0
	}
	c := data[1]
	switch c {
	case '"', '\\', '/':
	case 'b':
		c = '\b'
	case 'f':
		c = '\f'
	case 'n':
		c = '\n'
	case 'r':
		c = '\r'
	case 't':
		c = '\t'
	default:
		return r.unicode(data)
	}
	r.unescaped = append(r.unescaped, c)
	return 2
}

// unicode replaces an escape with four hexadecimal digits, or two of them for
// the halves of one character. Half a character becomes U+FFFD.
func (r *jsonReader) unicode(data []byte) int {
	char, ok := hexadecimal(data)
	if !ok {
		return 0
	}
	width := 6
	if utf16.IsSurrogate(char) {
		second, _ := hexadecimal(data[width:])
		if char = utf16.DecodeRune(char, second); char != utf8.RuneError {
			width *= 2
		} else {
			r.half = true
		}
	}
	r.unescaped = utf8.AppendRune(r.unescaped, char)
	return width
}

// hexadecimal gives the number in the escape \uXXXX that data begins with.
func hexadecimal(data []byte) (rune, bool) {
	if len(data) < 6 || data[0] != '\\' || data[1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(data[2:6]), 16, 32)
	return rune(n), err == nil //nolint:gosec // four digits
}

// word passes over one of the words of JSON.
func (r *jsonReader) word(word string) bool {
	if len(r.data)-r.at < len(word) || string(r.data[r.at:r.at+len(word)]) != word {
		return false
	}
	r.at += len(word)
	return true
}

// number reads the number that begins at the next byte.
func (r *jsonReader) number() (string, bool) {
	end := numberEnd(r.data[r.at:])
	if end == 0 {
		return "", false
	}
	text := r.texts.of(r.data[r.at : r.at+end])
	r.at += end
	return text, true
}

// checkHalf refuses the text read last, which began at start, if half a
// character stands in it as an escape (\ud83d).
func (r *jsonReader) checkHalf(start int) {
	if !r.half {
		return
	}
	r.refuse(start, r.at,
		sayf("an escape in this text is half of a character", "この文字列のエスケープは不完全な文字（サロゲートの片方）です"),
		sayf("Write the character itself instead of its escape.", "エスケープではなく、文字そのものを書いてください。"))
}
