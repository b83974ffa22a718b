package report

import (
	"fmt"
	"unicode/utf8"
)

// shorten cuts a text to at most limit characters; its end then tells how many
// are missing. The limit leaves room for these words.
func shorten(s string, limit int) string {
	// A character has at least a byte.
	if len(s) <= limit {
		return s
	}
	length := utf8.RuneCountInString(s)
	if length <= limit {
		return s
	}
	kept, end := limit, shortenedBy(length-limit)
	for kept+utf8.RuneCountInString(end) > limit {
		kept--
		end = shortenedBy(length - kept)
	}
	at := 0
	for range kept {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return s[:at] + end
}

func shortenedBy(n int) string { return fmt.Sprintf(" … (+%d)", n) }
