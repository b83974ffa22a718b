package report

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"github.com/tieout/tieout/checker/internal/finding"
)

// mark is how a range is marked below its line, and what is said there.
type mark struct {
	sign  rune
	style style
	text  string
}

// excerpt prints the line that a range begins on, with marks below the range.
func (p *printer) excerpt(at finding.Range, excerpts map[string]map[int]string, gutter int, m mark) {
	margin := strings.Repeat(" ", gutter+1)
	line := excerpts[at.File][at.Start.Line]
	if line == "" || !at.Start.IsValid() {
		p.remark(margin+"  ", m)
		return
	}
	number := strconv.Itoa(at.Start.Line)
	text, indent, length := cut(line, at, p.width-gutter-3)
	bar := p.paint(blue, "|")
	p.line(margin, bar)
	p.line(strings.Repeat(" ", gutter-len(number)), p.paint(blue, number+" |"), " ", text)
	marks := strings.Repeat(" ", indent) + strings.Repeat(string(m.sign), length)
	beside := len(margin)+2+columns(marks)+1+columns(m.text) <= p.width
	if beside && m.text != "" {
		marks += " " + m.text
	}
	p.line(margin, bar, " ", p.paint(m.style, marks))
	if !beside {
		p.remark(margin+"  ", m)
	}
}

// remark prints what is said of a range on lines of its own.
func (p *printer) remark(margin string, m mark) {
	if m.text == "" {
		return
	}
	for _, line := range wrap(m.text, p.width-len(margin), p.width-len(margin)) {
		p.line(margin, p.paint(m.style, line))
	}
}

const (
	tabWidth = 4
	ellipsis = "…"
)

// glyph is a part of a shown line: the characters (escaped) that are shown and
// marked together.
type glyph struct {
	text          string
	width         int
	before, after int // the columns of the fact file that it stands for
}

// cut gives what of a line is shown in width columns, and the columns of the
// marks: how far in they begin, and how many. When the line is too long, the
// part around the range is shown.
func cut(line string, at finding.Range, width int) (text string, indent, length int) {
	from, to := max(at.Start.Column, 1), at.End.Column
	if at.End.Line > at.Start.Line {
		to = utf8.RuneCountInString(line) + 1
	}
	glyphs := window(glyphsOf(line, from, width), from, width)
	shown, marked := 0, 0
	var b strings.Builder
	indent = -1
	for _, g := range glyphs {
		if g.after > from && g.before < max(to, from+1) && g.before < g.after {
			if indent < 0 {
				indent = shown
			}
			marked = shown + g.width - indent
		}
		b.WriteString(g.text)
		shown += g.width
	}
	if indent < 0 {
		indent = min(shown, width-1)
	}
	return strings.TrimRight(b.String(), " "), indent, max(marked, 1)
}

// glyphsOf splits a line into what is shown of each character. Of a very long
// line only the neighbourhood of a column is looked at.
func glyphsOf(line string, column, width int) []glyph {
	rest, start := line, 0
	if skip := min(column-1, utf8.RuneCountInString(line)) - 2*width; skip > 0 {
		rest, start = line[offset(line, skip):], skip
	}
	part := rest[:offset(rest, 6*width)]
	glyphs := make([]glyph, 0, utf8.RuneCountInString(part)+2)
	at, shown := start, 0
	if start > 0 {
		glyphs = append(glyphs, glyph{ellipsis, 1, start + 1, start + 1})
	}
	for state, rest := -1, part; rest != ""; {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		n := utf8.RuneCountInString(cluster)
		text := Escape(cluster)
		if cluster == "\t" {
			text = strings.Repeat(" ", tabWidth-shown%tabWidth)
		}
		g := glyph{text, columns(text), at + 1, at + 1 + n}
		glyphs = append(glyphs, g)
		at, shown = at+n, shown+g.width
	}
	if len(part) < len(rest) {
		glyphs = append(glyphs, glyph{ellipsis, 1, at + 1, at + 1})
	}
	return glyphs
}

// offset gives the place, in bytes, of a character counted from 0.
func offset(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

// window gives the glyphs that fit into width: all of them, or those around a
// column with an ellipsis at each end that was cut.
func window(glyphs []glyph, column, width int) []glyph {
	total, before := 0, 0
	for _, g := range glyphs {
		if g.after <= column {
			before += g.width
		}
		total += g.width
	}
	if total <= width {
		return glyphs
	}
	first, skipped := 0, 0
	// A third of the line is left for what comes before the marks.
	for first < len(glyphs) && before-skipped > width/3 && total-skipped > width-1 {
		skipped += glyphs[first].width
		first++
	}
	kept := []glyph{}
	room := width
	if first > 0 {
		kept = append(kept, glyph{ellipsis, 1, glyphs[first].before, glyphs[first].before})
		room--
	}
	for i, g := range glyphs[first:] {
		reserve := 1
		if first+i == len(glyphs)-1 {
			reserve = 0
		}
		if g.width+reserve > room {
			return append(kept, glyph{ellipsis, 1, g.before, g.before})
		}
		kept = append(kept, g)
		room -= g.width
	}
	return kept
}
