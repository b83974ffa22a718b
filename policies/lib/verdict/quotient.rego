package tieout.lib.verdict

import data.tieout.lib.interval

# METADATA
# title: Whether numerator / denominator is the result
# description: |
#   Tested as numerator = result × denominator, so that there is no division.
#   The unit percent counts as a hundredth on any of the operands.
ratio(numerator, denominator, result) := _quotient(numerator, denominator, result, 0, false)

# METADATA
# title: Whether the result is the change from one figure to the other
# description: Tested as to = from × (1 + result), so that every figure enters once.
change(from, to, result) := _quotient(to, from, result, 1, false)

# METADATA
# title: Whether the result is the part's share of the whole
# description: |
#   counted says that the whole is a number of things: there must then be a whole
#   number of them that gives the share. With a whole that is not printed as an
#   exact whole number, counted changes nothing. The part may be null when the
#   source does not state it; only the count can be tested then.
share(part, whole, result, counted) := _quotient(part, whole, result, 0, counts) if {
	part != null
	counts := [counted, _is_count(_term(whole))] == [true, true]
}

share(part, whole, result, counted) := _quotient(stated, whole, result, 0, counts) if {
	part == null
	counts := [counted, _is_count(_term(whole))] == [true, true]
	stated := object.union(absent("part"), {"unstated": counts, "nonNegative": true})
}

# A whole number of things that is printed exactly.
default _is_count(_) := false

_is_count(term) if {
	[number] := [point.lower | some point in term.point]
	number[0] >= 0
	number[1] == 1
	every i in term.at {
		interval.value(i) == number
	}
}

# numerator = denominator × (result + shift), brought to the result's unit by
# scaling the numerator alone.
_quotient(numerator, denominator, result, shift, counts) := _judgement(operands, setting, terms.result, outcomes) if {
	operands := [numerator, denominator, result]
	setting := _setting(operands)
	[n, d, r] := setting.terms
	terms := {
		"numerator": n,
		"denominator": d,
		"result": r,
		"lift": [r.per * d.per, n.per],
		"shift": _point([shift * r.per, 1]),
		"unshift": _point([0 - (shift * r.per), 1]),
		"counts": counts,
	}
	outcomes := [outcome |
		some world in setting.worlds
		outcome := _quotient_outcome(world, terms)
	]
}

_quotient_outcome(world, terms) := {
	"world": world.name,
	"meets": [interval.meets(left, right), _countable(left, right, terms)] == [true, true],
	"plain": interval.meets(printed_left, _multiple(printed_denominator, sure, terms)),
	"settled": _quotient_settled(terms, computed, sure),
	"computed": computed,
	"reported": [reported],
	"given": given,
	"distance": [interval.gap(i, _demanded(terms.result, world)) | some i in given],
} if {
	left := interval.scale(terms.numerator.at[world.modes[terms.numerator.source]], terms.lift)
	denominator := terms.denominator.at[world.modes[terms.denominator.source]]
	reported := terms.result.at[world.modes[terms.result.source]]
	sure := terms.result.sure[world.modes[terms.result.source]]
	right := _multiple(denominator, reported, terms)
	printed_left := interval.scale(_printed(terms.numerator, world), terms.lift)
	printed_denominator := _printed(terms.denominator, world)
	computed := _divided(left, denominator, terms)
	given := _divided(printed_left, printed_denominator, terms)
}

# denominator × (result + shift)
_multiple(denominator, result, terms) := interval.multiply(denominator, result) if {
	terms.shift.lower[0] == 0
} else := interval.multiply(denominator, interval.add(result, terms.shift))

# numerator / denominator − shift as a list of one; empty when the denominator is
# zero or the numerator can be anything.
_divided(numerator, denominator, terms) := [interval.add(fraction, terms.unshift) |
	[numerator.lower, numerator.upper] != [null, null]
	fraction := interval.multiply(numerator, interval.reciprocal(denominator))
]

# Where things are counted, a whole number of them must lie in both intervals.
default _countable(_, _, _) := false

_countable(_, _, terms) if not terms.counts

_countable(left, right, terms) if {
	terms.counts
	unlift := [terms.lift[1], terms.lift[0]]
	interval.holds_count(interval.scale(interval.intersect(left, right), unlift))
}

default _quotient_settled(_, _, _) := false

_quotient_settled(terms, [computed], sure) if {
	not terms.counts
	terms.result.known
	interval.within(computed, sure)
}
