package number

import "math/big"

// Interval is the set of values that a figure can stand for. An end that is nil
// is unbounded, and then open. The fractions are shared: do not change them.
type Interval struct {
	Lower, Upper         *big.Rat
	LowerOpen, UpperOpen bool
}

// Point gives the interval that holds x alone.
func Point(x *big.Rat) Interval { return Interval{Lower: x, Upper: x} }

// Equal reports whether i and j hold the same values.
func (i Interval) Equal(j Interval) bool {
	return sameEnd(i.Lower, j.Lower) && sameEnd(i.Upper, j.Upper) &&
		i.LowerOpen == j.LowerOpen && i.UpperOpen == j.UpperOpen
}

func sameEnd(a, b *big.Rat) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Cmp(b) == 0
}

// Contains reports whether x lies in i.
func (i Interval) Contains(x *big.Rat) bool {
	if i.Lower != nil {
		if c := x.Cmp(i.Lower); c < 0 || c == 0 && i.LowerOpen {
			return false
		}
	}
	if i.Upper != nil {
		if c := x.Cmp(i.Upper); c > 0 || c == 0 && i.UpperOpen {
			return false
		}
	}
	return true
}

// Mode is the way in which a source shortens its figures.
type Mode string

// The modes, named as the policies know them. Rounded is to the nearest,
// Truncated towards zero.
const (
	Rounded   Mode = "rounded"
	Truncated Mode = "truncated"
)

// String gives the mode's name.
func (m Mode) String() string { return string(m) }

// shortened gives the values that a source prints as x, with u the place of
// its last digit: [x−u/2, x+u/2] when it rounds, and when it truncates
// [x, x+u) for positive, (x−u, x] for negative, (−u, u) for zero.
func shortened(x *big.Rat, decimals *int, mode Mode) (Interval, bool) {
	if decimals == nil {
		return Point(x), true
	}
	if !allowed(*decimals) {
		return Interval{}, false
	}
	u := pow10(-*decimals)
	switch {
	case mode == Rounded:
		return around(x, u), true
	case x.Sign() > 0:
		return Interval{Lower: x, Upper: plus(x, u), UpperOpen: true}, true
	case x.Sign() < 0:
		return Interval{Lower: minus(x, u), Upper: x, LowerOpen: true}, true
	}
	return Interval{Lower: new(big.Rat).Neg(u), Upper: u, LowerOpen: true, UpperOpen: true}, true
}

// around gives [x−width/2, x+width/2].
func around(x, width *big.Rat) Interval {
	s, ok := smallOf(x)
	if w, fits := smallOf(width); ok && fits {
		if lower, upper, ok := s.around(w); ok {
			return Interval{Lower: lower.rat(), Upper: upper.rat()}
		}
	}
	half := new(big.Rat).Mul(width, oneHalf)
	return Interval{Lower: minus(x, half), Upper: plus(x, half)}
}

var oneHalf = big.NewRat(1, 2)

func everything() Interval { return Interval{LowerOpen: true, UpperOpen: true} }

// intersect gives the values that i and j share; the result may be empty.
func (i Interval) intersect(j Interval) Interval {
	if i.Lower == nil || j.Lower != nil && (j.Lower.Cmp(i.Lower) > 0 || j.Lower.Cmp(i.Lower) == 0 && j.LowerOpen) {
		i.Lower, i.LowerOpen = j.Lower, j.LowerOpen
	}
	if i.Upper == nil || j.Upper != nil && (j.Upper.Cmp(i.Upper) < 0 || j.Upper.Cmp(i.Upper) == 0 && j.UpperOpen) {
		i.Upper, i.UpperOpen = j.Upper, j.UpperOpen
	}
	return i
}

func (i Interval) empty() bool {
	if i.Lower == nil || i.Upper == nil {
		return false
	}
	c := i.Lower.Cmp(i.Upper)
	return c > 0 || c == 0 && (i.LowerOpen || i.UpperOpen)
}
