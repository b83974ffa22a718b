package tieout.lib.verdict_test

import data.tieout.lib.rational
import data.tieout.lib.verdict

of_source(fact, source) := object.union(fact, {"source": source, "id": source})

change(a, b, r) := verdict.change(verdict.operand("from", a), verdict.operand("to", b), result(r))

members(facts) := [verdict.operand("member", fact) | some fact in facts]

order(a, b) := verdict.order(verdict.operand("lesser", a), verdict.operand("greater", b))

test_sum_needs_the_value_inside_a_bound if {
	p := parts([exact("a", [60, 1]), exact("b", [45, 1])])
	verdict.sum(total(at_least([100, 1])), p).verdict == "consistent"
	verdict.sum(total(above([105, 1])), p).verdict == "inconsistent"
	verdict.sum(total(at_least([106, 1])), p).verdict == "inconsistent"
}

test_sum_of_a_range_holds_when_the_total_lies_in_it if {
	range := object.remove(between([1, 1], [10, 1], [12, 1]), ["value"])
	verdict.sum(total(exact("t", [21, 1])), parts([range, exact("b", [10, 1])])).verdict == "consistent"
	verdict.sum(total(exact("t", [23, 1])), parts([range, exact("b", [10, 1])])).verdict == "inconsistent"
}

test_sum_with_a_truncated_total_needs_the_open_end if {
	t := figure("t", [10, 1], {"truncated": truncated([10, 1], [1, 2])})
	v := verdict.sum(total(t), parts([exact("a", [11, 1])]))
	v.verdict == "inconsistent"
	verdict.sum(total(t), parts([exact("a", [21, 2])])).verdict == "roundingOnly"
}

test_sum_names_the_worlds_of_two_sources if {
	v := verdict.sum(total(of_source(whole("t", 29), "b")), parts([of_source(whole("p", 30), "a")]))
	v.verdict == "roundingOnly"
	v.worlds == {
		"meets": ["a=rounded,b=rounded", "a=rounded,b=truncated"],
		"misses": ["a=truncated,b=rounded", "a=truncated,b=truncated"],
	}
}

five := [of_source(whole("p", 10), source) | some source in ["a", "b", "c", "d", "e"]]

test_more_than_four_sources_stay_sound if {
	verdict.sum(total(of_source(whole("t", 50), "f")), parts(five)).verdict == "consistent"
	verdict.sum(total(of_source(whole("t", 60), "f")), parts(five)).verdict == "inconsistent"
	v := verdict.sum(total(of_source(whole("t", 51), "f")), parts(five))
	v.verdict == "roundingOnly"
	count(v.worlds.meets) + count(v.worlds.misses) == 16
}

test_more_than_four_sources_keep_merged_facts if {
	merged := verdict.merged("part", five)
	verdict.sum(total(exact("t", [10, 1])), [merged]).verdict == "consistent"
	verdict.sum(total(exact("t", [12, 1])), [merged]).verdict == "inconsistent"
}

test_the_unit_percent_is_a_hundredth_on_any_operand if {
	v := verdict.product(
		[verdict.operand("factor", percent(exact("w", [20, 1]))), verdict.operand("factor", percent(exact("a", [110, 1])))],
		result(percent(exact("s", [22, 1]))),
	)
	v.verdict == "consistent"
	rational.same(v.computed.value, [22, 1])
	verdict.product([], result(exact("s", [1, 1]))).verdict == "consistent"
}

test_change_takes_each_figure_once if {
	v := change(whole("a", 100), whole("b", 105), percent(whole("r", 5)))
	v.verdict == "consistent"
	rational.same(v.computed.interval.upper, [1200, 199])
	change(exact("a", [100, 1]), exact("b", [106, 1]), percent(whole("r", 5))).verdict == "inconsistent"
	change(whole("a", 100), whole("b", 106), percent(whole("r", 5))).verdict == "roundingOnly"
}

