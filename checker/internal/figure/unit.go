package figure

import "strings"

// unit is what an amount is measured or counted in.
type unit struct {
	iso string
	// counter is as printed; for units that have an iso name it is empty.
	counter string
	noun    string
	kind    unitKind
}

type unitKind int

const (
	measure unitKind = iota
	tenths
	times
	rank
	count
	noun
)

func (u unit) none() bool { return u.iso == "" && u.counter == "" }

// same reports whether two units are one, whatever follows with の.
func (u unit) same(v unit) bool { return u.iso == v.iso && u.counter == v.counter }

// shares are units without a dimension.
var shares = newLexicon(false, func() map[string]unit {
	return map[string]unit{
		"%": {iso: "percent"}, "パーセント": {iso: "percent"}, "percent": {iso: "percent"}, "per cent": {iso: "percent"},
		"pct": {iso: "percent"},
		"‰":   {iso: "perMille"}, "パーミル": {iso: "perMille"},
		"%ポイント": {iso: "percentagePoint"}, "パーセントポイント": {iso: "percentagePoint"}, "%pt": {iso: "percentagePoint"},
		"%pts": {iso: "percentagePoint"}, "% points": {iso: "percentagePoint"}, "% point": {iso: "percentagePoint"},
		"percentage points": {iso: "percentagePoint"}, "percentage point": {iso: "percentagePoint"},
		"percent points": {iso: "percentagePoint"}, "pp": {iso: "percentagePoint"}, "ppt": {iso: "percentagePoint"},
		"ベーシスポイント": {iso: "basisPoint"}, "basis points": {iso: "basisPoint"}, "basis point": {iso: "basisPoint"},
		"bps": {iso: "basisPoint"}, "bp": {iso: "basisPoint"},
		"割": {iso: "percent", kind: tenths},
		"倍": {iso: "pure", kind: times}, "times": {iso: "pure", kind: times}, "x": {iso: "pure", kind: times},
		"×": {iso: "pure", kind: times}, "fold": {iso: "pure", kind: times}, "-fold": {iso: "pure", kind: times},
		"位": {kind: rank}, "番目": {kind: rank}, "番": {kind: rank}, "等": {kind: rank},
	}
})

// notUnits are words that begin like a unit, and endings that make a figure
// something else: 60%台 is anything from 60 to 69.
var notUnits = newLexicon(false, func() map[string]bool {
	return map[string]bool{
		"割引": true, "割増": true, "%台": true, "割台": true, "倍増": true, "倍率": true, "位置": true, "位相": true,
		"円台": true, "ドル台": true, "等分": true, "番号": true, "番地": true, "倍返し": true, "元化": true, "元的": true, "元素": true,
	}
})

// unitAt reads the unit after an amount, the longest that stands there.
func (t text) unitAt(at int) (u unit, end int, ok bool) {
	start := t.space(at)
	if _, _, other := notUnits.longest(t, start); other {
		return u, at, false
	}
	u, end, ok = t.countAt(at)
	for _, place := range []int{at, start} {
		if v, next, read := t.standardAt(place); read && (!ok || next > end) {
			u, end, ok = v, next, true
		}
	}
	if ok && u.kind == count && t.at(end) == '目' && !isLatin(t.at(end-1)) {
		u.counter, u.kind, end = u.counter+"目", rank, end+1
	}
	return u, end, ok
}

// standardAt reads a currency, a share, or what makes an amount a multiple or a
// rank.
func (t text) standardAt(at int) (u unit, end int, ok bool) {
	if u, end, ok = shares.longest(t, at); ok && (u.kind == rank || u.kind == times) {
		u.counter = t.slice(at, end)
	}
	for _, words := range []lexicon[string]{currencyWords, currencyCodes} {
		if iso, next, read := words.longest(t, at); read && (!ok || next > end) {
			u, end, ok = unit{iso: iso}, next, true
		}
	}
	return u, end, ok
}

// countAt reads a counter, or a symbol of a measure.
func (t text) countAt(at int) (u unit, end int, ok bool) {
	start := t.space(at)
	// In running text a letter after a space is a word or a name: 5 A.
	if _, next, read := symbols.longest(t, start); read && !(t.running && start > at && next == start+1) {
		return unit{counter: t.slice(start, next)}, next, true
	}
	if _, next, read := counters.longest(t, start); read {
		// 1 件名: after a space, a counter that a word begins with is none.
		if start > at && isHan(t.at(next)) && isHan(t.at(next-1)) {
			return u, at, false
		}
		u = unit{counter: t.slice(start, next), kind: count}
		u.noun, end = t.nounAfter(u.counter, next)
		return u, end, true
	}
	if t.at(at) == '-' {
		start = at + 1
	}
	if start == at {
		return u, at, false
	}
	if _, next, read := nouns.longest(t, start); read {
		return unit{counter: t.slice(start, next), kind: noun}, next, true
	}
	return u, at, false
}

// maxNoun bounds the noun after a counter.
const maxNoun = 12

// nounAfter reads the noun of 6つの原則: its kanji, or its katakana.
func (t text) nounAfter(counter string, at int) (word string, end int) {
	if counter != "つ" || t.at(at) != 'の' {
		return "", at
	}
	same := isHan
	if isKatakana(t.at(at + 1)) {
		same = isKatakana
	}
	for end = at + 1; same(t.at(end)); end++ {
		if end-at > maxNoun {
			return "", at
		}
		// 6つの原則以上: what qualifies the figure is not of the noun.
		if _, next, ends := wordsAfter.longest(t, end); ends && end > at+1 && !same(t.at(next)) {
			break
		}
	}
	// Hiragana that is no particle ends a verb or an adjective: 三つの異なる.
	next := t.at(end)
	if _, _, qualifies := wordsAfter.longest(t, end); qualifies {
		next = 0
	}
	if end == at+1 || isKanjiNumeral(t.at(at+1)) || isHiragana(next) && !strings.ContainsRune("はがをにのでともやへ", next) {
		return "", at
	}
	return t.slice(at+1, end), end
}

// thousandthsAt reads the 5分2厘 of 3割5分2厘: how much it adds to the tenths,
// and how many decimals of the percentage it prints.
func (t text) thousandthsAt(at int) (parts [2]int64, decimals, end int) {
	end = at
	for i, name := range []rune{'分', '厘'} {
		digit, next := int64(t.at(end)-'0'), end+1
		if !isDigit(t.at(end)) {
			digit = kanjiDigit(t.at(end))
		}
		if digit > 0 && t.at(next) == name && !(name == '分' && t.at(next+1) == 'の') {
			parts[i], decimals, end = digit, i, next+1
		}
	}
	return parts, decimals, end
}
