package report

import (
	"math/big"

	"github.com/tieout/tieout/checker/internal/finding"
)

// laneSource is what a lane is drawn from.
type laneSource struct {
	class  string
	label  finding.Text
	figure string
	value  *big.Rat
	worlds []world
}

// figureLanes gives the lanes of the computed and the reported figure. Of the
// latter the operand tells all ways of rounding.
func figureLanes(e *finding.Evidence) (computed, reported laneSource) {
	computed = resultLane(e.Computed, e.Unit, "computed", word("expected"))
	reported = resultLane(e.Reported, e.Unit, "printed", word("printed"))
	for _, o := range e.Operands {
		if !isReported(o, e) || o.Unit != e.Unit {
			continue
		}
		if worlds := parseWorlds(o.Interval); len(worlds) > len(reported.worlds) {
			reported.worlds = worlds
		}
	}
	return computed, reported
}

func resultLane(f *finding.Figure, unit, class string, label finding.Text) laneSource {
	l := laneSource{class: class, label: label}
	if f == nil {
		return l
	}
	l.figure = clip(valueOf(f, unit).EN)
	l.value, _ = number(f.Value)
	if l.worlds = parseWorlds(f.Interval); len(l.worlds) == 0 && l.value != nil {
		l.worlds = []world{{span: span{low: l.value, high: l.value}}}
	}
	return l
}

// termsOf gives the lanes of the operands that are measured in the unit of the
// result, but for the result itself.
func termsOf(e *finding.Evidence) []laneSource {
	var list []laneSource
	for _, o := range e.Operands {
		worlds := parseWorlds(o.Interval)
		value, ok := number(o.Value)
		if len(worlds) == 0 || !ok || o.Unit != e.Unit || isReported(o, e) {
			continue
		}
		weight, ok := number(o.Weight)
		if o.Weight != "" && !ok {
			continue
		}
		if weight != nil {
			value = new(big.Rat).Mul(value, weight)
			for i := range worlds {
				worlds[i].span = worlds[i].times(weight)
			}
		}
		list = append(list, laneSource{
			class: "part", label: tableText(func(w *words) map[string]string { return w.roles }, o.Role),
			figure: clip(figureText(o).EN), value: value, worlds: worlds,
		})
	}
	return list
}

// isReported tells whether an operand is the reported figure itself.
func isReported(o finding.Operand, e *finding.Evidence) bool {
	return e.Reported != nil && e.Reported.Fact != "" && e.Reported.Fact == o.Fact
}

// times scales a span; a negative factor turns it around.
func (s span) times(factor *big.Rat) span {
	scale := func(r *big.Rat) *big.Rat {
		if r == nil {
			return nil
		}
		return new(big.Rat).Mul(r, factor)
	}
	t := span{low: scale(s.low), high: scale(s.high), lowOpen: s.lowOpen, highOpen: s.highOpen}
	if factor.Sign() < 0 {
		t.low, t.high, t.lowOpen, t.highOpen = t.high, t.low, t.highOpen, t.lowOpen
	}
	return t
}

// waterfall lays terms that add up to the computed value end to end, each as a
// step from the sum before it to the sum with it.
func waterfall(terms []laneSource, e *finding.Evidence) ([]laneSource, scale, bool) {
	if len(terms) < 2 || e.Computed == nil {
		return nil, scale{}, false
	}
	total, ok := number(e.Computed.Value)
	if !ok {
		return nil, scale{}, false
	}
	sum := new(big.Rat)
	var steps []laneSource
	for i, t := range terms {
		next := new(big.Rat).Add(sum, t.value)
		way := between(sum, next)
		sum = next
		if i >= maxLanes {
			last := &steps[maxLanes-1]
			last.label, last.figure = word("furtherTerms", len(terms)-maxLanes+1), ""
			last.worlds[0].span = hull(last.worlds[0].span, way)
			continue
		}
		steps = append(steps, laneSource{class: "part", label: t.label, figure: t.figure, worlds: []world{{span: way, step: true}}})
	}
	if sum.Cmp(total) != 0 {
		return nil, scale{}, false
	}
	// The printed total stands below the steps, from the same start.
	if printed, known := reportedValue(e); known {
		steps = append(steps, laneSource{
			class: "printed", label: word("printed"), figure: clip(valueOf(e.Reported, e.Unit).EN),
			worlds: []world{{span: between(new(big.Rat), printed), step: true}},
		})
	}
	all, ok := scaleOf(steps)
	return steps, all, ok
}

func reportedValue(e *finding.Evidence) (*big.Rat, bool) {
	if e.Reported == nil {
		return nil, false
	}
	return number(e.Reported.Value)
}

func between(a, b *big.Rat) span {
	if a.Cmp(b) > 0 {
		a, b = b, a
	}
	return span{low: a, high: b}
}

func hull(a, b span) span {
	if b.low.Cmp(a.low) < 0 {
		a.low = b.low
	}
	if b.high.Cmp(a.high) > 0 {
		a.high = b.high
	}
	return a
}

// clip keeps a label within the narrowest drawing.
func clip(s string) string {
	r := []rune(s)
	if len(r) > 32 {
		return string(r[:31]) + "…"
	}
	return s
}
