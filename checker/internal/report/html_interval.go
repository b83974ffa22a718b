package report

import (
	"math/big"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/lazy"
)

// span is a set of values between two ends; an end that is nil is unbounded.
type span struct {
	low, high         *big.Rat
	lowOpen, highOpen bool
}

// world is what a figure can stand for under one way of rounding, which is
// unnamed when there is no other.
type world struct {
	span
	name, text string
	// step: it is no interval, but a way from one sum to the next.
	step bool
}

// reWorld matches an interval, and the way of rounding that it holds for.
var reWorld = lazy.Regexp(`([\[(])([-−∞0-9./]+)(?:, ([-−∞0-9./]+))?([\])])(?: (rounded|truncated))?`)

// Longer texts and numbers are no figures: they are shown, never drawn.
const (
	maxWorlds = 300
	maxDigits = 60
)

// parseWorlds reads the intervals of a figure exactly.
func parseWorlds(text string) []world {
	if len(text) > maxWorlds {
		return nil
	}
	var list []world
	for _, m := range reWorld().FindAllStringSubmatch(text, -1) {
		if m[3] == "" {
			m[3] = m[2]
		}
		low, ok := spanEnd(m[2], "−∞")
		high, ok2 := spanEnd(m[3], "∞")
		if !ok || !ok2 || low != nil && high != nil && low.Cmp(high) > 0 {
			return nil
		}
		list = append(list, world{
			span: span{low: low, high: high, lowOpen: m[1] == "(", highOpen: m[4] == ")"},
			name: m[5], text: strings.TrimSuffix(m[0], " "+m[5]),
		})
	}
	return list
}

// spanEnd reads one end of an interval; nil is the infinity that may stand there.
func spanEnd(text, infinity string) (*big.Rat, bool) {
	if text == infinity {
		return nil, true
	}
	return number(text)
}

func number(text string) (*big.Rat, bool) {
	if len(text) > maxDigits || !reWhole().MatchString(text) {
		return nil, false
	}
	return new(big.Rat).SetString(text)
}

// unbounded is the tolerance of a figure such as "at least 100".
const unbounded = "∞"

// tolerance is how far the computed and the reported value may lie apart for
// their intervals to meet: the way from each to the end of its interval on the
// side of the other, under the way of rounding that allows most. It is empty
// where there are no two values.
func tolerance(e *finding.Evidence) string {
	computed, reported := figureLanes(e)
	if computed.value == nil || reported.value == nil {
		return ""
	}
	var most *big.Rat
	for _, c := range computed.worlds {
		for _, r := range reported.worlds {
			t, ok := allowance(c.span, r.span, computed.value, reported.value)
			switch {
			case !ok:
				return unbounded
			case most == nil || t.Cmp(most) > 0:
				most = t
			}
		}
	}
	if most == nil || most.Sign() < 0 {
		return ""
	}
	return ratText(most)
}

// allowance is the tolerance of two values within their intervals; false means
// that there is no end to it.
func allowance(a, b span, x, y *big.Rat) (*big.Rat, bool) {
	if x.Cmp(y) > 0 {
		a, b, x, y = b, a, y, x
	}
	if a.high == nil || b.low == nil {
		return nil, false
	}
	t := new(big.Rat).Sub(a.high, x)
	return t.Add(t, y).Sub(t, b.low), true
}

// ratText writes an exact number as the evidence does.
func ratText(r *big.Rat) string {
	if digits, exact := r.FloatPrec(); exact {
		return r.FloatString(digits)
	}
	return r.RatString()
}
