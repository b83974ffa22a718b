package tieout.rules.pay.undisclosed_weight_share_test

import data.tieout.lib.testdata
import data.tieout.rules.pay.undisclosed_weight_share as rule

part(name, role, quantity) := {role: object.union(quantity, {"id": concat(".", [name, role]), "role": role})}

measure(name, weight, target) := testdata.measure(name, "report/bonus", object.union(
	part(name, "weight", weight),
	part(name, "target", target),
))

percent(value) := object.union(testdata.exact("", value), {"unit": "percent"})

in_unit(value, unit) := object.union(testdata.exact("", value), {"unit": unit})

withheld := testdata.without_value("", "undisclosed")

open(name, value) := measure(name, percent(value), testdata.exact("", 95))

hidden(name, value) := measure(name, percent(value), withheld)

facts(mode, measures) := testdata.document(mode, "measure", measures)

found(measures) := c if some c in rule.check with input as facts("findings", measures)

clean(measures) if {
	count(rule.check) == 0 with input as facts("findings", measures)
	testdata.quiet(rule.subjects, rule.check) with input as facts("audit", measures)
	rule.subjects == {"report/bonus"} with input as facts("findings", measures)
}

test_fail_weights_of_withheld_targets_are_added if {
	c := found([hidden("report/a", 20), open("report/b", 70), hidden("report/c", 10)])
	c.subject == "report/bonus"
	c.verdict == "undetermined"
	not c.case
	testdata.same(c.evidence.computed.value, [30, 1])
	c.evidence.unit == "percent"
	c.evidence.missing == []
	not c.evidence.params
	c.evidence.operands == [
		{"fact": "report/a", "role": "measure"},
		{"fact": "report/a.weight", "role": "weight"},
		{"fact": "report/a.target", "role": "target"},
		{"fact": "report/c", "role": "measure"},
		{"fact": "report/c.weight", "role": "weight"},
		{"fact": "report/c.target", "role": "target"},
	]
}

test_fail_a_dash_is_no_target if {
	dash := testdata.quantity("", {"status": "nil", "value": [0, 1]})
	testdata.same(found([measure("report/a", percent(20), dash)]).evidence.computed.value, [20, 1])
}

test_fail_other_plans_take_no_part if {
	other := object.union(hidden("report/b", 30), {"plan": "report/shares"})
	c := found([open("report/a", 100), other])
	c.subject == "report/shares"
	testdata.same(c.evidence.computed.value, [30, 1])
}

test_fail_plain_numbers_stay_or_meet_percent if {
	alone := found([measure("report/a", in_unit(1, "pure"), withheld)])
	testdata.same(alone.evidence.computed.value, [1, 1])
	alone.evidence.unit == "pure"
	mixed := found([measure("report/a", in_unit(1, "pure"), withheld), hidden("report/b", 20)])
	testdata.same(mixed.evidence.computed.value, [120, 1])
	mixed.evidence.unit == "percent"
}

test_fail_points_are_added_as_points if {
	c := found([measure("report/a", in_unit(3, "point"), withheld), measure("report/b", in_unit(2, "point"), withheld)])
	testdata.same(c.evidence.computed.value, [5, 1])
	c.evidence.unit == "point"
}

test_undecided_unlike_units if {
	c := found([measure("report/a", in_unit(3, "point"), withheld), hidden("report/b", 20)])
	c.case == "unit"
	c.verdict == "undetermined"
	c.evidence.params.units == "percent, point"
	not c.evidence.computed
	not c.evidence.unit
}

test_undecided_missing_weights if {
	bare := testdata.measure("report/a", "report/bonus", part("report/a", "target", withheld))
	c := found([bare, hidden("report/b", 20)])
	c.case == "unweighted"
	c.evidence.missing == [{"role": "weight", "fact": "report/a", "cause": "absent"}]
	secret := measure("report/a", object.union(withheld, {"unit": "percent"}), withheld)
	found([secret]).evidence.missing == [{"role": "weight", "fact": "report/a.weight", "cause": "undisclosed"}]
}

test_pass_targets_that_are_there_or_for_the_record_to_mend if {
	clean([open("report/a", 100)])
	clean([measure("report/a", percent(100), testdata.without_value("", "notApplicable"))])
	clean([measure("report/a", percent(100), testdata.without_value("", "lost"))])
	clean([testdata.measure("report/a", "report/bonus", part("report/a", "weight", percent(100)))])
	modifier := measure("report/b", testdata.without_value("", "notApplicable"), withheld)
	clean([open("report/a", 100), modifier])
}

test_pass_plan_without_weights_is_no_subject if {
	bare := testdata.measure("report/a", "report/bonus", part("report/a", "target", withheld))
	rule.subjects == set() with input as facts("audit", [bare])
	rule.check == set() with input as facts("audit", [bare])
}

many := [
	object.union(open("report/a", 100), {"plan": "report/1"}),
	object.union(hidden("report/b", 90), {"plan": "report/2"}),
	object.union(hidden("report/c", 10), {"plan": "report/2"}),
]

test_pass_both_modes_report_the_same if {
	reported := rule.check with input as facts("findings", many)
	audited := rule.check with input as facts("audit", many)
	count(reported) == 1
	reported == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as facts("audit", many)
	population == {c.subject | some c in audited}
	count(population) == count(audited)
	some c in audited
	c.verdict == "consistent"
	[o.role | some o in c.evidence.operands] == ["measure", "weight", "target"]
}

test_undecided_a_withheld_weight_lends_no_unit if {
	secret := object.union(withheld, {"unit": "point"})
	c := found([hidden("report/a", 20), measure("report/b", secret, withheld)])
	c.case == "unweighted"
	c.evidence.unit == "percent"
	not c.evidence.params
	c.evidence.missing == [{"role": "weight", "fact": "report/b.weight", "cause": "undisclosed"}]
}
