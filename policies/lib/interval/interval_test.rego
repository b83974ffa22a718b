package tieout.lib.interval_test

import data.tieout.lib.interval
import data.tieout.lib.rational

closed(a, b) := {"lower": a, "upper": b, "lowerOpen": false, "upperOpen": false}

half_open(a, b) := {"lower": a, "upper": b, "lowerOpen": false, "upperOpen": true}

open(a, b) := {"lower": a, "upper": b, "lowerOpen": true, "upperOpen": true}

up_from(a) := {"lower": a, "upper": null, "lowerOpen": false, "upperOpen": true}

down_from(b) := {"lower": null, "upper": b, "lowerOpen": true, "upperOpen": false}

same_end(a, b) if {
	a == null
	b == null
}

same_end(a, b) if rational.same(a, b)

same(i, j) if {
	same_end(i.lower, j.lower)
	same_end(i.upper, j.upper)
	[i.lowerOpen, i.upperOpen] == [j.lowerOpen, j.upperOpen]
}

one := [1, 1]

two := [2, 1]

three := [3, 1]

test_closed_ends_that_touch_meet if {
	interval.meets(closed(one, two), closed(two, three)) == true
	interval.meets(closed(two, three), closed(one, two)) == true
}

test_an_open_end_that_touches_misses if {
	interval.meets(half_open(one, two), closed(two, three)) == false
	interval.meets(closed(two, three), half_open(one, two)) == false
	interval.meets(closed(one, two), open(two, three)) == false
}

test_unbounded_ends_meet if {
	interval.meets(interval.everything, closed(one, two))
	interval.meets(up_from(two), down_from(two))
	interval.meets(up_from(three), down_from(two)) == false
}

test_holds if {
	interval.holds(half_open(one, two), one) == true
	interval.holds(half_open(one, two), two) == false
}

test_add_is_open_where_either_is if {
	same(interval.add(half_open(one, two), closed(one, two)), half_open(two, [4, 1]))
	same(interval.add(up_from(one), closed(one, two)), up_from(two))
}

test_negative_scale_swaps_ends_and_openness if {
	same(
		interval.scale(half_open(one, two), [-2, 1]),
		{"lower": [-4, 1], "upper": [-2, 1], "lowerOpen": true, "upperOpen": false},
	)
	same(interval.scale(up_from(one), [-1, 1]), down_from([-1, 1]))
	same(interval.scale(up_from(one), [0, 1]), interval.point([0, 1]))
}

test_weighted_agrees_with_scale_and_total if {
	pairs := [[half_open(one, two), [-1, 2]], [closed(two, three), three], [up_from(one), [0, 1]]]
	same(interval.weighted(pairs), interval.total([interval.scale(i, w) | some [i, w] in pairs]))
	same(interval.weighted(pairs), {"lower": [5, 1], "upper": [17, 2], "lowerOpen": true, "upperOpen": false})
	same(interval.weighted([[up_from(one), [-1, 1]]]), down_from([-1, 1]))
	same(interval.weighted([]), interval.point([0, 1]))
}

test_intersection_keeps_the_tighter_end if {
	same(interval.intersect(closed(one, three), half_open(one, three)), half_open(one, three))
	same(interval.intersect(interval.everything, up_from(one)), up_from(one))
	same(interval.intersection([closed(one, three), up_from(two), down_from([5, 2])]), closed(two, [5, 2]))
	not interval.intersect(half_open(one, two), closed(two, three))
}

test_hull_keeps_the_looser_end if {
	same(interval.hull([half_open(one, two), closed(one, two)]), closed(one, two))
	same(interval.hull([open(one, two), up_from(three)]), {"lower": one, "upper": null, "lowerOpen": true, "upperOpen": true})
}

test_within if {
	interval.within(open(one, two), closed(one, two)) == true
	interval.within(closed(one, two), open(one, three)) == false
	interval.within(closed(one, two), half_open(one, two)) == false
	interval.within(closed(one, two), closed([0, 1], three)) == true
	interval.within(up_from(one), interval.non_negative) == true
	interval.within(interval.everything, interval.non_negative) == false
}

test_gap_and_spread if {
	interval.gap(closed(one, two), closed(three, three)) == [1, 1]
	interval.gap(closed(three, three), closed(one, two)) == [1, 1]
	interval.gap(closed(one, two), open(two, three)) == [0, 1]
	interval.gap(interval.everything, closed(one, two)) == [0, 1]
	rational.same(interval.spread([closed(one, one), closed(three, three), closed(two, two)]), [2, 1])
	rational.same(interval.spread([up_from(one), up_from(two)]), [0, 1])
}

test_value if {
	interval.value(closed([2, 4], [1, 2])) == [2, 4]
	not interval.value(closed(one, two))
	not interval.value(up_from(one))
}

test_multiply_minds_signs if {
	same(interval.multiply(half_open(one, two), closed(two, three)), half_open(two, [6, 1]))
	same(interval.multiply(closed([-1, 1], two), closed([-3, 1], one)), closed([-6, 1], three))
	same(interval.multiply(half_open([-2, 1], [-1, 1]), closed(one, three)), half_open([-6, 1], [-1, 1]))
	same(interval.multiply(up_from(one), up_from(two)), up_from(two))
	same(interval.multiply(up_from(one), down_from([-1, 1])), down_from([-1, 1]))
}

test_zero_times_an_unbounded_end_is_zero if {
	same(interval.multiply(interval.point([0, 1]), interval.everything), interval.point([0, 1]))
	same(interval.multiply(interval.non_negative, up_from(one)), interval.non_negative)
	same(interval.multiply(open([0, 1], one), up_from(one)), {
		"lower": [0, 1],
		"upper": null,
		"lowerOpen": true,
		"upperOpen": true,
	})
}

test_a_zero_is_reached_if_one_factor_reaches_it if {
	same(interval.multiply(closed([0, 1], one), open(one, two)), half_open([0, 1], two))
}

test_product_of if {
	same(interval.product_of([]), interval.point(one))
	same(interval.product_of([closed(one, two)]), closed(one, two))
	many := [interval.point(two) | some _ in numbers.range(1, 13)]
	interval.value(interval.product_of(many))[0] == 8192
	not interval.product_of([interval.point(one) | some _ in numbers.range(1, 1025)])
}

test_reciprocal if {
	same(interval.reciprocal(half_open(one, two)), {"lower": [1, 2], "upper": one, "lowerOpen": true, "upperOpen": false})
	same(interval.reciprocal(closed([-2, 1], [-1, 1])), closed([-1, 1], [-1, 2]))
	same(interval.reciprocal(closed([0, 1], two)), up_from([1, 2]))
	same(interval.reciprocal(up_from(one)), {"lower": [0, 1], "upper": one, "lowerOpen": true, "upperOpen": false})
	same(interval.reciprocal(closed([-1, 1], one)), interval.everything)
	not interval.reciprocal(interval.point([0, 1]))
}

test_holds_count if {
	interval.holds_count(closed([59, 10], [61, 10])) == true
	interval.holds_count(closed([51, 10], [59, 10])) == false
	interval.holds_count(half_open([51, 10], [6, 1])) == false
	interval.holds_count(open([51, 10], [61, 10])) == true
	interval.holds_count(closed([-3, 1], [-1, 1])) == false
	interval.holds_count(up_from([1, 2])) == true
	interval.holds_count(closed([987654321012345671, 10], [987654321012345679, 10])) == false
	interval.holds_count(closed([987654321012345671, 10], [987654321012345680, 10])) == true
	interval.holds_count(closed([10000000000000000001, 10], [10000000000000000002, 10])) == true
}
