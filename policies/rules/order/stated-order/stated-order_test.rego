package tieout.rules.order.stated_order_test

import data.tieout.lib.testdata
import data.tieout.rules.order.stated_order as rule

order(lesser, greater) := testdata.relation("ledger/rises", "order", [
	testdata.operand("lesser", lesser),
	testdata.operand("greater", greater),
])

facts(mode, relations) := testdata.document(mode, "relation", relations)

found(relation) := c if {
	some c in rule.check with input as facts("findings", [relation])
}

clean(relation) if {
	count(rule.check) == 0 with input as facts("findings", [relation])
	testdata.quiet(rule.subjects, rule.check) with input as facts("audit", [relation])
}

before(value) := testdata.exact("ledger/before", value)

after(value) := testdata.exact("ledger/after", value)

test_fail_the_lesser_is_the_greater if {
	c := found(order(before(950), after(900)))
	c.subject == "ledger/rises"
	c.verdict == "inconsistent"
	not c.case
	testdata.same(c.evidence.deviation, [50, 1])
	c.evidence.reported.fact == "ledger/after"
	[[o.fact, o.role] | some o in c.evidence.operands] == [["ledger/before", "lesser"], ["ledger/after", "greater"]]
}

test_fail_just_beyond_what_rounding_explains if {
	found(order(testdata.rounded("ledger/before", 14), testdata.rounded("ledger/after", 12))).verdict == "inconsistent"
}

test_fail_above_a_range if {
	range := testdata.ranged("ledger/after", [10, 1], [20, 1])
	clean(order(before(20), range))
	found(order(before(21), range)).verdict == "inconsistent"
}

test_pass_less_and_equal if {
	clean(order(before(900), after(950)))
	clean(order(before(900), after(900)))
}

test_pass_without_end_above if {
	clean(order(before(950), testdata.ranged("ledger/after", [900, 1], null)))
}

test_pass_shows_both_in_audit_mode if {
	some c in rule.check with input as facts("audit", [order(before(900), after(950))])
	c.verdict == "consistent"
	not c.case
	testdata.same(c.evidence.computed.value, [900, 1])
	testdata.same(c.evidence.reported.value, [950, 1])
}

test_pass_other_relations_are_no_subjects if {
	sum := testdata.relation("ledger/sum", "sum", [])
	count(rule.subjects) == 0 with input as facts("audit", [sum])
	count(rule.check) == 0 with input as facts("audit", [sum])
}

test_undecided_within_rounding_is_told_as_such if {
	c := found(order(testdata.rounded("ledger/before", 13), testdata.rounded("ledger/after", 12)))
	c.verdict == "roundingOnly"
	c.case == "roundingOnly"
	testdata.same(c.evidence.deviation, [1, 1])
}

test_undecided_a_figure_is_lost if {
	c := found(order(testdata.without_value("ledger/before", "lost"), after(900)))
	c.verdict == "undetermined"
	c.case == "undetermined"
	c.evidence.missing == [{"role": "lesser", "fact": "ledger/before", "cause": "lost"}]
}

test_undecided_a_figure_is_not_recorded if {
	c := found(testdata.relation("ledger/rises", "order", [
		testdata.operand("lesser", before(950)),
		testdata.dangling("greater", "ledger/after"),
	]))
	c.case == "undetermined"
	c.evidence.missing == [{"role": "greater", "fact": "ledger/after", "cause": "dangling"}]
}

many := [object.union(relation, {"id": concat("/", ["ledger", format_int(i, 10)])}) |
	some i, relation in [
		order(before(900), after(950)),
		order(before(950), after(900)),
		order(testdata.rounded("ledger/before", 13), testdata.rounded("ledger/after", 12)),
		order(before(900), testdata.without_value("ledger/after", "undisclosed")),
	]
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
