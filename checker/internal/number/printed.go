package number

import (
	"regexp"
	"strings"

	"golang.org/x/text/width"
)

// Printed reads the number in a figure as a source prints it: ASCII or
// full-width digits with separated thousands and at most one decimal point;
// negative by a leading − - △ ▲, or by parentheses around it. Currencies,
// units, brackets and qualifiers around it are passed over; so is a scale
// after it (千, 万, 億, %): the number is not scaled.
//
// It is ok only when the text holds this one number and nothing that might
// change it or that is not known: no second number, range, fraction, kanji
// numeral, exponent or footnote mark. Not ok means unknown, never wrong.
func Printed(exact string) (Decimal, bool) {
	if len(exact) > MaxDigits {
		return Decimal{}, false
	}
	match := figure.FindStringSubmatch(plainForm(exact))
	if match == nil {
		return Decimal{}, false
	}
	before, digits, after := match[1], match[2], match[3]
	negative, ok := negation(before, after)
	if !ok {
		return Decimal{}, false
	}
	text := strings.ReplaceAll(digits, ",", "")
	if negative {
		text = "-" + text
	}
	d, err := Parse(text)
	return d, err == nil
}

// plainForm narrows full-width characters and gives minus signs, brackets and
// separators one form each.
func plainForm(text string) string {
	return strings.NewReplacer(
		"−", "-", "‐", "-", "△", "-", "▲", "-",
		"\u00a0", " ", "\u2009", " ", "\u202f", " ",
	).Replace(width.Fold.String(text))
}

const (
	// Words before a number. A year or an era is a number's name, not one of these.
	leading = `第|約|およそ|ほぼ|最大で|最高で|最低で|最大|最高|最低|計|合計|総額|総数|総計|` +
		`about|approximately|approx\.?|around|nearly|almost|some|up to|at least|at most|` +
		`over|more than|less than|under|above|below|total(?: of)?|US\$|USD|JPY|EUR|GBP|[$€£¥]`
	// Words after a number. Scales stand first, since a unit may follow them.
	scale = `百万|千万|十億|百億|千億|万|億|兆|千|百|thousand|million|billion|trillion|bn|mn`
	// 年度 is none: it names a year. 分 and 割 are none: they are fractions.
	unit = `円|USドル|米ドル|ドル|ユーロ|人|名|件|社|台|個|本|点|株|項目|か国|カ国|ヶ国|位|倍|枚|棟|戸|店|店舗|行|回|年|か月|カ月|ヶ月|月|日|歳|時間|` +
		`つ(?:の[\p{Han}\p{Katakana}ー]+)?|種類|種|年間|か年|カ年|ヶ年|事業年度目?|週間|日間|世帯|車種|世代|期|四半期|段階|列|トン|拠点|工場|部門|校|冊|ページ|℃|°|kV|V|kWh|kW|km|kg|` +
		`ポイント|パーセント|%pt|pts?|points?|percent|%|times|persons?|people|patents?|items?|shares?|units?|years?|USD|JPY|EUR|GBP`
	trailing = `程度|前後|レベル|以上|以下|超|未満|まで|強|弱|余り|余|ほど|くらい|ぐらい|近く|or more|or less|or so|plus|\+`
	opening  = `[(\[「『【〔]`
	closing  = `[)\]」』】〕]`
)

// figure is a number with what may stand around it. Its groups are what stands
// before the digits, the digits, and what stands after them.
var figure = regexp.MustCompile(`(?i)^((?:\s|` + opening + `|` + leading + `|-)*)` +
	`(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)` +
	`((?:\s|` + closing + `)*(?:` + scale + `)?(?:\s|` + closing + `|` + unit + `|` + trailing + `)*)$`)

// negation tells from what stands around a number whether it is negative. Two
// signs, or brackets that do not pair, leave it unknown.
func negation(before, after string) (negative, ok bool) {
	signs := strings.Count(before, "-")
	if signs > 1 || !paired(before, after) {
		return false, false
	}
	parentheses := strings.Contains(before, "(")
	if signs == 1 && parentheses {
		return false, false
	}
	return signs == 1 || parentheses, true
}

// paired reports whether the brackets before and after a number belong together.
func paired(before, after string) bool {
	const open, closed = "([「『【〔", ")]」』】〕"
	pick := func(text, set string) []rune {
		var picked []rune
		for _, r := range text {
			if strings.ContainsRune(set, r) {
				picked = append(picked, r)
			}
		}
		return picked
	}
	opened, shut := pick(before, open), pick(after, closed)
	if len(opened) != len(shut) {
		return false
	}
	pairs := strings.NewReplacer("(", ")", "[", "]", "「", "」", "『", "』", "【", "】", "〔", "〕")
	for i, r := range shut {
		if pairs.Replace(string(opened[len(opened)-1-i])) != string(r) {
			return false
		}
	}
	return true
}
