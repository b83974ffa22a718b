package number

import "math/big"

// quickly gives what op makes of x and y, if both and the outcome are small.
func quickly(x, y *big.Rat, op func(s, t small) (small, bool)) (small, bool) {
	s, ok := smallOf(x)
	t, fits := smallOf(y)
	if !ok || !fits {
		return small{}, false
	}
	return op(s, t)
}

func times(x, y *big.Rat) *big.Rat {
	if s, ok := quickly(x, y, small.times); ok {
		return s.rat()
	}
	return new(big.Rat).Mul(x, y)
}

func plus(x, y *big.Rat) *big.Rat {
	if s, ok := quickly(x, y, small.plus); ok {
		return s.rat()
	}
	return new(big.Rat).Add(x, y)
}

func minus(x, y *big.Rat) *big.Rat {
	if s, ok := quickly(x, y, small.minus); ok {
		return s.rat()
	}
	return new(big.Rat).Sub(x, y)
}

// smallDecimal reads a decimal of few digits, given without sign and point.
func smallDecimal(whole, fraction string, negative bool) (small, bool) {
	if len(whole)+len(fraction) > smallDigits {
		return small{}, false
	}
	num := digits(digits(0, whole), fraction)
	if negative {
		num = -num
	}
	if fraction == "" {
		return small{num, 1}, true
	}
	return reduced(num, tens(len(fraction))), true
}

// digits appends the digits of text to n.
func digits(n int64, text string) int64 {
	for i := range len(text) {
		n = n*10 + int64(text[i]-'0')
	}
	return n
}
