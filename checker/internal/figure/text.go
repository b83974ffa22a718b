package figure

import (
	"unicode"

	"golang.org/x/text/width"
)

// text is what the grammar reads: a text by code points, one for each of the
// original, with full-width forms narrowed and spaces, dashes and tildes made
// one each.
type text struct {
	// plain keeps the letters' case, lower does not.
	plain, lower []rune
	// running says that the text goes on before and after a figure. Brackets
	// then are no sign, and words that are seldom figures are none.
	running bool
}

func newText(s string, running bool) text {
	t := text{running: running}
	for _, r := range s {
		r = fold(r)
		t.plain = append(t.plain, r)
		t.lower = append(t.lower, unicode.ToLower(r))
	}
	return t
}

func fold(r rune) rune {
	if folded := width.LookupRune(r).Folded(); folded != 0 {
		r = folded
	}
	switch r {
	case '\u00a0', '\u2002', '\u2003', '\u2007', '\u2009', '\u202f', '\t':
		return ' '
	case '\u2010', '\u2011', '\u2012', '\u2212':
		return '-'
	case '〜', '∼', '˜':
		return '~'
	}
	return r
}

// at gives the code point at a place, 0 outside of the text.
func (t text) at(i int) rune {
	if i < 0 || i >= len(t.lower) {
		return 0
	}
	return t.lower[i]
}

// has reports whether words stand at a place.
func (t text) has(i int, words string) bool {
	for _, r := range words {
		if t.at(i) != r {
			return false
		}
		i++
	}
	return true
}

// space passes over one space.
func (t text) space(i int) int {
	if t.at(i) == ' ' {
		return i + 1
	}
	return i
}

// slice gives the text from i to before j, narrowed, its case kept.
func (t text) slice(i, j int) string { return string(t.plain[i:j]) }

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isLatin(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || 'À' <= r && r <= 'ɏ'
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

func isHiragana(r rune) bool { return r >= 'ぁ' && r <= 'ゟ' }

func isKatakana(r rune) bool { return r >= 'ァ' && r <= 'ヺ' || r == 'ー' }

// isDash reports whether r can stand for a minus or join the ends of a range.
func isDash(r rune) bool { return r == '-' || r == '–' || r == '—' || r == '―' }
