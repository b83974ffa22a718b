package report

import (
	"math/big"
)

// scale is the stretch of numbers that an axis shows.
type scale struct {
	low, width *big.Rat
}

// tick is a number of the axis.
type tick struct {
	X, Label    string
	Foot, Below int // of its stroke, and of its number
}

// scaleOf gives the axis that holds all finite ends, with some room on both
// sides. It is false when there is no finite end.
func scaleOf(lanes []laneSource) (scale, bool) {
	var low, high *big.Rat
	take := func(r *big.Rat) {
		if r == nil {
			return
		}
		if low == nil || r.Cmp(low) < 0 {
			low = r
		}
		if high == nil || r.Cmp(high) > 0 {
			high = r
		}
	}
	for _, l := range lanes {
		take(l.value)
		for _, w := range l.worlds {
			take(w.low)
			take(w.high)
		}
	}
	if low == nil {
		return scale{}, false
	}
	room := new(big.Rat).Sub(high, low)
	room.Mul(room, big.NewRat(1, 8))
	if room.Sign() == 0 {
		// A single number has its own size for a measure.
		room.Abs(low).Mul(room, big.NewRat(1, 10))
	}
	if room.Sign() == 0 {
		room.SetInt64(1)
	}
	width := new(big.Rat).Sub(high, low)
	return scale{low: new(big.Rat).Sub(low, room), width: width.Add(width, room).Add(width, room)}, true
}

func (s scale) high() *big.Rat { return new(big.Rat).Add(s.low, s.width) }

func (s scale) widerThan(t scale, times int64) bool {
	return s.width.Cmp(new(big.Rat).Mul(t.width, big.NewRat(times, 1))) > 0
}

// at gives the place of a number, in percent.
func (s scale) at(r *big.Rat) *big.Rat {
	x := new(big.Rat).Sub(r, s.low)
	return x.Quo(x, s.width).Mul(x, big.NewRat(100, 1))
}

func length(percent *big.Rat) string { return percent.FloatString(2) + "%" }

// ticks marks the axis at round numbers: one, two or five of a power of ten
// apart, at most seven of them. Large numbers are written in thousands, millions
// and so on, as the unit then says.
func (s scale) ticks(unit string) ([]tick, string) {
	step := big.NewRat(1, 1)
	ten := big.NewRat(10, 1)
	count := func(n int64) *big.Rat { return new(big.Rat).Mul(step, big.NewRat(n, 1)) }
	for count(50).Cmp(s.width) < 0 {
		step.Mul(step, ten)
	}
	for count(5).Cmp(s.width) >= 0 {
		step.Quo(step, ten)
	}
	// The width is five to fifty steps now.
	most := new(big.Rat).Quo(s.width, big.NewRat(13, 2))
	for _, n := range []int64{1, 2, 5, 10} {
		if c := count(n); c.Cmp(most) >= 0 {
			step = c
			break
		}
	}
	thousands, factor := 0, big.NewRat(1, 1)
	for next := big.NewRat(1000, 1); thousands < 6 && multiple(step, new(big.Rat).Mul(factor, next)); thousands++ {
		factor.Mul(factor, next)
	}
	var list []tick
	first := new(big.Rat).Quo(s.low, step)
	number := new(big.Rat).Mul(new(big.Rat).SetInt(ceiling(first)), step)
	for ; number.Cmp(s.high()) <= 0; number = new(big.Rat).Add(number, step) {
		list = append(list, tick{X: length(s.at(number)), Label: grouped(ratText(new(big.Rat).Quo(number, factor)))})
	}
	return list, axisUnit(unit, thousands)
}

func multiple(r, of *big.Rat) bool { return new(big.Rat).Quo(r, of).IsInt() }

func ceiling(r *big.Rat) *big.Int {
	q, m := new(big.Int).DivMod(r.Num(), r.Denom(), new(big.Int))
	if m.Sign() != 0 {
		q.Add(q, big.NewInt(1))
	}
	return q
}

// superscripts has the digits of exponents.
var superscripts = []string{"", "³", "⁶", "⁹", "¹²", "¹⁵", "¹⁸"}

func axisUnit(unit string, thousands int) string {
	switch {
	case unit == "percent":
		unit = "%"
	case !reCurrency().MatchString(unit):
		unit = ""
	}
	if thousands > 0 {
		return "×10" + superscripts[thousands] + " " + unit
	}
	return unit
}
