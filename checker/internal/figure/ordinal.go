package figure

// ordinalAt reads a place in a series: "第126期", "4th", "No. 3". Ranks with a
// counter of their own (4位, 3番目) are read by numberAt.
func (t text) ordinalAt(at int) (f Figure, end int, ok bool) {
	before, start := t.before(at)
	a, counter, end, ok := t.placeAt(start)
	if !ok || a.value.Sign() <= 0 || !a.value.IsInt() || a.decimals != 0 {
		return f, at, false
	}
	after, end := t.after(end, wordsAfter)
	f = Figure{Kind: Ordinal, Value: a.value, Scale: a.scale, Counter: counter}
	f.Qualifiers, ok = qualified(before, after)
	return f, end, ok
}

func (t text) placeAt(at int) (a amount, counter string, end int, ok bool) {
	switch {
	case t.at(at) == '第':
		return t.daiAt(at + 1)
	case t.has(at, "no.") || t.has(at, "nos.") || t.has(at, "№"):
		for end = at; t.at(end) != '.' && t.at(end) != '№'; end++ {
			continue
		}
		a, end, ok = t.digitsAt(t.space(end + 1))
		return a, "", end, ok
	}
	if value, end, ok := ordinalWords.longest(t, at); ok {
		// In running text, first and second are seldom a rank.
		return amount{value: whole(value)}, "", end, !t.running || value > 2
	}
	a, end, ok = t.digitsAt(at)
	if !ok || a.plain == 0 || !t.has(end, suffix(a)) || isLatin(t.at(end+2)) {
		return a, "", at, false
	}
	return a, "", end + 2, true
}

// daiAt reads what follows 第: a number with or without a counter. In running
// text a kanji numeral needs one: 第三者 is no rank.
func (t text) daiAt(at int) (a amount, counter string, end int, ok bool) {
	if quarter := kanjiDigit(t.at(at)); quarter > 0 && t.has(at+1, "四半期") {
		return amount{value: whole(quarter)}, "四半期", at + 1 + len([]rune("四半期")), true
	}
	a, end, ok = t.japaneseAt(at)
	if !ok || a.mixed || t.at(end) == '者' || isKanjiNumeral(t.at(end)) && !t.has(end, "四半期") {
		return a, "", at, false
	}
	u, next, read := t.unitAt(end)
	if read && t.at(end) != ' ' && (u.kind == count || u.kind == rank) && u.noun == "" {
		return a, u.counter, next, true
	}
	return a, "", end, !t.running || !a.spelled
}

var ordinalWords = newLexicon(false, func() map[string]int64 {
	return map[string]int64{
		"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
		"tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
		"seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
	}
})

// suffix gives the English ending of a number's ordinal: 1st, 12th, 23rd.
func suffix(a amount) string {
	digits := a.value.Num().String()
	last := digits[len(digits)-1]
	if len(digits) > 1 && digits[len(digits)-2] == '1' {
		return "th"
	}
	switch last {
	case '1':
		return "st"
	case '2':
		return "nd"
	case '3':
		return "rd"
	}
	return "th"
}
