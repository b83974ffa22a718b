package figure

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"sync"

	"github.com/tieout/tieout/checker/internal/number"
)

// The words that Print writes, one of the many that Parse reads.
var (
	currencySign = map[string]string{"USD": "$", "JPY": "¥", "EUR": "€", "GBP": "£"}
	currencyWord = map[string]string{"USD": "ドル", "JPY": "円", "EUR": "ユーロ", "CNY": "元"}

	unitWordsEN = map[string]string{"pure": " times", "percentagePoint": " percentage points", "basisPoint": " basis points"}

	scaleWords = sync.OnceValue(func() map[int]string {
		return map[int]string{
			1: "十", 2: "百", 3: "千", 4: "万", 5: "十万", 6: "百万", 7: "千万", 8: "億", 9: "十億", 10: "百億", 11: "千億",
			12: "兆", 13: "十兆", 14: "百兆", 15: "千兆", 16: "京", 17: "十京", 18: "百京", 19: "千京",
		}
	})
	scaleWordsEN = map[int]string{2: " hundred", 3: " thousand", 6: " million", 9: " billion", 12: " trillion"}

	qualifierWords = sync.OnceValue(func() map[number.Qualifier][2]string {
		return map[number.Qualifier][2]string{
			number.About: {"約", ""}, number.AtLeast: {"", "以上"}, number.Above: {"", "超"}, number.Below: {"", "未満"},
			number.AtMost: {"", "以下"}, number.UpTo: {"最大", ""}, number.Strong: {"", "強"}, number.Weak: {"", "弱"},
			number.Odd: {"", "余"},
		}
	})
	qualifierWordsEN = sync.OnceValue(func() map[number.Qualifier][2]string {
		return map[number.Qualifier][2]string{
			number.About: {"about ", ""}, number.AtLeast: {"at least ", ""}, number.Above: {"more than ", ""},
			number.Below: {"less than ", ""}, number.AtMost: {"no more than ", ""}, number.UpTo: {"up to ", ""},
			number.Strong: {"just over ", ""}, number.Weak: {"nearly ", ""}, number.Odd: {"", "-odd"},
		}
	})
	dateWords = map[number.Qualifier]string{
		number.About: "頃", number.AtLeast: "以降", number.AtMost: "以前", number.UpTo: "まで", number.Below: "より前",
		number.Above: "より後",
	}
)

func scaleWord(scale int, en bool) string {
	if word, ok := scaleWordsEN[scale]; ok && en {
		return word
	}
	return scaleWords()[scale]
}

// qualify writes the qualifiers before and after a figure.
func (p printer) qualify(text string) string {
	dated := p.f.Date != ""
	words := qualifierWords()
	if p.en {
		words = qualifierWordsEN()
	}
	// A bound stands outside of a width: "up to about 60".
	for _, q := range slices.Backward(p.f.Qualifiers) {
		if p.f.Kind == Fraction && p.f.Counter == "過半数" && q == number.Above || q == number.Several {
			continue
		}
		if dated {
			text += dateWords[q]
			continue
		}
		text = words[q][0] + text + words[q][1]
	}
	return text
}

// unit writes a unit or counter after an amount.
func (p printer) unit() string {
	if word, ok := unitWordsEN[p.f.Unit]; ok && p.en {
		return word
	}
	switch p.f.Unit {
	case "":
		return p.counter()
	case "percent":
		if p.f.Scale == 1 {
			return "割"
		}
		return "%"
	case "percentagePoint":
		return "%ポイント"
	case "basisPoint":
		return " bps"
	case "perMille":
		return "‰"
	case "pure":
		return "倍"
	}
	if word, ok := currencyWord[p.f.Unit]; ok {
		return word
	}
	return " " + p.f.Unit
}

func (p printer) counter() string {
	text := p.f.Counter
	if text == "" {
		return ""
	}
	if r := []rune(text)[0]; isLatin(r) {
		text = " " + text
	}
	if p.f.Noun != "" {
		text += "の" + p.f.Noun
	}
	return text
}

// mixedText writes a whole number with the units of 万 down to a place: 1億
// 2千3百万 for the place 6.
func mixedText(x *big.Rat, place int) string {
	var b strings.Builder
	if x.Sign() < 0 {
		b.WriteString("△")
	}
	rest := new(big.Int).Abs(x.Num())
	for unit := 16; unit >= 0; unit -= 4 {
		power := pow10(unit).Num()
		group, below := new(big.Int).QuoRem(rest, power, new(big.Int))
		rest = below
		switch {
		case group.Sign() == 0:
		case unit > place || place%4 == 0:
			fmt.Fprintf(&b, "%s%s", group, scaleWords()[unit])
		default:
			b.WriteString(smallText(group, place-unit) + scaleWords()[unit])
		}
	}
	return b.String()
}

// mixedEnglish writes a whole number with the English scales down to a place,
// where Japanese has no unit for the zeros: 2 million 500 thousand.
func mixedEnglish(x *big.Rat, place int) string {
	var words []string
	rest := new(big.Int).Abs(x.Num())
	for unit := 12; unit >= max(place, 3); unit -= 3 {
		group, below := new(big.Int).QuoRem(rest, pow10(unit).Num(), new(big.Int))
		rest = below
		if group.Sign() > 0 {
			words = append(words, group.String()+scaleWordsEN[unit])
		}
	}
	sign := ""
	if x.Sign() < 0 {
		sign = "-"
	}
	return sign + strings.Join(words, " ")
}

// smallText writes a number below 万 with 千 百 十 down to a place.
func smallText(group *big.Int, place int) string {
	var b strings.Builder
	rest := group
	for unit := 3; unit >= max(place, 1); unit-- {
		digit, below := new(big.Int).QuoRem(rest, pow10(unit).Num(), new(big.Int))
		rest = below
		if digit.Sign() > 0 {
			fmt.Fprintf(&b, "%s%s", digit, scaleWords()[unit])
		}
	}
	return b.String()
}
