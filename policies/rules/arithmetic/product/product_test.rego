package tieout.rules.arithmetic.product_test

import data.tieout.lib.testdata
import data.tieout.rules.arithmetic.product as rule

registry := {"concepts": {"seats": {"sign": "nonNegative"}, "profit": {"sign": "any"}}}

product(factors, result) := testdata.relation("ledger/hall", "product", array.concat(
	[testdata.operand("factor", factor) | some factor in factors],
	[testdata.operand("result", result)],
))

facts(mode, relations) := testdata.document(mode, "relation", relations)

found(relation) := c if {
	some c in rule.check with input as facts("findings", [relation]) with data.registry as registry
}

clean(relation) if {
	count(rule.check) == 0 with input as facts("findings", [relation]) with data.registry as registry
	testdata.quiet(rule.subjects, rule.check) with input as facts("audit", [relation]) with data.registry as registry
}

rows(value) := testdata.exact("ledger/rows", value)

width(value) := testdata.exact("ledger/width", value)

seats(value) := testdata.exact("ledger/seats", value)

percent(fact) := object.union(fact, {"unit": "percent"})

withheld(id, concept) := object.union(testdata.without_value(id, "undisclosed"), {"concept": concept})

test_fail_another_product_than_stated if {
	c := found(product([rows(20), width(30)], seats(500)))
	c.subject == "ledger/hall"
	c.verdict == "inconsistent"
	not c.case
	testdata.same(c.evidence.computed.value, [600, 1])
	testdata.same(c.evidence.deviation, [100, 1])
	c.evidence.reported.fact == "ledger/seats"
	[[o.fact, o.role] | some o in c.evidence.operands] == [
		["ledger/rows", "factor"],
		["ledger/width", "factor"],
		["ledger/seats", "result"],
	]
}

test_fail_one_factor_of_three_is_left_out if {
	floors := testdata.exact("ledger/floors", 2)
	clean(product([rows(20), width(30), floors], seats(1200)))
	found(product([rows(20), width(30), floors], seats(600))).verdict == "inconsistent"
}

test_fail_just_beyond_what_rounding_explains if {
	about := testdata.rounded("ledger/width", 30)
	found(product([rows(20), about], seats(589))).verdict == "inconsistent"
	found(product([rows(20), about], seats(620))).verdict == "inconsistent"
	found(product([rows(20), about], seats(619))).verdict == "roundingOnly"
}

test_fail_ranges_that_cannot_give_the_product if {
	range := testdata.ranged("ledger/width", [26, 1], [30, 1])
	c := found(product([rows(20), range], seats(500)))
	c.verdict == "inconsistent"
	c.case == "unreachable"
	clean(product([rows(20), range], seats(520)))
}

test_fail_a_negative_product_of_what_is_never_negative if {
	c := found(product([rows(20), withheld("ledger/width", "seats")], seats(-5)))
	c.verdict == "inconsistent"
	c.case == "unreachable"
	c.evidence.missing == [{"role": "factor", "fact": "ledger/width", "cause": "undisclosed"}]
}

test_fail_a_withheld_product_that_is_never_negative if {
	found(product([rows(20), width(-3)], withheld("ledger/seats", "seats"))).case == "unreachable"
}

test_pass_a_percentage_is_hundredths if {
	clean(product([rows(200), percent(width(30))], seats(60)))
	clean(product([percent(rows(50)), percent(width(30))], percent(seats(15))))
}

test_pass_a_factor_that_does_not_apply_takes_no_part if {
	clean(product([rows(20), width(30), testdata.without_value("ledger/floors", "notApplicable")], seats(600)))
}

test_pass_shows_the_arithmetic_in_audit_mode if {
	some c in rule.check with input as facts("audit", [product([rows(20), width(30)], seats(600))])
		with data.registry as registry
	c.verdict == "consistent"
	not c.case
	testdata.same(c.evidence.computed.value, [600, 1])
}

test_pass_ranges_that_can_meet_are_no_case if {
	some c in rule.check with input as facts("audit", [product([rows(20), testdata.ranged("ledger/width", [26, 1], [30, 1])], seats(520))])
		with data.registry as registry
	c.verdict == "consistent"
	not c.case
}

test_pass_other_relations_are_no_subjects if {
	order := testdata.relation("ledger/order", "order", [])
	count(rule.subjects) == 0 with input as facts("audit", [order])
	count(rule.check) == 0 with input as facts("audit", [order]) with data.registry as registry
}

nearly := product([rows(20), testdata.rounded("ledger/width", 30)], seats(605))

test_undecided_within_rounding_is_told_as_such if {
	c := found(nearly)
	c.verdict == "roundingOnly"
	c.case == "roundingOnly"
	testdata.same(c.evidence.deviation, [5, 1])
}

test_undecided_a_factor_is_withheld if {
	c := found(product([rows(20), withheld("ledger/width", "seats")], seats(600)))
	c.verdict == "undetermined"
	c.case == "undetermined"
	c.evidence.missing == [{"role": "factor", "fact": "ledger/width", "cause": "undisclosed"}]
	found(product([rows(20), withheld("ledger/width", "profit")], seats(-5))).case == "undetermined"
}

test_undecided_the_product_is_not_recorded if {
	c := found(testdata.relation("ledger/hall", "product", [
		testdata.operand("factor", rows(20)),
		testdata.operand("factor", width(30)),
		testdata.dangling("result", "ledger/seats"),
	]))
	c.case == "undetermined"
	c.evidence.missing == [{"role": "result", "fact": "ledger/seats", "cause": "dangling"}]
}

many := [object.union(relation, {"id": concat("/", ["ledger", format_int(i, 10)])}) |
	some i, relation in [
		product([rows(20), width(30)], seats(600)),
		product([rows(20), width(30)], seats(500)),
		nearly,
		product([rows(20), withheld("ledger/width", "seats")], seats(600)),
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
