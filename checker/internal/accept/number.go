package accept

import (
	"cmp"
	"math/big"
	"strconv"
	"strings"
)

// bounds is what a schema says about numbers.
type bounds struct{ limits []limit }

// limit is one bound; both forms of it say the same.
type limit struct {
	exact *big.Rat
	// whole is the limit when it is an integer that fits, as isWhole tells.
	whole   int64
	isWhole bool
	// upper tells a maximum from a minimum, exclusive that the limit itself is
	// out.
	upper, exclusive bool
}

func (b *bounds) accept(text string) bool {
	value, short := smallInteger(text)
	var exact *big.Rat
	for i := range b.limits {
		l := &b.limits[i]
		var order int
		if short && l.isWhole {
			order = cmp.Compare(value, l.whole)
		} else {
			if exact == nil {
				exact = rational(text)
			}
			order = exact.Cmp(l.exact)
		}
		if l.upper {
			order = -order
		}
		if order < 0 || order == 0 && l.exclusive {
			return false
		}
	}
	return true
}

// smallInteger reads an integer of so few digits that it cannot overflow.
func smallInteger(text string) (int64, bool) {
	if len(text) > 18 || strings.ContainsAny(text, ".eE") {
		return 0, false
	}
	value, err := strconv.ParseInt(text, 10, 64)
	return value, err == nil
}

// isInteger reports whether a number is one, in whatever form it is written.
func isInteger(text string) bool {
	return !strings.ContainsAny(text, ".eE") || rational(text).IsInt()
}

// rational gives a number as it is written in JSON, whose exponent the parser
// of nodes has bounded.
func rational(text string) *big.Rat {
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		return new(big.Rat)
	}
	return r
}
