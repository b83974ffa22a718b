package fact

import (
	"math/big"

	"github.com/tieout/tieout/checker/internal/number"
)

// figure is a number as it is read: scaled, and with the precision that is
// recorded or follows from its print.
type figure struct {
	value    *big.Rat
	decimals *int
	fraction bool
}

// interval gives what the figure can stand for under one way of rounding.
func (v figure) interval(words []string, step *big.Rat, mode number.Mode) (number.Interval, bool) {
	qualifiers := make([]number.Qualifier, len(words))
	for i, w := range words {
		qualifiers[i] = number.Qualifier(w)
	}
	if v.fraction && step == nil && len(words) > 0 {
		return number.OfFraction(v.value, qualifiers)
	}
	return number.Of(v.value, v.decimals, qualifiers, step, mode)
}

// between gives what a range can stand for: from the least of its lower end to
// the greatest of its upper one. An end that is missing is unbounded.
func between(ends [2]*figure, words []string, step *big.Rat, mode number.Mode) (number.Interval, bool) {
	result := number.Interval{LowerOpen: true, UpperOpen: true}
	for i, end := range ends {
		if end == nil {
			continue
		}
		interval, ok := end.interval(words, step, mode)
		switch {
		case !ok:
			return result, false
		case i == 0:
			result.Lower, result.LowerOpen = interval.Lower, interval.LowerOpen
		default:
			result.Upper, result.UpperOpen = interval.Upper, interval.UpperOpen
		}
	}
	return result, true
}

// worlds gives what a figure can stand for under each way of rounding that its
// source may follow; of gives it for one. It is nil when there is no interval.
func worlds(rounding string, of func(number.Mode) (number.Interval, bool)) map[string]number.Interval {
	modes := []number.Mode{number.Rounded, number.Truncated}
	switch rounding {
	case "round":
		modes = modes[:1]
	case "truncate":
		modes = modes[1:]
	}
	all := map[string]number.Interval{}
	for _, mode := range modes {
		interval, ok := of(mode)
		if !ok {
			return nil
		}
		all[mode.String()] = interval
	}
	return all
}
