package tieout.rules.arithmetic.change_test

import data.tieout.lib.testdata
import data.tieout.rules.arithmetic.change as rule

registry := {"concepts": {"loans": {"sign": "nonNegative"}, "profit": {"sign": "any"}}}

change(before, after, result) := testdata.relation("ledger/growth", "change", [
	testdata.operand("from", before),
	testdata.operand("to", after),
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

before(value) := testdata.exact("ledger/before", value)

after(value) := testdata.exact("ledger/after", value)

percent(fact) := object.union(fact, {"unit": "percent"})

growth(value) := percent(testdata.rounded("ledger/growth-rate", value))

withheld(id, concept) := object.union(testdata.without_value(id, "undisclosed"), {"concept": concept})

test_fail_another_change_than_stated if {
	c := found(change(before(400), after(500), growth(30)))
	c.subject == "ledger/growth"
	c.verdict == "inconsistent"
	not c.case
	testdata.same(c.evidence.computed.value, [25, 1])
	testdata.same(c.evidence.deviation, [5, 1])
	c.evidence.reported.fact == "ledger/growth-rate"
	[[o.fact, o.role] | some o in c.evidence.operands] == [
		["ledger/before", "from"],
		["ledger/after", "to"],
		["ledger/growth-rate", "result"],
	]
}

test_fail_a_rise_that_is_a_fall if {
	found(change(before(500), after(400), growth(20))).verdict == "inconsistent"
}

test_fail_twice_as_much_is_100_percent_more if {
	clean(change(before(400), after(800), growth(100)))
	found(change(before(400), after(800), growth(200))).verdict == "inconsistent"
}

test_fail_just_beyond_what_rounding_explains if {
	found(change(before(1000), after(1261), growth(25))).verdict == "inconsistent"
	found(change(before(1000), after(1244), growth(25))).verdict == "inconsistent"
}

test_fail_nothing_grows_to_something if {
	found(change(before(0), after(500), growth(30))).case == "unreachable"
}

test_fail_ranges_that_cannot_give_the_change if {
	c := found(change(before(400), testdata.ranged("ledger/after", [510, 1], [520, 1]), growth(20)))
	c.verdict == "inconsistent"
	c.case == "unreachable"
	clean(change(before(400), testdata.ranged("ledger/after", [480, 1], [520, 1]), growth(20)))
}

test_fail_a_fall_of_more_than_all_there_is if {
	lost := percent(testdata.exact("ledger/growth-rate", -120))
	c := found(change(before(400), withheld("ledger/after", "loans"), lost))
	c.verdict == "inconsistent"
	c.case == "unreachable"
	c.evidence.missing == [{"role": "to", "fact": "ledger/after", "cause": "undisclosed"}]
	found(change(before(400), withheld("ledger/after", "profit"), lost)).case == "undetermined"
}

test_pass_a_fall if {
	clean(change(before(500), after(400), percent(testdata.exact("ledger/growth-rate", -20))))
}

test_pass_a_plain_number_is_no_percentage if {
	clean(change(before(400), after(800), testdata.exact("ledger/growth-rate", 1)))
}

test_pass_shows_the_arithmetic_in_audit_mode if {
	some c in rule.check with input as facts("audit", [change(before(400), after(500), growth(25))])
		with data.registry as registry
	c.verdict == "consistent"
	not c.case
	testdata.same(c.evidence.computed.value, [25, 1])
}

test_fail_a_withheld_change_that_is_never_negative if {
	found(change(before(-400), after(500), withheld("ledger/growth-rate", "profit"))).case == "undetermined"
	found(change(before(400), after(300), withheld("ledger/growth-rate", "loans"))).case == "unreachable"
}

test_pass_ranges_that_can_meet_are_no_case if {
	some c in rule.check with input as facts("audit", [change(before(400), testdata.ranged("ledger/after", [480, 1], [520, 1]), growth(20))])
		with data.registry as registry
	c.verdict == "consistent"
	not c.case
}

test_pass_other_relations_are_no_subjects if {
	order := testdata.relation("ledger/order", "order", [])
	count(rule.subjects) == 0 with input as facts("audit", [order])
	count(rule.check) == 0 with input as facts("audit", [order]) with data.registry as registry
}

# 50 is 25% more than 40, and 24% more than 40.32.
nearly := change(testdata.rounded("ledger/before", 40), after(50), percent(testdata.exact("ledger/growth-rate", 24)))

test_undecided_within_rounding_is_told_as_such if {
	c := found(nearly)
	c.verdict == "roundingOnly"
	c.case == "roundingOnly"
	testdata.same(c.evidence.deviation, [1, 1])
}

test_undecided_a_figure_is_withheld if {
	c := found(change(withheld("ledger/before", "loans"), after(500), growth(25)))
	c.verdict == "undetermined"
	c.case == "undetermined"
	c.evidence.missing == [{"role": "from", "fact": "ledger/before", "cause": "undisclosed"}]
}

test_undecided_a_figure_is_not_recorded if {
	c := found(testdata.relation("ledger/growth", "change", [
		testdata.operand("from", before(400)),
		testdata.dangling("to", "ledger/after"),
		testdata.operand("result", growth(25)),
	]))
	c.case == "undetermined"
	c.evidence.missing == [{"role": "to", "fact": "ledger/after", "cause": "dangling"}]
}

many := [object.union(relation, {"id": concat("/", ["ledger", format_int(i, 10)])}) |
	some i, relation in [
		change(before(400), after(500), growth(25)),
		change(before(400), after(500), growth(30)),
		nearly,
		change(before(400), withheld("ledger/after", "loans"), growth(25)),
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
