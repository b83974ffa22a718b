package report

import (
	"math/big"
	"strings"

	"github.com/tieout/tieout/checker/internal/lazy"
)

var (
	reNumber = lazy.Regexp(`-?[0-9]+(?:\.[0-9]+|/[0-9]+)?`)
	reWhole  = lazy.Regexp(`^-?[0-9]+(?:\.[0-9]+|/[0-9]+)?$`)
	rePoint  = lazy.Regexp(`^\[[^,\]]*\]$`)
	// ISO 4217.
	reCurrency = lazy.Regexp(`^[A-Z]{3}$`)
	// Between its brackets, an interval has two numbers or signs of infinity.
	reInterval = lazy.Regexp(`[\[(][-−∞0-9./]+, [-−∞0-9./]+[\])]`)
)

// amount writes a value for people: thousands separated, a fraction as a
// decimal, with the sign of a percentage or the code of a currency. Other units
// name what is counted, which the label says. A value in words stays as it is.
func amount(value, unit string) string {
	if !reWhole().MatchString(value) {
		return value
	}
	switch {
	case unit == "percent":
		return readable(value) + "%"
	case reCurrency().MatchString(unit):
		return readable(value) + " " + unit
	}
	return readable(value)
}

// intervals writes the numbers in the intervals of a text for people.
func intervals(text string) string {
	return reInterval().ReplaceAllStringFunc(text, func(interval string) string {
		return reNumber().ReplaceAllStringFunc(interval, readable)
	})
}

// fractionDigits is how many decimals of an endless fraction are shown.
const fractionDigits = 6

func readable(number string) string {
	if !strings.Contains(number, "/") {
		return grouped(number)
	}
	r, ok := new(big.Rat).SetString(number)
	if !ok {
		return number
	}
	digits, exact := r.FloatPrec()
	if exact && digits <= fractionDigits {
		return grouped(r.FloatString(digits))
	}
	return "≈" + grouped(r.FloatString(fractionDigits))
}

// grouped separates the thousands of a decimal.
func grouped(decimal string) string {
	digits, sign := strings.CutPrefix(decimal, "-")
	whole, fraction, point := strings.Cut(digits, ".")
	var b strings.Builder
	if sign {
		b.WriteByte('-')
	}
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
