package tieout.rules.count.stated_count_test

import data.tieout.lib.testdata
import data.tieout.rules.count.stated_count as rule

counted(result, items) := testdata.relation("ledger/soups", "count", array.concat(
	[testdata.operand("result", result)],
	[testdata.operand("item", item) | some item in items],
))

facts(mode, relations) := testdata.document(mode, "relation", relations)

found(relation) := c if {
	some c in rule.check with input as facts("findings", [relation])
}

clean(relation) if {
	count(rule.check) == 0 with input as facts("findings", [relation])
}

stated(value) := testdata.exact("ledger/stated", value)

pea := testdata.claim("ledger/pea", "fact", {})

leek := testdata.word("ledger/leek", "leek soup")

onion := testdata.exact("ledger/onion", 450)

secret := testdata.without_value("ledger/secret", "undisclosed")

test_fail_fewer_than_stated if {
	c := found(counted(stated(3), [pea, leek]))
	c.subject == "ledger/soups"
	c.verdict == "inconsistent"
	not c.case
	testdata.same(c.evidence.deviation, [1, 1])
	testdata.same(c.evidence.computed.value, [2, 1])
	c.evidence.reported.fact == "ledger/stated"
	[[o.fact, o.role] | some o in c.evidence.operands] == [
		["ledger/stated", "result"],
		["ledger/pea", "item"],
		["ledger/leek", "item"],
	]
}

test_fail_more_than_stated if {
	found(counted(stated(2), [pea, leek, onion])).verdict == "inconsistent"
}

test_fail_below_at_least if {
	range := testdata.ranged("ledger/stated", [3, 1], null)
	found(counted(range, [pea, leek])).verdict == "inconsistent"
	clean(counted(range, [pea, leek, onion]))
	clean(counted(range, [pea, leek, onion, secret]))
}

test_pass_any_kind_counts_with_or_without_value if {
	clean(counted(stated(4), [pea, leek, onion, secret]))
}

test_pass_what_does_not_apply_is_not_counted if {
	gone := testdata.without_value("ledger/gone", "notApplicable")
	clean(counted(stated(2), [pea, leek, gone]))
	found(counted(stated(3), [pea, leek, gone])).verdict == "inconsistent"
}

test_pass_shows_the_count_in_audit_mode if {
	some c in rule.check with input as facts("audit", [counted(stated(2), [pea, leek])])
	c.verdict == "consistent"
	not c.case
	testdata.same(c.evidence.computed.value, [2, 1])
}

test_pass_other_relations_are_no_subjects if {
	sum := testdata.relation("ledger/sum", "sum", [])
	count(rule.subjects) == 0 with input as facts("audit", [sum])
	count(rule.check) == 0 with input as facts("audit", [sum])
}

about_two := object.union(testdata.ranged("ledger/stated", [1, 1], [3, 1]), {"value": [2, 1]})

test_undecided_about_two_for_three if {
	c := found(counted(about_two, [pea, leek, onion]))
	c.verdict == "roundingOnly"
	c.case == "roundingOnly"
	testdata.same(c.evidence.deviation, [1, 1])
}

test_undecided_an_item_is_not_recorded if {
	relation := testdata.relation("ledger/soups", "count", [
		testdata.operand("result", stated(2)),
		testdata.operand("item", pea),
		testdata.dangling("item", "ledger/leek"),
	])
	c := found(relation)
	c.verdict == "undetermined"
	c.case == "undetermined"
	c.evidence.missing == [{"role": "item", "fact": "ledger/leek", "cause": "dangling"}]
	[o.fact | some o in c.evidence.operands] == ["ledger/stated", "ledger/pea", "ledger/leek"]
}

test_undecided_an_item_was_left_out_for_its_form if {
	c := found(counted(stated(1), [pea, testdata.without_value("ledger/leek", "excluded")]))
	c.case == "undetermined"
	c.evidence.missing == [{"role": "item", "fact": "ledger/leek", "cause": "excluded"}]
}

test_undecided_the_number_is_withheld if {
	c := found(counted(testdata.without_value("ledger/stated", "undisclosed"), [pea, leek]))
	c.case == "undetermined"
	c.evidence.missing == [{"role": "result", "fact": "ledger/stated", "cause": "undisclosed"}]
}

many := [object.union(relation, {"id": concat("/", ["ledger", format_int(i, 10)])}) |
	some i, relation in [
		counted(stated(2), [pea, leek]),
		counted(stated(3), [pea, leek]),
		counted(about_two, [pea, leek, onion]),
		counted(testdata.without_value("ledger/stated", "lost"), [pea, leek]),
	]
]

test_pass_both_modes_report_the_same if {
	reported := rule.check with input as facts("findings", many)
	audited := rule.check with input as facts("audit", many)
	count(reported) == 3
	reported == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as facts("audit", many)
	population == {c.subject | some c in audited}
	count(population) == count(audited)
}

test_population_leaves_counts_of_a_property_to_another_rule if {
	relation := object.union(counted(stated(2), [pea]), {"having": {"region": "north"}})
	rule.subjects == set() with input as facts("audit", [relation])
	rule.check == set() with input as facts("audit", [relation])
}
