package tieout.rules.pay.score_from_achievement_test

import data.tieout.lib.testdata
import data.tieout.rules.pay.score_from_achievement as rule

part(role, quantity) := object.union(quantity, {
	"id": concat(".", ["report/bonus.profit", role]),
	"role": role,
	"unit": "percent",
})

measure(weight, achievement, score) := testdata.measure("report/bonus.profit", "report/bonus", {
	"weight": part("weight", weight),
	"achievement": part("achievement", achievement),
	"score": part("score", score),
})

exact(value) := testdata.exact("", value)

facts(mode, measures) := testdata.document(mode, "measure", measures)

found(m) := c if some c in rule.check with input as facts("findings", [m])

clean(m) if {
	count(rule.check) == 0 with input as facts("findings", [m])
	testdata.quiet(rule.subjects, rule.check) with input as facts("audit", [m])
	rule.subjects == {m.id} with input as facts("findings", [m])
}

test_fail_score_beside_the_product if {
	c := found(measure(exact(40), exact(75), exact(35)))
	c.subject == "report/bonus.profit"
	c.verdict == "inconsistent"
	not c.case
	testdata.same(c.evidence.computed.value, [30, 1])
	testdata.same(c.evidence.deviation, [5, 1])
	c.evidence.unit == "percent"
	c.evidence.reported.fact == "report/bonus.profit.score"
	[[o.fact, o.role] | some o in c.evidence.operands] == [
		["report/bonus.profit", "measure"],
		["report/bonus.profit.weight", "weight"],
		["report/bonus.profit.achievement", "achievement"],
		["report/bonus.profit.score", "result"],
	]
}

test_pass_percent_of_percent if {
	clean(measure(exact(40), exact(75), exact(30)))
	clean(measure(exact(40), exact(110), exact(44)))
	clean(measure(exact(40), exact(0), exact(0)))
}

test_pass_weight_as_a_plain_number if {
	half := testdata.quantity("", {"value": [1, 2], "intervals": {"rounded": testdata.point([1, 2])}})
	m := measure(half, exact(80), exact(40))
	clean(object.union(m, {"weight": {"unit": "pure"}}))
	found(m).verdict == "inconsistent"
}

test_undecided_rounded_score_at_the_ends_of_its_interval if {
	clean(measure(exact(10), exact(100), testdata.rounded("", 10)))
	found(measure(exact(10), exact(95), testdata.rounded("", 10))).evidence.worlds == {
		"meets": ["rounded"],
		"misses": ["truncated"],
	}
	found(measure(exact(10), exact(94), testdata.rounded("", 10))).verdict == "inconsistent"
	found(measure(exact(10), exact(106), testdata.rounded("", 10))).evidence.worlds.meets == ["truncated"]
	found(measure(exact(10), exact(110), testdata.rounded("", 10))).verdict == "inconsistent"
}

test_pass_what_lacks_a_part_is_no_subject if {
	m := measure(exact(40), exact(75), exact(35))
	every role in ["weight", "achievement", "score"] {
		none := object.union(m, {role: testdata.without_value("", "notApplicable")})
		rule.subjects == set() with input as facts("audit", [none, object.remove(m, [role])])
		rule.check == set() with input as facts("audit", [none, object.remove(m, [role])])
	}
}

test_undecided_rounded_factors if {
	c := found(measure(exact(10), testdata.rounded("", 94), object.union(testdata.rounded("", 10), {"intervals": {
		"rounded": testdata.between([189, 20], [191, 20], false, false),
		"truncated": testdata.between([10, 1], [11, 1], false, true),
	}})))
	c.case == "roundingOnly"
	c.verdict == "roundingOnly"
}

test_undecided_withheld_achievement if {
	c := found(measure(exact(40), testdata.without_value("", "undisclosed"), exact(30)))
	c.case == "undetermined"
	c.verdict == "undetermined"
	c.evidence.missing == [{
		"role": "achievement",
		"fact": "report/bonus.profit.achievement",
		"cause": "undisclosed",
	}]
}

many := [object.union(m, {"id": concat("/", ["report", format_int(i, 10)])}) |
	some i, m in [
		measure(exact(40), exact(75), exact(30)),
		measure(exact(40), exact(75), exact(35)),
		measure(exact(40), testdata.without_value("", "lost"), exact(30)),
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
