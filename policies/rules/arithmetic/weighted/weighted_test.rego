package tieout.rules.arithmetic.weighted_test

import data.tieout.lib.testdata
import data.tieout.rules.arithmetic.weighted as rule

percent(fact) := object.union(fact, {"unit": "percent"})

exact(id, value) := percent(testdata.exact(id, value))

rounded(id, value) := percent(testdata.rounded(id, value))

between(id, lower, upper) := percent(object.union(testdata.ranged(id, [lower, 1], [upper, 1]), {}))

formula(result, terms) := testdata.relation("ledger/bonus", "weighted", array.concat(
	[testdata.operand("result", result)],
	[operand |
		some pair in terms
		some operand in [testdata.operand("term", pair[0]), testdata.operand("by", pair[1])]
	],
))

facts(mode, relation) := testdata.document(mode, "relation", [relation])

found(result, terms) := c if {
	some c in rule.check with input as facts("findings", formula(result, terms))
}

clean(result, terms) if {
	count(rule.check) == 0 with input as facts("findings", formula(result, terms))
	testdata.quiet(rule.subjects, rule.check) with input as facts("audit", formula(result, terms))
}

company := exact("ledger/company", 70)

own := exact("ledger/own", 30)

test_fail_another_rate_than_the_formula_gives if {
	c := found(exact("ledger/rate", 30), [[exact("ledger/a", 10), company], [exact("ledger/b", 50), own]])
	c.subject == "ledger/bonus"
	c.verdict == "inconsistent"
	not c.case
	testdata.same(c.evidence.computed.value, [22, 1])
	testdata.same(c.evidence.deviation, [8, 1])
	[o.role | some o in c.evidence.operands] == ["result", "term", "by", "term", "by"]
}

test_pass_the_rate_of_the_formula if {
	clean(exact("ledger/rate", 22), [[exact("ledger/a", 10), company], [exact("ledger/b", 50), own]])
}

test_pass_at_the_ends_of_the_rounding if {
	terms := [[rounded("ledger/a", 10), exact("ledger/by", 100)]]
	clean(rounded("ledger/rate", 10), terms)
	found(rounded("ledger/rate", 11), terms).verdict == "roundingOnly"
	found(rounded("ledger/rate", 9), terms).case == "roundingOnly"
	found(rounded("ledger/rate", 12), terms).verdict == "inconsistent"
	found(rounded("ledger/rate", 8), terms).verdict == "inconsistent"
}

test_fail_a_range_at_its_upper_end if {
	terms := [[exact("ledger/a", 10), company], [between("ledger/b", 0, 100), own]]
	clean(between("ledger/rate", 7, 37), terms)
	found(between("ledger/rate", 7, 40), terms).case == "range"
	found(between("ledger/rate", 5, 37), terms).verdict == "inconsistent"
}

printed_range(decimals, lower, upper) := percent(testdata.quantity("ledger/rate", {
	"decimals": decimals,
	"intervals": {"rounded": testdata.between(lower, upper, false, false)},
}))

test_pass_a_rounded_range if {
	terms := [[exact("ledger/a", 10), company], [between("ledger/b", 0, 100), own]]
	clean(printed_range(0, [13, 2], [75, 2]), terms)
	found(printed_range(0, [13, 2], [79, 2]), terms).verdict == "inconsistent"
	found(printed_range(0, [9, 2], [75, 2]), terms).verdict == "inconsistent"
	clean(printed_range(-1, [5, 1], [45, 1]), terms)
	clean(printed_range(1, [139, 20], [741, 20]), terms)
	found(printed_range(1, [139, 20], [751, 20]), terms).verdict == "inconsistent"
}

test_pass_a_bound_is_no_range if {
	clean(percent(testdata.ranged("ledger/rate", [7, 1], null)), [[exact("ledger/a", 10), company]])
}

test_pass_plain_numbers_are_rates if {
	clean(exact("ledger/rate", 7), [[object.union(testdata.exact("ledger/a", 1), {"unit": "pure"}), exact("ledger/by", 7)]])
}

test_pass_money_by_percent if {
	terms := [[testdata.exact("ledger/a", 200), company]]
	clean(testdata.exact("ledger/rate", 140), terms)
	found(testdata.exact("ledger/rate", 141), terms).verdict == "inconsistent"
}

test_pass_a_weight_of_another_source if {
	foreign := percent(testdata.quantity("book/by", {
		"source": "book",
		"value": [70, 1],
		"intervals": {"rounded": testdata.point([70, 1])},
	}))
	terms := [[rounded("ledger/a", 10), foreign]]
	clean(rounded("ledger/rate", 7), terms)
}

test_pass_in_audit_mode if {
	relation := formula(exact("ledger/rate", 7), [[exact("ledger/a", 10), company]])
	some c in rule.check with input as facts("audit", relation)
	c.verdict == "consistent"
}

test_undecided_without_term_or_weight if {
	secret := percent(testdata.without_value("ledger/secret", "undisclosed"))
	c := found(exact("ledger/rate", 7), [[secret, company]])
	c.case == "undetermined"
	c.evidence.missing == [{"role": "term", "fact": "ledger/secret", "cause": "undisclosed"}]
	d := found(exact("ledger/rate", 7), [[exact("ledger/a", 10), secret]])
	d.evidence.missing == [{"role": "by", "fact": "ledger/secret", "cause": "undisclosed"}]
	found(secret, [[exact("ledger/a", 10), company]]).case == "undetermined"
}

