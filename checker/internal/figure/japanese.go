package figure

import (
	"math/big"

	"github.com/tieout/tieout/checker/internal/number"
)

// japaneseAt reads an amount in Japanese notation: digits or kanji numerals with
// 十 百 千 and 万 億 兆 京, of which several may be mixed ("5億1万4千6百").
func (t text) japaneseAt(at int) (a amount, end int, ok bool) {
	m := mixture{last: noPlace}
	end = at
	for {
		n := len(m.terms)
		next, read := t.groupAt(end, &m)
		if !read {
			break
		}
		unit := t.bigPlace(next)
		if unit > 0 {
			next++
		}
		if !m.settle(n, unit) {
			break
		}
		end = next
		if unit == 0 || m.terms[len(m.terms)-1].decimals > 0 {
			break
		}
	}
	if len(m.terms) == 0 {
		return a, at, false
	}
	return m.amount(), end, true
}

// noPlace is above all places.
const noPlace = 40

// mixture collects what is printed before each unit: 5×億, 1×万, 4×千, 6×百.
type mixture struct {
	terms []term
	// last is the place of the last big unit.
	last int
}

type term struct {
	amount
	place int
}

// groupAt reads what stands before a big unit, or the last part of an amount.
func (t text) groupAt(at int, m *mixture) (end int, ok bool) {
	if a, end, ok := t.digitsAt(at); ok {
		place := kanjiPlace(t.at(end))
		if place == 0 {
			m.terms = append(m.terms, term{a, 0})
			return end, true
		}
		m.terms = append(m.terms, term{a, place})
		return t.lowerUnits(end+1, place, m), true
	}
	value, end, ok := t.kanjiAt(at)
	if ok {
		m.terms = append(m.terms, term{amount{value: whole(value), spelled: true}, 0})
	}
	return end, ok
}

// lowerUnits reads what goes on after a unit below 万: 6百 after 4千, or 600.
func (t text) lowerUnits(at, last int, m *mixture) (end int) {
	for end = at; ; {
		a, next, ok := t.digitsAt(end)
		if !ok || m.terms[0].value.Sign() == 0 || a.decimals > 0 || a.value.Sign() == 0 || m.terms[len(m.terms)-1].decimals > 0 {
			return end
		}
		place := kanjiPlace(t.at(next))
		if place >= last || place+a.width > last {
			return end
		}
		if place == 0 {
			a.loose = a.width != last
			m.terms = append(m.terms, term{a, 0})
			return next
		}
		m.terms = append(m.terms, term{a, place})
		end, last = next+1, place
	}
}

// padded reports whether a later part of a mixed amount is printed with zeros
// that its unit would make needless: 30百万, 1.50万.
func (x term) padded() bool {
	return x.place > 0 && x.width > 1 || x.decimals > 0 && number.Fits(x.value, x.decimals-1)
}

// settle gives the terms from n on their big unit. It drops them when they do
// not fit below the unit before: 5億3億 is no amount.
func (m *mixture) settle(n, unit int) bool {
	last := &m.terms[len(m.terms)-1]
	if n > 0 {
		if unit >= m.last || last.padded() || m.terms[0].value.Sign() == 0 || !m.below(n, m.last-unit) {
			m.terms = m.terms[:n]
			return false
		}
		if unit == 0 && n == len(m.terms)-1 && !last.spelled && last.place == 0 {
			last.loose = last.width != m.last
		}
	}
	if last.place == 0 && unit > 0 {
		// 3千500万 is 3,500万.
		last.value = m.sum(n)
		m.terms = append(m.terms[:n], *last)
	}
	for i := n; i < len(m.terms); i++ {
		m.terms[i].place += unit
	}
	m.last = unit
	return true
}

// sum adds up the terms from n on.
func (m *mixture) sum(n int) *big.Rat {
	sum := new(big.Rat)
	for _, x := range m.terms[n:] {
		sum.Add(sum, new(big.Rat).Mul(x.value, pow10(x.place)))
	}
	return sum
}

// below reports whether the terms from n on add up to more than nothing, and to
// less than 10^place.
func (m *mixture) below(n, place int) bool {
	sum := m.sum(n)
	return sum.Sign() > 0 && sum.Cmp(pow10(place)) < 0
}

// amount gives a single term with its unit as scale, and the sum of several.
func (m *mixture) amount() amount {
	last := m.terms[len(m.terms)-1]
	if len(m.terms) == 1 {
		a := last.amount
		a.scale = last.place
		if a.scale > 0 {
			a.plain = 0
		}
		return a
	}
	return amount{value: m.sum(0), decimals: last.decimals - last.place, mixed: true, loose: last.loose}
}
