package tieout.rules.arithmetic.whole_test

import data.tieout.lib.testdata
import data.tieout.rules.arithmetic.whole as rule

whole(operands) := testdata.relation("ledger/flour", "whole", operands)

percent(fact) := testdata.operand("part", object.union(fact, {"unit": "percent"}))

exact(id, value) := percent(testdata.exact(id, value))

rounded(id, value) := percent(testdata.rounded(id, value))

facts(mode, relation) := testdata.document(mode, "relation", [relation])

found(operands) := c if {
	some c in rule.check with input as facts("findings", whole(operands))
}

fraction(id, value) := testdata.operand("part", testdata.quantity(id, {
	"unit": "fraction",
	"value": value,
	"intervals": {"rounded": testdata.point(value), "truncated": testdata.point(value)},
}))

clean(operands) if {
	count(rule.check) == 0 with input as facts("findings", whole(operands))
	testdata.quiet(rule.subjects, rule.check) with input as facts("audit", whole(operands))
}

test_fail_the_remainder_leaves_something_over if {
	c := found([exact("ledger/rye", 60), exact("ledger/rest", 30)])
	c.subject == "ledger/flour"
	c.verdict == "inconsistent"
	not c.case
	testdata.same(c.evidence.deviation, [10, 1])
	testdata.same(c.evidence.computed.value, [90, 1])
	c.evidence.unit == "percent"
	[o.fact | some o in c.evidence.operands] == ["ledger/rye", "ledger/rest"]
}

test_fail_at_each_end_of_the_rounding if {
	found([rounded("ledger/a", 61), rounded("ledger/b", 41)]).verdict == "inconsistent"
	found([rounded("ledger/a", 60), rounded("ledger/b", 37)]).verdict == "inconsistent"
	found([rounded("ledger/a", 60), rounded("ledger/b", 41)]).verdict == "roundingOnly"
	found([rounded("ledger/a", 60), rounded("ledger/b", 39)]).verdict == "roundingOnly"
}

test_fail_known_shares_alone_exceed_the_whole if {
	c := found([exact("ledger/a", 101), percent(testdata.without_value("ledger/b", "lost"))])
	c.verdict == "inconsistent"
	c.case == "unreachable"
}

test_fail_ranges_that_miss_the_whole if {
	c := found([percent(testdata.ranged("ledger/a", [10, 1], [20, 1])), exact("ledger/b", 70)])
	c.verdict == "inconsistent"
	c.case == "unreachable"
	clean([percent(testdata.ranged("ledger/a", [10, 1], [30, 1])), exact("ledger/b", 70)])
}

test_pass_shares_of_one_hundred if clean([exact("ledger/a", 60), exact("ledger/b", 40)])

test_pass_a_share_that_counts_three_times if {
	third := testdata.quantity("ledger/third", {
		"unit": "pure",
		"value": [1, 3],
		"intervals": {"rounded": testdata.point([1, 3]), "truncated": testdata.point([1, 3])},
	})
	clean([testdata.weighted("part", third, 3)])
	found([testdata.weighted("part", third, 4)]).verdict == "inconsistent"
}

test_pass_fractions_of_one if {
	clean([fraction("ledger/half", [1, 2]), fraction("ledger/third", [1, 3]), fraction("ledger/sixth", [1, 6])])
	c := found([fraction("ledger/half", [1, 2]), fraction("ledger/third", [1, 3])])
	c.verdict == "inconsistent"
	testdata.same(c.evidence.deviation, [50, 3])
}

test_pass_units_of_shares_mix if {
	half := testdata.operand("part", object.union(testdata.exact("ledger/a", 500), {"unit": "permille"}))
	other := testdata.operand("part", object.union(testdata.exact("ledger/b", 5000), {"unit": "basisPoint"}))
	clean([half, other])
	found([half, half, other]).verdict == "inconsistent"
}

test_pass_in_audit_mode if {
	some c in rule.check with input as facts("audit", whole([exact("ledger/a", 60), exact("ledger/b", 40)]))
	c.verdict == "consistent"
	not c.case
}

test_undecided_without_a_share if {
	c := found([exact("ledger/a", 60), percent(testdata.without_value("ledger/b", "undisclosed"))])
	c.case == "undetermined"
	c.evidence.missing == [{"role": "part", "fact": "ledger/b", "cause": "undisclosed"}]
	found([exact("ledger/a", 60), testdata.dangling("part", "ledger/b")]).case == "undetermined"
}

test_undecided_in_a_unit_without_a_whole if {
	c := found([testdata.operand("part", object.union(testdata.exact("ledger/a", 100), {"unit": "loaf"}))])
	c.case == "unit"
	c.evidence.params.units == "loaf"
}

test_population_is_the_wholes if {
	rule.subjects == {"ledger/flour"} with input as facts("findings", whole([exact("ledger/a", 100)]))
	rule.subjects == set() with input as facts("findings", testdata.relation("ledger/x", "sum", []))
}

test_pass_the_same_figures_in_another_relation if {
	others := [testdata.otherwise(relation) | some relation in [
		whole([exact("ledger/rye", 60)]),
		whole([testdata.operand("part", testdata.exact("ledger/a", 100))]),
	]]
	every mode in ["findings", "audit"] {
		rule.subjects == set() with input as testdata.document(mode, "relation", others)
		rule.check == set() with input as testdata.document(mode, "relation", others)
	}
}

test_undecided_shares_without_a_whole_are_not_added_up if {
	loaf := testdata.operand("part", testdata.exact("ledger/a", 90))
	checks := rule.check with input as facts("findings", whole([loaf]))
	[c.verdict | some c in checks] == ["undetermined"]
}
