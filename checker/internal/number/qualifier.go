package number

import "math/big"

// Qualifier is a word beside a figure that changes what it stands for.
type Qualifier string

// The qualifiers, with the Japanese words for them and the interval of a
// figure x. g is the place of x's last non-zero digit, lowered by powers of ten
// until g ≤ |x|/5: 1 for 10 and for 18, 10 for 60 and for 100.
const (
	About   Qualifier = "about"   // 約 ほぼ 程度 前後 レベル: [x−g/2, x+g/2]
	AtLeast Qualifier = "atLeast" // 以上: [x, ∞)
	Above   Qualifier = "above"   // 超: (x, ∞)
	Below   Qualifier = "below"   // 未満: (−∞, x)
	AtMost  Qualifier = "atMost"  // 以下: (−∞, x]
	UpTo    Qualifier = "upTo"    // まで 最大: (−∞, x]
	Strong  Qualifier = "strong"  // 強: [x, x+g]
	Weak    Qualifier = "weak"    // 弱: [x−g, x]
	Odd     Qualifier = "odd"     // 余: (x, x+g]
	Several Qualifier = "several" // 数: no interval
)

// Of gives the values that a printed figure can stand for (design §6).
//
// Without qualifiers that is the interval of its shortening: see Range. With
// them it follows from x as it is printed, by the formula of the qualifier;
// decimals and mode then have no say, since none of the formulas has a place
// for them. Of several qualifiers, about, strong, weak and odd give an interval
// around x, and a bound beside it opens one of its sides:
// "about 60 or more" is [55, ∞), "about 60 at most" (−∞, 65]. Bounds alone leave
// what all of them allow.
//
// A step, if not nil, is the g of about, strong, weak and odd. Without one,
// these leave zero as it is, since it has no digit to tell their width.
//
// A fraction printed as 1/k that no decimal could print, such as 1/12, is read
// as by OfFraction. It is not ok when there is no interval: for several, an
// unknown qualifier, decimals beyond ±MaxDigits, a step that is not positive, two of about, strong, weak
// and odd, and bounds that exclude each other.
func Of(x *big.Rat, decimals *int, qualifiers []Qualifier, step *big.Rat, mode Mode) (Interval, bool) {
	if len(qualifiers) == 0 {
		return shortened(x, decimals, mode)
	}
	if step == nil && !terminates(x) {
		return OfFraction(x, qualifiers)
	}
	return qualified(x, qualifiers, func(q Qualifier) (Interval, bool) { return near(x, q, step) })
}

// OfFraction gives the values that a figure printed as a fraction can stand for.
// It differs from Of for "about 1/k" alone, which is (1/(k+½), 1/(k−½)], the
// values nearer to 1/k than to its neighbours; of other fractions about, strong,
// weak and odd cannot tell the width, so they have no interval.
func OfFraction(x *big.Rat, qualifiers []Qualifier) (Interval, bool) {
	return qualified(x, qualifiers, func(q Qualifier) (Interval, bool) {
		k := x.Denom()
		if q != About || x.Num().Cmp(big.NewInt(1)) != 0 || k.Cmp(big.NewInt(1)) == 0 {
			return Interval{}, false
		}
		double := new(big.Int).Lsh(k, 1)
		return Interval{
			Lower:     new(big.Rat).SetFrac(big.NewInt(2), new(big.Int).Add(double, big.NewInt(1))),
			Upper:     new(big.Rat).SetFrac(big.NewInt(2), new(big.Int).Sub(double, big.NewInt(1))),
			LowerOpen: true,
		}, true
	})
}

// qualified joins what the qualifiers of x say; nearby gives the intervals of
// those that are not bounds.
func qualified(x *big.Rat, qualifiers []Qualifier, nearby func(Qualifier) (Interval, bool)) (Interval, bool) {
	centre, bounds, width := Point(x), everything(), Qualifier("")
	for _, q := range qualifiers {
		if bound, ok := boundOf(x, q); ok {
			bounds = bounds.intersect(bound)
			continue
		}
		interval, ok := nearby(q)
		if !ok || width != "" && width != q {
			return Interval{}, false
		}
		centre, width = interval, q
	}
	switch {
	case bounds.empty():
		return Interval{}, false
	case width == "":
		return bounds, true
	case bounds.Lower == nil && bounds.Upper != nil:
		return Interval{Upper: centre.Upper, UpperOpen: bounds.UpperOpen || centre.UpperOpen, LowerOpen: true}, true
	case bounds.Lower != nil && bounds.Upper == nil:
		return Interval{Lower: centre.Lower, LowerOpen: bounds.LowerOpen || centre.LowerOpen, UpperOpen: true}, true
	}
	return centre, true
}

// boundOf gives the interval of a qualifier that bounds x on one side.
func boundOf(x *big.Rat, q Qualifier) (Interval, bool) {
	switch q {
	case AtLeast, Above:
		return Interval{Lower: x, LowerOpen: q == Above, UpperOpen: true}, true
	case AtMost, UpTo, Below:
		return Interval{Upper: x, UpperOpen: q == Below, LowerOpen: true}, true
	default:
		return Interval{}, false
	}
}

// near gives the interval of a qualifier that leaves x some width.
func near(x *big.Rat, q Qualifier, step *big.Rat) (Interval, bool) {
	g := step
	switch {
	case g != nil && g.Sign() <= 0:
		return Interval{}, false
	case g == nil:
		g = lastPlace(x)
	}
	switch q {
	case About:
		return around(x, g), true
	case Strong:
		return Interval{Lower: x, Upper: plus(x, g)}, true
	case Weak:
		return Interval{Lower: minus(x, g), Upper: x}, true
	case Odd:
		if g.Sign() == 0 {
			return Interval{}, false
		}
		return Interval{Lower: x, Upper: plus(x, g), LowerOpen: true}, true
	default:
		return Interval{}, false
	}
}

// lastPlace gives the place of the last non-zero digit of x, a decimal, lowered
// by powers of ten until it is at most |x|/5; 0 for 0.
func lastPlace(x *big.Rat) *big.Rat {
	if x.Sign() == 0 {
		return new(big.Rat)
	}
	place, ten := big.NewRat(1, 1), big.NewRat(10, 1)
	quotient := new(big.Rat).Set(x)
	for !quotient.IsInt() {
		place.Quo(place, ten)
		quotient.Mul(quotient, ten)
	}
	for quotient.Quo(quotient, ten); quotient.IsInt(); quotient.Quo(quotient, ten) {
		place.Mul(place, ten)
	}
	most := new(big.Rat).Mul(new(big.Rat).Abs(x), big.NewRat(1, 5))
	for place.Cmp(most) > 0 {
		place.Quo(place, ten)
	}
	return place
}

// terminates reports whether x can be written as a decimal.
func terminates(x *big.Rat) bool {
	_, exact := x.FloatPrec()
	return exact
}
