package figure

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Header is a unit as the head of a table states it for its cells.
type Header struct {
	Scale         int
	Unit, Counter string
}

// ParseHeader reads the unit in a table's head: "(単位:百万円)", "千台", "%", "in
// millions of yen", "$ thousands".
func ParseHeader(s string) (Header, error) {
	s = strings.TrimSpace(s)
	if n := utf8.RuneCountInString(s); n == 0 || n > MaxLength {
		return Header{}, fmt.Errorf("no unit of a table: %d characters", n)
	}
	t := newText(s, false)
	at, closing := 0, len(t.lower)
	if t.at(0) == '(' && t.at(closing-1) == ')' {
		at, closing = 1, closing-1
	}
	inner := text{plain: t.plain[at:closing], lower: t.lower[at:closing]}
	if h, end, ok := inner.headerAt(inner.lead(0)); ok && end == len(inner.lower) {
		return h, nil
	}
	return Header{}, fmt.Errorf("%q is no unit that is known", s)
}

// lead passes over the words before a unit.
func (t text) lead(at int) int {
	for _, word := range []string{"単位", "in ", "unit:"} {
		if t.has(at, word) {
			at += len([]rune(word))
			break
		}
	}
	if r := t.at(at); r == ':' || r == '/' {
		at++
	}
	return t.space(at)
}

var headerScales = newLexicon(false, func() map[string]int {
	return map[string]int{
		"thousands": 3, "thousand": 3, "millions": 6, "million": 6, "billions": 9, "billion": 9, "trillions": 12, "trillion": 12,
		"000s": 3, "mn": 6, "bn": 9,
	}
})

// headerAt reads a scale and a unit, in either order where the unit is a
// currency.
func (t text) headerAt(at int) (h Header, end int, ok bool) {
	end = at
	currency, next, money := t.currencyAt(at)
	if money {
		h.Unit, end = currency, next
	}
	scale, next, scaled := headerScales.longest(t, end)
	if scaled {
		end = t.space(next)
		if t.has(end, "of ") {
			end += len("of ")
		}
	} else if scale, next, scaled = t.severalScale(end); scaled {
		end = next
	}
	h.Scale = scale
	if money {
		return h, end, true
	}
	if end == len(t.lower) {
		return h, end, scaled
	}
	u, next, ok := t.unitAt(end)
	if !ok {
		u, next, ok = t.nounAt(end)
	}
	if u.kind == tenths {
		h.Scale++
	}
	h.Unit, h.Counter = u.iso, u.counter
	return h, next, ok
}

// nounAt reads an English noun that no number stands before.
func (t text) nounAt(at int) (u unit, end int, ok bool) {
	if _, end, ok = nouns.longest(t, at); !ok {
		return u, at, false
	}
	return unit{counter: t.slice(at, end), kind: noun}, end, true
}
