package figure

import (
	"math/big"

	"github.com/tieout/tieout/checker/internal/number"
)

// fractionAt reads a part of a whole: "12分の1", "1/12", "two-thirds", "半数".
func (t text) fractionAt(at int) (f Figure, end int, ok bool) {
	before, start := t.before(at)
	negative, start := t.signAt(start)
	f = Figure{Kind: Fraction, Unit: "pure"}
	for _, read := range []func(int) (*big.Rat, int, bool){t.bunno, t.slash, t.wordParts, t.vulgar} {
		if f.Value, end, ok = read(start); ok {
			break
		}
	}
	var own []number.Qualifier
	if !ok {
		if f.Value, f.Counter, own, end, ok = t.halves(start); !ok {
			return f, at, false
		}
	}
	if negative < 0 {
		f.Value = new(big.Rat).Neg(f.Value)
	}
	after, end := t.after(end, wordsAfter)
	f.Qualifiers, ok = qualified(before, own, after)
	return f, end, ok
}

// bunno reads 12分の1.
func (t text) bunno(at int) (x *big.Rat, end int, ok bool) {
	low, end, ok := t.japaneseAt(at)
	if !ok || !t.has(end, "分の") {
		return nil, at, false
	}
	high, end, ok := t.japaneseAt(end + 2)
	if !ok || !partOf(high, low) || low.loose || high.loose || isKanjiNumeral(t.at(end)) {
		return nil, at, false
	}
	return new(big.Rat).Quo(high.scaled(), low.scaled()), end, true
}

func (a amount) scaled() *big.Rat { return new(big.Rat).Mul(a.value, pow10(a.scale)) }

// partOf reports whether a/b is a fraction as they are printed: both whole, and
// a above zero and below b.
func partOf(a, b amount) bool {
	return a.value.IsInt() && b.value.IsInt() && a.decimals <= 0 && b.decimals <= 0 &&
		a.value.Sign() > 0 && a.scaled().Cmp(b.scaled()) < 0
}

// slash reads 1/12, unless it could be a date or a part of a code.
func (t text) slash(at int) (x *big.Rat, end int, ok bool) {
	high, end, ok := t.digitsAt(at)
	if !ok || t.at(end) != '/' {
		return nil, at, false
	}
	low, end, ok := t.digitsAt(end + 1)
	if !ok || !partOf(high, low) || t.at(end) == '/' || t.at(end) == '-' && isDigit(t.at(end+1)) {
		return nil, at, false
	}
	return new(big.Rat).Quo(high.value, low.value), end, true
}

var partWords = newLexicon(false, func() map[string]int64 {
	return map[string]int64{
		"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5,
		"fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9,
		"tenth": 10, "tenths": 10, "eleventh": 11, "elevenths": 11, "twelfth": 12, "twelfths": 12, "twentieth": 20,
		"twentieths": 20, "hundredth": 100, "hundredths": 100, "thousandth": 1000, "thousandths": 1000,
	}
})

// wordParts reads "two-thirds", "a quarter" and "half".
func (t text) wordParts(at int) (x *big.Rat, end int, ok bool) {
	parts, end, ok := t.belowHundredAt(at)
	switch {
	case ok:
		end = t.joined(end)
	case t.has(at, "a "):
		parts, end = 1, at+len("a ")
	default:
		if parts, end = 1, at; !t.has(at, "half") {
			return nil, at, false
		}
	}
	of, end, ok := partWords.longest(t, end)
	if !ok || parts == 0 || parts >= of {
		return nil, at, false
	}
	return big.NewRat(parts, of), end, true
}

var vulgarSigns = newLexicon(false, func() map[string][2]int64 {
	return map[string][2]int64{
		"½": {1, 2}, "⅓": {1, 3}, "⅔": {2, 3}, "¼": {1, 4}, "¾": {3, 4}, "⅕": {1, 5}, "⅖": {2, 5}, "⅗": {3, 5}, "⅘": {4, 5},
		"⅙": {1, 6}, "⅚": {5, 6}, "⅐": {1, 7}, "⅛": {1, 8}, "⅜": {3, 8}, "⅝": {5, 8}, "⅞": {7, 8}, "⅑": {1, 9}, "⅒": {1, 10},
	}
})

func (t text) vulgar(at int) (x *big.Rat, end int, ok bool) {
	parts, end, ok := vulgarSigns.longest(t, at)
	if !ok {
		return nil, at, false
	}
	return big.NewRat(parts[0], parts[1]), end, true
}

// halves reads the words for a half. The word is kept as the counter.
func (t text) halves(at int) (x *big.Rat, word string, own []number.Qualifier, end int, ok bool) {
	switch {
	case t.has(at, "過半数"):
		word, own = "過半数", []number.Qualifier{number.Above}
	case t.has(at, "半数"):
		word = "半数"
	case t.has(at, "半分"):
		word = "半分"
	default:
		return nil, "", nil, at, false
	}
	return big.NewRat(1, 2), word, own, at + len([]rune(word)), true
}
