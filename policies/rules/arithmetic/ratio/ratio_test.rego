package tieout.rules.arithmetic.ratio_test

import data.tieout.lib.testdata
import data.tieout.rules.arithmetic.ratio as rule

registry := {"concepts": {"loaves": {"sign": "nonNegative"}, "profit": {"sign": "any"}}}

ratio(numerator, denominator, result) := testdata.relation("ledger/multiple", "ratio", [
	testdata.operand("numerator", numerator),
	testdata.operand("denominator", denominator),
	testdata.operand("result", result),
])

facts(mode, relations) := testdata.document(mode, "relation", relations)

found(relation) := c if {
	some c in rule.check with input as facts("findings", [relation]) with data.registry as registry
}

clean(relation) if {
	count(rule.check) == 0 with input as facts("findings", [relation]) with data.registry as registry
	testdata.quiet(rule.subjects, rule.check) with input as facts("audit", [relation]) with data.registry as registry
}

loaves(value) := testdata.exact("ledger/loaves", value)

cakes(value) := testdata.exact("ledger/cakes", value)

times(value) := testdata.exact("ledger/times", value)

withheld(id, concept) := object.union(testdata.without_value(id, "undisclosed"), {"concept": concept})

test_fail_another_multiple_than_stated if {
	c := found(ratio(loaves(40), cakes(10), times(5)))
	c.subject == "ledger/multiple"
	c.verdict == "inconsistent"
	not c.case
	testdata.same(c.evidence.computed.value, [4, 1])
	testdata.same(c.evidence.deviation, [1, 1])
	c.evidence.reported.fact == "ledger/times"
	[[o.fact, o.role] | some o in c.evidence.operands] == [
		["ledger/loaves", "numerator"],
		["ledger/cakes", "denominator"],
		["ledger/times", "result"],
	]
}

test_fail_upside_down if {
	found(ratio(cakes(10), loaves(40), times(4))).verdict == "inconsistent"
}

test_fail_just_beyond_what_rounding_explains if {
	result := testdata.rounded("ledger/times", 4)
	found(ratio(loaves(51), cakes(10), result)).verdict == "inconsistent"
	found(ratio(loaves(34), cakes(10), result)).verdict == "inconsistent"
}

test_fail_nothing_can_be_divided_by_zero if {
	c := found(ratio(loaves(40), cakes(0), times(5)))
	c.verdict == "inconsistent"
	c.case == "unreachable"
}

test_fail_a_negative_ratio_of_what_is_never_negative if {
	c := found(ratio(withheld("ledger/loaves", "loaves"), cakes(10), times(-1)))
	c.verdict == "inconsistent"
	c.case == "unreachable"
	c.evidence.missing == [{"role": "numerator", "fact": "ledger/loaves", "cause": "undisclosed"}]
}

test_fail_a_withheld_ratio_that_is_never_negative if {
	c := found(ratio(loaves(-40), cakes(10), withheld("ledger/times", "loaves")))
	c.verdict == "inconsistent"
	c.case == "unreachable"
}

test_fail_ranges_that_cannot_give_the_ratio if {
	c := found(ratio(testdata.ranged("ledger/loaves", [41, 1], [43, 1]), cakes(10), times(4)))
	c.verdict == "inconsistent"
	c.case == "unreachable"
	clean(ratio(testdata.ranged("ledger/loaves", [40, 1], [43, 1]), cakes(10), times(4)))
}

test_pass_at_most_a_tenth if {
	bound := testdata.quantity("ledger/times", {"intervals": {
		"rounded": testdata.between(null, [1, 10], true, false),
		"truncated": testdata.between(null, [1, 10], true, false),
	}})
	clean(ratio(loaves(4), cakes(40), bound))
	found(ratio(loaves(5), cakes(40), bound)).verdict == "inconsistent"
}

test_pass_a_percentage_is_hundredths if {
	clean(ratio(loaves(1), cakes(4), object.union(times(25), {"unit": "percent"})))
}

test_pass_shows_the_arithmetic_in_audit_mode if {
	some c in rule.check with input as facts("audit", [ratio(loaves(40), cakes(10), times(4))])
		with data.registry as registry
	c.verdict == "consistent"
	not c.case
	testdata.same(c.evidence.computed.value, [4, 1])
}

test_pass_ranges_that_can_meet_are_no_case if {
	some c in rule.check with input as facts("audit", [ratio(testdata.ranged("ledger/loaves", [40, 1], [43, 1]), cakes(10), times(4))])
		with data.registry as registry
	c.verdict == "consistent"
	not c.case
}

test_pass_other_relations_are_no_subjects if {
	order := testdata.relation("ledger/order", "order", [])
	count(rule.subjects) == 0 with input as facts("audit", [order])
	count(rule.check) == 0 with input as facts("audit", [order]) with data.registry as registry
}

test_undecided_a_figure_is_withheld if {
	c := found(ratio(withheld("ledger/loaves", "profit"), cakes(10), times(-1)))
	c.verdict == "undetermined"
	c.case == "undetermined"
	c.evidence.missing == [{"role": "numerator", "fact": "ledger/loaves", "cause": "undisclosed"}]
}

test_undecided_operands_that_are_not_recorded if {
	c := found(testdata.relation("ledger/multiple", "ratio", [
		testdata.dangling("numerator", "ledger/loaves"),
		testdata.operand("denominator", cakes(10)),
		testdata.operand("result", times(4)),
	]))
	c.case == "undetermined"
	c.evidence.missing == [{"role": "numerator", "fact": "ledger/loaves", "cause": "dangling"}]
}

test_undecided_within_rounding_is_told_as_such if {
	c := found(ratio(loaves(51), testdata.rounded("ledger/cakes", 12), times(4)))
	c.case == "roundingOnly"
	c.verdict == "roundingOnly"
	testdata.same(c.evidence.deviation, [1, 4])
	c.evidence.worlds == {"meets": ["truncated"], "misses": ["rounded"]}
}

many := [object.union(relation, {"id": concat("/", ["ledger", format_int(i, 10)])}) |
	some i, relation in [
		ratio(loaves(40), cakes(10), times(4)),
		ratio(loaves(40), cakes(10), times(5)),
		ratio(loaves(51), testdata.rounded("ledger/cakes", 12), times(4)),
		ratio(withheld("ledger/loaves", "profit"), cakes(10), times(4)),
	]
]

test_pass_both_modes_report_the_same if {
	reported := rule.check with input as facts("findings", many) with data.registry as registry
	audited := rule.check with input as facts("audit", many) with data.registry as registry
	count(reported) == 3
	reported == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as facts("audit", many)
	population == {c.subject | some c in audited}
	count(population) == count(audited)
}
