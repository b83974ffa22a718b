package tieout.rules.order.parts_within_whole_test

import data.tieout.lib.testdata
import data.tieout.rules.order.parts_within_whole as rule

concepts(necessity) := {
	"women": {"sign": "nonNegative", "bounds": [{"atMost": "staff", "together": ["men"], "necessity": necessity}]},
	"men": {"sign": "nonNegative"},
	"staff": {"sign": "nonNegative"},
	"desks": {"bounds": [{"atMost": "staff", "necessity": "expected"}]},
}

of(concept, fact) := object.union(fact, {"concept": concept})

exact(concept, value) := of(concept, testdata.exact(concat("/", ["ledger", concept]), value))

rounded(concept, value) := of(concept, testdata.rounded(concat("/", ["ledger", concept]), value))

input_of(mode, facts) := testdata.corpus(mode, [{"key": "school", "facts": facts}])

found(facts) := c if {
	some c in rule.check with input as input_of("findings", facts) with data.registry.concepts as concepts("necessary")
}

clean(facts) if {
	count(rule.check) == 0 with input as input_of("findings", facts) with data.registry.concepts as concepts("necessary")
	testdata.quiet(rule.subjects, rule.check) with input as input_of("audit", facts) with data.registry.concepts as concepts("necessary")
}

test_fail_together_more_than_all if {
	c := found([exact("women", 30), exact("men", 40), exact("staff", 60)])
	c.subject == "school|men+women≤staff"
	c.verdict == "inconsistent"
	not c.case
	testdata.same(c.evidence.deviation, [10, 1])
	c.evidence.reported.fact == "ledger/staff"
	[o.role | some o in c.evidence.operands] == ["greater", "part", "part"]
}

test_fail_against_expectation if {
	some c in rule.check with input as input_of("findings", [exact("women", 30), exact("men", 40), exact("staff", 60)])
		with data.registry.concepts as concepts("expected")
	c.case == "expected"
}

test_pass_as_many_or_fewer if {
	clean([exact("women", 30), exact("men", 30), exact("staff", 60)])
	clean([exact("women", 10), exact("men", 30), exact("staff", 60)])
	found([exact("women", 31), exact("men", 30), exact("staff", 60)]).verdict == "inconsistent"
}

test_pass_within_the_rounding if {
	found([rounded("women", 31), rounded("men", 30), rounded("staff", 60)]).case == "roundingOnly"
	found([rounded("women", 33), rounded("men", 30), rounded("staff", 60)]).verdict == "inconsistent"
}

test_fail_known_parts_alone_exceed_it if {
	hidden := of("men", testdata.without_value("ledger/men", "undisclosed"))
	found([exact("women", 70), hidden, exact("staff", 60)]).verdict == "inconsistent"
}

test_undecided_without_a_part if {
	hidden := of("men", testdata.without_value("ledger/men", "undisclosed"))
	c := found([exact("women", 30), hidden, exact("staff", 60)])
	c.case == "undetermined"
	c.evidence.missing[0].fact == "ledger/men"
}

test_pass_in_audit_mode if {
	some c in rule.check with input as input_of("audit", [exact("women", 30), exact("men", 30), exact("staff", 60)])
		with data.registry.concepts as concepts("necessary")
	c.verdict == "consistent"
}

test_population_is_groups_that_have_all_parts if {
	rule.subjects == set() with input as input_of("findings", [exact("women", 30), exact("staff", 60)]) with data.registry.concepts as concepts("necessary")
	gone := of("men", testdata.without_value("ledger/men", "notApplicable"))
	rule.subjects == set() with input as input_of("findings", [exact("women", 30), gone, exact("staff", 60)]) with data.registry.concepts as concepts("necessary")
	rule.subjects == set() with input as input_of("findings", [exact("desks", 30), exact("staff", 60)]) with data.registry.concepts as object.remove(concepts("necessary"), ["women"])
	rule.subjects == {"school|men+women≤staff"} with input as input_of("findings", [exact("women", 1), exact("men", 1), exact("staff", 60)]) with data.registry.concepts as concepts("necessary")
}

test_pass_a_print_that_does_not_apply_is_no_part if {
	gone := of("men", testdata.without_value("ledger/gone", "notApplicable"))
	clean([exact("women", 30), exact("men", 30), gone, exact("staff", 60)])
	c := found([exact("women", 30), gone, exact("men", 40), exact("staff", 60)])
	c.verdict == "inconsistent"
	[o.fact | some o in c.evidence.operands] == ["ledger/staff", "ledger/men", "ledger/women"]
}
