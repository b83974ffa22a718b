package node

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// The YAML library gives the start of a value, and before it that of its tag
// and anchor. The functions here find the rest in the text. They trust that
// the text is valid YAML, but never run past its end.

// isBlank reports whether r is white space or a line break in YAML.
func isBlank(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

// skipBlank gives the offset of the first character after white space and
// comments.
func skipBlank(data []byte, i int) int {
	for i < len(data) {
		r, width := utf8.DecodeRune(data[i:])
		switch {
		case isBlank(r):
			i += width
		case r == '#' && startsComment(data, i):
			i = lineEnd(data, i)
		default:
			return i
		}
	}
	return i
}

// startsComment reports whether the # at i begins a comment.
func startsComment(data []byte, i int) bool {
	r, _ := utf8.DecodeLastRune(data[:i])
	return i == 0 || isBlank(r)
}

// lineEnd gives the offset of the line break after i.
func lineEnd(data []byte, i int) int {
	for i < len(data) && breakWidth(data[i:]) == 0 {
		i++
	}
	return i
}

// skipProperties passes over the tag and the anchor at i. It gives where they
// end, and where the value after them begins.
func skipProperties(data []byte, i int) (end, value int) {
	end, value = i, i
	for value < len(data) && (data[value] == '&' || data[value] == '!') {
		end = propertyEnd(data, value)
		value = skipBlank(data, end)
	}
	return end, value
}

func propertyEnd(data []byte, i int) int {
	if bytes.HasPrefix(data[i:], []byte("!<")) {
		if n := bytes.IndexByte(data[i:], '>'); n >= 0 {
			return i + n + 1
		}
	}
	for i++; i < len(data); {
		r, width := utf8.DecodeRune(data[i:])
		if isBlank(r) || r == ',' || r == '[' || r == ']' || r == '{' || r == '}' {
			break
		}
		i += width
	}
	return i
}

// textEnd gives the end of a plain text or a block text that means value: it
// stands in the file character by character but for white space.
func textEnd(data []byte, i int, value string) int {
	if bytes.HasPrefix(data[i:], []byte(value)) && !strings.Contains(value, "\n") {
		return i + len(value)
	}
	end := i
	for _, want := range value {
		if isBlank(want) {
			continue
		}
		for i < len(data) {
			r, width := utf8.DecodeRune(data[i:])
			if i += width; r == want {
				break
			}
			if !isBlank(r) {
				return end
			}
		}
		end = i
	}
	return end
}

// blockEnd gives the end of the block text whose | or > stands at i.
func blockEnd(data []byte, i int, value string) int {
	header := i
	for header < len(data) && strings.IndexByte("|>+-0123456789", data[header]) >= 0 {
		header++
	}
	content := lineEnd(data, header)
	if end := textEnd(data, content, value); end > content {
		return end
	}
	return header
}

// quotedEnd gives the offset just after the quoted text that begins at i.
func quotedEnd(data []byte, i int) int {
	quote := data[i]
	for i++; i < len(data); i++ {
		switch {
		case data[i] == '\\' && quote == '"':
			i++
		case data[i] == quote && quote == '\'' && i+1 < len(data) && data[i+1] == quote:
			i++
		case data[i] == quote:
			return i + 1
		}
	}
	return len(data)
}

// flowEnd gives the offset just after the bracket that closes a list or a
// mapping in brackets whose last value ends at i.
func flowEnd(data []byte, i int, bracket byte) int {
	for at := i; at < len(data); at++ {
		switch {
		case data[at] == bracket:
			return at + 1
		case data[at] == '#' && startsComment(data, at):
			at = lineEnd(data, at) - 1
		}
	}
	return i
}
