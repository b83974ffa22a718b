# METADATA
# title: Figures that are printed with one value and other words around it
# description: |
#   "About 60" and "60", "60 or more" and "60": what is compared is the value
#   as printed and the qualifiers beside it. Figures without a value take no part.
package tieout.lib.qualifier

# METADATA
# title: The figures that have a value
valued(facts) := [fact |
	some fact in facts
	fact.value
	fact.status != "notApplicable"
]

# METADATA
# title: The figures that share their value with one that is qualified otherwise
drifted(facts) := [fact |
	some fact in facts
	fact.value in unsettled
] if {
	shown := {[fact.value, words(fact)] | some fact in facts}
	count(shown) > count({pair[0] | some pair in shown})
	unsettled := {pair[0] |
		some pair in shown
		count({other | some other in shown; other[0] == pair[0]}) > 1
	}
} else := []

# METADATA
# title: How the qualifiers of such figures differ
# description: |
#   "bound" when a word that says on which side the figure lies stands on one of
#   them only, "blur" when only words that widen it do.
difference(facts) := "bound" if {
	stated := {bound |
		some fact in facts
		bound := words(fact) & bounds
	}
	count(stated) > 1
} else := "blur"

bounds := {"atLeast", "above", "below", "atMost", "upTo", "several"}

words(fact) := {word | some word in fact.qualifiers}
