package fact

import (
	"iter"
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

// Worlds holds what a figure can stand for under each way of rounding that its
// source may follow. The zero Worlds holds nothing: there is no interval.
type Worlds struct {
	rounded, truncated     number.Interval
	isRounded, isTruncated bool
}

// Any tells whether there is an interval.
func (w *Worlds) Any() bool { return w.isRounded || w.isTruncated }

// In gives the interval under a way of rounding, if the source may follow it.
func (w *Worlds) In(mode number.Mode) (number.Interval, bool) {
	if mode == number.Rounded {
		return w.rounded, w.isRounded
	}
	return w.truncated, w.isTruncated
}

// All ranges over the intervals with the ways of rounding, in the order of
// their names.
func (w *Worlds) All() iter.Seq2[number.Mode, number.Interval] {
	return func(yield func(number.Mode, number.Interval) bool) {
		for _, mode := range []number.Mode{number.Rounded, number.Truncated} {
			if interval, ok := w.In(mode); ok && !yield(mode, interval) {
				return
			}
		}
	}
}

// worlds gives what a figure can stand for under each way of rounding that its
// source may follow; of gives it for one.
func worlds(rounding string, of func(number.Mode) (number.Interval, bool)) Worlds {
	var w Worlds
	if rounding != "truncate" {
		if w.rounded, w.isRounded = of(number.Rounded); !w.isRounded {
			return Worlds{}
		}
	}
	if rounding != "round" {
		if w.truncated, w.isTruncated = of(number.Truncated); !w.isTruncated {
			return Worlds{}
		}
	}
	return w
}
