package number

import (
	"math"
	"math/big"
	"math/bits"
)

// small is a fraction in lowest terms whose numerator and denominator fit a
// machine word; the denominator is positive. Nearly every figure is one, and its
// arithmetic takes no memory. What goes beyond is left to big.Rat.
type small struct{ num, den int64 }

// smallDigits is how many decimal digits always fit.
const smallDigits = 18

// smallOf gives x as a small fraction, if it is one.
func smallOf(x *big.Rat) (small, bool) {
	num := x.Num()
	if x.IsInt() {
		return small{num.Int64(), 1}, num.IsInt64()
	}
	den := x.Denom()
	return small{num.Int64(), den.Int64()}, num.IsInt64() && den.IsInt64()
}

// rat gives the fraction as a new big.Rat. One that is set only by its numerator
// is a whole number.
func (s small) rat() *big.Rat {
	x := new(big.Rat)
	if s.den != 1 {
		x.Set(x).Denom().SetInt64(s.den) // only a rational that was set once shows its denominator
	}
	x.Num().SetInt64(s.num)
	return x
}

// reduced gives num/den, for a positive den, in lowest terms.
func reduced(num, den int64) small {
	g := divisor(num, den)
	return small{num / g, den / g}
}

// times gives s×t, unless some number on the way goes beyond a word.
func (s small) times(t small) (small, bool) {
	g, h := divisor(s.num, t.den), divisor(t.num, s.den)
	num, ok := multiplied(s.num/g, t.num/h)
	den, fits := multiplied(s.den/h, t.den/g)
	return small{num, den}, ok && fits
}

// plus gives s+t, unless some number on the way goes beyond a word.
func (s small) plus(t small) (small, bool) {
	a, ok := multiplied(s.num, t.den)
	b, fits := multiplied(t.num, s.den)
	if !ok || !fits {
		return small{}, false
	}
	num := a + b
	if (num > a) != (b > 0) && b != 0 {
		return small{}, false
	}
	den, ok := multiplied(s.den, t.den)
	if !ok {
		return small{}, false
	}
	return reduced(num, den), true
}

// minus gives s−t, unless some number on the way goes beyond a word.
func (s small) minus(t small) (small, bool) {
	if t.num == math.MinInt64 {
		return small{}, false
	}
	return s.plus(small{-t.num, t.den})
}

// around gives s−width/2 and s+width/2, unless some number on the way goes beyond
// a word.
func (s small) around(width small) (lower, upper small, ok bool) {
	half, ok := width.times(small{1, 2})
	if ok {
		lower, ok = s.minus(half)
	}
	if ok {
		upper, ok = s.plus(half)
	}
	return lower, upper, ok
}

// fits is Fits for decimals within ±smallDigits.
func (s small) fits(decimals int) bool {
	if decimals >= 0 {
		return tens(decimals)%s.den == 0
	}
	return s.den == 1 && s.num%tens(-decimals) == 0
}

// tens gives 10^n, for an n up to smallDigits.
func tens(n int) int64 {
	power := int64(1)
	for range n {
		power *= 10
	}
	return power
}

// divisor gives the greatest that divides both; b is positive.
func divisor(a, b int64) int64 {
	if b == 1 {
		return 1
	}
	for a != 0 {
		a, b = b%a, a
	}
	if b < 0 {
		return -b
	}
	return b
}

// multiplied gives a×b, if it fits a word.
func multiplied(a, b int64) (int64, bool) {
	high, low := bits.Mul64(magnitude(a), magnitude(b))
	if high != 0 || low > math.MaxInt64 {
		return 0, false
	}
	product := int64(low)
	if (a < 0) != (b < 0) {
		product = -product
	}
	return product, true
}

func magnitude(x int64) uint64 {
	if x < 0 {
		return -uint64(x) //nolint:gosec // wraps to the magnitude, also of the least number
	}
	return uint64(x)
}
