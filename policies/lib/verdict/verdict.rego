# METADATA
# title: Verdicts on what sources assert between figures
# description: |
#   Each function takes operands as relations carry them, {role, ref, weight,
#   fact}, and judges them in this order: an operand has no value and the bounds
#   do not settle it: undetermined. The intervals miss in every world, that is,
#   whichever way each source may have rounded: inconsistent. They meet in some
#   worlds only: roundingOnly. The printed figures hold by themselves:
#   consistent. Otherwise they hold only within the rounding: roundingOnly.
#
#   A judgement is {verdict, missing, worlds, computed, reported, deviation};
#   value and interval inside computed and reported, and deviation, are left out
#   where they are unknown, so rules hand them on by evidence(). The intervals
#   are those of the first world in which the figures meet, or else of the first.
package tieout.lib.verdict

import data.tieout.lib.interval
import data.tieout.lib.rational

# METADATA
# title: Whether a check with the verdict is to be handed on
default wanted(_) := false

wanted(_) if input.mode == "audit"

wanted(verdict) if verdict != "consistent"

# METADATA
# title: Whether the weighted parts add up to the total
sum(total, parts) := _judgement(operands, setting, result, outcomes) if {
	operands := array.concat([total], _applying(parts))
	setting := _setting(operands)
	result := setting.terms[0]
	terms := array.slice(setting.terms, 1, count(operands))
	outcomes := [outcome |
		some world in setting.worlds
		computed := interval.weighted([[term.at[world.modes[term.source]], term.weight] | some term in terms])
		given := interval.weighted([[_printed(term, world), term.weight] | some term in terms])
		outcome := _held_to(world, result, computed, given, interval.meets(given, _demanded(result, world)))
	]
}

# METADATA
# title: Whether the product of the factors is the result
# description: The unit percent counts as a hundredth on any of the operands.
product(factors, result) := _judgement(operands, setting, reported, outcomes) if {
	operands := array.concat([result], _applying(factors))
	setting := _setting(operands)
	reported := setting.terms[0]
	terms := array.slice(setting.terms, 1, count(operands))
	lift := rational.product_of(array.concat([[reported.per, 1]], [[1, term.per] | some term in terms]))
	outcomes := [outcome |
		some world in setting.worlds
		computed := interval.product_of([term.at[world.modes[term.source]] | some term in terms])
		given := interval.product_of([_printed(term, world) | some term in terms])
		outcome := _held_to(world, reported, interval.scale(computed, lift), interval.scale(given, lift), true)
	]
}

# A relation whose result is computed from the other operands.
_held_to(world, result, computed, given, exactly) := {
	"world": world.name,
	"meets": interval.meets(computed, reported),
	"plain": [exactly, interval.meets(given, sure)] == [true, true],
	"settled": [result.known, interval.within(computed, sure)] == [true, true],
	"computed": [computed],
	"reported": [reported],
	"given": [given],
	"distance": [interval.gap(given, _demanded(result, world))],
} if {
	reported := result.at[world.modes[result.source]]
	sure := result.sure[world.modes[result.source]]
}

# METADATA
# title: Whether all members can be the same figure
# description: |
#   computed is what their intervals have in common, reported the first of them,
#   deviation the distance between the outermost.
same(members) := _judgement(operands, setting, known[0], outcomes) if {
	operands := _applying(members)
	setting := _setting(operands)
	known := [term | some term in setting.terms; term.known]
	outcomes := [outcome |
		some world in setting.worlds
		outcome := _same_outcome(
			world,
			[term.at[world.modes[term.source]] | some term in known],
			[_demanded(term, world) | some term in known],
		)
	]
	count(known) > 0
} else := {
	"verdict": {true: "consistent", false: "undetermined"}[count(missing) == 0],
	"missing": missing,
	"worlds": {"meets": [], "misses": []},
} if {
	# There is nothing to compare.
	operands := _applying(members)
	missing := _missing(operands, [_term(o) | some o in operands])
}

_same_outcome(world, intervals, demanded) := {
	"world": world.name,
	"meets": count(common) > 0,
	"plain": count(printed) > 0,
	"settled": false,
	"computed": common,
	"reported": [intervals[0]],
	"given": printed,
	"distance": [interval.spread(demanded)],
} if {
	common := [i | i := interval.intersection(intervals)]
	printed := [i | i := interval.intersection(demanded)]
}

# METADATA
# title: Whether the lesser can be at most the greater
# description: |
#   Inconsistent when the lesser's interval lies wholly above the greater's;
#   roundingOnly when they overlap, though the lesser is printed as the larger.
#   computed is the lesser, reported the greater, deviation by how much the
#   lesser is printed as the larger.
order(lesser, greater) := _judgement(operands, setting, high, outcomes) if {
	operands := [lesser, greater]
	setting := _setting(operands)
	[low, high] := setting.terms
	outcomes := [outcome |
		some world in setting.worlds
		outcome := _order_outcome(world, low, high)
	]
}

_order_outcome(world, low, high) := {
	"world": world.name,
	"meets": interval.precedes(above, below) == false,
	"plain": interval.precedes(printed_above, printed_below) == false,
	"settled": _at_most(below.upper, above.lower),
	"computed": [below],
	"reported": [above],
	"given": [printed_below],
	"distance": [_excess(printed_below, printed_above)],
} if {
	below := low.at[world.modes[low.source]]
	above := high.at[world.modes[high.source]]
	printed_below := _printed(low, world)
	printed_above := _printed(high, world)
}

default _at_most(_, _) := false

_at_most(a, b) if {
	a != null
	b != null
	not rational.less(b, a)
}

_excess(low, high) := interval.gap(high, low) if {
	interval.precedes(high, low)
} else := [0, 1]
