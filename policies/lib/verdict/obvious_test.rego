package tieout.lib.verdict_test

import data.tieout.lib.testdata
import data.tieout.lib.verdict

hurry := {"mode": "findings"}

part(id, value) := testdata.operand("part", testdata.exact(id, value))

total(value) := testdata.operand("total", testdata.exact("ledger/total", value))

qualified(word) := testdata.operand("part", object.union(testdata.exact("ledger/a", 4), {"qualifiers": [word]}))

test_exact_parts_obviously_sum if {
	verdict.obviously_sums(total(7), [part("ledger/a", 4), part("ledger/b", 3)]) with input as hurry
}

test_weights_count if {
	refund := object.union(part("ledger/b", 3), {"weight": [-1, 1]})
	verdict.obviously_sums(total(1), [part("ledger/a", 4), refund]) with input as hurry
	not verdict.obviously_sums(total(7), [part("ledger/a", 4), refund]) with input as hurry
}

test_a_difference_is_never_obvious if {
	not verdict.obviously_sums(total(8), [part("ledger/a", 4), part("ledger/b", 3)]) with input as hurry
	not verdict.obviously_ordered(part("ledger/a", 4), part("ledger/b", 3)) with input as hurry
	not verdict.obviously_same([part("ledger/a", 4), part("ledger/b", 3)]) with input as hurry
}

test_order_and_sameness_are_obvious_as_printed if {
	verdict.obviously_ordered(part("ledger/a", 3), part("ledger/b", 3)) with input as hurry
	verdict.obviously_ordered(part("ledger/a", 3), part("ledger/b", 4)) with input as hurry
	verdict.obviously_same([part("ledger/a", 3), part("ledger/b", 3)]) with input as hurry
}

test_a_figure_that_cannot_be_its_print_is_never_obvious if {
	every word in ["above", "below", "odd", "several"] {
		not verdict.obviously_same([qualified(word), qualified(word)]) with input as hurry
	}
	verdict.obviously_same([qualified("about"), qualified("atLeast")]) with input as hurry
}

test_what_has_no_value_is_never_obvious if {
	withheld := testdata.operand("part", testdata.without_value("ledger/c", "undisclosed"))
	not verdict.obviously_sums(total(7), [part("ledger/a", 7), withheld]) with input as hurry
	not verdict.obviously_sums(withheld, [part("ledger/a", 7)]) with input as hurry
	not verdict.obviously_same([part("ledger/a", 7), testdata.dangling("member", "ledger/d")]) with input as hurry
	not verdict.obviously_ordered(part("ledger/a", 7), withheld) with input as hurry
	not verdict.obviously_same([]) with input as hurry
	not verdict.obviously_sums(total(0), []) with input as hurry
}

test_several_facts_of_one_thing_are_never_obvious if {
	two := verdict.merged("lesser", [testdata.exact("ledger/a", 1), testdata.exact("ledger/b", 1)])
	one := verdict.merged("greater", [testdata.exact("ledger/c", 2)])
	not verdict.obviously_ordered(two, one) with input as hurry
	verdict.obviously_ordered(one, one) with input as hurry
}

test_nothing_is_obvious_in_audit_mode if {
	not verdict.obviously_sums(total(7), [part("ledger/a", 7)]) with input as {"mode": "audit"}
	not verdict.obviously_same([part("ledger/a", 7), part("ledger/b", 7)]) with input as {"mode": "audit"}
	not verdict.obviously_ordered(part("ledger/a", 7), part("ledger/b", 7)) with input as {"mode": "audit"}
}

test_a_quotient_is_obvious_inside_the_printed_result if {
	ten := testdata.operand("numerator", testdata.exact("ledger/a", 10))
	three := testdata.operand("denominator", testdata.exact("ledger/b", 3))
	rate := testdata.operand("result", object.union(testdata.rounded("ledger/r", 333), {"unit": "percent"}))
	verdict.obviously_divides(ten, three, rate) with input as hurry
	not verdict.obviously_divides(ten, three, rate) with input as {"mode": "audit"}
	not verdict.obviously_divides(three, ten, rate) with input as hurry
	beside := testdata.operand("result", object.union(testdata.rounded("ledger/r", 334), {"unit": "percent"}))
	not verdict.obviously_divides(ten, three, beside) with input as hurry
}

test_nothing_obviously_divides_by_zero_or_less if {
	every value in [0, -5] {
		whole := testdata.operand("denominator", testdata.exact("ledger/b", value))
		not verdict.obviously_divides(total(10), whole, part("ledger/r", -2)) with input as hurry
	}
}

test_a_change_is_obvious_inside_the_printed_result if {
	ten := testdata.operand("from", testdata.exact("ledger/a", 10))
	thirteen := testdata.operand("to", testdata.exact("ledger/b", 13))
	rate := testdata.operand("result", object.union(testdata.rounded("ledger/r", 30), {"unit": "percent"}))
	verdict.obviously_changes(ten, thirteen, rate) with input as hurry
	not verdict.obviously_changes(ten, thirteen, rate) with input as {"mode": "audit"}
	not verdict.obviously_changes(thirteen, ten, rate) with input as hurry
	beside := testdata.operand("result", object.union(testdata.rounded("ledger/r", 31), {"unit": "percent"}))
	not verdict.obviously_changes(ten, thirteen, beside) with input as hurry
	nothing := testdata.operand("from", testdata.exact("ledger/a", 0))
	not verdict.obviously_changes(nothing, thirteen, rate) with input as hurry
}

test_a_product_is_obvious_inside_the_printed_result if {
	forty := testdata.operand("factor", object.union(testdata.exact("ledger/a", 40), {"unit": "percent"}))
	ninety := testdata.operand("factor", object.union(testdata.exact("ledger/b", 90), {"unit": "percent"}))
	score := testdata.operand("result", object.union(testdata.rounded("ledger/r", 36), {"unit": "percent"}))
	verdict.obviously_multiplies([forty, ninety], score) with input as hurry
	not verdict.obviously_multiplies([forty, ninety], score) with input as {"mode": "audit"}
	not verdict.obviously_multiplies([forty], score) with input as hurry
	not verdict.obviously_multiplies([], score) with input as hurry
	beside := testdata.operand("result", object.union(testdata.rounded("ledger/r", 37), {"unit": "percent"}))
	not verdict.obviously_multiplies([forty, ninety], beside) with input as hurry
	withheld := testdata.operand("factor", testdata.without_value("ledger/c", "undisclosed"))
	not verdict.obviously_multiplies([forty, ninety, withheld], score) with input as hurry
}
