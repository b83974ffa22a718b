package tieout.lib.interval

import data.tieout.lib.rational

# The ends of intervals as places that compare: [side, n, edge], the numerator n
# over a denominator that all of them share. side is −1 or 1 for an end at −∞
# or ∞, else 0; edge is 0 for a closed end, 1 just above and −1 just below it.
_lower(i, _) := [-1, 0, 1] if i.lower == null

_lower(i, lift) := [0, i.lower[0] * lift[i.lower[1]], _edge(i.lowerOpen)] if i.lower != null

_upper(i, _) := [1, 0, -1] if i.upper == null

_upper(i, lift) := [0, i.upper[0] * lift[i.upper[1]], 0 - _edge(i.upperOpen)] if i.upper != null

_edge(open) := 1 if open

_edge(open) := 0 if not open

_between(lower, upper, denominator) := {
	"lower": _end(lower, denominator),
	"upper": _end(upper, denominator),
	"lowerOpen": lower[2] != 0,
	"upperOpen": upper[2] != 0,
}

_end(place, _) := null if place[0] != 0

_end(place, denominator) := [place[1], denominator] if place[0] == 0

_finite_ends(intervals) := [end |
	some i in intervals
	some end in [i.lower, i.upper]
	end != null
]

# METADATA
# title: The numbers that a and b have in common; undefined when there are none
intersect(a, b) := intersection([a, b])

# METADATA
# title: The numbers that all the intervals have in common; undefined when there are none
# description: Linear in the number of intervals, of which there must be one at least.
intersection(intervals) := _between(lower, upper, rational.denominator(ends)) if {
	ends := _finite_ends(intervals)
	lift := rational.factors(ends)
	lower := max([_lower(i, lift) | some i in intervals])
	upper := min([_upper(i, lift) | some i in intervals])
	lower <= upper
}

# METADATA
# title: The smallest interval that holds all the intervals
# description: Linear in the number of intervals, of which there must be one at least.
hull(intervals) := _between(lower, upper, rational.denominator(ends)) if {
	ends := _finite_ends(intervals)
	lift := rational.factors(ends)
	lower := min([_lower(i, lift) | some i in intervals])
	upper := max([_upper(i, lift) | some i in intervals])
}

# METADATA
# title: The greatest distance between any two of the intervals
# description: Linear in the number of intervals; [0, 1] when no two are apart.
spread(intervals) := [apart, rational.denominator(ends)] if {
	ends := _finite_ends(intervals)
	lift := rational.factors(ends)
	lowers := [place[1] | some i in intervals; place := _lower(i, lift); place[0] == 0]
	uppers := [place[1] | some i in intervals; place := _upper(i, lift); place[0] == 0]
	apart := max({0} | {distance | distance := max(lowers) - min(uppers)})
}

# METADATA
# title: The sum of the intervals, each times its weight, in linear time
# description: |
#   pairs are [interval, weight]. A negative weight swaps the ends and their
#   openness; a weight of zero leaves its interval out.
weighted(pairs) := {
	"lower": _weighted_end(lower),
	"upper": _weighted_end(upper),
	"lowerOpen": true in [end[2] | some end in lower],
	"upperOpen": true in [end[2] | some end in upper],
} if {
	lower := array.concat(
		[[i.lower, w, i.lowerOpen] | some [i, w] in pairs; w[0] > 0],
		[[i.upper, w, i.upperOpen] | some [i, w] in pairs; w[0] < 0],
	)
	upper := array.concat(
		[[i.upper, w, i.upperOpen] | some [i, w] in pairs; w[0] > 0],
		[[i.lower, w, i.lowerOpen] | some [i, w] in pairs; w[0] < 0],
	)
}

_weighted_end(ends) := null if {
	some end in ends
	end[0] == null
} else := rational.total([[e[0] * w[0], e[1] * w[1]] | some [e, w, _] in ends])

# METADATA
# title: a × b
# description: The extremes of a product lie where both intervals end.
multiply(a, b) := {
	"lower": rational.multiply(a.lower, b.lower),
	"upper": _upper_product(a.upper, b.upper),
	"lowerOpen": true in [a.lowerOpen, b.lowerOpen],
	"upperOpen": true in [a.upperOpen, b.upperOpen],
} if {
	# The common case, told apart for speed alone.
	a.lower[0] > 0
	b.lower[0] > 0
} else := _product_of_corners(a, b)

_upper_product(a, b) := [a[0] * b[0], a[1] * b[1]] if not null in [a, b]

_upper_product(a, b) := null if null in [a, b]

