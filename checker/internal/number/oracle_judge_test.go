package number_test

import (
	"math/big"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/number"
)

// The oracle judges relations by big.Rat, after the text of the design alone
// (§6): intervals are cut at zero and joined again where the policies multiply
// corners, and whole counts are tried one by one.

// term is an operand as the oracle sees it. Without intervals it is missing.
type term struct {
	role, source, cause string
	dropped, percent    bool
	nonNegative         bool
	value               *big.Rat
	intervals           map[number.Mode]number.Interval
	weight              *big.Rat
}

func (t *term) missing() bool { return t.intervals == nil }

// in gives what t can be in a world.
func (t *term) in(world map[string]number.Mode) number.Interval {
	switch {
	case t.missing() && t.nonNegative:
		return number.Interval{Lower: new(big.Rat), UpperOpen: true}
	case t.missing():
		return number.Interval{LowerOpen: true, UpperOpen: true}
	}
	if mode, ok := world[t.source]; ok && len(t.intervals) == 2 {
		return t.intervals[mode]
	}
	for _, i := range t.intervals {
		return i
	}
	panic("no interval")
}

// printed gives the figure as it is printed: its value, or the range it names.
func (t *term) printed(world map[string]number.Mode) number.Interval {
	if !t.missing() && t.value != nil {
		return number.Point(t.value)
	}
	return t.in(world)
}

// demanded is printed, but for a bound, which is all that it allows.
func (t *term) demanded(world map[string]number.Mode) number.Interval {
	if i := t.in(world); i.Lower == nil || i.Upper == nil {
		return i
	}
	return t.printed(world)
}

// pure gives i in parts of one.
func (t *term) pure(i number.Interval) number.Interval {
	if t.percent {
		return scaled(i, big.NewRat(1, 100))
	}
	return i
}

func (t *term) back(i number.Interval) number.Interval {
	if t.percent {
		return scaled(i, big.NewRat(100, 1))
	}
	return i
}

type outcome struct {
	world                 string
	meets, plain, settled bool
	computed, reported    *number.Interval
	deviation             *big.Rat
	value                 *big.Rat
}

type judgement struct {
	verdict       string
	missing       []string
	meets, misses []string
	shown         outcome
}

// worlds lists every way in which the sources may have rounded, the last
// source varying fastest.
func worlds(terms []*term) (names []string, modes []map[string]number.Mode) {
	var sources []string
	for _, t := range terms {
		if len(t.intervals) == 2 && !t.intervals[number.Rounded].Equal(t.intervals[number.Truncated]) {
			sources = append(sources, t.source)
		}
	}
	slices.Sort(sources)
	sources = slices.Compact(sources)
	for n := range 1 << len(sources) {
		world, name := map[string]number.Mode{}, []string{}
		for i, source := range sources {
			world[source] = number.Rounded
			if n>>(len(sources)-1-i)&1 == 1 {
				world[source] = number.Truncated
			}
			name = append(name, source+"="+string(world[source]))
		}
		if len(sources) == 1 {
			name = []string{string(world[sources[0]])}
		}
		names, modes = append(names, strings.Join(name, ",")), append(modes, world)
	}
	return names, modes
}

// judge puts the outcomes of all worlds together.
func judge(terms []*term, inWorld func(map[string]number.Mode) outcome) judgement {
	var j judgement
	var outcomes []outcome
	meets, plain, settled := 0, 0, 0
	names, modes := worlds(terms)
	for i, world := range modes {
		o := inWorld(world)
		o.world = names[i]
		outcomes = append(outcomes, o)
		if o.meets {
			meets++
			j.meets = append(j.meets, o.world)
		} else {
			j.misses = append(j.misses, o.world)
		}
		if o.meets && o.plain {
			plain++
		}
		if o.meets && o.settled {
			settled++
		}
	}
	if len(outcomes) == 1 {
		j.meets, j.misses = nil, nil
	}
	for _, t := range terms {
		if t.missing() && t.cause != "" {
			j.missing = append(j.missing, t.role+" "+t.cause)
		}
	}
	switch {
	case meets == 0:
		j.verdict = "inconsistent"
	case len(j.missing) > 0 && settled < len(outcomes):
		j.verdict = "undetermined"
	case len(j.missing) > 0 || plain == len(outcomes):
		j.verdict = "consistent"
	default:
		j.verdict = "roundingOnly"
	}
	j.shown = outcomes[max(0, slices.IndexFunc(outcomes, func(o outcome) bool { return o.meets }))]
	if j.verdict == "undetermined" {
		j.shown.deviation = nil
	}
	return j
}

func applying(terms []*term) []*term {
	return slices.DeleteFunc(slices.Clone(terms), func(t *term) bool { return t.dropped })
}

