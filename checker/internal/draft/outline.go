package draft

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tieout/tieout/checker/internal/figure"
	"github.com/tieout/tieout/checker/internal/lazy"
)

const (
	maxHeading   = 40
	maxBracketed = 100
)

// heading is a line that names what follows.
type heading struct {
	line int
	text string
}

// unitScope is a unit that the head of a table states for what follows it.
type unitScope struct {
	line int
	unit figure.Header
}

// outline finds the headings, and the units that hold until the next of them.
func (d *drafter) outline() {
	for i := range d.lines {
		if text := d.heading(i); text != "" {
			d.headings = append(d.headings, heading{i, text})
		}
		if unit, ok := statedUnit(d.lines[i]); ok {
			d.units = append(d.units, unitScope{i, unit})
		}
	}
}

var bracketed = lazy.Regexp(`^(?:\([^()]{1,4}\)\s*)?(?:【([^】]+)】|\[([^\]]+)\]|<([^>]+)>|《([^》]+)》)`)

// heading gives the text of a line that is a heading, "" for one that is none.
func (d *drafter) heading(line int) string {
	if len(d.lines[line]) > 4*maxBracketed {
		return ""
	}
	text := strings.TrimSpace(d.lines[line])
	if marked := markedHeading(text); marked != "" {
		return marked
	}
	if !likeHeading(text) {
		return ""
	}
	if number, ok := d.label(line); ok {
		return d.numbered(line, text, number)
	}
	if d.blank(line-1) && d.blank(line+1) {
		return text
	}
	return ""
}

// markedHeading gives the words of a heading in brackets or behind signs for
// one.
func markedHeading(text string) string {
	if m := bracketed().FindStringSubmatch(text); m != nil && utf8.RuneCountInString(text) <= maxBracketed {
		if words := m[1] + m[2] + m[3] + m[4]; strings.IndexFunc(words, unicode.IsLetter) >= 0 {
			return words
		}
	}
	if words := strings.TrimLeft(text, "#"); words != text && strings.HasPrefix(words, " ") {
		return strings.TrimSpace(words)
	}
	return ""
}

// likeHeading tells whether a line is as short and plain as headings are.
func likeHeading(text string) bool {
	switch {
	case text == "" || utf8.RuneCountInString(text) > maxHeading:
	case strings.Contains(text, "。") || strings.Contains(text, "://"):
	case strings.ContainsRune("、,;:.!?", lastRune(text)) || strings.ContainsRune("•・*-–※", firstRune(text)):
	default:
		return strings.IndexFunc(text, unicode.IsLetter) >= 0
	}
	return false
}

// numbered tells a numbered heading from an entry of a list: it has several
// levels, or stands at the margin with no neighbour that is numbered too.
func (d *drafter) numbered(line int, text string, number []int) string {
	if len(number) > 1 {
		return text
	}
	if d.lines[line] != strings.TrimLeftFunc(d.lines[line], unicode.IsSpace) {
		return ""
	}
	for _, near := range []int{line - 1, line + 1} {
		if _, listed := d.label(near); listed {
			return ""
		}
	}
	return text
}

// label gives the numbers of the label that a line begins with.
func (d *drafter) label(line int) ([]int, bool) {
	if line < 0 || line >= len(d.lines) || len(d.spans[line]) == 0 {
		return nil, false
	}
	s := d.spans[line][0]
	ok := s.Figure.Kind == figure.Label && strings.TrimSpace(d.lines[line][:s.Start]) == ""
	return s.Figure.Numbers, ok
}

var unitInHead = lazy.Regexp(`(?i)[(（]\s*((?:単位|unit|in )[^()（）]{1,30})[)）]`)

// statedUnit reads the unit of a head such as "(単位:百万円)".
func statedUnit(line string) (figure.Header, bool) {
	if len(line) > maxQuoted {
		return figure.Header{}, false
	}
	m := unitInHead().FindStringSubmatch(line)
	if m == nil {
		return figure.Header{}, false
	}
	h, err := figure.ParseHeader(m[1])
	return h, err == nil
}

// above gives the place of the last heading at or above a line, -1 for none.
func (d *drafter) above(line int) int {
	at, exact := slices.BinarySearchFunc(d.headings, line, func(h heading, line int) int { return h.line - line })
	if exact {
		return at
	}
	return at - 1
}

// headingOf gives the heading above a line, as long as a quotation may be.
func (d *drafter) headingOf(line int) string {
	if at := d.above(line); at >= 0 {
		return clip(d.headings[at].text)
	}
	return ""
}

// unitOf gives the unit that holds for the bare numbers of a line.
func (d *drafter) unitOf(line int) (figure.Header, bool) {
	at, exact := slices.BinarySearchFunc(d.units, line, func(u unitScope, line int) int { return u.line - line })
	if !exact {
		at--
	}
	if at < 0 {
		return figure.Header{}, false
	}
	if h := d.above(line); h >= 0 && d.headings[h].line > d.units[at].line {
		return figure.Header{}, false
	}
	return d.units[at].unit, true
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
