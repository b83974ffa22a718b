package tieout.rules.pay.overall_from_scores_test

import data.tieout.lib.testdata
import data.tieout.rules.pay.overall_from_scores as rule

figure(quantity, id, role, unit) := object.union(quantity, {"id": id, "unit": unit, "role": role})

part(name, role, quantity, unit) := {role: figure(quantity, concat(".", [name, role]), role, unit)}

score(name, value) := testdata.measure(name, "report/bonus", part(name, "score", testdata.exact("", value), "percent"))

achieved(name, weight, achievement) := testdata.measure(name, "report/bonus", object.union(
	part(name, "weight", weight, "percent"),
	part(name, "achievement", achievement, "percent"),
))

overall(quantity) := object.union(figure(quantity, "report/bonus.overall", "overall", "percent"), {"of": "report/bonus"})

facts(mode, total, measures) := {"mode": mode, "facts": {"quantity": [total], "measure": measures}}

found(total, measures) := c if some c in rule.check with input as facts("findings", total, measures)

clean(total, measures) if {
	count(rule.check) == 0 with input as facts("findings", total, measures)
	testdata.quiet(rule.subjects, rule.check) with input as facts("audit", total, measures)
	count(rule.subjects) == 1 with input as facts("findings", total, measures)
}

test_fail_scores_beside_the_overall_result if {
	c := found(overall(testdata.exact("", 70)), [score("report/a", 10), score("report/b", 50)])
	c.subject == "report/bonus"
	c.verdict == "inconsistent"
	not c.case
	testdata.same(c.evidence.computed.value, [60, 1])
	testdata.same(c.evidence.deviation, [10, 1])
	c.evidence.reported.fact == "report/bonus.overall"
	c.evidence.missing == []
	c.evidence.unit == "percent"
	[[o.fact, o.role] | some o in c.evidence.operands] == [
		["report/bonus.overall", "total"],
		["report/a.score", "score"],
		["report/b.score", "score"],
	]
}

test_fail_achievements_count_by_their_weights if {
	c := found(overall(testdata.exact("", 90)), [achieved("report/a", testdata.exact("", 40), testdata.exact("", 50)), score("report/b", 60)])
	c.verdict == "inconsistent"
	testdata.same(c.evidence.computed.value, [80, 1])
	[[o.fact, o.role] | some o in c.evidence.operands] == [
		["report/bonus.overall", "total"],
		["report/a.weight", "weight"],
		["report/a.achievement", "achievement"],
		["report/b.score", "score"],
	]
}

test_fail_a_dash_scores_nothing if {
	dash := testdata.measure("report/a", "report/bonus", part(
		"report/a", "score", testdata.quantity("", {
			"status": "nil",
			"value": [0, 1],
		}),
		"percent",
	))
	found(overall(testdata.exact("", 61)), [dash, score("report/b", 60)]).verdict == "inconsistent"
	clean(overall(testdata.exact("", 60)), [dash, score("report/b", 60)])
	plain_dash := object.union(dash, {"score": object.union(dash.score, {"unit": "pure"})})
	clean(overall(testdata.exact("", 60)), [plain_dash, score("report/b", 60)])
}

test_pass_scores_come_before_achievements if {
	both := object.union(achieved("report/a", testdata.exact("", 40), testdata.exact("", 90)), score("report/a", 20))
	clean(overall(testdata.exact("", 20)), [both])
}

test_pass_other_plans_take_no_part if {
	clean(overall(testdata.exact("", 20)), [score("report/a", 20), object.union(score("report/b", 9), {"plan": "report/shares"})])
}

test_pass_plain_numbers_and_percent_are_brought_together if {
	plain := testdata.measure("report/a", "report/bonus", part("report/a", "score", testdata.exact("", 1), "pure"))
	clean(overall(testdata.exact("", 110)), [plain, score("report/b", 10)])
}

test_pass_a_range_of_achievement_can_give_the_result if {
	wide := achieved("report/a", testdata.exact("", 100), testdata.ranged("", [50, 1], [60, 1]))
	clean(overall(testdata.exact("", 60)), [wide])
	found(overall(testdata.exact("", 61)), [wide]).verdict == "inconsistent"
}

test_pass_measure_without_score_by_its_nature if {
	none := testdata.measure("report/a", "report/bonus", part("report/a", "score", testdata.without_value("", "notApplicable"), "percent"))
	clean(overall(testdata.exact("", 60)), [none, score("report/b", 60)])
}

