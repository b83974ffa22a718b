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
	testdata.quiet(rule.subjects, rule.check) with input as facts("audit", relation)
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

test_pass_the_same_figures_in_another_relation if {
	others := [testdata.otherwise(relation) | some relation in [
		mean(exact("ledger/mean", 8), [exact("ledger/a", 4), exact("ledger/b", 6)], {}),
		mean(exact("ledger/mean", 5), [exact("ledger/a", 4), exact("ledger/b", 6)], {"of": exact("ledger/one", 1)}),
		mean(exact("ledger/mean", 5), [exact("ledger/a", 4)], {"of": secret}),
	]]
	every mode in ["findings", "audit"] {
		rule.subjects == set() with input as testdata.document(mode, "relation", others)
		rule.check == set() with input as testdata.document(mode, "relation", others)
	}
}

test_undecided_over_a_number_that_is_no_count if {
	half := testdata.quantity("ledger/half", {
		"value": [3, 2],
		"intervals": {"rounded": testdata.point([3, 2]), "truncated": testdata.point([3, 2])},
	})
	members := [exact("ledger/a", 4), exact("ledger/b", 6)]
	every of in [half, exact("ledger/none", 0)] {
		c := found(mean(exact("ledger/mean", 5), members, {"of": of}))
		c.case == "undetermined"
		c.evidence.missing == []
	}
	clean(mean(exact("ledger/mean", 5), [exact("ledger/a", 5)], {"of": exact("ledger/one", 1)}))
}

test_undecided_a_missing_member_is_told_among_those_that_apply if {
	gone := testdata.without_value("ledger/gone", "notApplicable")
	c := found(mean(exact("ledger/mean", 76), [gone, exact("ledger/a", 9), secret], {}))
	c.evidence.missing == [{"role": "member", "fact": "ledger/secret", "cause": "undisclosed"}]
	found(mean(exact("ledger/mean", 2), [exact("ledger/a", 4), secret], {"of": exact("ledger/two", 2)})).case == "undetermined"
}

test_undecided_is_the_verdict_over_an_unknown_number if {
	c := found(mean(exact("ledger/mean", 76), [exact("ledger/a", 9)], {"of": secret}))
	c.verdict == "undetermined"
	[o.role | some o in c.evidence.operands] == ["result", "member", "of"]
}

test_fail_beyond_a_bound_that_is_lost_on_the_other_side if {
	capped := object.union(object.remove(bounds, ["lowest"]), {"lowest": secret})
	found(mean(exact("ledger/mean", 87), [exact("ledger/a", 9)], capped)).case == "infeasible"
	clean(mean(exact("ledger/mean", 1), [exact("ledger/a", 9)], capped))
}

test_undecided_over_about_so_many if {
	about := object.union(bounds, {"of": object.union(three, {"qualifiers": ["about"]})})
	found(mean(exact("ledger/mean", 87), [exact("ledger/a", 9)], about)).case == "undetermined"
}

test_pass_at_the_very_end_of_what_is_feasible if {
	most := testdata.quantity("ledger/mean", {
		"value": [259, 3],
		"intervals": {"rounded": testdata.point([259, 3]), "truncated": testdata.point([259, 3])},
	})
	clean(mean(most, [exact("ledger/a", 9)], bounds))
}
