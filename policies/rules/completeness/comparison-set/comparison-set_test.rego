package tieout.rules.completeness.comparison_set_test

import data.tieout.lib.testdata
import data.tieout.rules.completeness.comparison_set as rule

figure(id, entity) := object.union(testdata.exact(id, 1), {"entity": entity, "dimensions": {"street": id}})

north := figure("ledger/n", "north")

south := figure("ledger/s", "south")

comparison(id, introduced, compared) := testdata.relation(id, "comparison", array.concat(
	[testdata.operand("introduced", f) | some f in introduced],
	[testdata.operand("compared", f) | some f in compared],
))

facts(mode, relations) := testdata.document(mode, "relation", relations)

checked(relation) := c if {
	some c in rule.check with input as facts("audit", [relation]) with data.registry.entities as {"south": {"labels": {"en": "South Bakery"}}}
}

test_fail_a_member_that_is_dropped if {
	checked(comparison("ledger/rivals", [north, south], [figure("ledger/cell", "north")])) == {
		"subject": "ledger/rivals",
		"verdict": "inconsistent",
		"evidence": {
			"operands": [{"fact": "ledger/s", "role": "introduced"}, {"fact": "ledger/cell", "role": "compared"}],
			"params": {"introduced": 2, "dropped": "South Bakery"},
		},
	}
}

test_fail_along_a_dimension if {
	c := checked(object.union(comparison("ledger/streets", [north, south], [north]), {"along": "street"}))
	c.verdict == "inconsistent"
	c.evidence.params.dropped == "ledger/s"
}

test_fail_a_nameless_introduction_hides_nobody if {
	nameless := object.remove(figure("ledger/x", "y"), ["entity"])
	checked(comparison("ledger/rivals", [north, south, nameless], [north])).verdict == "inconsistent"
}

test_pass_all_are_there_and_more if {
	c := checked(comparison("ledger/rivals", [north], [south, figure("ledger/cell", "north")]))
	c.verdict == "consistent"
	count(c.evidence.operands) == 3
}

test_pass_other_relations_are_no_subjects if {
	order := object.union(comparison("ledger/order", [north, south], [north]), {"type": "order"})
	rule.subjects == set() with input as facts("audit", [order])
	rule.check == set() with input as facts("audit", [order])
}

test_undecided_a_row_that_may_be_the_missing_one if {
	nameless := object.remove(figure("ledger/x", "y"), ["entity"])
	c := checked(comparison("ledger/rivals", [north, south], [north, nameless]))
	c.case == "undetermined"
	c.evidence.missing == [{"role": "compared", "fact": "ledger/x", "cause": "absent"}]
	checked(comparison("ledger/rivals", [north], [north, nameless])).verdict == "consistent"
}

test_undecided_somebody_introduced_is_not_on_record if {
	relation := testdata.relation("ledger/rivals", "comparison", [
		testdata.dangling("introduced", "ledger/gone"),
		testdata.operand("compared", north),
	])
	c := checked(relation)
	c.case == "undetermined"
	c.evidence.missing == [{"role": "introduced", "fact": "ledger/gone", "cause": "absent"}]
}

many := [
	comparison("ledger/a", [north], [north]),
	comparison("ledger/b", [north, south], [north]),
	comparison("ledger/c", [object.remove(north, ["entity"])], [north]),
]

test_pass_both_modes_report_the_same if {
	reported := rule.check with input as facts("findings", many)
	audited := rule.check with input as facts("audit", many)
	count(reported) == 2
	reported == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as facts("audit", many)
	population == {c.subject | some c in audited}
	count(population) == count(audited)
}
