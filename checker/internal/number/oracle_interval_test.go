package number_test

import (
	"math/big"

	"github.com/tieout/tieout/checker/internal/number"
)

func plus(a, b number.Interval) number.Interval {
	sum := number.Interval{LowerOpen: a.LowerOpen || b.LowerOpen, UpperOpen: a.UpperOpen || b.UpperOpen}
	if a.Lower != nil && b.Lower != nil {
		sum.Lower = new(big.Rat).Add(a.Lower, b.Lower)
	}
	if a.Upper != nil && b.Upper != nil {
		sum.Upper = new(big.Rat).Add(a.Upper, b.Upper)
	}
	return sum
}

func negated(i number.Interval) number.Interval {
	n := number.Interval{LowerOpen: i.UpperOpen, UpperOpen: i.LowerOpen}
	if i.Upper != nil {
		n.Lower = new(big.Rat).Neg(i.Upper)
	}
	if i.Lower != nil {
		n.Upper = new(big.Rat).Neg(i.Lower)
	}
	return n
}

func scaled(i number.Interval, w *big.Rat) number.Interval {
	switch w.Sign() {
	case 0:
		return number.Point(new(big.Rat))
	case -1:
		return scaled(negated(i), new(big.Rat).Neg(w))
	}
	if i.Lower != nil {
		i.Lower = new(big.Rat).Mul(i.Lower, w)
	}
	if i.Upper != nil {
		i.Upper = new(big.Rat).Mul(i.Upper, w)
	}
	return i
}

// positive gives the part of i above zero, if there is one.
func positive(i number.Interval) (number.Interval, bool) {
	if i.Upper != nil && i.Upper.Sign() <= 0 {
		return number.Interval{}, false
	}
	if i.Lower == nil || i.Lower.Sign() <= 0 {
		i.Lower, i.LowerOpen = new(big.Rat), true
	}
	return i, true
}

// times multiplies what lies above, below and at zero by itself.
func times(a, b number.Interval) number.Interval {
	var pieces []number.Interval
	zero := new(big.Rat)
	if a.Contains(zero) || b.Contains(zero) {
		pieces = append(pieces, number.Point(zero))
	}
	for _, signs := range [][2]bool{{false, false}, {false, true}, {true, false}, {true, true}} {
		x, y := a, b
		if signs[0] {
			x = negated(x)
		}
		if signs[1] {
			y = negated(y)
		}
		x, ok := positive(x)
		y, ok2 := positive(y)
		if !ok || !ok2 {
			continue
		}
		piece := number.Interval{
			Lower: new(big.Rat).Mul(x.Lower, y.Lower), LowerOpen: x.LowerOpen || y.LowerOpen, UpperOpen: x.UpperOpen || y.UpperOpen,
		}
		if x.Upper != nil && y.Upper != nil {
			piece.Upper = new(big.Rat).Mul(x.Upper, y.Upper)
		}
		if piece.UpperOpen = piece.UpperOpen || piece.Upper == nil; signs[0] != signs[1] {
			piece = negated(piece)
		}
		pieces = append(pieces, piece)
	}
	return join(pieces)
}

// inverses gives 1/x for the x above and below zero.
func inverses(i number.Interval) []number.Interval {
	var pieces []number.Interval
	for _, below := range []bool{false, true} {
		x := i
		if below {
			x = negated(x)
		}
		x, ok := positive(x)
		if !ok {
			continue
		}
		inverse := number.Interval{Lower: new(big.Rat), LowerOpen: true, UpperOpen: true}
		if x.Upper != nil {
			inverse.Lower, inverse.LowerOpen = new(big.Rat).Inv(x.Upper), x.UpperOpen
		}
		if x.Lower.Sign() > 0 {
			inverse.Upper, inverse.UpperOpen = new(big.Rat).Inv(x.Lower), x.LowerOpen
		}
		if below {
			inverse = negated(inverse)
		}
		pieces = append(pieces, inverse)
	}
	return pieces
}

// join gives the smallest interval around all the pieces.
func join(pieces []number.Interval) number.Interval {
	all := pieces[0]
	for _, p := range pieces[1:] {
		all = lowered(all, p)
		all = negated(lowered(negated(all), negated(p)))
	}
	return all
}

// lowered gives a with the lower end of b, if that lies lower.
func lowered(a, b number.Interval) number.Interval {
	switch {
	case a.Lower == nil:
	case b.Lower == nil || b.Lower.Cmp(a.Lower) < 0:
		a.Lower, a.LowerOpen = b.Lower, b.LowerOpen
	case b.Lower.Cmp(a.Lower) == 0:
		a.LowerOpen = a.LowerOpen && b.LowerOpen
	}
	return a
}

// narrowed gives what b shares with a; nil for a stands for all numbers.
func narrowed(a *number.Interval, b number.Interval) *number.Interval {
	if a == nil {
		return &b
	}
	raise := func(a, b number.Interval) number.Interval {
		switch {
		case b.Lower == nil:
		case a.Lower == nil || b.Lower.Cmp(a.Lower) > 0:
			a.Lower, a.LowerOpen = b.Lower, b.LowerOpen
		case b.Lower.Cmp(a.Lower) == 0:
			a.LowerOpen = a.LowerOpen || b.LowerOpen
		}
		return a
	}
	shared := raise(*a, b)
	shared = negated(raise(negated(shared), negated(b)))
	return &shared
}

// below reports whether a lies wholly below b.
func below(a, b number.Interval) bool {
	if a.Upper == nil || b.Lower == nil {
		return false
	}
	c := a.Upper.Cmp(b.Lower)
	return c < 0 || c == 0 && (a.UpperOpen || b.LowerOpen)
}

func meet(a, b number.Interval) bool { return !below(a, b) && !below(b, a) }

// inside reports whether a lies wholly in b: nothing of a is beyond b's ends.
func inside(a, b number.Interval) bool {
	under := b.Lower != nil && (a.Lower == nil || a.Lower.Cmp(b.Lower) < 0 || a.Lower.Cmp(b.Lower) == 0 && b.LowerOpen && !a.LowerOpen)
	over := b.Upper != nil && (a.Upper == nil || a.Upper.Cmp(b.Upper) > 0 || a.Upper.Cmp(b.Upper) == 0 && b.UpperOpen && !a.UpperOpen)
	return !under && !over
}

func gap(a, b number.Interval) *big.Rat {
	distance := new(big.Rat)
	for range 2 {
		if a.Upper != nil && b.Lower != nil && a.Upper.Cmp(b.Lower) < 0 {
			distance.Sub(b.Lower, a.Upper)
		}
		a, b = b, a
	}
	return distance
}

func single(i number.Interval) *big.Rat {
	if i.Lower != nil && i.Upper != nil && i.Lower.Cmp(i.Upper) == 0 {
		return i.Lower
	}
	return nil
}
