package tieout.lib.plain_test

import data.tieout.lib.plain
import data.tieout.lib.testdata

hurry := {"mode": "findings"}

total(value) := testdata.operand("total", testdata.exact("ledger/total", value))

part(id, value) := testdata.operand("part", testdata.exact(id, value))

altered(fact, changes) := object.union(fact, changes)

test_whole_parts_make_the_total if {
	plain.sums([total(7), part("ledger/a", 4), part("ledger/b", 3)]) with input as hurry
	not plain.sums([total(8), part("ledger/a", 4), part("ledger/b", 3)]) with input as hurry
	plain.sums([total(0), part("ledger/a", 4), part("ledger/b", -4)]) with input as hurry
}

test_weights_count if {
	refund := testdata.weighted("part", testdata.exact("ledger/b", 3), -1)
	plain.sums([total(1), part("ledger/a", 4), refund]) with input as hurry
	not plain.sums([total(7), part("ledger/a", 4), refund]) with input as hurry
}

test_what_is_not_plain_is_left_to_others if {
	four := testdata.exact("ledger/a", 4)
	every changes in [
		{"status": "notApplicable"},
		{"qualifiers": ["above"]},
		{"value": [8, 2]},
	] {
		not plain.sums([total(4), testdata.operand("part", altered(four, changes))]) with input as hurry
		not plain.same([four, altered(four, changes)]) with input as hurry
	}
	half := altered(part("ledger/a", 4), {"weight": [1, 2]})
	not plain.sums([total(4), half]) with input as hurry
	unread := object.remove(four, ["intervals"])
	not plain.sums([total(4), testdata.operand("part", unread)]) with input as hurry
	not plain.same([four, unread]) with input as hurry
	not plain.sums([total(4), part("ledger/a", 4), testdata.dangling("part", "ledger/c")]) with input as hurry
}

test_a_total_without_parts_is_not_plain if {
	not plain.sums([total(0)]) with input as hurry
	not plain.sums([]) with input as hurry
}

test_figures_printed_alike_are_the_same if {
	plain.same([testdata.exact("ledger/a", 4), testdata.exact("ledger/b", 4)]) with input as hurry
	not plain.same([testdata.exact("ledger/a", 4), testdata.exact("ledger/b", 5)]) with input as hurry
	not plain.same([]) with input as hurry
}

test_one_figure_is_at_most_another if {
	four := testdata.exact("ledger/a", 4)
	five := testdata.exact("ledger/b", 5)
	plain.ordered([four], [five]) with input as hurry
	plain.ordered([four], [four]) with input as hurry
	not plain.ordered([five], [four]) with input as hurry
	not plain.ordered([four, four], [five]) with input as hurry
	not plain.ordered([four], [five, five]) with input as hurry
	not plain.ordered([four], []) with input as hurry
	not plain.ordered([altered(four, {"qualifiers": ["above"]})], [five]) with input as hurry
	not plain.ordered([four], [altered(five, {"qualifiers": ["below"]})]) with input as hurry
	not plain.ordered([object.remove(four, ["intervals"])], [five]) with input as hurry
	not plain.ordered([four], [object.remove(five, ["intervals"])]) with input as hurry
	not plain.ordered([four], [five]) with input as {"mode": "audit"}
}

test_nothing_is_plain_in_audit_mode if {
	not plain.sums([total(7), part("ledger/a", 7)]) with input as {"mode": "audit"}
	not plain.same([testdata.exact("ledger/a", 4), testdata.exact("ledger/b", 4)]) with input as {"mode": "audit"}
}
