# METADATA
# title: Intervals of exact fractions
# description: |
#   The values that a printed figure can stand for, as {lower, upper, lowerOpen,
#   upperOpen}. An end is a fraction [n, d], or null where the interval has no
#   end on that side; such an end is open. Intervals are never empty: an
#   operation that would give an empty one is undefined. Each operation gives
#   exactly the set of the results, as long as every figure enters it once.
package tieout.lib.interval

import data.tieout.lib.rational

# METADATA
# title: All numbers
everything := {"lower": null, "upper": null, "lowerOpen": true, "upperOpen": true}

# METADATA
# title: Zero and all positive numbers
non_negative := {"lower": [0, 1], "upper": null, "lowerOpen": false, "upperOpen": true}

# METADATA
# title: The one number q
point(q) := {"lower": q, "upper": q, "lowerOpen": false, "upperOpen": false}

# METADATA
# title: The one number that the interval holds; undefined when it holds several
value(i) := i.lower if {
	i.lower != null
	i.upper != null
	rational.same(i.lower, i.upper)
}

# METADATA
# title: a + b
add(a, b) := total([a, b])

# METADATA
# title: The sum of all the intervals, in linear time
# description: An end of the sum is open if any of the ends it comes from is.
total(intervals) := {
	"lower": _sum([i.lower | some i in intervals]),
	"upper": _sum([i.upper | some i in intervals]),
	"lowerOpen": true in [i.lowerOpen | some i in intervals],
	"upperOpen": true in [i.upperOpen | some i in intervals],
}

_sum(ends) := null if null in ends

_sum(ends) := rational.total(ends) if not null in ends

# METADATA
# title: w × i
# description: A negative weight swaps the ends and their openness.
scale(i, w) := {
	"lower": _times(i.lower, w),
	"upper": _times(i.upper, w),
	"lowerOpen": i.lowerOpen,
	"upperOpen": i.upperOpen,
} if {
	w[0] > 0
}

scale(i, w) := {
	"lower": _times(i.upper, w),
	"upper": _times(i.lower, w),
	"lowerOpen": i.upperOpen,
	"upperOpen": i.lowerOpen,
} if {
	w[0] < 0
}

scale(_, w) := point([0, 1]) if w[0] == 0

_times(end, _) := null if end == null

_times(end, w) := rational.multiply(end, w) if end != null

# METADATA
# title: Whether a lies wholly below b
default precedes(_, _) := false

precedes(a, b) if {
	a.upper != null
	b.lower != null
	rational.less(a.upper, b.lower)
}

precedes(a, b) if {
	true in {a.upperOpen, b.lowerOpen}
	a.upper != null
	b.lower != null
	rational.same(a.upper, b.lower)
}

# METADATA
# title: Whether a and b have a number in common
default meets(_, _) := false

meets(a, b) if {
	not precedes(a, b)
	not precedes(b, a)
}

# METADATA
# title: Whether the number q lies in i
holds(i, q) := meets(i, point(q))

# METADATA
# title: Whether a lies wholly in b
default within(_, _) := false

within(a, b) if {
	_lower_within(a, b)
	_upper_within(a, b)
}

_lower_within(_, b) if b.lower == null

_lower_within(a, b) if {
	a.lower != null
	rational.less(b.lower, a.lower)
}

_lower_within(a, b) if {
	a.lower != null
	rational.same(b.lower, a.lower)
	true in {a.lowerOpen, b.lowerOpen == false}
}

_upper_within(_, b) if b.upper == null

_upper_within(a, b) if {
	a.upper != null
	rational.less(a.upper, b.upper)
}

_upper_within(a, b) if {
	a.upper != null
	rational.same(a.upper, b.upper)
	true in {a.upperOpen, b.upperOpen == false}
}

# METADATA
# title: The distance between a and b, [0, 1] when they touch or overlap
gap(a, b) := rational.subtract(b.lower, a.upper) if _below(a, b)

gap(a, b) := rational.subtract(a.lower, b.upper) if _below(b, a)

gap(a, b) := [0, 1] if {
	not _below(a, b)
	not _below(b, a)
}

_below(a, b) if {
	a.upper != null
	b.lower != null
	rational.less(a.upper, b.lower)
}