test_pass_plan_without_an_overall_result_is_no_subject if {
	rule.subjects == set() with input as facts("audit", overall(testdata.without_value("", "notApplicable")), [score("report/a", 1)])
	rule.check == set() with input as facts("audit", testdata.exact("report/x", 1), [score("report/a", 1)])
}

test_pass_overall_result_without_anything_that_scores_is_no_subject if {
	none := testdata.measure("report/a", "report/bonus", part("report/a", "score", testdata.without_value("", "notApplicable"), "percent"))
	every measures in [[], [none]] {
		rule.subjects == set() with input as facts("audit", overall(testdata.exact("", 60)), measures)
		rule.check == set() with input as facts("audit", overall(testdata.exact("", 60)), measures)
	}
	figure_of_plan := object.union(overall(testdata.exact("", 60)), {"role": "score"})
	rule.subjects == set() with input as facts("audit", figure_of_plan, [score("report/a", 1)])
}

test_undecided_rounding_at_its_ends if {
	rounded := testdata.measure("report/a", "report/bonus", part("report/a", "score", testdata.rounded("", 10), "percent"))
	found(overall(testdata.rounded("", 11)), [rounded]).case == "roundingOnly"
	found(overall(testdata.rounded("", 12)), [rounded]).verdict == "inconsistent"
	clean(overall(testdata.rounded("", 10)), [rounded])
}

test_undecided_names_what_is_missing if {
	bare := testdata.measure("report/a", "report/bonus", {})
	c := found(overall(testdata.exact("", 60)), [bare, score("report/b", 60)])
	c.case == "undetermined"
	c.verdict == "undetermined"
	c.evidence.missing == [{"role": "score", "fact": "report/a", "cause": "absent"}]
}

test_undecided_withheld_figures if {
	hidden := testdata.measure("report/a", "report/bonus", part("report/a", "score", testdata.without_value("", "undisclosed"), "percent"))
	found(overall(testdata.exact("", 60)), [hidden]).evidence.missing == [{
		"role": "part",
		"fact": "report/a.score",
		"cause": "undisclosed",
	}]
	found(overall(testdata.without_value("", "undisclosed")), [score("report/a", 1)]).case == "undetermined"
}

test_undecided_achievements_without_a_known_factor if {
	secret := testdata.without_value("", "undisclosed")
	every m in [achieved("report/a", secret, testdata.exact("", 50)), achieved("report/a", testdata.exact("", 40), secret)] {
		found(overall(testdata.exact("", 60)), [m]).evidence.missing == [{
			"role": "score",
			"fact": "report/a",
			"cause": "absent",
		}]
	}
}

test_pass_a_dash_has_no_unit if {
	dash := testdata.quantity("", {"status": "nil", "value": [0, 1]})
	points := testdata.measure("report/a", "report/bonus", part("report/a", "score", dash, "point"))
	clean(overall(testdata.exact("", 60)), [points, score("report/b", 60)])
}

test_undecided_unlike_units if {
	points := testdata.measure("report/a", "report/bonus", part("report/a", "score", testdata.exact("", 3), "point"))
	c := found(overall(testdata.exact("", 60)), [points])
	c.case == "unit"
	c.verdict == "undetermined"
	c.evidence.params.units == "percent, point"
	days := testdata.measure("report/a", "report/bonus", object.union(
		part("report/a", "weight", testdata.exact("", 3), "point"),
		part("report/a", "achievement", testdata.exact("", 3), "day"),
	))
	found(overall(testdata.exact("", 60)), [days]).evidence.params.units == "day, percent, point"
}

test_pass_both_modes_report_the_same if {
	totals := [overall(testdata.exact("", 60)), object.union(overall(testdata.exact("", 9)), {"of": "report/shares"})]
	measures := [score("report/a", 60), object.union(score("report/b", 8), {"plan": "report/shares"})]
	both := {"quantity": totals, "measure": measures}
	reported := rule.check with input as {"mode": "findings", "facts": both}
	audited := rule.check with input as {"mode": "audit", "facts": both}
	count(reported) == 1
	reported == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as {"mode": "audit", "facts": both}
	population == {c.subject | some c in audited}
	count(audited) == 2
}
