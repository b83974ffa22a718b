package tieout.rules.equality.tied_qualifier_test

import data.tieout.lib.testdata
import data.tieout.rules.equality.tied_qualifier as rule

figure(id, value, words) := object.union(testdata.exact(id, value), {"qualifiers": words})

tie(id, members) := testdata.relation(id, "equal", [testdata.operand("member", fact) | some fact in members])

facts(mode, relations) := testdata.document(mode, "relation", relations)

menu(words) := figure("ledger/menu", 12, words)

list(words) := figure("guide/list", 12, words)

test_fail_a_bound_that_is_dropped if {
	rule.check == {{
		"subject": "ledger/tie",
		"verdict": "inconsistent",
		"evidence": {"operands": [
			{"fact": "ledger/menu", "role": "member"},
			{"fact": "guide/list", "role": "member"},
		]},
	}} with input as facts("findings", [tie("ledger/tie", [menu([]), list(["atLeast"])])])
}

test_fail_about_that_is_dropped_is_a_note if {
	some c in rule.check with input as facts("findings", [tie("ledger/tie", [menu([]), list(["about"])])])
	c.case == "blur"
}

test_pass_the_same_words_or_another_value if {
	count(rule.check) == 0 with input as facts("findings", [
		tie("ledger/a", [menu(["atLeast"]), list(["atLeast"])]),
		tie("ledger/b", [menu([]), figure("guide/list", 11, ["atLeast"])]),
	])
}

test_pass_other_relations_and_single_values_are_no_subjects if {
	order := object.union(tie("ledger/order", [menu([]), list(["atLeast"])]), {"type": "order"})
	single := tie("ledger/single", [menu([]), testdata.word("guide/list", "a dozen")])
	broken := testdata.relation("ledger/broken", "equal", [testdata.dangling("member", "guide/list")])
	given := facts("audit", [order, single, broken])
	rule.subjects == set() with input as given
	rule.check == set() with input as given
}

many := [
	tie("ledger/a", [menu([]), list([])]),
	tie("ledger/b", [menu([]), list(["above"])]),
	tie("ledger/c", [menu(["about"]), list([])]),
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
