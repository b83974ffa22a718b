package figure

import (
	"strings"
	"sync"
	"unicode"
)

// starters are the code points that a token can begin with.
var starters = sync.OnceValue(func() map[rune]bool {
	starts := map[rune]bool{}
	add := func(r rune) { starts[unicode.ToLower(r)] = true }
	for _, r := range "0123456789" + kanjiDigits + superscripts + "零十百千数第注※*(['△▲-–+マプ最過半西約№午①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳" {
		add(r)
	}
	for r := 'a'; r <= 'z'; r++ {
		add(r)
	}
	for _, e := range eras {
		add([]rune(e.name)[0])
	}
	wordsBefore.each(add)
	currencySigns.each(add)
	multiples.each(add)
	vulgarSigns.each(add)
	datesBefore.each(add)
	return starts
})

// phrases look like figures and are none.
var phrases = newLexicon(false, set(
	"三位一体", "十分", "不十分", "第三者", "第三国", "第一人者", "一人ひとり", "一人一人", "一人当たり", "一部", "一度", "一定", "一面", "一方",
	"一切", "一体", "一手", "一行", "一言", "一種", "一律", "一般", "一環", "一貫", "一時", "一次", "二次", "三次元", "二次元", "一元", "二元",
	"三元", "多元", "一番", "一層", "一対", "一戸建", "一本化", "一本線", "一点張", "一件落着", "十八番", "八百屋", "八百万の", "千葉", "百貨",
	"一日も早", "万が一", "一つひとつ", "一つ一つ", "三つ巴", "四季", "五輪", "一株当たり", "一台当たり", "一円", "一連", "一段", "一口", "一色",
	"一対一", "数々", "数年来の課題", "第一線", "第一歩", "第一に", "第二に", "第三に", "一回り", "一色に", "一重", "二重", "三重県", "九州", "四国",
	"約束", "約款", "余儀なく", "最大限", "最大手", "最大の", "半分以上は",
))

// passed gives the end of what holds no token: a URL, or a phrase.
func (r *reader) passed(at int) int {
	if r.has(at, "http://") || r.has(at, "https://") || r.has(at, "www.") && !isLatin(r.text.at(at-1)) {
		return r.urlEnd(at)
	}
	if _, end, ok := phrases.longest(r.text, at); ok {
		return end
	}
	return at
}

// urlEnd gives the end of a URL: a space, a bracket or quote that closes around
// it, or a letter that URLs do not have.
func (t text) urlEnd(at int) (end int) {
	for end = at; end < len(t.lower); end++ {
		r := t.lower[end]
		if r > unicode.MaxASCII || r <= ' ' || strings.ContainsRune("<>\"`{}|\\^", r) {
			break
		}
	}
	for end > at && strings.ContainsRune(").,;:!?]'", t.lower[end-1]) {
		end--
	}
	return end
}

// inWord reports whether a place is inside a word of letters and digits.
func (t text) inWord(at int) bool {
	before := t.at(at - 1)
	return isLatin(before) || isDigit(before) || before == '_'
}

// wordEnd gives the end of a word that has both letters and digits, such as
// B612, all-in-1 or 5G; the place itself when there is none.
func (r *reader) wordEnd(at int) int {
	if first := r.text.at(at); !isLatin(first) && !isDigit(first) || r.inWord(at) || at < r.words {
		return at
	}
	end, letters, digits := at, 0, 0
	for ; end < len(r.lower); end++ {
		c := r.lower[end]
		if isLatin(c) {
			letters++
			continue
		}
		if isDigit(c) {
			digits++
			continue
		}
		next := r.text.at(end + 1)
		if c != '_' && (c != '-' || letters == 0 || !isLatin(next) && !isDigit(next)) {
			break
		}
	}
	if letters == 0 || digits == 0 {
		// No part of it has both: it need not be read again from its middle.
		r.words = end
		return at
	}
	return end
}

// label reads the number of a list's entry: at the beginning of a line, or in
// brackets before a word.
func (r *reader) label(at int) (f Figure, end int, ok bool) {
	if r.text.at(at) == '(' {
		return r.bracketedLabel(at)
	}
	f, end, ok = r.labelAt(at)
	if !ok || r.inWord(at) {
		return f, at, false
	}
	next := r.text.at(end)
	switch {
	case !isDigit(r.text.at(at)):
		return f, end, true
	case r.text.at(end-1) == ')':
		return f, end, r.open == 0 && !isDigit(next)
	}
	return f, end, r.leads(at) && (!isDigit(next) || r.dated(end))
}

// bracketedLabel reads (1), of one digit or two.
func (r *reader) bracketedLabel(at int) (f Figure, end int, ok bool) {
	f, end, ok = r.labelAt(at + 1)
	if !ok || r.text.at(end-1) != ')' || end > at+4 {
		return f, at, false
	}
	next := r.text.at(end)
	return f, end, isWord(next) || r.leads(at) && !isDigit(next)
}

func isWord(r rune) bool { return isLatin(r) || isHan(r) || isKatakana(r) || isHiragana(r) }

// leads reports whether only spaces and signs stand before a place, as before
// the number of a list's entry.
func (t text) leads(at int) bool {
	for i := at - 1; i >= 0; i-- {
		if !strings.ContainsRune(" •・■□●○*#>-", t.lower[i]) {
			return false
		}
	}
	return true
}

// dated reports whether a date follows: the 2. of "2.2024年5月9日" is a label.
func (t text) dated(at int) bool {
	_, end, ok := t.japaneseDate(at)
	return ok && end > at
}
