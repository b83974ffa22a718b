package tieout.lib.verdict_test

import data.tieout.lib.verdict

thirds := [object.union(part, {"weight": [1, 3]}) | some part in parts([exact("a", [4, 1]), exact("b", [6, 1]), exact("c", [6, 1])])]

test_a_computed_figure_may_be_rounded if {
	verdict.sum(result(whole("r", 5)), thirds).verdict == "roundingOnly"
	verdict.computed(result(whole("r", 5)), thirds).verdict == "consistent"
	verdict.computed(result(only_rounded("r", [5, 1], [1, 2])), thirds).verdict == "consistent"
	verdict.computed(result(only_rounded("r", [6, 1], [1, 2])), thirds).verdict == "inconsistent"
}

test_a_computed_figure_that_needs_the_parts_rounding_holds_only_by_it if {
	rough := [object.union(part, {"weight": [1, 1]}) | some part in parts([only_rounded("a", [4, 1], [1, 2])])]
	verdict.computed(result(exact("r", [9, 2])), rough).verdict == "roundingOnly"
	verdict.computed(result(exact("r", [4, 1])), rough).verdict == "consistent"
	verdict.computed(result(exact("r", [5, 1])), rough).verdict == "inconsistent"
}
