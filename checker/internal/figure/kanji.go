package figure

import "strings"

// maxKanji bounds a kanji numeral: 九千九百九十九 has seven, a year in
// positional digits four.
const maxKanji = 16

const kanjiDigits = "〇一二三四五六七八九"

// kanjiAt reads a kanji numeral below 万: with units ("三百五十二"), or digit by
// digit ("二〇二四").
func (t text) kanjiAt(at int) (value int64, end int, ok bool) {
	for end = at; isKanjiNumeral(t.at(end)); end++ {
		if end-at == maxKanji {
			return 0, at, false
		}
	}
	run := t.lower[at:end]
	switch {
	case len(run) == 0:
		return 0, at, false
	case strings.ContainsAny(string(run), "十百千"):
		value, ok = kanjiUnits(run)
	default:
		value, ok = kanjiPositions(run)
	}
	return value, end, ok
}

func isKanjiNumeral(r rune) bool { return kanjiDigit(r) >= 0 || kanjiPlace(r) > 0 }

// kanjiDigit gives the value of a digit, −1 for what is none.
func kanjiDigit(r rune) int64 {
	if r == '零' {
		return 0
	}
	value := int64(0)
	for _, digit := range kanjiDigits {
		if r == digit {
			return value
		}
		value++
	}
	return -1
}

// kanjiPlace gives the power of ten of a unit below 万, 0 for what is none.
func kanjiPlace(r rune) int {
	switch r {
	case '十':
		return 1
	case '百':
		return 2
	case '千':
		return 3
	}
	return 0
}

// kanjiUnits reads 二千二十四: units fall, and each has at most one digit.
func kanjiUnits(run []rune) (value int64, ok bool) {
	last, digit := 4, int64(-1)
	for _, r := range run {
		place := kanjiPlace(r)
		if place == 0 {
			if digit >= 0 || kanjiDigit(r) == 0 {
				return 0, false
			}
			digit = kanjiDigit(r)
			continue
		}
		if place >= last {
			return 0, false
		}
		if digit < 0 {
			digit = 1
		}
		for range place {
			digit *= 10
		}
		value, last, digit = value+digit, place, -1
	}
	return value + max(digit, 0), true
}

// kanjiPositions reads 二〇二四. Two digits that follow each other are refused:
// 二三 is two or three, not twenty-three.
func kanjiPositions(run []rune) (value int64, ok bool) {
	if len(run) == 2 && kanjiDigit(run[0]) > 0 && kanjiDigit(run[1]) == kanjiDigit(run[0])+1 {
		return 0, false
	}
	if len(run) > 1 && kanjiDigit(run[0]) == 0 {
		return 0, false
	}
	for _, r := range run {
		value = value*10 + kanjiDigit(r)
	}
	return value, true
}

// bigPlace gives the power of ten of 万 and the units above it, 0 for what is
// none.
func (t text) bigPlace(at int) int {
	switch t.at(at) {
	case '万', '萬':
		return 4
	case '億':
		return 8
	case '兆':
		return 12
	case '京':
		if t.at(at+1) != '都' {
			return 16
		}
	}
	return 0
}
