package figure

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/tieout/tieout/checker/internal/number"
)

// Print writes a figure as documents in a language print it, "en" or else
// Japanese. Parse reads from it the same figure. What only Japanese has, such as
// eras and mixed scales, is written in Japanese in both. Unknown and Name have
// no print.
func (f Figure) Print(lang string) string {
	p := printer{f: f, en: lang == "en"}
	switch f.Kind {
	case Number, Multiple, Fraction, Ordinal:
		return p.qualify(p.single())
	case Range:
		return p.qualify(p.span())
	case Date, Period:
		return p.qualify(p.date(f.Date))
	case Time:
		if !strings.Contains(f.Date, ":") {
			return f.Date + "時"
		}
		return f.Date
	case Nil:
		return "-"
	case Label:
		return numbers(f.Numbers, "-") + "."
	case Marker:
		return p.markers()
	case NotePointer:
		return "(注" + numbers(f.Numbers, ",") + ")"
	default:
		return ""
	}
}

type printer struct {
	f  Figure
	en bool
}

// single writes a figure of one value without its qualifiers.
func (p printer) single() string {
	f := p.f
	switch {
	case f.Kind == Fraction && f.Counter == "":
		return p.fraction()
	case f.Kind == Fraction, f.Kind == Multiple && f.Counter != "":
		return f.Counter
	case f.Kind == Ordinal:
		return p.ordinal()
	case f.Has(number.Several):
		return p.severalOf() + p.unit()
	}
	return p.measured(f.Value)
}

func (p printer) fraction() string {
	sign, x := "", p.f.Value
	if x.Sign() < 0 {
		sign, x = "-", new(big.Rat).Neg(x)
	}
	if p.en {
		return sign + x.Num().String() + "/" + x.Denom().String()
	}
	return sign + x.Denom().String() + "分の" + x.Num().String()
}

func (p printer) ordinal() string {
	counter := p.f.Counter
	digits := p.amount(p.f.Value)
	switch {
	case strings.HasSuffix(counter, "目"), counter == "位", counter == "番", counter == "等":
		return digits + counter
	case counter != "", !p.en, p.f.Scale != 0:
		return "第" + digits + counter
	}
	return "No. " + digits
}

// severalOf writes 数千, 10数 or "several thousand".
func (p printer) severalOf() string {
	f := p.f
	if f.Value.Cmp(whole(1)) != 0 {
		return number.Text(f.Value) + "数" + scaleWord(f.Scale, false)
	}
	word := scaleWord(f.Scale, p.en)
	if f.Unit == "percent" && f.Scale == 1 {
		word = ""
	}
	if p.en && strings.HasPrefix(word, " ") {
		return "several" + word
	}
	return "数" + word
}

// measured writes a value with its scale and unit.
func (p printer) measured(x *big.Rat) string {
	if sign, ok := currencySign[p.f.Unit]; ok && p.en && p.f.Decimals >= 0 {
		if x.Sign() < 0 {
			return "-" + sign + p.amount(new(big.Rat).Neg(x))
		}
		return sign + p.amount(x)
	}
	return p.amount(x) + p.unit()
}

// span writes a range: the lower end takes scale and unit from the upper.
func (p printer) span() string {
	if low, high, ok := strings.Cut(p.f.Date, "/"); ok {
		return p.date(low) + p.joint() + p.date(high)
	}
	if p.f.Decimals < 0 {
		return p.measured(p.f.Lower) + p.joint() + p.measured(p.f.Upper)
	}
	return p.digits(p.f.Lower) + p.joint() + p.amount(p.f.Upper) + p.unit()
}

func (p printer) joint() string {
	if p.en {
		return " to "
	}
	return "から"
}

// amount writes a value with its scale.
func (p printer) amount(x *big.Rat) string {
	if place := -p.f.Decimals; place > 0 {
		if place%4 != 0 && place%3 == 0 && number.Fits(x, -place-1) {
			return mixedEnglish(x, place)
		}
		return mixedText(x, place)
	}
	if p.f.Unit == "percent" && p.f.Scale == 1 {
		return p.digits(x)
	}
	return p.digits(x) + scaleWord(p.f.Scale, p.en)
}

// digits writes a value with the printed fraction digits.
func (p printer) digits(x *big.Rat) string {
	text := number.Grouped(new(big.Rat).Abs(x).FloatString(max(p.f.Decimals, 0)))
	switch {
	case x.Sign() >= 0:
		return text
	case p.en:
		return "-" + text
	}
	return "△" + text
}

func (p printer) markers() string {
	var b strings.Builder
	for i, n := range p.f.Numbers {
		if i > 0 {
			b.WriteByte(' ')
		}
		for _, digit := range fmt.Sprint(n) {
			b.WriteRune([]rune(superscripts)[digit-'0'])
		}
	}
	return b.String()
}

func numbers(list []int, joint string) string {
	words := make([]string, len(list))
	for i, n := range list {
		words[i] = fmt.Sprint(n)
	}
	return strings.Join(words, joint)
}