test_undecided_in_unlike_units if {
	c := found(exact("ledger/rate", 7), [[object.union(testdata.exact("ledger/a", 10), {"unit": "hour"}), company]])
	c.case == "unit"
	c.evidence.params.units == "hour, percent"
	d := found(exact("ledger/rate", 7), [[exact("ledger/a", 10), object.union(testdata.exact("ledger/b", 10), {"unit": "loaf"})]])
	d.evidence.params.units == "loaf"
}

test_population_is_the_formulas if {
	relation := formula(exact("ledger/rate", 7), [[exact("ledger/a", 10), company]])
	rule.subjects == {"ledger/bonus"} with input as facts("findings", relation)
}

test_pass_the_same_figures_in_another_relation if {
	others := [testdata.otherwise(relation) | some relation in [
		formula(exact("ledger/rate", 8), [[exact("ledger/a", 10), company]]),
		formula(exact("ledger/rate", 8), [[exact("ledger/a", 10), testdata.exact("ledger/b", 10)]]),
	]]
	every mode in ["findings", "audit"] {
		rule.subjects == set() with input as testdata.document(mode, "relation", others)
		rule.check == set() with input as testdata.document(mode, "relation", others)
	}
}

by(unit, value) := object.union(testdata.exact("ledger/by", value), {"unit": unit})

test_pass_every_unit_of_a_rate if {
	every unit, whole in {"percent": 100, "permille": 1000, "basisPoint": 10000, "pure": 1} {
		clean(exact("ledger/rate", 7), [[exact("ledger/a", 7), by(unit, whole)]])
		clean(by(unit, 7), [[by(unit, 7), by(unit, whole)]])
		clean(exact("ledger/rate", 100), [[by(unit, whole), exact("ledger/by", 100)]])
	}
}

test_undecided_is_the_verdict_in_unlike_units if {
	c := found(exact("ledger/rate", 7), [[object.union(testdata.exact("ledger/a", 10), {"unit": "hour"}), company]])
	c.verdict == "undetermined"
	[o.role | some o in c.evidence.operands] == ["result", "term", "by"]
}

test_pass_a_range_that_is_open_at_one_end if {
	terms := [[exact("ledger/a", 10), company]]
	clean(percent(testdata.ranged("ledger/rate", null, [8, 1])), terms)
	clean(percent(testdata.ranged("ledger/rate", [6, 1], null)), terms)
	found(percent(testdata.ranged("ledger/rate", [8, 1], null)), terms).verdict == "inconsistent"
	found(percent(testdata.ranged("ledger/rate", null, [6, 1])), terms).verdict == "inconsistent"
}

test_fail_a_range_beside_the_last_digit_of_its_ends if {
	terms := [[exact("ledger/a", 10), company], [between("ledger/b", 0, 100), own]]
	found(printed_range(0, [11, 2], [75, 2]), terms).verdict == "inconsistent"
	found(printed_range(0, [13, 2], [77, 2]), terms).verdict == "inconsistent"
	clean(printed_range(-1, [-3, 1], [47, 1]), terms)
	found(printed_range(-1, [-4, 1], [45, 1]), terms).verdict == "inconsistent"
	found(printed_range(-1, [5, 1], [48, 1]), terms).verdict == "inconsistent"
	clean(printed_range(1, [69, 10], [371, 10]), terms)
	found(printed_range(1, [689, 100], [371, 10]), terms).verdict == "inconsistent"
	found(printed_range(1, [69, 10], [3711, 100]), terms).verdict == "inconsistent"
}

test_pass_about_is_no_range if {
	about := percent(testdata.quantity("ledger/rate", {
		"value": [10, 1],
		"decimals": 0,
		"qualifiers": ["about"],
		"intervals": {"rounded": testdata.between([8, 1], [12, 1], false, false)},
	}))
	clean(about, [[exact("ledger/a", 10), exact("ledger/by", 100)]])
}

test_pass_a_weight_of_another_source_in_every_world if {
	foreign := percent(testdata.quantity("book/by", {
		"source": "book",
		"value": [70, 1],
		"intervals": {"rounded": testdata.point([70, 1])},
	}))
	rate := percent(testdata.quantity("ledger/rate", {
		"value": [15, 2],
		"intervals": {"rounded": testdata.point([15, 2]), "truncated": testdata.point([15, 2])},
	}))
	found(rate, [[rounded("ledger/a", 10), foreign]]).verdict == "roundingOnly"
}

test_pass_a_rounded_weight_of_the_same_source if {
	clean(rounded("ledger/rate", 7), [[rounded("ledger/a", 10), rounded("ledger/by", 70)]])
}

test_pass_a_range_within_one_unit_of_its_last_digit if {
	terms := [[exact("ledger/a", 10), company], [between("ledger/b", 0, 100), own]]
	clean(printed_range(0, [25, 4], [75, 2]), terms)
}
