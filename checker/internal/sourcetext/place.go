package sourcetext

import (
	"strings"
	"unicode/utf8"
)

// Place is where a quotation stands in a text. Line and Column are 1-based,
// Column counts Unicode code points. Occurrence is the how-manieth of its kind
// it is on the line, from 1; they do not overlap and are counted from the left.
type Place struct{ Line, Occurrence, Column int }

// Find gives every place where exact stands.
func (t *Text) Find(exact string) []Place {
	var places []Place
	for i := range t.Lines {
		places = append(places, t.OnLine(i+1, exact)...)
	}
	return places
}

// OnLine gives the places of exact on one line.
func (t *Text) OnLine(line int, exact string) []Place {
	if line < 1 || line > len(t.Lines) || exact == "" {
		return nil
	}
	var places []Place
	text, column := t.Lines[line-1].Text, 1
	for {
		i := strings.Index(text, exact)
		if i < 0 {
			return places
		}
		column += utf8.RuneCountInString(text[:i])
		places = append(places, Place{Line: line, Occurrence: len(places) + 1, Column: column})
		column += utf8.RuneCountInString(exact)
		text = text[i+len(exact):]
	}
}

// Place holds a selector to the text: it gives the place that the line, the
// quotation and its occurrence (0: none is given) mean, or what is wrong.
func (t *Text) Place(line int, exact string, occurrence int) (Place, *Misplaced) {
	m := &Misplaced{Source: t.ID, Line: line, Exact: exact, Occurrence: occurrence, Lines: len(t.Lines)}
	m.Places = t.OnLine(line, exact)
	switch n := len(m.Places); {
	case exact == "":
		m.Fault = NothingQuoted
	case line < 1 || line > len(t.Lines):
		m.Fault = NoSuchLine
	case n == 0:
		m.Fault = NotOnLine
	case occurrence > n || occurrence < 0:
		m.Fault = NoSuchOccurrence
	case occurrence > 0:
		return m.Places[occurrence-1], nil
	case n > 1:
		m.Fault = SeveralOnLine
	default:
		return m.Places[0], nil
	}
	if m.Fault == NoSuchLine || m.Fault == NotOnLine {
		m.Nearest, m.Unique = t.Nearest(line, exact)
	}
	return Place{}, m
}

// NearestLines is how many lines around a selector's line Nearest looks for a
// quotation that stands in the text more than once.
const NearestLines = 40

// Nearest tells where a quotation that stood on a line would stand now, after
// the text was edited. unique is true when it stands in the text only once,
// or else when one place within NearestLines is nearer than all others. The
// zero Place means that it stands nowhere.
func (t *Text) Nearest(line int, exact string) (place Place, unique bool) {
	lines := t.linesWith(exact, 0)
	if len(lines) == 0 {
		return Place{}, false
	}
	best, tie := lines[0], false
	for _, l := range lines[1:] {
		switch d, least := distance(l, line), distance(best, line); {
		case d < least:
			best, tie = l, false
		case d == least:
			tie = true
		}
	}
	places := t.OnLine(best, exact)
	near := len(lines) == 1 || distance(best, line) <= NearestLines
	return places[0], near && !tie && len(places) == 1
}

func distance(a, b int) int { return max(a-b, b-a) }

// linesWith gives the lines on which exact stands, at most limit if that is
// not 0.
func (t *Text) linesWith(exact string, limit int) []int {
	var lines []int
	for i := range t.Lines {
		if exact != "" && strings.Contains(t.Lines[i].Text, exact) {
			if lines = append(lines, i+1); len(lines) == limit {
				break
			}
		}
	}
	return lines
}
