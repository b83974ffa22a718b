package number

import (
	"math/big"
	"strings"
)

// approxDigits is the number of fraction digits after which Approx breaks off.
const approxDigits = 4

// Text writes x exactly: as a decimal when it has one ("0.05"), else as a
// fraction ("1/12").
func Text(x *big.Rat) string {
	digits, exact := x.FloatPrec()
	if !exact {
		return x.RatString()
	}
	return x.FloatString(digits)
}

// Approx writes x for people: thousands are separated, and digits after the
// fourth of the fraction give way to an ellipsis ("126,332", "0.5525…"). A
// number too small for that is written as by Text.
func Approx(x *big.Rat) string {
	digits, exact := x.FloatPrec()
	if exact && digits <= approxDigits {
		return Grouped(x.FloatString(digits))
	}
	shift := pow10(approxDigits)
	scaled := new(big.Rat).Mul(x, shift)
	cut := new(big.Int).Quo(scaled.Num(), scaled.Denom())
	if cut.Sign() == 0 {
		return Text(x)
	}
	return Grouped(new(big.Rat).SetFrac(cut, shift.Num()).FloatString(approxDigits)) + "…"
}

// Grouped separates the thousands of a decimal's text with commas.
func Grouped(text string) string {
	sign := ""
	if strings.HasPrefix(text, "-") {
		sign, text = "-", text[1:]
	}
	whole, fraction, point := strings.Cut(text, ".")
	if !isDigits(whole) {
		return sign + text
	}
	var b strings.Builder
	b.WriteString(sign)
	for i := range len(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteByte(whole[i])
	}
	if point {
		b.WriteString("." + fraction)
	}
	return b.String()
}

// String writes the interval as mathematicians do: "[59.5, 60.5)",
// "(−∞, 100]". A single value is written alone, in brackets: "[60]".
func (i Interval) String() string {
	if i.Lower != nil && i.Upper != nil && i.Lower.Cmp(i.Upper) == 0 && !i.LowerOpen && !i.UpperOpen {
		return "[" + Text(i.Lower) + "]"
	}
	left, lower, upper, right := "[", "−∞", "∞", "]"
	if i.Lower == nil || i.LowerOpen {
		left = "("
	}
	if i.Upper == nil || i.UpperOpen {
		right = ")"
	}
	if i.Lower != nil {
		lower = Text(i.Lower)
	}
	if i.Upper != nil {
		upper = Text(i.Upper)
	}
	return left + lower + ", " + upper + right
}
