# METADATA
# title: What rules on pay measures share
# description: Which way a measure is better, and which figure its result is.
package tieout.lib.measure

import data.tieout.lib.rational

# METADATA
# title: Which way a measure is better, "higher" or "lower"
# description: |
#   As the target is printed (at most 3), else as the concept registry has it,
#   else higher; but lower for a target of 0 that no figure can be below.
direction(measure) := "lower" if {
	some q in measure.target.qualifiers
	q in {"atMost", "below", "upTo"}
} else := "higher" if {
	some q in measure.target.qualifiers
	q in {"atLeast", "above"}
} else := better if {
	better := data.registry.concepts[measure.metric].better
} else := "lower" if {
	# Nobody needs to reach 0 from below where nothing lies below.
	data.registry.concepts[measure.metric].sign in {"nonNegative", "positive"}
	rational.sign(measure.target.value) == 0
} else := "higher"

# METADATA
# title: Whether a measure prints that nothing was earned for it
# description: A measure that carries no weight earns nothing by its nature.
unearned(measure) if {
	rational.sign(result(measure).value) == 0
	not _weightless(measure)
}

_weightless(measure) if rational.sign(measure.weight.value) == 0

# METADATA
# title: The figure that a measure's result is, its score or else its achievement
result(measure) := measure.score if {
	measure.score.value
} else := measure.achievement if {
	measure.achievement.value
}
