package tieout.rules.order.ranking_test

import data.tieout.lib.testdata
import data.tieout.rules.order.ranking as rule

ranking(values) := testdata.relation("ledger/contest", "ranking", [testdata.operand("rank", fact) |
	some i, value in values
	fact := testdata.exact(concat("", ["ledger/", format_int(i, 10)]), value)
])

facts(mode, relation) := testdata.document(mode, "relation", [relation])

found(values) := c if {
	some c in rule.check with input as facts("findings", ranking(values))
}

clean(values) if {
	count(rule.check) == 0 with input as facts("findings", ranking(values))
	some c in rule.check with input as facts("audit", ranking(values))
	c.verdict == "consistent"
}

test_fail_a_place_is_left_out if {
	c := found([1, 4, 2])
	c.subject == "ledger/contest"
	c.verdict == "inconsistent"
	not c.case
	c.evidence.params.expected == 3
	count(c.evidence.operands) == 3
	found([5, 7]).evidence.params.expected == 6
	found([1, 2, 2, 5]).evidence.params.expected == 4
}

test_fail_ties_counted_in_two_ways if {
	c := found([1, 1, 3, 3, 4])
	c.case == "tie"
	c.evidence.params.rank == 4
	found([1, 2, 2, 3, 5]).case == "tie"
}

test_pass_rankings_without_and_with_ties if {
	clean([1, 2, 3])
	clean([3, 1, 2])
	clean([4, 5, 6])
	clean([1, 2, 2, 4])
	clean([1, 2, 2, 3])
	clean([1, 1, 1, 4])
	clean([2, 2])
}

test_undecided_without_a_rank if {
	secret := testdata.operand("rank", testdata.without_value("ledger/x", "lost"))
	relation := testdata.relation("ledger/contest", "ranking", [secret, testdata.operand("rank", testdata.exact("ledger/a", 1))])
	some c in rule.check with input as facts("findings", relation)
	c.case == "undetermined"
	c.evidence.missing == [{"role": "rank", "fact": "ledger/x", "cause": "lost"}]
}

test_population_is_the_rankings if {
	rule.subjects == {"ledger/contest"} with input as facts("findings", ranking([1, 2]))
}
