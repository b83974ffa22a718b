package figure

import "github.com/tieout/tieout/checker/internal/number"

// severalAt reads an indefinite amount: "数", "数千", "数百万", "several
// thousand". Its value is 1, with the scale of what there are several of.
func (t text) severalAt(at int) (a amount, end int, ok bool) {
	switch {
	case t.at(at) == '数':
		a.scale, end, ok = t.severalScale(at + 1)
	case t.has(at, "several"):
		end = at + len("several")
	case t.has(at, "a few"):
		end = at + len("a few")
	default:
		return a, at, false
	}
	if t.at(at) != '数' {
		if isLatin(t.at(end)) {
			return a, at, false
		}
		var after int
		if a.scale, after, ok = bigWords.longest(t, t.space(end)); ok {
			end = after
		}
	}
	a.value, a.several, a.spelled, a.loose = whole(1), true, true, !ok
	return a, end, true
}

// severalScale reads the units after 数: 千, 百万, 十億.
func (t text) severalScale(at int) (scale, end int, ok bool) {
	end = at
	if small := kanjiPlace(t.at(end)); small > 0 {
		scale, end = small, end+1
	}
	if isKanjiNumeral(t.at(end)) {
		return 0, at, false
	}
	if big := t.bigPlace(end); big > 0 {
		scale, end = scale+big, end+1
	}
	return scale, end, end > at
}

// moreThanTens reads the 数 of 十数名 after an amount, and what big unit follows.
func (t text) moreThanTens(a amount, at int) (amount, int) {
	if t.at(at) != '数' || a.mixed || a.several || a.scale != 0 || a.decimals != 0 || !tens(a) {
		return a, at
	}
	a.several, a.plain, at = true, 0, at+1
	if place := t.bigPlace(at); place > 0 {
		a.scale = place
		return a, at + 1
	}
	// More than ten of what? 十数 alone may be cut off.
	a.loose = true
	return a, at
}

// tens reports whether an amount is a whole number of tens, so that several
// more can be said of it.
func tens(a amount) bool {
	return a.value.Sign() > 0 && number.Fits(a.value, -1)
}
