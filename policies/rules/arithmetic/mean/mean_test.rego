package tieout.rules.arithmetic.mean_test

import data.tieout.lib.testdata
import data.tieout.rules.arithmetic.mean as rule

mean(result, members, more) := testdata.relation("ledger/marks", "mean", array.concat(
	array.concat([testdata.operand("result", result)], [testdata.operand("member", m) | some m in members]),
	[testdata.operand(role, fact) | some role, fact in more],
))

facts(mode, relation) := testdata.document(mode, "relation", [relation])

found(relation) := c if {
	some c in rule.check with input as facts("findings", relation)
}

clean(relation) if {
	count(rule.check) == 0 with input as facts("findings", relation)
}

exact(id, value) := testdata.exact(id, value)

three := exact("ledger/three", 3)

bounds := {"of": three, "lowest": exact("ledger/floor", 0), "highest": exact("ledger/cap", 125)}

secret := testdata.without_value("ledger/secret", "undisclosed")

test_fail_another_mean_than_that_of_all_members if {
	c := found(mean(exact("ledger/mean", 8), [exact("ledger/a", 4), exact("ledger/b", 6)], {}))
	c.subject == "ledger/marks"
	c.verdict == "inconsistent"
	not c.case
	testdata.same(c.evidence.computed.value, [5, 1])
	testdata.same(c.evidence.deviation, [3, 1])
	[o.role | some o in c.evidence.operands] == ["result", "member", "member"]
}

test_pass_the_mean_of_all_members if {
	clean(mean(exact("ledger/mean", 5), [exact("ledger/a", 4), exact("ledger/b", 6)], {}))
	clean(mean(exact("ledger/mean", 5), [exact("ledger/a", 4), exact("ledger/b", 6)], {"of": exact("ledger/two", 2)}))
}

test_pass_the_mean_within_rounding if {
	members := [exact("ledger/a", 4), exact("ledger/b", 5)]
	found(mean(testdata.rounded("ledger/mean", 5), members, {})).case == "roundingOnly"
	clean(mean(testdata.rounded("ledger/mean", 4), members, {}))
	found(mean(testdata.rounded("ledger/mean", 6), members, {})).verdict == "inconsistent"
	found(mean(testdata.rounded("ledger/mean", 3), members, {})).verdict == "inconsistent"
}

test_pass_what_does_not_apply_is_no_member if {
	gone := testdata.without_value("ledger/gone", "notApplicable")
	clean(mean(exact("ledger/mean", 5), [exact("ledger/a", 4), exact("ledger/b", 6), gone], {}))
}

# 9 and two years of 0 to 125: from 3 to 86 and a third.
test_fail_beyond_the_ends_of_what_is_feasible if {
	clean(mean(exact("ledger/mean", 76), [exact("ledger/a", 9)], bounds))
	clean(mean(exact("ledger/mean", 3), [exact("ledger/a", 9)], bounds))
	clean(mean(exact("ledger/mean", 86), [exact("ledger/a", 9)], bounds))
	c := found(mean(exact("ledger/mean", 87), [exact("ledger/a", 9)], bounds))
	c.verdict == "inconsistent"
	c.case == "infeasible"
	testdata.same(c.evidence.computed.interval.upper, [259, 3])
	[o.role | some o in c.evidence.operands] == ["result", "member", "highest", "lowest", "of"]
	found(mean(exact("ledger/mean", 2), [exact("ledger/a", 9)], bounds)).case == "infeasible"
}

test_pass_a_member_that_is_withheld_lies_between_the_bounds if {
	clean(mean(exact("ledger/mean", 76), [exact("ledger/a", 9), secret], bounds))
	found(mean(exact("ledger/mean", 87), [exact("ledger/a", 9), secret], bounds)).case == "infeasible"
}

test_fail_beyond_the_only_bound if {
	capped := object.remove(bounds, ["lowest"])
	found(mean(exact("ledger/mean", 87), [exact("ledger/a", 9)], capped)).case == "infeasible"
	clean(mean(exact("ledger/mean", 1), [exact("ledger/a", 9)], capped))
	floored := object.remove(bounds, ["highest"])
	clean(mean(exact("ledger/mean", 87), [exact("ledger/a", 9)], floored))
	found(mean(exact("ledger/mean", 2), [exact("ledger/a", 9)], floored)).case == "infeasible"
}

test_fail_more_members_than_there_are if {
	c := found(mean(exact("ledger/mean", 5), [exact("ledger/a", 4), exact("ledger/b", 6)], {"of": exact("ledger/one", 1)}))
	c.verdict == "inconsistent"
	c.case == "members"
	c.evidence.params.members == 2
}

test_pass_in_audit_mode if {
	relation := mean(exact("ledger/mean", 76), [exact("ledger/a", 9)], bounds)
	some c in rule.check with input as facts("audit", relation)
	c.verdict == "consistent"
	not c.case
}

test_undecided_without_bounds if {
	c := found(mean(exact("ledger/mean", 76), [exact("ledger/a", 9)], {"of": three}))
	c.case == "undetermined"
	c.evidence.missing == [{"role": "member", "cause": "absent"}]
	d := found(mean(exact("ledger/mean", 76), [exact("ledger/a", 9), secret], {}))
	d.evidence.missing == [{"role": "member", "fact": "ledger/secret", "cause": "undisclosed"}]
}

test_undecided_without_the_mean if {
	found(mean(secret, [exact("ledger/a", 9)], {})).case == "undetermined"
}

test_undecided_over_an_unknown_number if {
	c := found(mean(exact("ledger/mean", 76), [exact("ledger/a", 9)], {"of": secret}))
	c.case == "undetermined"
	c.evidence.missing == [{"role": "of", "fact": "ledger/secret", "cause": "undisclosed"}]
	about := object.union(three, {"qualifiers": ["about"]})
	found(mean(exact("ledger/mean", 76), [exact("ledger/a", 9)], {"of": about})).case == "undetermined"
}

test_population_is_the_means if {
	rule.subjects == {"ledger/marks"} with input as facts("findings", mean(three, [three], {}))
}