test_change_of_a_negative_figure if {
	change(exact("a", [-100, 1]), exact("b", [-90, 1]), percent(exact("r", [-10, 1]))).verdict == "consistent"
	change(exact("a", [-100, 1]), exact("b", [-90, 1]), percent(exact("r", [10, 1]))).verdict == "inconsistent"
}

test_division_by_zero_gives_no_value_and_no_verdict_by_accident if {
	v := change(exact("a", [0, 1]), exact("b", [5, 1]), percent(exact("r", [10, 1])))
	v.verdict == "inconsistent"
	not v.deviation
	not v.computed.value
}

test_share_of_a_count_minds_the_stated_part if {
	w := verdict.operand("whole", exact("w", [17, 1]))
	v := verdict.share(verdict.operand("part", whole("p", 7)), w, result(percent(whole("r", 35))), true)
	v.verdict == "inconsistent"
	verdict.share(verdict.operand("part", exact("p", [6, 1])), w, result(percent(whole("r", 35))), true).verdict == "consistent"
}

test_share_without_part_and_count_cannot_be_judged if {
	w := verdict.operand("whole", whole("w", 17))
	v := verdict.share(null, w, result(percent(whole("r", 33))), true)
	v.verdict == "undetermined"
	v.missing == [{"role": "part", "cause": "absent"}]
	verdict.share(null, verdict.operand("whole", exact("w", [17, 1])), result(percent(whole("r", 33))), false).verdict == "undetermined"
}

test_share_bounds_settle_a_missing_part_of_a_count if {
	w := verdict.operand("whole", exact("w", [17, 1]))
	hidden := verdict.operand("part", withheld("p", "undisclosed"))
	verdict.share(hidden, w, result(percent(whole("r", 33))), true).verdict == "inconsistent"
	verdict.share(hidden, w, result(percent(whole("r", 35))), true).verdict == "undetermined"
}

test_ratio_settled_by_bounds if {
	hidden := object.union(verdict.operand("numerator", withheld("n", "lost")), {"nonNegative": true})
	v := verdict.ratio(hidden, verdict.operand("denominator", exact("d", [5, 1])), result(at_least([0, 1])))
	v.verdict == "consistent"
}

test_same_of_exact_members if {
	v := verdict.same(members([exact("a", [5, 1]), exact("b", [7, 1]), exact("c", [6, 1])]))
	v.verdict == "inconsistent"
	rational.same(v.deviation, [2, 1])
	not v.computed.interval
}

test_same_within_rounding if {
	v := verdict.same(members([only_rounded("a", [105, 10], [1, 20]), only_rounded("b", [10, 1], [1, 2])]))
	v.verdict == "roundingOnly"
	rational.same(v.computed.interval.lower, [209, 20])
	rational.same(v.computed.interval.upper, [21, 2])
}

test_same_with_a_bound_or_a_missing_member if {
	verdict.same(members([exact("a", [5, 1]), at_least([4, 1])])).verdict == "consistent"
	verdict.same(members([exact("a", [5, 1]), withheld("b", "lost")])).verdict == "undetermined"
	v := verdict.same(members([exact("a", [5, 1]), withheld("b", "lost"), exact("c", [6, 1])]))
	v.verdict == "inconsistent"
}

test_order_wholly_above if {
	v := order(exact("grants", [12, 1]), exact("applications", [10, 1]))
	v.verdict == "inconsistent"
	rational.same(v.deviation, [2, 1])
	order(exact("a", [10, 1]), exact("b", [10, 1])).verdict == "consistent"
}

test_order_minds_open_ends_that_touch if {
	high := figure("g", [10, 1], {"truncated": truncated([10, 1], [1, 2])})
	order(exact("l", [11, 1]), high).verdict == "inconsistent"
	order(exact("l", [109, 10]), high).verdict == "roundingOnly"
	order(only_rounded("l", [11, 1], [1, 2]), only_rounded("g", [10, 1], [1, 2])).verdict == "roundingOnly"
}

test_order_in_one_world_only if {
	v := order(whole("l", 11), exact("g", [105, 10]))
	v.verdict == "roundingOnly"
	v.worlds == {"meets": ["rounded"], "misses": ["truncated"]}
}
