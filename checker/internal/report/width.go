package report

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// columns is the number of terminal columns that a text takes: two for a
// character of full width.
func columns(s string) int {
	if narrow(s) {
		return len(s)
	}
	return uniseg.StringWidth(s)
}

// narrow tells whether each byte of a text is one column wide, which most are:
// to find the characters of others takes a hundred times as long.
func narrow(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// pad fills a text with blanks up to a width.
func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(width-columns(s), 0))
}

// minLine is the width below which wrapping does no reader a service.
const minLine = 10

// wrap breaks a text into lines, the first of at most first columns, the
// others of at most rest. It breaks between words, and between the characters
// of scripts that are written without blanks; what is longer than a line is
// broken where the line ends, but never inside a character.
func wrap(text string, first, rest int) []string {
	room, rest := max(first, minLine), max(rest, minLine)
	var lines []string
	from, to := 0, 0 // text[from:to] is the line so far
	next := func() {
		lines = append(lines, strings.TrimRight(text[from:to], " "))
		from, room = to, rest
	}
	for _, piece := range pieces(text) {
		word := strings.TrimRight(piece, " ")
		// No character takes more than four columns for three bytes, as ⸻ does.
		near := 4*(to-from+len(word)) > 3*room
		if from < to && near && columns(text[from:to])+columns(word) > room {
			next()
		}
		end := to + len(piece)
		for {
			head := prefix(word, room)
			if len(head) == len(word) {
				break
			}
			to, word = to+len(head), word[len(head):]
			next()
		}
		to = end
	}
	next()
	return lines
}

// pieces cuts a text where a line may end.
func pieces(text string) []string {
	if list, sure := blanks(text); sure {
		return list
	}
	return segments(text)
}

// segments cuts a text by Unicode's rules.
func segments(text string) []string {
	var list []string
	start, at := 0, 0
	for state, rest := -1, text; rest != ""; {
		var segment string
		segment, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
		if at > start && breakable(text[start:at], segment) {
			list = append(list, text[start:at])
			start = at
		}
		at += len(segment)
	}
	return append(list, text[start:])
}

// blanks cuts a text behind its blanks, if it is sure that Unicode's rules would:
// where brackets, quotes or stops stand beside a blank, they look further.
func blanks(text string) (list []string, sure bool) {
	if !narrow(text) {
		return nil, false
	}
	list = make([]string, 0, strings.Count(text, " ")+1)
	start := 0
	for i := 1; i < len(text); i++ {
		if text[i-1] != ' ' || text[i] == ' ' {
			continue
		}
		before := strings.TrimRight(text[start:i], " ")
		if before == "" || strings.ContainsRune("([{\"'", rune(before[len(before)-1])) || strings.ContainsRune(")]}\"'!?,.:;/-", rune(text[i])) {
			return nil, false
		}
		list = append(list, text[start:i])
		start = i
	}
	return append(list, text[start:]), true
}

// breakable tells whether a line may end between two segments. Of the places
// that Unicode allows only blanks and the characters of full width count:
// paths and ids stay whole, so that they can be copied.
func breakable(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	return last == ' ' || columns(string(last)) == 2 || columns(string(next)) == 2
}

// prefix is the longest beginning of a text that takes at most width columns,
// and at least its first character.
func prefix(s string, width int) string {
	// One character more: what follows may combine with the last.
	if n := max(width, 1); narrow(s[:min(n+1, len(s))]) {
		return s[:min(n, len(s))]
	}
	taken, n := 0, 0
	for state, rest := -1, s; rest != ""; {
		var cluster string
		var w int
		cluster, rest, w, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if taken+w > width && n > 0 {
			break
		}
		taken, n = taken+w, n+len(cluster)
	}
	return s[:n]
}

// short cuts a text that is wider than a column of a table.
func short(s string, width int) string {
	if columns(s) <= width {
		return s
	}
	return prefix(s, width-1) + ellipsis
}
