package tieout.rules.arithmetic.share_test

import data.tieout.lib.testdata
import data.tieout.rules.arithmetic.share as rule

registry := {"concepts": {"people": {"sign": "nonNegative"}, "profit": {"sign": "any"}}}

share(part, whole, result) := testdata.relation("ledger/agree", "share", [
	testdata.operand("part", part),
	testdata.operand("whole", whole),
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

of(unit, fact) := object.union(fact, {"unit": unit, "concept": "people"})

yes(value) := of("person", testdata.exact("ledger/yes", value))

asked(value) := of("person", testdata.exact("ledger/asked", value))

percent(value) := of("percent", testdata.rounded("ledger/percent", value))

withheld := of("person", testdata.without_value("ledger/yes", "undisclosed"))

test_fail_another_share_than_stated if {
	c := found(share(yes(30), asked(100), percent(35)))
	c.subject == "ledger/agree"
	c.verdict == "inconsistent"
	not c.case
	testdata.same(c.evidence.computed.value, [30, 1])
	testdata.same(c.evidence.deviation, [5, 1])
	c.evidence.reported.fact == "ledger/percent"
	[[o.fact, o.role] | some o in c.evidence.operands] == [
		["ledger/yes", "part"],
		["ledger/asked", "whole"],
		["ledger/percent", "result"],
	]
}

test_fail_just_beyond_what_rounding_explains if {
	found(share(yes(309), asked(1000), percent(32))).verdict == "inconsistent"
	found(share(yes(331), asked(1000), percent(32))).verdict == "inconsistent"
}

test_fail_fewer_people_than_none if {
	c := found(share(yes(-7), asked(20), percent(-35)))
	c.verdict == "inconsistent"
	c.case == "uncounted"
}

test_pass_share_as_printed if {
	clean(share(yes(7), asked(20), percent(35)))
	clean(share(yes(0), asked(20), percent(0)))
}

test_fail_no_whole_number_gives_the_share if {
	c := found(share(withheld, asked(7), percent(30)))
	c.verdict == "inconsistent"
	c.case == "uncounted"
	found(share(withheld, asked(7), percent(29))).case == "undetermined"
}

test_fail_a_rounded_part_of_a_count_is_a_whole_number if {
	part := of("person", testdata.ranged("ledger/yes", [21, 10], [29, 10]))
	c := found(share(part, asked(10), percent(25)))
	c.verdict == "inconsistent"
	c.case == "uncounted"
}

test_fail_ranges_that_cannot_give_the_share if {
	part := of("person", testdata.ranged("ledger/yes", [50, 1], [60, 1]))
	c := found(share(part, asked(100), percent(35)))
	c.verdict == "inconsistent"
	c.case == "unreachable"
}

test_fail_a_share_of_nothing if {
	found(share(yes(30), asked(0), percent(35))).case == "unreachable"
}

test_fail_a_negative_share_of_what_is_never_negative if {
	negative := of("percent", testdata.exact("ledger/percent", -5))
	euros := of("EUR", testdata.exact("ledger/asked", 100))
	c := found(share(of("EUR", withheld), euros, negative))
	c.case == "unreachable"
	c.evidence.missing == [{"role": "part", "fact": "ledger/yes", "cause": "undisclosed"}]
}

test_pass_money_and_measures_can_be_cut_anywhere if {
	every unit in rule.measures | {"EUR"} {
		part := of(unit, testdata.ranged("ledger/yes", [21, 10], [29, 10]))
		c := rule.check with input as facts("findings", [share(part, of(unit, asked(10)), percent(25))])
			with data.registry as registry
		count([x | some x in c; x.verdict == "inconsistent"]) == 0
	}
}

test_pass_a_share_of_people if {
	clean(share(yes(1312), asked(4100), percent(32)))
}

test_pass_half_a_post_shows_that_posts_are_no_count if {
	half := testdata.quantity("ledger/yes", {
		"value": [21, 10],
		"intervals": {"rounded": testdata.point([21, 10]), "truncated": testdata.point([21, 10])},
	})
	clean(share(of("post", half), of("post", asked(7)), percent(30)))
}

test_pass_a_whole_that_is_itself_rounded_is_no_count if {
	whole := of("person", testdata.rounded("ledger/asked", 7))
	found(share(withheld, whole, percent(30))).case == "undetermined"
}

test_pass_a_unit_of_more_or_fewer_letters_is_no_currency if {
	every unit in ["BUS", "GBP"] {
		found(share(of(unit, withheld), of(unit, asked(7)), percent(30))).case == "undetermined"
	}
	every unit in ["TAXI", "ID", "bus"] {
		found(share(of(unit, withheld), of(unit, asked(7)), percent(30))).case == "uncounted"
	}
}

test_pass_shows_the_arithmetic_in_audit_mode if {
	some c in rule.check with input as facts("audit", [share(yes(35), asked(100), percent(35))])
		with data.registry as registry
	c.verdict == "consistent"
	not c.case
	testdata.same(c.evidence.computed.value, [35, 1])
}

test_fail_a_withheld_share_that_is_never_negative if {
	rate := of("percent", testdata.without_value("ledger/percent", "undisclosed"))
	found(share(of("EUR", yes(-30)), of("EUR", asked(100)), rate)).case == "unreachable"
}

test_pass_ranges_that_can_meet_are_no_case if {
	some c in rule.check with input as facts("audit", [share(of("EUR", testdata.ranged("ledger/yes", [30, 1], [40, 1])), of("EUR", asked(100)), percent(35))])
		with data.registry as registry
	c.verdict == "consistent"
	not c.case
}

test_pass_other_relations_are_no_subjects if {
	order := testdata.relation("ledger/order", "order", [])
	count(rule.subjects) == 0 with input as facts("audit", [order])
	count(rule.check) == 0 with input as facts("audit", [order]) with data.registry as registry
}

# 12 of 48 euros are 25%, and 12.48 of them 26%.
nearly := share(
	of("EUR", testdata.rounded("ledger/yes", 12)),
	of("EUR", asked(48)),
	of("percent", testdata.exact("ledger/percent", 26)),
)

test_undecided_within_rounding_is_told_as_such if {
	c := found(nearly)
	c.verdict == "roundingOnly"
	c.case == "roundingOnly"
	testdata.same(c.evidence.deviation, [1, 1])
}

test_undecided_a_figure_is_withheld if {
	c := found(share(withheld, asked(100), percent(35)))
	c.verdict == "undetermined"
	c.case == "undetermined"
	c.evidence.missing == [{"role": "part", "fact": "ledger/yes", "cause": "undisclosed"}]
}

test_undecided_the_whole_is_not_recorded if {
	c := found(testdata.relation("ledger/agree", "share", [
		testdata.operand("part", yes(30)),
		testdata.dangling("whole", "ledger/asked"),
		testdata.operand("result", percent(35)),
	]))
	c.case == "undetermined"
	c.evidence.missing == [{"role": "whole", "fact": "ledger/asked", "cause": "dangling"}]
}

many := [object.union(relation, {"id": concat("/", ["ledger", format_int(i, 10)])}) |
	some i, relation in [
		share(yes(35), asked(100), percent(35)),
		share(yes(30), asked(100), percent(35)),
		nearly,
		share(withheld, asked(100), percent(35)),
		share(withheld, asked(7), percent(30)),
	]
]

test_pass_both_modes_report_the_same if {
	reported := rule.check with input as facts("findings", many) with data.registry as registry
	audited := rule.check with input as facts("audit", many) with data.registry as registry
	count(reported) == 4
	reported == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as facts("audit", many)
	population == {c.subject | some c in audited}
	count(population) == count(audited)
}
