# METADATA
# title: Figures that differ by their scale alone
# description: |
#   Thousands read as millions, a rate as percent: the digits are the same and
#   the values a power of ten apart.
package tieout.lib.scale

# METADATA
# title: Whether facts have two values, one of them the other's tenfold, hundredfold and so on
slipped(facts) if {
	values := {fact.value | some fact in facts; fact.value[0] != 0}
	count(values) == 2
	some a in values
	some b in values
	some power in powers
	power * (a[0] * b[1]) == b[0] * a[1]
}

# The powers of ten up to a trillion, beyond which no scale is printed.
powers := [
	10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000,
	1000000000, 10000000000, 100000000000, 1000000000000,
]