_product_of_corners(a, b) := _between(lower, upper, rational.denominator(a_ends) * rational.denominator(b_ends)) if {
	a_ends := _finite_ends([a])
	b_ends := _finite_ends([b])
	a_lift := rational.factors(a_ends)
	b_lift := rational.factors(b_ends)
	corners := [_corner(x, y) |
		some x in [_lower(a, a_lift), _upper(a, a_lift)]
		some y in [_lower(b, b_lift), _upper(b, b_lift)]
	]
	lower := min([[c[0], c[1], _edge(c[2])] | some c in corners])
	upper := max([[c[0], c[1], 0 - _edge(c[2])] | some c in corners])
}

# A corner is [side, n, open]. Zero times an unbounded end is zero, which is
# reached if the zero itself is.
_corner(x, y) := [0, 0, _reached_zeros(x, y) == 0] if _direction(x) * _direction(y) == 0

_corner(x, y) := [_direction(x) * _direction(y), 0, true] if {
	_direction(x) * _direction(y) != 0
	[x[0], y[0]] != [0, 0]
}

_corner(x, y) := [0, x[1] * y[1], [x[2], y[2]] != [0, 0]] if {
	_direction(x) * _direction(y) != 0
	[x[0], y[0]] == [0, 0]
}

_direction(place) := place[0] if place[0] != 0

_direction(place) := rational.sign([place[1], 1]) if place[0] == 0

_reached_zeros(x, y) := count([place | some place in [x, y]; place == [0, 0, 0]])

# METADATA
# title: The product of all the intervals
# description: |
#   Neighbours are multiplied pair by pair, ten times over, because Rego has no
#   recursion; undefined for more than 1024 intervals.
product_of(intervals) := paired[0] if {
	count(intervals) > 0
	paired := _halve(_halve(_halve(_halve(_halve(_halve(_halve(_halve(_halve(_halve(intervals))))))))))
	count(paired) == 1
}

product_of(intervals) := point([1, 1]) if count(intervals) == 0

_halve(intervals) := intervals if count(intervals) < 2

_halve(intervals) := [multiply(first, padded[(2 * k) + 1]) |
	some k, _ in intervals
	first := padded[2 * k]
] if {
	count(intervals) > 1
	padded := array.concat(intervals, [point([1, 1])])
}

# METADATA
# title: 1 / i, zero left out; undefined for the point zero
# description: An interval with zero inside gives all numbers, the smallest interval that holds the result.
reciprocal(i) := _reciprocal(i) if {
	_at_least_zero(i)
}

reciprocal(i) := scale(_reciprocal(negative), [-1, 1]) if {
	not _at_least_zero(i)
	negative := scale(i, [-1, 1])
	_at_least_zero(negative)
}

reciprocal(i) := everything if {
	not _at_least_zero(i)
	not _at_least_zero(scale(i, [-1, 1]))
}

_at_least_zero(i) if {
	i.lower != null
	i.lower[0] >= 0
}

_reciprocal(i) := {
	"lower": _inverse(i.upper, [0, 1]),
	"upper": _inverse(i.lower, null),
	"lowerOpen": i.upperOpen,
	"upperOpen": true in {i.lowerOpen, i.lower[0] == 0},
} if {
	not _is_zero(i.upper)
}

_is_zero(end) if end[0] == 0

_inverse(end, _) := [end[1], end[0]] if {
	end != null
	end[0] != 0
}

_inverse(end, limit) := limit if end == null

_inverse(end, limit) := limit if end[0] == 0

# METADATA
# title: Whether a whole number of zero or more lies in i
# description: |
#   Without division, the greatest whole number up to the upper end is climbed to
#   digit by digit. Ends of 10^18 and above are not searched: the answer is then
#   true, so that nothing is ever denied wrongly.
default holds_count(_) := false

holds_count(i) if _tall(intersect(i, non_negative))

holds_count(i) if {
	counts := intersect(i, non_negative)
	not _tall(counts)
	top := _climb(_climb(0, 1000000000, counts.upper), 1, counts.upper)
	some c in [top, top - 1]
	holds(counts, [c, 1])
}

_tall(i) if i.upper == null

_tall(i) if i.upper[0] >= i.upper[1] * 1000000000000000000

# The nine digits of c from the given step on, the greatest that stay up to top.
_climb(c, step, top) := _three_digits(_three_digits(_three_digits(c, 1000000 * step, top), 1000 * step, top), step, top)

_three_digits(c, step, top) := _digit(_digit(_digit(c, 100 * step, top), 10 * step, top), step, top)

_digit(c, step, top) := max([reached |
	some digit in [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
	reached := c + (digit * step)
	reached * top[1] <= top[0]
])
