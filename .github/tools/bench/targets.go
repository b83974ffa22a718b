package main

import "fmt"

// target is something that Tieout is to reach.
type target struct {
	what, need, measured string
	// state is "yes", "no", or unmeasured.
	state string
}

// unmeasured is the state of a target for which a row or a size is missing.
const unmeasured = "not measured"

// at is a row on a corpus of so many facts.
type at struct {
	facts int
	row   string
}

const million = 1_000_000

// targets holds a comparison to what Tieout is to reach.
func (r *Result) targets() []target {
	return []target{
		r.faster("the twelve rules, policies only, against conftest", 7, at{100_000, rowConftest}, at{100_000, rowPolicies}),
		r.faster("the same at 1M", 10, at{million, rowConftest}, at{million, rowPolicies}),
		r.leaner("its peak memory at 1M, against conftest's", 20, at{million, rowConftest}, at{million, rowPolicies}),
		r.within("policies only, against the same rules by hand in Go, 1M", 4, at{million, rowNative}, at{million, rowPolicies}),
		r.faster("the whole run, schemas and positions included, against conftest, 100k", 2, at{100_000, rowConftest}, at{100_000, rowJSON}),
		r.within("the whole run, facts in YAML against JSON, 100k", 2, at{100_000, rowJSON}, at{100_000, rowYAML}),
		r.within("the same at 1M", 2, at{million, rowJSON}, at{million, rowYAML}),
		r.flat("the whole run, cost of a fact, 1M against 10k", 1.2, rowJSON),
		r.flat("policies only, cost of a fact, 1M against 10k", 1.2, rowPolicies),
		r.below("peak memory of the whole run at 1M", 400<<20, at{million, rowJSON}),
		r.below("peak memory of the whole run with all rules at 1M", 400<<20, at{million, rowAll}),
		r.faster("one fact changed among 1M, warm cache, against the cold run", 10, at{million, rowAll}, at{million, rowWarm}),
		r.faster("this repository's facts, cold process, against opa eval", 1, at{0, rowOwnOPA}, at{0, rowOwnCold}),
		r.within("the same with a warm cache, against opa version", 2, at{0, rowOwnVersion}, at{0, rowOwnWarm}),
		r.faster("the whole run, two workers against one, 1M", 1.7, at{million, rowJSON1}, at{million, rowJSON}),
		r.faster("policies only, two workers against one, 1M", 1.7, at{million, rowPolicies1}, at{million, rowPolicies}),
	}
}

// usage gives the medians of a row; 0 facts stand for the repository's own.
func (r *Result) usage(of at) (Usage, bool) {
	if of.facts == 0 {
		return row(r.Own, of.row)
	}
	return row(r.size(of.facts), of.row)
}

// ratio fills in a target from two figures of which the first is to be at least,
// or at most, so many times the second.
func (r *Result) ratio(t target, over, under at, figure func(Usage) float64, holds func(ratio float64) bool) target {
	a, oka := r.usage(over)
	b, okb := r.usage(under)
	if !oka || !okb || figure(b) == 0 {
		t.measured, t.state = "–", unmeasured
		return t
	}
	ratio := figure(a) / figure(b)
	t.measured, t.state = times(ratio), "no"
	if holds(ratio) {
		t.state = "yes"
	}
	return t
}

func wall(u Usage) float64   { return u.Wall.Seconds() }
func memory(u Usage) float64 { return float64(u.Peak) }

// faster wants mine to take at most 1/n of the time of theirs.
func (r *Result) faster(what string, n float64, theirs, mine at) target {
	return r.ratio(target{what: what, need: fmt.Sprintf("≥ %g×", n)}, theirs, mine, wall, func(ratio float64) bool { return ratio >= n })
}

// leaner wants mine to take at most 1/n of the memory of theirs.
func (r *Result) leaner(what string, n float64, theirs, mine at) target {
	return r.ratio(target{what: what, need: fmt.Sprintf("≤ 1/%g", n)}, theirs, mine, memory, func(ratio float64) bool { return ratio >= n }).inverse()
}

// within wants mine to take at most n times the time of theirs.
func (r *Result) within(what string, n float64, theirs, mine at) target {
	return r.ratio(target{what: what, need: fmt.Sprintf("≤ %g×", n)}, mine, theirs, wall, func(ratio float64) bool { return ratio <= n })
}

func (t target) inverse() target {
	if t.state != unmeasured {
		t.measured = "1/" + t.measured[:len(t.measured)-len("×")]
	}
	return t
}

// flat wants a fact among a million to cost at most n times one among 10,000.
func (r *Result) flat(what string, n float64, name string) target {
	const few = 10_000
	t := r.ratio(target{what: what, need: fmt.Sprintf("≤ %g×", n)}, at{million, name}, at{few, name},
		wall, func(ratio float64) bool { return ratio*few/million <= n })
	if many, ok := r.usage(at{million, name}); ok && t.state != unmeasured {
		little, _ := r.usage(at{few, name})
		t.measured = times(wall(many) / wall(little) * few / million)
	}
	return t
}

// below wants a row to hold at most so many bytes.
func (r *Result) below(what string, bytes int64, of at) target {
	t := target{what: what, need: "≤ " + megabytes(bytes) + " MB", measured: "–", state: unmeasured}
	if u, ok := r.usage(of); ok {
		t.measured, t.state = megabytes(u.Peak)+" MB", "no"
		if u.Peak <= bytes {
			t.state = "yes"
		}
	}
	return t
}
