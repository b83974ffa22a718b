package report

import (
	"math/big"
	"regexp"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
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
var reWorld = regexp.MustCompile(`([\[(])([-−∞0-9./]+)(?:, ([-−∞0-9./]+))?([\])])(?: (rounded|truncated))?`)

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
	for _, m := range reWorld.FindAllStringSubmatch(text, -1) {
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
	if len(text) > maxDigits || !reWhole.MatchString(text) {
		return nil, false
	}
	return new(big.Rat).SetString(text)
}

// figureSpan is what a computed or reported figure can stand for. Of several
// ways of rounding the first is meant: the others are told in words.
func figureSpan(f *finding.Figure) (span, bool) {
	if f == nil {
		return span{}, false
	}
	if worlds := parseWorlds(f.Interval); len(worlds) > 0 {
		return worlds[0].span, true
	}
	if v, ok := number(f.Value); ok {
		return span{low: v, high: v}, true
	}
	return span{}, false
}

// unbounded is the tolerance of a figure such as "at least 100".
const unbounded = "∞"

// tolerance is how far the computed and the reported value may lie apart for
// their intervals to meet: the way from each to the end of its interval on the
// side of the other. It is empty where there are no two values.
func tolerance(e *finding.Evidence) string {
	if e.Computed == nil || e.Reported == nil {
		return ""
	}
	computed, ok := figureSpan(e.Computed)
	reported, ok2 := figureSpan(e.Reported)
	c, ok3 := number(e.Computed.Value)
	r, ok4 := number(e.Reported.Value)
	if !ok || !ok2 || !ok3 || !ok4 {
		return ""
	}
	lower, higher, low, high := computed, reported, c, r
	if c.Cmp(r) > 0 {
		lower, higher, low, high = reported, computed, r, c
	}
	if lower.high == nil || higher.low == nil {
		return unbounded
	}
	t := new(big.Rat).Sub(lower.high, low)
	t.Add(t, high).Sub(t, higher.low)
	if t.Sign() < 0 {
		return ""
	}
	return ratText(t)
}

// ratText writes an exact number as the evidence does.
func ratText(r *big.Rat) string {
	if digits, exact := r.FloatPrec(); exact {
		return r.FloatString(digits)
	}
	return r.RatString()
}
