package figure

// englishAt reads an amount in English notation: digits with a scale word
// ("1.2 million"), or all in words ("twenty-five", "two hundred thousand").
// With money, short scales count too: "1.2m", "30k".
func (t text) englishAt(at int, money bool) (a amount, end int, ok bool) {
	if a, end, ok = t.digitsAt(at); !ok {
		return t.wordsAt(at)
	}
	scale, next, scaled := t.scaleAfter(end, money)
	if !scaled {
		return a, end, true
	}
	m := mixture{last: noPlace, terms: []term{{a, 0}}}
	m.settle(0, scale)
	end = t.lowerScales(next, &m)
	return m.amount(), end, true
}

// lowerScales reads what goes on after a scale word: 500 thousand after 2 million.
func (t text) lowerScales(at int, m *mixture) (end int) {
	for end = at; m.terms[len(m.terms)-1].decimals == 0; {
		a, next, ok := t.digitsAt(end + 1)
		if !ok || t.at(end) != ' ' {
			break
		}
		scale, next, ok := bigWords.longest(t, t.space(next))
		if !ok {
			break
		}
		n := len(m.terms)
		if m.terms = append(m.terms, term{a, 0}); !m.settle(n, scale) {
			break
		}
		end = next
	}
	return end
}

// scaleAfter reads a scale word after digits.
func (t text) scaleAfter(at int, money bool) (scale, end int, ok bool) {
	word := t.space(at)
	if t.at(at) == '-' {
		word = at + 1
	}
	if scale, end, ok = bigWords.longest(t, word); ok {
		return scale, end, true
	}
	if scale, end, ok = shortScales.longest(t, t.space(at)); ok {
		return scale, end, true
	}
	if money {
		if scale, end, ok = moneyScales.longest(t, t.space(at)); ok {
			return scale, end, true
		}
	}
	return 0, at, false
}

var bigWords = newLexicon(false, func() map[string]int {
	return map[string]int{
		"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12,
	}
})

// shortScales are no word of anything else; moneyScales are only a scale where
// a currency stands before.
var (
	shortScales = newLexicon(false, func() map[string]int {
		return map[string]int{"bn": 9, "mn": 6, "tn": 12}
	})
	moneyScales = newLexicon(false, func() map[string]int {
		return map[string]int{"k": 3, "m": 6, "mm": 6, "b": 9, "t": 12}
	})
)

var smallWords = newLexicon(false, func() map[string]int64 {
	return map[string]int64{
		"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
		"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
		"seventeen": 17, "eighteen": 18, "nineteen": 19,
	}
})

var tensWords = newLexicon(false, func() map[string]int64 {
	return map[string]int64{
		"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
	}
})

// wordsAt reads a number in words. A number of one scale keeps it ("two
// million"); of several the sum is exact.
func (t text) wordsAt(at int) (a amount, end int, ok bool) {
	m := mixture{last: noPlace}
	for next := at; ; {
		value, after, read := t.hundredsAt(next)
		if !read {
			break
		}
		scale, scaled := 0, false
		if place, e, ok := bigWords.longest(t, t.joined(after)); ok && place > 2 {
			scale, after, scaled = place, e, true
		}
		m.terms = append(m.terms, term{amount{value: whole(value), spelled: true}, 0})
		if !m.settle(len(m.terms)-1, scale) {
			break
		}
		end = after
		if !scaled || value == 0 {
			break
		}
		next = t.joined(end)
		if t.has(next, "and ") {
			next += len("and ")
		}
	}
	if len(m.terms) == 0 {
		return a, at, false
	}
	a = m.amount()
	a.spelled = true
	return a, end, true
}

// joined passes over the space or hyphen between the words of a number.
func (t text) joined(at int) int {
	if t.at(at) == '-' {
		return at + 1
	}
	return t.space(at)
}

// hundredsAt reads a number in words below a thousand.
func (t text) hundredsAt(at int) (value int64, end int, ok bool) {
	if value, end, ok = t.belowHundredAt(at); !ok {
		if end, ok = t.articleAt(at); !ok {
			return 0, at, false
		}
		value = 1
	}
	place, next, hundred := bigWords.longest(t, t.joined(end))
	if !hundred || place != 2 || value == 0 || value > 9 {
		return value, end, true
	}
	value, end = value*100, next
	rest := t.joined(end)
	if t.has(rest, "and ") {
		rest += len("and ")
	}
	if more, next, ok := t.belowHundredAt(rest); ok && more > 0 {
		return value + more, next, true
	}
	return value, end, true
}

// articleAt reads the a of "a million".
func (t text) articleAt(at int) (end int, ok bool) {
	if !t.has(at, "a ") {
		return at, false
	}
	_, _, ok = bigWords.longest(t, at+2)
	return at + 1, ok
}

func (t text) belowHundredAt(at int) (value int64, end int, ok bool) {
	if value, end, ok = smallWords.longest(t, at); ok {
		return value, end, true
	}
	if value, end, ok = tensWords.longest(t, at); !ok {
		return 0, at, false
	}
	if unit, next, ok := smallWords.longest(t, t.joined(end)); ok && 0 < unit && unit < 10 {
		return value + unit, next, true
	}
	return value, end, true
}
