package sourcetext

import "strings"

// Passage gives the words around a place for a report: length code points
// from the column on, and up to radius on either side. An ellipsis stands
// where the line goes on; a place outside the text gives the empty string.
func (t *Text) Passage(line, column, length, radius int) string {
	if line < 1 || line > len(t.Lines) || column < 1 || length < 0 {
		return ""
	}
	runes := []rune(t.Lines[line-1].Text)
	column--
	if column >= len(runes) {
		return ""
	}
	radius = max(radius, 0)
	from := max(column-radius, 0)
	// Subtracted, so that large lengths do not overflow.
	to := len(runes)
	if rest := to - column; length < rest && radius < rest-length {
		to = column + length + radius
	}
	passage := strings.TrimSpace(string(runes[from:to]))
	if from > 0 {
		passage = "…" + passage
	}
	if to < len(runes) {
		passage += "…"
	}
	return passage
}
