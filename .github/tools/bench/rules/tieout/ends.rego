# METADATA
# title: The ends of the interval that a figure stands for
# description: |
#   A figure stands for all that it may have been rounded from, or cut off from, as its source does. The
#   ends are counted in halves of a thousandth, so that the half of a last digit is a whole number, too;
#   an open end is drawn in by 1, far less than any two ends differ.
package bench.ends

# What a whole 1 counts.
unit := 2000

of(fact) := [exactly(fact), exactly(fact)] if {
	fact.qualifiers == []
	not fact.decimals
} else := [
	exactly(fact) - ((reach.below * halves[9 - fact.decimals]) - reach.hair_below),
	exactly(fact) + ((reach.above * halves[9 - fact.decimals]) - reach.hair_above),
] if {
	fact.qualifiers == []
	reach := reaches[fact.rounding][fact.value[0] > 0][fact.value[0] < 0]
} else := [exactly(fact), infinite] if {
	fact.qualifiers == ["atLeast"]
} else := [0 - infinite, exactly(fact)] if {
	fact.qualifiers == ["atMost"]
}

exactly(fact) := (unit * fact.value[0]) / fact.value[1]

# Half of the place of the last digit, from that of 9 decimals, of which there are none, on.
halves := [0, 0, 0, 0, 0, 0, 1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000]

# In halves of a last digit, how far a figure reaches down and up: by how its source
# rounds, whether it is more than 0, and whether it is less.
reaches := {
	"round": {true: {false: both}, false: {true: both, false: both}},
	"truncate": {true: {false: up}, false: {true: down, false: either}},
}

both := {"below": 1, "hair_below": 0, "above": 1, "hair_above": 0}

up := {"below": 0, "hair_below": 0, "above": 2, "hair_above": 1}

down := {"below": 2, "hair_below": 1, "above": 0, "hair_above": 0}

either := {"below": 2, "hair_below": 1, "above": 2, "hair_above": 1}

# No figure comes near this one.
infinite := 1000000000000000000
