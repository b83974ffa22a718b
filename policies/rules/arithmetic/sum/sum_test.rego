package tieout.rules.arithmetic.sum_test

import data.tieout.lib.testdata
import data.tieout.rules.arithmetic.sum as rule

registry := {"concepts": {"visitors": {"sign": "nonNegative"}, "profit": {"sign": "any"}}}

total(fact, parts) := testdata.relation(
	"ledger/tills", "sum",
	array.concat([testdata.operand("total", fact)], [testdata.operand("part", part) | some part in parts]),
)

facts(mode, relations) := testdata.document(mode, "relation", relations)

found(relation) := c if {
	some c in rule.check with input as facts("findings", [relation]) with data.registry as registry
}

clean(relation) if {
	count(rule.check) == 0 with input as facts("findings", [relation]) with data.registry as registry
	testdata.quiet(rule.subjects, rule.check) with input as facts("audit", [relation]) with data.registry as registry
}

drawers := [testdata.exact("ledger/a", 40), testdata.exact("ledger/b", 60)]

test_fail_parts_that_do_not_add_up if {
	c := found(total(testdata.exact("ledger/till", 101), drawers))
	c.subject == "ledger/tills"
	c.verdict == "inconsistent"
	not c.case
	testdata.same(c.evidence.deviation, [1, 1])
	testdata.same(c.evidence.computed.value, [100, 1])
	c.evidence.reported.fact == "ledger/till"
	[[o.fact, o.role] | some o in c.evidence.operands] == [
		["ledger/till", "total"],
		["ledger/a", "part"],
		["ledger/b", "part"],
	]
}

test_fail_rounding_explains_a_unit_of_two_but_not_two if {
	parts := [testdata.rounded("ledger/a", 12), testdata.rounded("ledger/b", 45)]
	found(total(testdata.rounded("ledger/till", 58), parts)).verdict == "roundingOnly"
	found(total(testdata.rounded("ledger/till", 60), parts)).verdict == "inconsistent"
}

test_fail_others_exceed_the_total_whatever_is_withheld if {
	withheld := object.union(testdata.without_value("ledger/b", "undisclosed"), {"concept": "visitors"})
	c := found(total(testdata.exact("ledger/till", 39), [testdata.exact("ledger/a", 40), withheld]))
	c.verdict == "inconsistent"
	c.case == "unreachable"
	c.evidence.missing == [{"role": "part", "fact": "ledger/b", "cause": "undisclosed"}]
}

test_pass_with_a_negative_weight if {
	operands := [
		testdata.operand("total", testdata.exact("ledger/till", 30)),
		testdata.operand("part", testdata.exact("ledger/a", 40)),
		testdata.weighted("part", testdata.exact("ledger/refunds", 10), -1),
	]
	clean(testdata.relation("ledger/tills", "sum", operands))
}

test_pass_a_dash_counts_as_nothing if {
	dash := testdata.quantity("ledger/c", {
		"status": "nil",
		"value": [0, 1],
		"intervals": {"rounded": testdata.point([0, 1]), "truncated": testdata.point([0, 1])},
	})
	clean(total(testdata.exact("ledger/till", 100), array.concat(drawers, [dash])))
}

test_pass_shows_the_arithmetic_in_audit_mode if {
	given := facts("audit", [total(testdata.exact("ledger/till", 100), drawers)])
	some c in rule.check with input as given with data.registry as registry
	c.verdict == "consistent"
	not c.case
	testdata.same(c.evidence.computed.value, [100, 1])
}

test_pass_other_relations_are_no_subjects if {
	order := testdata.relation("ledger/order", "order", [])
	count(rule.subjects) == 0 with input as facts("audit", [order])
	count(rule.check) == 0 with input as facts("audit", [order]) with data.registry as registry
}

test_undecided_names_the_part_without_a_value if {
	lost := object.union(testdata.without_value("ledger/b", "lost"), {"concept": "profit"})
	c := found(total(testdata.exact("ledger/till", 39), [testdata.exact("ledger/a", 40), lost]))
	c.verdict == "undetermined"
	c.case == "undetermined"
	c.evidence.missing == [{"role": "part", "fact": "ledger/b", "cause": "lost"}]
}

test_undecided_part_that_is_not_recorded if {
	operands := [
		testdata.operand("total", testdata.exact("ledger/till", 100)),
		testdata.operand("part", testdata.exact("ledger/a", 40)),
		testdata.dangling("part", "ledger/b"),
	]
	c := found(testdata.relation("ledger/tills", "sum", operands))
	c.case == "undetermined"
	c.evidence.missing == [{"role": "part", "fact": "ledger/b", "cause": "dangling"}]
}

test_undecided_total_that_is_not_recorded if {
	operands := [testdata.dangling("total", "ledger/till"), testdata.operand("part", testdata.exact("ledger/a", 40))]
	c := found(testdata.relation("ledger/tills", "sum", operands))
	c.case == "undetermined"
	c.evidence.missing == [{"role": "total", "fact": "ledger/till", "cause": "dangling"}]
}

test_undecided_within_rounding_is_told_as_such if {
	parts := [testdata.rounded("ledger/a", 12), testdata.rounded("ledger/b", 45)]
	c := found(total(testdata.rounded("ledger/till", 58), parts))
	c.case == "roundingOnly"
	testdata.same(c.evidence.deviation, [1, 1])
}

many := [object.union(relation, {"id": concat("/", ["ledger", format_int(i, 10)])}) |
	some i, relation in [
		total(testdata.exact("ledger/till", 100), drawers),
		total(testdata.exact("ledger/till", 101), drawers),
		total(testdata.rounded("ledger/till", 58), [testdata.rounded("ledger/a", 12), testdata.rounded("ledger/b", 45)]),
		total(testdata.without_value("ledger/till", "undisclosed"), drawers),
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
