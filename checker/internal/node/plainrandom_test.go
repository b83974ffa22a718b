package node

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

// scribe writes texts of keys, dashes, values and comments at random: much of
// it YAML, and much of it just not.
type scribe struct {
	*rand.Rand
	strings.Builder
}

func (s *scribe) oneOf(texts ...string) string { return texts[s.IntN(len(texts))] }

// rarely gives one of texts now and then, else nothing.
func (s *scribe) rarely(texts ...string) string {
	if s.IntN(50) > 0 {
		return ""
	}
	return s.oneOf(texts...)
}

// level is a collection that is open: its indentation, and whether it is a
// list.
type level struct {
	indent int
	list   bool
}

// file writes some lines, each at one of the levels that are open, or at a new
// one, or now and then at none.
func (s *scribe) file() string {
	s.Reset()
	levels := []level{{0, s.IntN(4) == 0}}
	for key := range 1 + s.IntN(20) {
		at := levels[len(levels)-1]
		s.WriteString(strings.Repeat(" ", at.indent) + s.rarely(" ", "  ", "- "))
		for at.list {
			dash := s.oneOf("- ", "- ", "- ", "-  ")
			s.WriteString(dash)
			at = level{at.indent + len(dash), s.IntN(5) == 0}
			levels = append(levels, at)
		}
		empty := false
		if s.IntN(8) == 0 && len(levels) > 1 && levels[len(levels)-2].list {
			levels = levels[:len(levels)-1]
			s.value(2)
		} else {
			quote := s.oneOf("", "", "", "", "'", "\"")
			s.WriteString(quote + "k" + strconv.Itoa(key) + s.rarely("表", " x") + quote + s.rarely("'", " ") + ":")
			if empty = s.IntN(3) == 0; !empty {
				s.WriteString(s.oneOf(" ", " ", " ", "  ") + s.rarely("\n    ", "\n"))
				s.value(2)
			}
		}
		s.WriteString(s.oneOf("", "", "", " ", " # c") + s.rarely("#", " #", ":", ": x", " y"))
		s.WriteString("\n" + s.rarely("\n", "# c\n", "    # c\n", "---\n", "  z\n"))
		if empty && s.IntN(4) > 0 {
			list := s.IntN(2) == 0
			deeper := 1 + s.IntN(3)
			if list && s.IntN(3) == 0 {
				deeper = 0
			}
			levels = append(levels, level{at.indent + deeper, list})
			continue
		}
		if s.IntN(3) == 0 {
			levels = levels[:1+s.IntN(len(levels))]
		}
	}
	return s.String()
}

// value writes a text, or a collection in brackets.
func (s *scribe) value(depth int) {
	if depth == 0 || s.IntN(2) == 0 {
		s.WriteString(s.oneOf("a", "b c", "'d'", "\"e f\"", "1.50", "表", "null", "-1", "x:y", "''", "g#h", "'i'' j'", s.oneOf("'l \n                m n'", "\"n\\n \n                    o\\u8868\"", "x\n                  y #z")) + s.rarely("'l \n         m'", "'l \n                m'", "\"n\\n \n                    o\\u8868\"", "'p", "\"q", "'\n     r'"))
		s.WriteString(s.rarely("\n                x y", "\n      z\n            u", "\n      # c", "\n\n      v"))
		s.WriteString(s.rarely("-", "k: l", "\"m", "\\", ",", "?", ":", "#q", " *r", "[", "}", "'"))
		return
	}
	open, closing := "[", "]"
	if s.IntN(2) == 0 {
		open, closing = "{", "}"
	}
	s.WriteString(open)
	for i := range s.IntN(4) {
		if i > 0 {
			s.WriteString(s.oneOf(",", ", ", ", ") + s.rarely("\n  ", "\n      ", " # c\n    ", "\n\n        ", "#c\n  "))
		}
		if open == "{" {
			s.WriteString(s.rarely(" ", "\n    ") + "k" + strconv.Itoa(i) + s.rarely(" ", "\n    ") + ": ")
		}
		s.value(depth - 1)
	}
	s.WriteString(s.rarely(" ", "\n    ", "\n  ", "\n", ",", " # c\n      ") + closing)
}

// However lines are put together, what the plainReader reads means what the
// library says.
func TestPlainTextsAtRandom(t *testing.T) {
	s := &scribe{Rand: rand.New(rand.NewPCG(1, 2))}
	const texts = 5000
	read := 0
	for range texts {
		text := s.file()
		if sameAsLibrary(t, []byte(text), Limits{}) {
			read++
		}
		sameAsLibrary(t, []byte(strings.ReplaceAll(text, "\n", "\r\n")), Limits{})
	}
	if read < texts/4 {
		t.Errorf("only %d of %d texts were read", read, texts)
	}
}
