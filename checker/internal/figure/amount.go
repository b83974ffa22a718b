package figure

// amountAt reads the longest amount at a place, in any notation.
func (t text) amountAt(at int, money bool) (a amount, end int, ok bool) {
	if a, end, ok = t.severalAt(at); ok {
		return a, end, true
	}
	a, end, ok = t.japaneseAt(at)
	if b, longer, read := t.englishAt(at, money); read && (!ok || longer > end) {
		a, end, ok = b, longer, true
	}
	if !ok {
		return a, at, false
	}
	a, end = t.moreThanTens(a, end)
	// 二〇三十, 3二: what goes on as a numeral was no amount.
	if isKanjiNumeral(t.at(end)) || isDigit(t.at(end)) || isDigit(t.at(end-1)) && t.bigPlace(end) > 0 {
		return a, at, false
	}
	return a, end, true
}
