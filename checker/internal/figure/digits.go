package figure

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/tieout/tieout/checker/internal/number"
)

// amount is a number with its scale, before its unit.
type amount struct {
	value           *big.Rat
	decimals, scale int
	// mixed says that several scales were printed, all in the value now.
	mixed bool
	// spelled says that no digit was printed: "十二", "twelve".
	spelled bool
	// several says that it is so many and several more, or several of it.
	several bool
	// loose amounts are only read with a unit after them: "数", "5億1".
	loose bool
	// width counts the digits before the point, plain those of a whole number
	// without separators or scale, as years are printed.
	width, plain int
}

// digitsAt reads printed digits: "1,605", "0.60". Digits grouped otherwise than
// by thousands, a second point or a leading zero make it no number.
func (t text) digitsAt(at int) (a amount, end int, ok bool) {
	end = t.skipDigits(at)
	a.width = end - at
	if a.width == 0 || a.width > number.MaxDigits || t.at(at) == '0' && a.width > 1 {
		return a, at, false
	}
	plain := a.width
	if plain <= 3 {
		end = t.thousands(end, &a)
	}
	if t.at(end) == '.' && isDigit(t.at(end+1)) {
		point := end
		end = t.skipDigits(point + 1)
		a.decimals = end - point - 1
	}
	if t.goesOn(end) || a.width+a.decimals > number.MaxDigits {
		return a, at, false
	}
	if end == at+plain {
		a.plain = plain
	}
	a.value, ok = ratOf(strings.ReplaceAll(t.slice(at, end), ",", ""))
	return a, end, ok
}

// thousands passes over groups of three digits with commas before them.
func (t text) thousands(at int, a *amount) (end int) {
	for end = at; t.at(end) == ',' && t.skipDigits(end+1) == end+4 && a.width < number.MaxDigits; end += 4 {
		a.width += 3
	}
	return end
}

// goesOn reports whether a point or comma joins something to a number that
// numbers do not have: a second point, or a group that is no thousand.
func (t text) goesOn(at int) bool {
	next := t.at(at + 1)
	return (t.at(at) == '.' || t.at(at) == ',') && (isDigit(next) || next == '.' || next == ',')
}

// ratOf gives the value of a decimal's text. Short whole numbers, which most
// figures are, take the shorter way.
func ratOf(decimal string) (*big.Rat, bool) {
	if n, err := strconv.ParseInt(decimal, 10, 64); err == nil {
		return whole(n), true
	}
	return new(big.Rat).SetString(decimal)
}

// skipDigits gives the place after the digits at a place. It looks no further
// than a number may be long, so that reading at every place stays linear.
func (t text) skipDigits(at int) int {
	for i := range number.MaxDigits + 1 {
		if !isDigit(t.at(at + i)) {
			return at + i
		}
	}
	return at + number.MaxDigits + 1
}

// smallAt reads a whole number of at most n plain digits, with or without
// leading zeros, as dates, times and labels print them.
func (t text) smallAt(at, n int) (value, end int, ok bool) {
	end = at
	for isDigit(t.at(end)) {
		if end-at == n {
			return 0, at, false
		}
		value = value*10 + int(t.at(end)-'0')
		end++
	}
	return value, end, end > at
}

func whole(n int64) *big.Rat { return new(big.Rat).SetInt64(n) }

// pow10 gives 10^n for the small n of scales.
func pow10(n int) *big.Rat {
	x, _ := number.Scale(whole(1), n)
	return x
}
