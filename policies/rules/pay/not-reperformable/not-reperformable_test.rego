package tieout.rules.pay.not_reperformable_test

import data.tieout.lib.testdata
import data.tieout.rules.pay.not_reperformable as rule

measure(parts) := testdata.measure("report/bonus.sales", "report/bonus", {role: part |
	some role, quantity in parts
	part := object.union(quantity, {"id": concat(".", ["report/bonus.sales", role]), "role": role})
})

exact(value) := testdata.exact("", value)

withheld := testdata.without_value("", "undisclosed")

lost := testdata.without_value("", "lost")

inapplicable := testdata.without_value("", "notApplicable")

dash := testdata.quantity("", {"status": "nil", "value": [0, 1]})

facts(mode, measures) := testdata.document(mode, "measure", measures)

found(m) := c if some c in rule.check with input as facts("findings", [m])

clean(m) if {
	count(rule.check) == 0 with input as facts("findings", [m])
	testdata.quiet(rule.subjects, rule.check) with input as facts("audit", [m])
	rule.subjects == {m.id} with input as facts("findings", [m])
}

test_undecided_score_for_figures_that_are_withheld if {
	found(measure({"target": withheld, "actual": withheld, "score": exact(10)})) == {
		"subject": "report/bonus.sales",
		"verdict": "undetermined",
		"evidence": {
			"operands": [
				{"fact": "report/bonus.sales", "role": "measure"},
				{"fact": "report/bonus.sales.target", "role": "target"},
				{"fact": "report/bonus.sales.actual", "role": "actual"},
				{"fact": "report/bonus.sales.score", "role": "result"},
			],
			"missing": [
				{"role": "target", "fact": "report/bonus.sales.target", "cause": "undisclosed"},
				{"role": "actual", "fact": "report/bonus.sales.actual", "cause": "undisclosed"},
			],
		},
	}
}

test_fail_one_of_the_two_is_enough if {
	some_actual := found(measure({"target": exact(9), "actual": withheld, "achievement": exact(90)}))
	some_actual.evidence.missing == [{
		"role": "actual",
		"fact": "report/bonus.sales.actual",
		"cause": "undisclosed",
	}]
	some_actual.case == "actual"
	some_target := found(measure({"target": withheld, "actual": exact(9), "score": exact(0)}))
	some_target.evidence.missing[0].role == "target"
	some_target.case == "target"
}

test_fail_a_dash_is_no_target_but_a_result if {
	c := found(measure({"target": dash, "actual": exact(9), "score": dash}))
	c.evidence.missing == [{"role": "target", "fact": "report/bonus.sales.target", "cause": "undisclosed"}]
	c.case == "target"
	clean(measure({"target": exact(9), "actual": dash, "score": exact(0)}))
}

near(parts) := measure(object.union(
	{"target": exact(100), "actual": exact(80), "score": exact(0), "weight": exact(20)},
	parts,
))

test_undecided_a_zero_near_the_target if {
	c := found(near({}))
	c.verdict == "undetermined"
	c.case == "near"
	c.evidence.missing == []
	found(near({"actual": exact(99)})).case == "near"
	clean(near({"actual": exact(79)}))
	clean(near({"score": exact(1)}))
	clean(near({"weight": exact(0)}))
	clean(near({"threshold": exact(90)}))
	clean(near({"target": exact(0), "actual": exact(0)}))
}

test_undecided_a_zero_near_a_target_to_stay_below if {
	concepts := {"profit": {"better": "lower"}}
	some c in rule.check with input as facts("findings", [near({"actual": exact(125)})]) with data.registry.concepts as concepts
	c.case == "near"
	count(rule.check) == 0 with input as facts("findings", [near({"actual": exact(126)})]) with data.registry.concepts as concepts
}

exceeded(parts) := object.union(
	measure(object.union({"target": exact(100), "actual": exact(110)}, parts)),
	{"outcome": "exceeded"},
)

