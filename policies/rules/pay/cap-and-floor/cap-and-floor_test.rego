package tieout.rules.pay.cap_and_floor_test

import data.tieout.lib.testdata
import data.tieout.rules.pay.cap_and_floor as rule

percent(id, value) := object.union(testdata.exact(id, value), {"unit": "percent"})

rounded(id, value) := object.union(testdata.rounded(id, value), {"unit": "percent"})

part(role, figure) := object.union(figure, {"role": role})

limits := {"floor": percent("ledger/floor", 50), "cap": percent("ledger/cap", 125)}

measure(parts) := testdata.measure("ledger/bonus.sales", "ledger/bonus", object.union(limits, parts))

scoring(weight, score) := measure({"weight": percent("ledger/w", weight), "score": part("score", percent("ledger/s", score))})

achieving(figure) := measure({"achievement": part("achievement", figure)})

found(m) := c if {
	some c in rule.check with input as testdata.document("findings", "measure", [m])
}

clean(m) if {
	count(rule.check) == 0 with input as testdata.document("findings", "measure", [m])
	testdata.quiet(rule.subjects, rule.check) with input as testdata.document("audit", "measure", [m])
}

test_fail_a_score_above_the_cap if {
	c := found(scoring(20, 26))
	c.subject == "ledger/bonus.sales"
	c.verdict == "inconsistent"
	not c.case
	testdata.same(c.evidence.deviation, [1, 1])
	c.evidence.unit == "percent"
	[o.role | some o in c.evidence.operands] == ["measure", "result", "weight", "floor", "cap"]
}

test_pass_scores_at_the_ends if {
	clean(scoring(20, 25))
	clean(scoring(20, 10))
	clean(scoring(20, 0))
	found(scoring(20, 9)).case == "floor"
}

test_fail_achievements_beyond_the_ends if {
	clean(achieving(percent("ledger/a", 125)))
	clean(achieving(percent("ledger/a", 50)))
	clean(achieving(percent("ledger/a", 0)))
	found(achieving(percent("ledger/a", 126))).verdict == "inconsistent"
	c := found(achieving(percent("ledger/a", 49)))
	c.case == "floor"
	[o.role | some o in c.evidence.operands] == ["measure", "result", "floor", "cap"]
}

test_pass_within_the_rounding if {
	found(achieving(rounded("ledger/a", 126))).verdict == "inconsistent"
	broad := measure({
		"achievement": part("achievement", rounded("ledger/a", 126)),
		"cap": rounded("ledger/cap", 125),
	})
	found(broad).case == "roundingOnly"
}

test_fail_floor_above_cap if {
	m := measure({
		"achievement": part("achievement", percent("ledger/a", 0)),
		"floor": percent("ledger/floor", 130),
	})
	found(m).case == "crossed"
}

test_pass_plain_numbers_and_percentages_meet if {
	plain := part("achievement", object.union(testdata.exact("ledger/a", 1), {"unit": "pure"}))
	clean(measure({"achievement": plain}))
	found(measure({"achievement": part("achievement", object.union(testdata.exact("ledger/a", 2), {"unit": "pure"}))})).verdict == "inconsistent"
}

test_pass_one_limit_alone if {
	capped := object.remove(scoring(20, 9), ["floor"])
	clean(capped)
	floored := object.remove(scoring(20, 40), ["cap"])
	clean(floored)
}

test_pass_in_audit_mode if {
	some c in rule.check with input as testdata.document("audit", "measure", [scoring(20, 25)])
	c.verdict == "consistent"
	not c.case
}

test_undecided_without_the_limit if {
	m := object.union(scoring(20, 25), {"cap": testdata.without_value("ledger/cap", "lost")})
	lost := object.union(object.remove(m, ["cap"]), {"cap": testdata.without_value("ledger/cap", "lost")})
	c := found(lost)
	c.case == "undetermined"
	c.evidence.missing == [{"role": "cap", "fact": "ledger/cap", "cause": "lost"}]
}

test_population_is_measures_with_a_limit_and_a_result if {
	bare := testdata.measure("ledger/bonus.a", "ledger/bonus", {"score": part("score", percent("ledger/s", 5))})
	unweighted := measure({"score": part("score", percent("ledger/s", 5))})
	points := achieving(testdata.exact("ledger/a", 5))
	every m in [bare, unweighted, points, measure({})] {
		rule.subjects == set() with input as testdata.document("findings", "measure", [m])
	}
	rule.subjects == {"ledger/bonus.sales"} with input as testdata.document("findings", "measure", [scoring(20, 25)])
}

test_pass_limits_that_cross_within_the_rounding if {
	clean(measure({
		"achievement": part("achievement", percent("ledger/a", 0)),
		"floor": rounded("ledger/floor", 126),
		"cap": rounded("ledger/cap", 125),
	}))
}

test_fail_a_weight_says_nothing_of_an_achievement if {
	c := found(measure({
		"weight": percent("ledger/w", 20),
		"achievement": part("achievement", percent("ledger/a", 126)),
	}))
	[o.role | some o in c.evidence.operands] == ["measure", "result", "floor", "cap"]
}

test_population_leaves_out_results_that_cannot_be_read if {
	worded := measure({"weight": percent("ledger/w", 20), "score": part("score", object.union(testdata.word("ledger/s", "A"), {"unit": "percent"}))})
	lost := achieving(object.union(testdata.without_value("ledger/a", "lost"), {"unit": "percent"}))
	every m in [worded, lost] {
		rule.subjects == set() with input as testdata.document("audit", "measure", [m])
		rule.check == set() with input as testdata.document("audit", "measure", [m])
	}
}

test_pass_an_achievement_without_any_limit if {
	m := object.remove(achieving(percent("ledger/a", 130)), ["floor", "cap"])
	every mode in ["findings", "audit"] {
		rule.subjects == set() with input as testdata.document(mode, "measure", [m])
		rule.check == set() with input as testdata.document(mode, "measure", [m])
	}
}
