package corpora

import (
	"slices"
	"strconv"
	"strings"
)

// field is a key with its value, object a mapping in the order of its fields.
// Values are strings, ints, figures (written bare), objects and lists.
type (
	field struct {
		key   string
		value any
	}
	object []field
	list   []any
)

// printer writes the same tree as YAML, one entry a line as a person would, or
// as JSON.
type printer struct{ json bool }

func (p printer) extension() string {
	if p.json {
		return ".json"
	}
	return ".yaml"
}

// section is a mapping that is being written, entry by entry.
type section struct {
	p     printer
	buf   []byte
	depth int
	// begun says at each depth whether an entry stands there already.
	begun []bool
}

func (s *section) key(key string) {
	for len(s.begun) <= s.depth {
		s.begun = append(s.begun, false)
	}
	if s.p.json && s.begun[s.depth] {
		s.buf = append(s.buf, ",\n"...)
	}
	s.begun[s.depth] = true
	for range s.depth {
		s.buf = append(s.buf, "  "...)
	}
	s.buf = s.p.text(s.buf, key)
	s.buf = append(s.buf, ':')
}

// entry writes a key with its value in one line.
func (s *section) entry(key string, value any) {
	s.key(key)
	s.buf = append(s.buf, ' ')
	s.buf = s.p.value(s.buf, value)
	if !s.p.json {
		s.buf = append(s.buf, '\n')
	}
}

// open begins a mapping whose entries have lines of their own.
func (s *section) open(key string) {
	s.key(key)
	if s.p.json {
		s.buf = append(s.buf, " {"...)
	}
	s.buf = append(s.buf, '\n')
	s.depth++
	if len(s.begun) > s.depth {
		s.begun[s.depth] = false
	}
}

// shut ends the mapping that was opened last.
func (s *section) shut() {
	s.depth--
	if !s.p.json {
		return
	}
	s.buf = append(s.buf, '\n')
	for range s.depth {
		s.buf = append(s.buf, "  "...)
	}
	s.buf = append(s.buf, '}')
}

func (p printer) value(buf []byte, v any) []byte {
	switch v := v.(type) {
	case string:
		return p.text(buf, v)
	case int:
		return strconv.AppendInt(buf, int64(v), 10)
	case bool:
		return strconv.AppendBool(buf, v)
	case figure:
		return append(buf, v.plain()...)
	case list:
		buf = append(buf, '[')
		for i, item := range v {
			if i > 0 {
				buf = append(buf, ", "...)
			}
			buf = p.value(buf, item)
		}
		return append(buf, ']')
	case object:
		buf = append(buf, '{')
		for i, f := range v {
			if i > 0 {
				buf = append(buf, ", "...)
			}
			buf = p.text(buf, f.key)
			buf = append(buf, ": "...)
			buf = p.value(buf, f.value)
		}
		return append(buf, '}')
	}
	return append(buf, "null"...)
}

// text writes a string; as YAML without quotes where no reader could take it
// for anything else.
func (p printer) text(buf []byte, s string) []byte {
	if !p.json && plainText(s) {
		return append(buf, s...)
	}
	buf = append(buf, '"')
	for _, r := range s {
		if r == '"' || r == '\\' {
			buf = append(buf, '\\')
		}
		buf = append(buf, string(r)...)
	}
	return append(buf, '"')
}

// taken are words that YAML readers, old ones too, do not read as text.
var taken = []string{"true", "false", "null", "yes", "no", "on", "off", "y", "n"}

func plainText(s string) bool {
	if s == "" || !letter(rune(s[0])) || s[len(s)-1] == ' ' || slices.Contains(taken, strings.ToLower(s)) {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool {
		return r > 0x7f || !letter(r) && (r < '0' || r > '9') && !strings.ContainsRune(" ._-/", r)
	})
}

func letter(b rune) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }
