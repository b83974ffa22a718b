package tieout.rules.order.rank_test

import data.tieout.lib.testdata
import data.tieout.rules.order.rank as rule

ranked(fact, rank, among) := testdata.relation("ledger/largest", "rank", array.concat(
	[testdata.operand("fact", fact), testdata.operand("rank", rank)],
	[testdata.operand("among", other) | some other in among],
))

facts(mode, relations) := testdata.document(mode, "relation", relations)

found(relation) := c if {
	some c in rule.check with input as facts("findings", [relation])
}

clean(relation) if {
	count(rule.check) == 0 with input as facts("findings", [relation])
	testdata.quiet(rule.subjects, rule.check) with input as facts("audit", [relation])
}

town(value) := testdata.exact("ledger/town", value)

place(value) := testdata.exact("ledger/rank", value)

north(value) := testdata.exact("ledger/north", value)

south(value) := testdata.exact("ledger/south", value)

test_fail_as_many_are_greater_as_the_rank if {
	c := found(ranked(town(10), place(2), [north(20), south(30)]))
	c.subject == "ledger/largest"
	c.verdict == "inconsistent"
	not c.case
	testdata.same(c.evidence.computed.value, [3, 1])
	testdata.same(c.evidence.reported.value, [2, 1])
	testdata.same(c.evidence.deviation, [1, 1])
	c.evidence.reported.fact == "ledger/rank"
	[[o.fact, o.role] | some o in c.evidence.operands] == [
		["ledger/town", "fact"],
		["ledger/rank", "rank"],
		["ledger/north", "above"],
		["ledger/south", "above"],
	]
}

test_fail_the_first_is_not_the_greatest if {
	c := found(ranked(town(10), place(1), [north(11), south(5)]))
	c.verdict == "inconsistent"
	[o.role | some o in c.evidence.operands] == ["fact", "rank", "above", "among"]
}

test_fail_enough_are_greater_whatever_is_withheld if {
	c := found(ranked(town(10), place(1), [north(11), testdata.without_value("ledger/south", "undisclosed")]))
	c.verdict == "inconsistent"
	not c.case
	c.evidence.missing == [{"role": "among", "fact": "ledger/south", "cause": "undisclosed"}]
}

test_fail_among_the_first_two_with_two_greater if {
	top_two := testdata.ranged("ledger/rank", null, [2, 1])
	clean(ranked(town(10), top_two, [north(20), south(5)]))
	clean(ranked(town(10), top_two, [north(2), south(5)]))
	found(ranked(town(10), top_two, [north(20), south(30)])).verdict == "inconsistent"
}

test_pass_as_many_are_greater_as_it_takes if {
	clean(ranked(town(10), place(1), [north(2), south(3)]))
	clean(ranked(town(10), place(2), [north(20), south(3)]))
	clean(ranked(town(10), place(3), [north(20), south(30)]))
}

test_pass_equal_figures_share_a_rank if {
	clean(ranked(town(10), place(1), [north(10), south(3)]))
	clean(ranked(town(10), place(2), [north(10), south(30)]))
}

test_pass_what_does_not_apply_is_not_compared if {
	clean(ranked(town(10), place(1), [north(2), testdata.without_value("ledger/south", "notApplicable")]))
}

test_pass_shows_the_others_in_audit_mode if {
	some c in rule.check with input as facts("audit", [ranked(town(10), place(2), [north(20), south(3)])])
	c.verdict == "consistent"
	not c.case
	testdata.same(c.evidence.computed.value, [2, 1])
	c.evidence.reported.fact == "ledger/rank"
	count(c.evidence.operands) == 4
}

test_pass_counts_those_greater_as_printed if {
	close := ranked(testdata.rounded("ledger/town", 12), place(2), [testdata.rounded("ledger/north", 13)])
	some c in rule.check with input as facts("audit", [close])
	c.verdict == "consistent"
	testdata.same(c.evidence.computed.value, [2, 1])
	testdata.same(c.evidence.deviation, [0, 1])
}

test_pass_other_relations_are_no_subjects if {
	sum := testdata.relation("ledger/sum", "sum", [])
	count(rule.subjects) == 0 with input as facts("audit", [sum])
	count(rule.check) == 0 with input as facts("audit", [sum])
}

near := ranked(testdata.rounded("ledger/town", 12), place(1), [testdata.rounded("ledger/north", 13)])

test_undecided_greater_only_as_printed if {
	c := found(near)
	c.verdict == "roundingOnly"
	c.case == "roundingOnly"
	testdata.same(c.evidence.computed.value, [2, 1])
	[o.role | some o in c.evidence.operands] == ["fact", "rank", "among"]
	found(ranked(testdata.rounded("ledger/town", 12), place(1), [testdata.rounded("ledger/north", 14)])).verdict == "inconsistent"
	clean(ranked(testdata.rounded("ledger/town", 12), place(2), [testdata.rounded("ledger/north", 13)]))
}

test_undecided_those_above_are_not_printed if {
	c := found(ranked(town(10), place(4), [north(20), south(3)]))
	c.verdict == "undetermined"
	c.case == "unlisted"
	c.evidence.missing == []
	not c.evidence.computed
	not c.evidence.reported
	not c.evidence.deviation
}

test_undecided_one_of_the_others_is_withheld if {
	c := found(ranked(town(10), place(2), [north(20), testdata.without_value("ledger/south", "undisclosed")]))
	c.verdict == "undetermined"
	c.case == "undetermined"
	c.evidence.missing == [{"role": "among", "fact": "ledger/south", "cause": "undisclosed"}]
}

test_undecided_the_figure_is_lost if {
	c := found(ranked(testdata.without_value("ledger/town", "lost"), place(1), [north(20), south(3)]))
	c.case == "undetermined"
	c.evidence.missing == [{"role": "fact", "fact": "ledger/town", "cause": "lost"}]
}

test_undecided_the_rank_is_not_recorded if {
	c := found(testdata.relation("ledger/largest", "rank", [
		testdata.operand("fact", town(10)),
		testdata.dangling("rank", "ledger/rank"),
		testdata.operand("among", north(20)),
	]))
	c.case == "undetermined"
	c.evidence.missing == [{"role": "rank", "fact": "ledger/rank", "cause": "dangling"}]
}

many := [object.union(relation, {"id": concat("/", ["ledger", format_int(i, 10)])}) |
	some i, relation in [
		ranked(town(10), place(2), [north(20), south(3)]),
		ranked(town(10), place(1), [north(20), south(3)]),
		ranked(town(10), place(3), [north(20), south(3)]),
		ranked(town(10), testdata.without_value("ledger/rank", "lost"), [north(20), south(3)]),
		near,
	]
]

test_pass_both_modes_report_the_same if {
	reported := rule.check with input as facts("findings", many)
	audited := rule.check with input as facts("audit", many)
	count(reported) == 4
	reported == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as facts("audit", many)
	population == {c.subject | some c in audited}
	count(population) == count(audited)
}
