package figure

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// MaxLength bounds the text of a figure, in code points.
const MaxLength = 200

var (
	errEmpty = errors.New("no figure: the text is empty")
	errLong  = fmt.Errorf("no figure: more than %d characters", MaxLength)
)

// Parse reads the whole text as one figure. What it cannot read to the end is an
// error, never a guess. Spaces around the figure are passed over.
func Parse(s string) (Figure, error) {
	s = strings.TrimSpace(s)
	switch n := utf8.RuneCountInString(s); {
	case n == 0:
		return Figure{}, errEmpty
	case n > MaxLength:
		return Figure{}, errLong
	}
	t := newText(s, false)
	for _, read := range forms {
		if f, end, ok := read(t, 0); ok && end == len(t.lower) {
			return f, nil
		}
	}
	return Figure{}, fmt.Errorf("%q is no figure that is known", s)
}

// form reads one kind of figure at a place and gives where it ends.
type form func(t text, at int) (f Figure, end int, ok bool)

// forms are all kinds of figures. Of two that read the same text, the first
// counts: 2024年 is a year, not a number of years.
var forms = []form{
	text.dashAt, text.noteAt, text.markersAt, text.timeAt, text.dateAt, text.fractionAt, text.multipleAt, text.ordinalAt,
	text.rangeAt, text.numberAt, text.labelAt,
}

// dashAt reads the dash of a table's empty cell.
func (t text) dashAt(at int) (f Figure, end int, ok bool) {
	if !isDash(t.at(at)) && t.at(at) != 'ー' {
		return f, at, false
	}
	return Figure{Kind: Nil}, at + 1, true
}
