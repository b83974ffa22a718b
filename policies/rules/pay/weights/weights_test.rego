package tieout.rules.pay.weights_test

import data.tieout.lib.testdata
import data.tieout.rules.pay.weights as rule

weight(name, quantity, unit) := testdata.measure(name, "report/bonus", {"weight": object.union(quantity, {
	"id": concat(".", [name, "weight"]),
	"unit": unit,
	"role": "weight",
	"of": name,
})})

percent(name, value) := weight(name, testdata.exact("", value), "percent")

unweighted(name) := testdata.measure(name, "report/bonus", {})

facts(mode, measures) := testdata.document(mode, "measure", measures)

found(measures) := c if some c in rule.check with input as facts("findings", measures)

clean(measures) if {
	count(rule.check) == 0 with input as facts("findings", measures)
	testdata.quiet(rule.subjects, rule.check) with input as facts("audit", measures)
}

test_fail_weights_beside_the_whole if {
	c := found([percent("report/a", 40), percent("report/b", 40), percent("report/c", 30)])
	c.subject == "report/bonus"
	c.verdict == "inconsistent"
	not c.case
	testdata.same(c.evidence.computed.value, [110, 1])
	testdata.same(c.evidence.deviation, [10, 1])
	c.evidence.missing == []
	c.evidence.unit == "percent"
	[[o.fact, o.role] | some o in c.evidence.operands] == [
		["report/a.weight", "weight"],
		["report/b.weight", "weight"],
		["report/c.weight", "weight"],
	]
}

test_fail_each_plan_is_added_up_by_itself if {
	other := object.union(percent("report/d", 90), {"plan": "report/shares"})
	found([percent("report/a", 100), other]).subject == "report/shares"
}

test_fail_known_weights_exceed_the_whole_whatever_is_missing if {
	c := found([percent("report/a", 60), percent("report/b", 50), unweighted("report/c")])
	c.verdict == "inconsistent"
	c.case == "unreachable"
	c.evidence.missing == [{"role": "weight", "fact": "report/c", "cause": "absent"}]
}

test_pass_percent_and_plain_numbers_share_a_whole if {
	half := testdata.quantity("", {
		"value": [1, 2],
		"printed": "0.5",
		"intervals": {"rounded": testdata.point([1, 2]), "truncated": testdata.point([1, 2])},
	})
	clean([weight("report/a", half, "pure"), percent("report/b", 50)])
	clean([weight("report/a", half, "pure"), weight("report/b", half, "pure")])
}

test_pass_measure_that_carries_no_weight_by_its_nature if {
	modifier := weight("report/c", testdata.without_value("", "notApplicable"), "percent")
	clean([percent("report/a", 60), percent("report/b", 40), modifier])
	rule.subjects == {"report/bonus"} with input as facts("audit", [percent("report/a", 100), modifier])
	rule.subjects == set() with input as facts("audit", [modifier])
}

test_pass_plan_without_weights_is_no_subject if {
	rule.subjects == set() with input as facts("audit", [unweighted("report/a")])
	rule.check == set() with input as facts("audit", [unweighted("report/a")])
}

test_pass_shows_the_sum_in_audit_mode if {
	some c in rule.check with input as facts("audit", [percent("report/a", 100)])
	c.verdict == "consistent"
	testdata.same(c.evidence.computed.value, [100, 1])
}

test_undecided_names_the_measure_without_a_weight if {
	c := found([percent("report/a", 60), unweighted("report/b")])
	c.case == "undetermined"
	c.verdict == "undetermined"
	c.evidence.missing == [{"role": "weight", "fact": "report/b", "cause": "absent"}]
}

test_undecided_names_the_withheld_weight if {
	c := found([percent("report/a", 60), weight("report/b", testdata.without_value("", "undisclosed"), "percent")])
	c.case == "undetermined"
	c.evidence.missing == [{"role": "weight", "fact": "report/b.weight", "cause": "undisclosed"}]
}

third(name) := weight(name, testdata.rounded("", 33), "percent")

test_undecided_thirds_that_were_rounded if {
	c := found([third("report/a"), third("report/b"), third("report/c")])
	c.case == "roundingOnly"
	testdata.same(c.evidence.deviation, [1, 1])
}

test_undecided_unit_without_a_whole if {
	c := found([weight("report/a", testdata.exact("", 3), "point"), percent("report/b", 50)])
	c == {
		"subject": "report/bonus",
		"case": "unit",
		"verdict": "undetermined",
		"evidence": {
			"operands": [
				{"fact": "report/a.weight", "role": "weight"},
				{"fact": "report/b.weight", "role": "weight"},
			],
			"params": {"unit": "point"},
		},
	}
}

many := [
	object.union(percent("report/a", 100), {"plan": "report/1"}),
	object.union(percent("report/b", 90), {"plan": "report/2"}),
	object.union(percent("report/c", 90), {"plan": "report/3"}),
	object.union(unweighted("report/d"), {"plan": "report/3"}),
	object.union(weight("report/e", testdata.exact("", 3), "point"), {"plan": "report/4"}),
]

test_pass_both_modes_report_the_same if {
	reported := rule.check with input as facts("findings", many)
	audited := rule.check with input as facts("audit", many)
	count(reported) == 3
	reported == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as facts("audit", many)
	population == {c.subject | some c in audited}
	count(population) == count(audited)
}

test_population_leaves_out_weights_that_do_not_apply if {
	gone := object.union(percent("report/a", 40), {"weight": {"status": "notApplicable", "unit": "point"}})
	rule.subjects == set() with input as facts("audit", [gone])
	rule.check == set() with input as facts("audit", [gone])
}

test_pass_units_of_weights_that_do_not_apply if {
	gone := weight("report/b", testdata.without_value("", "notApplicable"), "point")
	clean([percent("report/a", 100), gone])
	c := found([weight("report/a", testdata.exact("", 4), "point"), gone])
	c.case == "unit"
	[o.fact | some o in c.evidence.operands] == ["report/a.weight"]
}
