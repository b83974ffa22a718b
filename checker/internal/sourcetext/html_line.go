package sourcetext

import "strings"

// word adds a word to the line, after what parts it from the one before.
func (p *page) word(word string, at, end int) {
	if p.line.Len() == 0 && p.tabs == 0 {
		p.space = false
	}
	switch {
	case p.tabs > 0:
		p.line.WriteString(strings.Repeat("\t", p.tabs))
	case p.space:
		p.line.WriteByte(' ')
	}
	p.tabs, p.space = 0, false
	if p.line.Len() == 0 || p.first < 0 {
		p.first = at
	}
	p.line.WriteString(word)
	p.last = end
	if int64(p.line.Len()) > p.limits.line {
		p.failure = &LimitError{What: LimitLine, Limit: p.limits.line, Line: p.lineOf(p.first)}
	}
}

// flush ends the line, if there is anything on it.
func (p *page) flush() {
	p.tabs, p.space = 0, false
	text := strings.TrimRight(p.line.String(), htmlSpace)
	p.line.Reset()
	first := p.first
	p.first = -1
	switch {
	case text == "" || p.failure != nil:
	case len(p.lines) == p.limits.lines:
		p.failure = &LimitError{What: LimitLines, Limit: int64(p.limits.lines)}
	default:
		p.lines = append(p.lines, Line{
			Text: text, FileLine: p.lineOf(first), Start: int64(first), End: int64(p.last),
		})
	}
}

// lineOf gives the line of the file that the offset at is on. Offsets are
// asked for in ascending order, so that the file is counted once.
func (p *page) lineOf(at int) int {
	if at > p.counted {
		p.fileLine += lineEnds(p.text[p.counted:at])
		// An offset is never between CR and LF: neither is part of a word.
		p.counted = at
	}
	return p.fileLine
}