percent(value) := object.union(exact(value), {"unit": "percent"})

test_undecided_exactly_full_though_exceeded if {
	found(exceeded({"score": percent(20), "weight": percent(20)})).case == "full"
	found(exceeded({"achievement": percent(100)})).case == "full"
	c := found(exceeded({"score": percent(20), "weight": percent(20), "target": withheld}))
	c.case == "full"
	count(c.evidence.missing) == 1
	clean(exceeded({"score": percent(21), "weight": percent(20)}))
	clean(exceeded({"achievement": percent(110)}))
	clean(exceeded({"score": percent(20)}))
	clean(exceeded({"score": exact(20), "weight": percent(20)}))
	clean(exceeded({"achievement": exact(100)}))
	clean(object.remove(exceeded({"achievement": percent(100)}), ["outcome"]))
}

test_pass_a_cap_explains_a_full_result if {
	clean(exceeded({"achievement": percent(100), "cap": percent(100)}))
	found(exceeded({"achievement": percent(100), "cap": percent(125)})).case == "full"
}

test_pass_figures_and_grades if {
	clean(measure({"target": exact(9), "actual": exact(9), "score": exact(10)}))
	clean(measure({"target": testdata.word("", "A-"), "actual": testdata.word("", "A"), "achievement": exact(100)}))
	clean(measure({"target": testdata.ranged("", [1, 1], [2, 1]), "actual": exact(9), "score": exact(10)}))
}

test_pass_what_is_no_subject if {
	none := [
		measure({"target": withheld, "actual": withheld}),
		measure({"target": withheld, "actual": withheld, "score": withheld}),
		measure({"target": withheld, "actual": withheld, "score": inapplicable, "achievement": lost}),
		measure({"target": inapplicable, "actual": exact(3), "score": exact(3)}),
		measure({"target": exact(9), "score": exact(10)}),
		measure({"actual": exact(9), "score": exact(10)}),
		measure({"target": lost, "actual": withheld, "score": exact(10)}),
		measure({"target": withheld, "actual": inapplicable, "score": exact(3)}),
	]
	rule.subjects == set() with input as facts("audit", none)
	rule.check == set() with input as facts("audit", none)
}

test_pass_both_results_are_shown if {
	m := measure({"target": exact(9), "actual": exact(9), "achievement": exact(100), "score": exact(10)})
	some c in rule.check with input as facts("audit", [m])
	[o.fact | some o in c.evidence.operands; o.role == "result"] == [
		"report/bonus.sales.achievement",
		"report/bonus.sales.score",
	]
}

many := [object.union(m, {"id": concat("/", ["report", format_int(i, 10)])}) |
	some i, m in [
		measure({"target": exact(9), "actual": exact(9), "score": exact(10)}),
		measure({"target": withheld, "actual": exact(9), "score": exact(10)}),
		measure({"target": withheld, "actual": withheld, "score": exact(10)}),
	]
]

test_pass_both_modes_report_the_same if {
	reported := rule.check with input as facts("findings", many)
	audited := rule.check with input as facts("audit", many)
	count(reported) == 2
	reported == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as facts("audit", many)
	population == {c.subject | some c in audited}
	count(population) == count(audited)
}

test_pass_a_zero_in_another_unit_than_the_target if {
	clean(near({"actual": percent(80)}))
}

test_pass_an_achievement_that_equals_the_weight if {
	clean(exceeded({"achievement": percent(20), "score": object.union(withheld, {"unit": "percent"}), "weight": percent(20)}))
}

test_pass_nothing_of_a_weight_of_0 if {
	clean(exceeded({"score": percent(0), "weight": percent(0)}))
}

test_pass_a_score_of_100_without_its_weight if {
	clean(exceeded({"achievement": percent(90), "score": percent(100)}))
}

test_undecided_a_cap_in_another_unit_explains_nothing if {
	found(exceeded({"achievement": percent(100), "cap": exact(100)})).case == "full"
}
