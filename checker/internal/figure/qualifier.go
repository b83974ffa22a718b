package figure

import (
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/number"
)

// maxQualifiers bounds the words that may stand on one side of a figure.
const maxQualifiers = 3

// order is the one in which a figure lists its qualifiers.
var order = []number.Qualifier{
	number.About, number.AtLeast, number.Above, number.Below, number.AtMost, number.UpTo,
	number.Strong, number.Weak, number.Odd, number.Several,
}

// wordsBefore qualify the figure after them. Those of Latin letters need a
// space after them, the symbols none.
var wordsBefore = newLexicon(false, func() map[string]number.Qualifier {
	return map[string]number.Qualifier{
		"約": number.About, "およそ": number.About, "おおよそ": number.About, "ほぼ": number.About, "概ね": number.About,
		"おおむね": number.About, "about": number.About, "approximately": number.About, "approx": number.About,
		"approx.": number.About, "around": number.About, "roughly": number.About, "some": number.About,
		"circa": number.About, "ca.": number.About, "~": number.About, "≈": number.About, "≒": number.About,
		"最大で": number.UpTo, "最大": number.UpTo, "最高": number.UpTo, "up to": number.UpTo, "as much as": number.UpTo,
		"as many as": number.UpTo,
		"少なくとも":      number.AtLeast, "最低でも": number.AtLeast, "最低": number.AtLeast, "at least": number.AtLeast,
		"no fewer than": number.AtLeast, "no less than": number.AtLeast, "not less than": number.AtLeast,
		"a minimum of": number.AtLeast, "minimum": number.AtLeast, "≥": number.AtLeast, "≧": number.AtLeast,
		"at most": number.AtMost, "no more than": number.AtMost, "not more than": number.AtMost,
		"a maximum of": number.AtMost, "≤": number.AtMost, "≦": number.AtMost,
		"more than": number.Above, "over": number.Above, "above": number.Above, "exceeding": number.Above,
		"in excess of": number.Above, "greater than": number.Above, ">": number.Above,
		"less than": number.Below, "fewer than": number.Below, "under": number.Below, "below": number.Below, "<": number.Below,
		"just over": number.Strong, "slightly more than": number.Strong, "a little over": number.Strong,
		"nearly": number.Weak, "almost": number.Weak, "just under": number.Weak, "slightly less than": number.Weak,
		"a little under": number.Weak,
	}
})

// wordsAfter qualify the figure before them.
var wordsAfter = newLexicon(false, func() map[string]number.Qualifier {
	return map[string]number.Qualifier{
		"程度": number.About, "前後": number.About, "レベル": number.About, "規模": number.About, "ほど": number.About,
		"くらい": number.About, "ぐらい": number.About, "内外": number.About, "or so": number.About,
		"以上": number.AtLeast, "or more": number.AtLeast, "+": number.AtLeast, "plus": number.AtLeast,
		"超": number.Above, "超え": number.Above, "を超える": number.Above, "を上回る": number.Above,
		"未満": number.Below, "を下回る": number.Below,
		"以下": number.AtMost, "以内": number.AtMost, "or less": number.AtMost, "or fewer": number.AtMost,
		"まで": number.UpTo,
		"強":  number.Strong, "弱": number.Weak, "近く": number.Weak,
		"余": number.Odd, "余り": number.Odd, "-odd": number.Odd, " odd": number.Odd,
	}
})

// notAfter are words that begin like a qualifier.
var notAfter = newLexicon(false, func() map[string]bool {
	return map[string]bool{
		"強化": true, "強力": true, "強制": true, "強調": true, "強い": true, "強く": true, "強固": true, "弱体": true, "弱点": true,
		"弱い": true, "弱く": true, "超過": true, "超電導": true, "超音": true, "余剰": true, "余地": true, "余裕": true, "程度の差": true,
		"までが": true, "までも": true,
		"以上の通り": true, "以上のとおり": true, "以下の通り": true, "以下のとおり": true,
	}
})

// between are the words that may stand between an amount and its unit: 百余名.
var between = newLexicon(false, func() map[string]number.Qualifier {
	return map[string]number.Qualifier{
		"余": number.Odd, "余り": number.Odd, "超": number.Above, "強": number.Strong, "弱": number.Weak, "-odd": number.Odd,
		"+": number.AtLeast,
	}
})

// before reads the qualifiers in front of a figure.
func (t text) before(at int) (qualifiers []number.Qualifier, end int) {
	for end = at; len(qualifiers) < maxQualifiers; {
		q, next, ok := wordsBefore.longest(t, end)
		if !ok || isLatin(t.at(next-1)) && t.at(next) != ' ' {
			break
		}
		qualifiers, end = append(qualifiers, q), t.space(next)
	}
	return qualifiers, end
}

// after reads the qualifiers behind a figure, from a lexicon of them.
func (t text) after(at int, words lexicon[number.Qualifier]) (qualifiers []number.Qualifier, end int) {
	for end = at; len(qualifiers) < maxQualifiers; {
		if _, _, other := notAfter.longest(t, end); other {
			break
		}
		q, next, ok := words.longest(t, end)
		if !ok && t.at(end) == ' ' {
			q, next, ok = words.longest(t, end+1)
		}
		// A plus before a word adds something: 200件+出願中の300件.
		if !ok || t.at(next-1) == '+' && (isWord(t.at(next)) || isDigit(t.at(next))) {
			break
		}
		qualifiers, end = append(qualifiers, q), next
	}
	return qualifiers, end
}

// qualified puts qualifiers in order. They must not contradict each other: a
// figure has one bound, and one width around it.
func qualified(lists ...[]number.Qualifier) (qualifiers []number.Qualifier, ok bool) {
	all := slices.Concat(lists...)
	bounds, widths := 0, 0
	for _, q := range order {
		if !slices.Contains(all, q) {
			continue
		}
		qualifiers = append(qualifiers, q)
		switch q {
		case number.About, number.Strong, number.Weak, number.Odd, number.Several:
			widths++
		default:
			bounds++
		}
	}
	return qualifiers, bounds <= 1 && widths <= 1
}

// notQualifier reports whether a word in running text that looks like a
// qualifier is the end of another word: 約 in 契約.
func (t text) notQualifier(at int) bool {
	switch t.at(at) {
	case '約':
		return strings.ContainsRune("契予条誓節制公規特要集成解婚盟旧売確密協倹簡違", t.at(at-1))
	case '数':
		return isHan(t.at(at-1)) && !strings.ContainsRune("約計十百千万億", t.at(at-1))
	case '最':
		return isHan(t.at(at - 1))
	case '~', '<', '>', '+':
		return at > 0 && t.at(at-1) != ' ' && t.at(at-1) != '(' && t.at(at-1) != '、'
	case '-', '–', '—':
		return at > 0 && t.at(at-1) != ' ' && t.at(at-1) != '(' && t.at(at-1) != ':'
	}
	return false
}
