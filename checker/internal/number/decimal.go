// Package number holds the exact arithmetic of figures: the text that a fact
// file or a source prints becomes a fraction of whole numbers, and from it,
// its decimals and its qualifiers the interval of values that it can stand
// for. No figure passes through a float. The fractions go on to the policies,
// which judge them, and back to the reports, which print them.
package number

import (
	"fmt"
	"math/big"
	"strings"
	"sync"
)

// MaxDigits bounds the length of a number's text. Longer text is refused
// before any arithmetic, so that no input costs more than it is worth.
const MaxDigits = 100

// Decimal is an exact number with the form of its text.
type Decimal struct {
	// Value is the number. It is shared, not copied: do not change it.
	Value *big.Rat
	// Places counts the printed fraction digits: 2 for "1.50", 0 for "150" and
	// for fractions.
	Places int
	// Fraction says that the text was of the form a/b.
	Fraction bool
}

// Parse reads a decimal ("-1605", "0.60") or a fraction of whole numbers
// ("1/12"). Exponents, separators and a bare or trailing point are refused.
func Parse(text string) (Decimal, error) {
	if len(text) > MaxDigits {
		return Decimal{}, fmt.Errorf("number of %d characters: at most %d are allowed", len(text), MaxDigits)
	}
	if numerator, denominator, ok := strings.Cut(text, "/"); ok {
		return parseFraction(text, numerator, denominator)
	}
	unsigned, negative := strings.CutPrefix(text, "-")
	whole, fraction, point := strings.Cut(unsigned, ".")
	if !isDigits(whole) || (point && !isDigits(fraction)) {
		return Decimal{}, fmt.Errorf("%q is not a decimal number", text)
	}
	if s, ok := smallDecimal(whole, fraction, negative); ok {
		return Decimal{Value: s.rat(), Places: len(fraction)}, nil
	}
	value, ok := new(big.Rat).SetString(text)
	if !ok {
		return Decimal{}, fmt.Errorf("%q is not a decimal number", text)
	}
	return Decimal{Value: value, Places: len(fraction)}, nil
}

func parseFraction(text, numerator, denominator string) (Decimal, error) {
	if !isDigits(strings.TrimPrefix(numerator, "-")) || !isDigits(denominator) {
		return Decimal{}, fmt.Errorf("%q is not a fraction of whole numbers", text)
	}
	if strings.Trim(denominator, "0") == "" {
		return Decimal{}, fmt.Errorf("%q divides by zero", text)
	}
	// Rat.SetString would read 010 as octal.
	over, ok := new(big.Int).SetString(numerator, 10)
	under, fits := new(big.Int).SetString(denominator, 10)
	if !ok || !fits {
		return Decimal{}, fmt.Errorf("%q is not a fraction of whole numbers", text)
	}
	return Decimal{Value: new(big.Rat).SetFrac(over, under), Fraction: true}, nil
}

func isDigits(text string) bool {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return text != ""
}

// Scale gives x × 10^n, which is x itself for an n of 0. It is not ok for an n
// beyond ±MaxDigits: no figure needs it, and it would take all memory.
func Scale(x *big.Rat, n int) (scaled *big.Rat, ok bool) {
	switch {
	case n == 0:
		return x, true
	case !allowed(n):
		return nil, false
	}
	return times(x, pow10(n)), true
}

// Fits reports whether x has no digits beyond the given decimals: 1200 fits −2
// and 0, but not −3.
func Fits(x *big.Rat, decimals int) bool {
	if !allowed(decimals) {
		return false
	}
	if s, ok := smallOf(x); ok && -smallDigits <= decimals && decimals <= smallDigits {
		return s.fits(decimals)
	}
	return times(x, pow10(decimals)).IsInt()
}

func allowed(exponent int) bool { return -MaxDigits <= exponent && exponent <= MaxDigits }

// powers holds 10^-MaxDigits to 10^MaxDigits.
var powers = sync.OnceValue(func() []*big.Rat {
	all := make([]*big.Rat, 2*MaxDigits+1)
	power, ten := big.NewInt(1), big.NewInt(10)
	for n := range MaxDigits + 1 {
		all[MaxDigits+n] = new(big.Rat).SetInt(power)
		all[MaxDigits-n] = new(big.Rat).SetFrac(big.NewInt(1), power)
		power.Mul(power, ten)
	}
	return all
})

// pow10 gives 10^n, for an n that is allowed. It is shared: do not change it.
func pow10(n int) *big.Rat { return powers()[MaxDigits+n] }