func judgeSum(total *term, parts []*term) judgement {
	parts = applying(parts)
	return judge(append([]*term{total}, parts...), func(world map[string]number.Mode) outcome {
		computed, given := number.Point(new(big.Rat)), number.Point(new(big.Rat))
		for _, p := range parts {
			computed = plus(computed, scaled(p.in(world), p.weight))
			given = plus(given, scaled(p.printed(world), p.weight))
		}
		return held(total, world, computed, given, meet(given, total.demanded(world)))
	})
}

func judgeProduct(result *term, factors []*term) judgement {
	factors = applying(factors)
	return judge(append([]*term{result}, factors...), func(world map[string]number.Mode) outcome {
		computed, given := number.Point(big.NewRat(1, 1)), number.Point(big.NewRat(1, 1))
		for _, f := range factors {
			computed = times(computed, f.pure(f.in(world)))
			given = times(given, f.pure(f.printed(world)))
		}
		return held(result, world, result.back(computed), result.back(given), true)
	})
}

// held holds a computed figure to a reported one.
func held(result *term, world map[string]number.Mode, computed, given number.Interval, exactly bool) outcome {
	reported := result.in(world)
	return outcome{
		meets:     meet(computed, reported),
		plain:     exactly && meet(given, reported),
		settled:   !result.missing() && inside(computed, reported),
		computed:  &computed,
		reported:  &reported,
		deviation: gap(given, result.demanded(world)),
		value:     single(given),
	}
}

// judgeQuotient judges numerator = denominator × (result + shift).
func judgeQuotient(numerator, denominator, result *term, shift int64, counted bool) judgement {
	one := number.Point(big.NewRat(shift, 1))
	divide := func(n, d number.Interval) *number.Interval {
		pieces := append([]number.Interval{}, inverses(denominator.pure(d))...)
		if len(pieces) == 0 || n.Lower == nil && n.Upper == nil {
			return nil
		}
		for i := range pieces {
			pieces[i] = times(numerator.pure(n), pieces[i])
		}
		quotient := result.back(plus(join(pieces), scaled(one, big.NewRat(-1, 1))))
		return &quotient
	}
	return judge([]*term{numerator, denominator, result}, func(world map[string]number.Mode) outcome {
		n, d, r := numerator.in(world), denominator.in(world), result.in(world)
		product := times(denominator.pure(d), plus(result.pure(r), one))
		o := outcome{
			meets:    meet(numerator.pure(n), product) && (!counted || hasCount(numerator.pure(n), product)),
			plain:    meet(numerator.pure(numerator.printed(world)), times(denominator.pure(denominator.printed(world)), plus(result.pure(r), one))),
			computed: divide(n, d),
			reported: &r,
		}
		o.settled = o.computed != nil && !counted && !result.missing() && inside(*o.computed, r)
		if given := divide(numerator.printed(world), denominator.printed(world)); given != nil {
			o.value, o.deviation = single(*given), gap(*given, result.demanded(world))
		}
		return o
	})
}

func hasCount(a, b number.Interval) bool {
	for c := range int64(5_000) {
		if x := big.NewRat(c, 1); a.Contains(x) && b.Contains(x) {
			return true
		}
	}
	return false
}

func judgeSame(members []*term) judgement {
	members = applying(members)
	var known []*term
	for _, m := range members {
		if !m.missing() {
			known = append(known, m)
		}
	}
	return judge(members, func(world map[string]number.Mode) outcome {
		o := outcome{meets: true, plain: true, deviation: new(big.Rat)}
		var common *number.Interval
		var shared *number.Interval
		for i, a := range known {
			common, shared = narrowed(common, a.in(world)), narrowed(shared, a.demanded(world))
			for _, b := range known[:i] {
				o.meets = o.meets && meet(a.in(world), b.in(world))
				o.plain = o.plain && meet(a.demanded(world), b.demanded(world))
				if g := gap(a.demanded(world), b.demanded(world)); g.Cmp(o.deviation) > 0 {
					o.deviation = g
				}
			}
		}
		if o.meets {
			o.computed = common
		}
		if o.plain {
			o.value = single(*shared)
		}
		first := known[0].in(world)
		o.reported = &first
		return o
	})
}

func judgeOrder(lesser, greater *term) judgement {
	return judge([]*term{lesser, greater}, func(world map[string]number.Mode) outcome {
		low, high := lesser.in(world), greater.in(world)
		lowPrinted, highPrinted := lesser.printed(world), greater.printed(world)
		o := outcome{
			meets: !below(high, low), plain: !below(highPrinted, lowPrinted), computed: &low, reported: &high,
			settled:   low.Upper != nil && high.Lower != nil && low.Upper.Cmp(high.Lower) <= 0,
			deviation: new(big.Rat), value: single(lowPrinted),
		}
		if below(highPrinted, lowPrinted) {
			o.deviation = gap(lowPrinted, highPrinted)
		}
		return o
	})
}
