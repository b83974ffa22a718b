package figure

import (
	"math/big"
	"strings"

	"github.com/tieout/tieout/checker/internal/number"
)

// side is an amount with its sign, currency or unit, and the qualifiers that
// stand beside its digits: a figure, or one end of a range.
type side struct {
	amount
	unit       unit
	qualifiers []number.Qualifier
	// sign says that a sign was printed, bracket that it is negative by brackets.
	sign, bracket bool
	// money says that a currency stands before the amount.
	money bool
	// bare is where the amount ends without a unit.
	bare int
	// printed is the amount as it stands.
	printed string
}

// numberAt reads a number, multiple or rank: all figures of one amount.
func (t text) numberAt(at int) (f Figure, end int, ok bool) {
	before, end := t.before(at)
	s, end, ok := t.sideAt(end)
	if !ok || s.loose && s.unit.none() || s.header(before) {
		return f, at, false
	}
	after, end := t.after(end, wordsAfter)
	f = s.figure()
	if f.Qualifiers, ok = qualified(before, s.qualifiers, after); !ok {
		return f, at, false
	}
	if t.running && s.spelled && s.unit.none() && !t.telling(s, f) {
		return f, at, false
	}
	return f, end, true
}

// telling reports whether an amount in words is a figure in running text
// without a unit: three, but not one; no kanji numeral, many words have one.
func (t text) telling(s side, f Figure) bool {
	return isLatin(t.at(s.bare-1)) && f.Scaled().Cmp(whole(1)) > 0
}

// figure makes a figure of one side.
func (s side) figure() Figure {
	f := Figure{
		Kind: Number, Value: s.value, Decimals: s.decimals, Scale: s.scale,
		Unit: s.unit.iso, Counter: s.unit.counter, Noun: s.unit.noun,
	}
	switch s.unit.kind {
	case times:
		f.Kind, f.Counter = Multiple, ""
	case rank:
		f.Kind = Ordinal
	default:
	}
	return f
}

// header reports whether this is a unit as tables have it in their heads
// (千台, 百万円) rather than a figure.
func (s side) header(before []number.Qualifier) bool {
	if !s.spelled || s.unit.none() || len(before) > 0 || len(s.qualifiers) > 0 || s.sign || s.money || s.several {
		return false
	}
	return s.printed == "千" || s.printed == "百万" || s.printed == "十億"
}

// sideAt reads a sign, a currency, an amount and a unit. Negative are − - △ ▲,
// minus and マイナス, and brackets when nothing else is in the text.
func (t text) sideAt(at int) (s side, end int, ok bool) {
	end = at
	if !t.running && t.at(end) == '(' {
		s.bracket, end = true, t.space(end+1)
	}
	negative, end := t.signAt(end)
	currency, end, money := t.currencyAt(end)
	s.money, s.sign = money, negative != 0
	if money && !s.sign {
		if negative, end = t.signAt(end); negative != 0 {
			s.sign = true
		}
		if !t.running && !s.bracket && t.at(end) == '(' {
			s.bracket, end = true, end+1
		}
	}
	if s.bracket && s.sign {
		return s, at, false
	}
	start := end
	if s.amount, end, ok = t.amountAt(end, money); !ok {
		return s, at, false
	}
	s.printed, s.bare = t.slice(start, end), end
	s.unit.iso = currency
	if end, ok = t.measured(&s, end); !ok {
		return s, at, false
	}
	if negative < 0 || s.bracket {
		s.value = new(big.Rat).Neg(s.value)
	}
	return s, end, true
}

// measured reads what stands between an amount and its unit, the unit, and the
// bracket that makes it negative.
func (t text) measured(s *side, at int) (end int, ok bool) {
	middle, end := t.after(at, between)
	if s.several {
		middle = append(middle, number.Several)
	}
	if !s.money {
		u, next, read := t.unitAt(end)
		switch {
		case read:
			s.unit, end = u, next
		case len(middle) > 0 && !s.several:
			// Words after an amount without a unit qualify the figure: 2倍強, 5千超.
			middle, end = nil, at
		}
	}
	s.qualifiers = middle
	if s.bracket {
		if t.at(t.space(end)) != ')' {
			return at, false
		}
		end = t.space(end) + 1
		if u, next, read := t.unitAt(end); read && s.unit.none() {
			s.unit, end = u, next
		}
	}
	if !t.fits(*s, end) {
		return at, false
	}
	return t.finish(s, end)
}

// fits reports whether the unit can belong to the amount. Long digits before
// 年月日 are a date that lost its separators, and months are no amount.
func (t text) fits(s side, end int) bool {
	if s.plain > 0 && t.at(end) == '月' && s.unit.none() {
		return false
	}
	year := strings.HasPrefix(s.unit.counter, "年")
	if year || s.unit.counter == "日" {
		return s.plain <= 4 && (s.decimals != 4 || !year)
	}
	return true
}

// finish reads what goes on after some units: 割 with its 分 and 厘, 円 with its
// 銭.
func (t text) finish(s *side, at int) (end int, ok bool) {
	switch {
	case s.unit.kind == tenths:
		return t.tenths(s, at)
	case s.unit.iso == "JPY" && !s.money && s.scale == 0 && s.decimals == 0:
		sen, next, read := t.smallAt(at, 2)
		if read && t.at(next) == '銭' && next == at+2 && s.value.Sign() >= 0 {
			s.value = new(big.Rat).Add(s.value, big.NewRat(int64(sen), 100))
			s.decimals = 2
			return next + 1, true
		}
	}
	return at, true
}

// tenths makes percentages of 割: 6割 is 6 with scale 1, 3割5分 is 35.
func (t text) tenths(s *side, at int) (end int, ok bool) {
	if s.scale != 0 || s.mixed {
		return at, false
	}
	parts, decimals, end := t.thousandthsAt(at)
	if end == at {
		s.scale = 1
		return at, true
	}
	if s.decimals != 0 {
		return at, false
	}
	percent := new(big.Rat).Mul(s.value, whole(10))
	percent.Add(percent, whole(parts[0]))
	s.value = percent.Add(percent, big.NewRat(parts[1], 10))
	s.decimals = decimals
	return end, true
}

// signAt reads a sign: 1 for plus, −1 for minus, 0 for none.
func (t text) signAt(at int) (sign, end int) {
	switch {
	case t.at(at) == '△' || t.at(at) == '▲' || t.at(at) == '-' || t.at(at) == '–':
		return -1, t.space(at + 1)
	case t.at(at) == '+':
		return 1, at + 1
	case t.has(at, "マイナス"):
		return -1, at + len([]rune("マイナス"))
	case t.has(at, "プラス"):
		return 1, at + len([]rune("プラス"))
	case t.has(at, "minus "):
		return -1, at + len("minus ")
	}
	return 0, at
}
