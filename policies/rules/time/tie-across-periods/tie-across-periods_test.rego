package tieout.rules.time.tie_across_periods_test

import data.tieout.lib.testdata
import data.tieout.rules.time.tie_across_periods as rule

figure(id, more) := object.union(testdata.exact(id, 12), more)

calendar := figure("ledger/a", {"period": "2024-01-01/2024-12-31"})

fiscal := figure("ledger/b", {"period": "2024-04-01/2025-03-31"})

tie(id, members) := testdata.relation(id, "equal", [testdata.operand("member", fact) | some fact in members])

facts(mode, relations) := testdata.document(mode, "relation", relations)

checked(members) := c if {
	some c in rule.check with input as facts("audit", [tie("ledger/tie", members)])
}

test_fail_a_calendar_year_tied_to_a_fiscal_one if {
	checked([calendar, fiscal]) == {
		"subject": "ledger/tie",
		"verdict": "inconsistent",
		"evidence": {
			"operands": [{"fact": "ledger/a", "role": "member"}, {"fact": "ledger/b", "role": "member"}],
			"params": {"periods": "2024-01-01/2024-12-31, 2024-04-01/2025-03-31", "days": ""},
		},
	}
}

test_pass_the_same_year_in_both_places if {
	checked([calendar, figure("ledger/c", {"period": "2024-01-01/2024-12-31"})]).verdict == "consistent"
	checked([fiscal, figure("ledger/c", {"period": "2024-04-01/2025-03-31"})]).verdict == "consistent"
}

test_pass_periods_that_differ_otherwise if {
	checked([calendar, figure("ledger/c", {"period": "2024-12-31"})]).verdict == "consistent"
	checked([calendar, figure("ledger/c", {"period": "2024-01-01/2026-12-31"})]).verdict == "consistent"
	checked([calendar, figure("ledger/c", {"period": "2025-04-01/2026-03-31"})]).verdict == "consistent"
	checked([fiscal, figure("ledger/c", {"period": "2024-07-01/2025-06-30"})]).verdict == "consistent"
}

test_pass_one_figure_with_a_period_is_no_subject if {
	alone := tie("ledger/tie", [calendar, testdata.exact("ledger/c", 12)])
	broken := testdata.relation("ledger/broken", "equal", [testdata.dangling("member", "ledger/x")])
	order := object.union(tie("ledger/order", [calendar, fiscal]), {"type": "order"})
	event := {"id": "ledger/e", "kind": "event", "source": "ledger", "period": "2024-01-01"}
	given := facts("audit", [alone, broken, order, tie("ledger/events", [event, event])])
	rule.subjects == set() with input as given
	rule.check == set() with input as given
}

held(id, entity, period) := figure(id, {"entity": entity, "concept": "loans", "period": period})

town := held("ledger/town", "town", "2024-12-31")

port(period) := held("ledger/port", "port", period)

against(role, period) := testdata.relation("ledger/more", "order", [
	testdata.operand("lesser", town),
	testdata.operand(role, port(period)),
])

compared(relation) := c if {
	some c in rule.check with input as facts("audit", [relation])
}

test_fail_a_day_more_than_a_year_before_that_of_another if {
	compared(against("greater", "2023-12-30")) == {
		"subject": "ledger/more",
		"case": "compared",
		"verdict": "inconsistent",
		"evidence": {
			"operands": [{"fact": "ledger/town", "role": "member"}, {"fact": "ledger/port", "role": "member"}],
			"params": {"periods": "2023-12-30, 2024-12-31", "days": ""},
		},
	}
	some type in ["extreme", "rank"]
	relation := testdata.relation("ledger/r", type, [testdata.operand("fact", town), testdata.operand("among", port("2026-01-01"))])
	compared(relation).case == "compared"
}

test_fail_spans_more_than_a_year_apart if {
	c := compared(testdata.relation("ledger/r", "extreme", [
		testdata.operand("fact", held("ledger/a", "town", "2022-01-01/2022-12-31")),
		testdata.operand("among", held("ledger/b", "port", "2023-04-01/2024-03-31")),
	]))
	c.verdict == "inconsistent"
}

test_pass_years_that_end_on_different_days if {
	compared(against("greater", "2025-12-31")).verdict == "consistent"
	compared(against("greater", "2023-12-31")).verdict == "consistent"
}

test_pass_another_concept_unit_or_kind_of_period if {
	every other in [{"concept": "visits"}, {"unit": "person"}, {"period": "2022-01-01/2022-12-31"}] {
		compared(testdata.relation("ledger/r", "order", [
			testdata.operand("lesser", town),
			testdata.operand("greater", object.union(port("2022-12-31"), other)),
		])).verdict == "consistent"
	}
}

test_pass_one_entity_over_time_and_ranks_are_no_comparison if {
	over_time := testdata.relation("ledger/t", "order", [
		testdata.operand("lesser", held("ledger/a", "town", "2020-12-31")),
		testdata.operand("greater", town),
	])
	rank := against("rank", "2020-12-31")
	trend := object.union(against("greater", "2020-12-31"), {"type": "trend"})
	rule.subjects == set() with input as facts("audit", [over_time, rank, trend])
	rule.check == set() with input as facts("audit", [over_time, rank, trend])
}

test_undecided_figures_of_different_days if {
	c := checked([
		object.union(calendar, {"asOf": "2024-06-30"}),
		figure("ledger/c", {"period": "2024-01-01/2024-12-31", "asOf": "2024-09-30"}),
	])
	c.case == "asOf"
	c.verdict == "undetermined"
	c.evidence.params.days == "2024-06-30, 2024-09-30"
	checked([object.union(calendar, {"asOf": "2024-06-30"}), object.union(fiscal, {"asOf": "2024-09-30"})]).verdict == "inconsistent"
}

test_undecided_one_day_alone_is_not_another if {
	checked([calendar, figure("ledger/c", {"period": "2024-01-01/2024-12-31", "asOf": "2024-09-30"})]).verdict == "consistent"
}

many := [
	tie("ledger/x", [calendar, fiscal]),
	tie("ledger/y", [calendar, calendar]),
	against("greater", "2020-12-31"),
	object.union(against("greater", "2024-12-31"), {"id": "ledger/same"}),
	tie("ledger/z", [object.union(fiscal, {"asOf": "2024-06-30"}), object.union(fiscal, {"asOf": "2024-09-30"})]),
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

test_pass_the_same_figures_in_another_relation if {
	others := [testdata.otherwise(relation) | some relation in many]
	every mode in ["findings", "audit"] {
		rule.subjects == set() with input as testdata.document(mode, "relation", others)
		rule.check == set() with input as testdata.document(mode, "relation", others)
	}
}

test_pass_what_has_no_quantity_or_period_is_not_compared if {
	event := object.union(port("2020-12-31"), {"kind": "event"})
	every other in [event, object.remove(port("2020-12-31"), ["period"])] {
		relation := testdata.relation("ledger/r", "order", [testdata.operand("lesser", town), testdata.operand("greater", other)])
		rule.subjects == set() with input as facts("audit", [relation])
		rule.check == set() with input as facts("audit", [relation])
	}
}

test_fail_beside_a_later_figure_of_nobody if {
	c := compared(testdata.relation("ledger/r", "extreme", [
		testdata.operand("fact", town),
		testdata.operand("among", port("2022-12-31")),
		testdata.operand("among", object.remove(held("ledger/nobody", "nobody", "2026-12-31"), ["entity"])),
	]))
	c.verdict == "inconsistent"
	[o.fact | some o in c.evidence.operands] == ["ledger/town", "ledger/port"]
}

test_pass_each_is_held_against_the_newest_of_another if {
	c := compared(testdata.relation("ledger/r", "extreme", [
		testdata.operand("fact", town),
		testdata.operand("among", held("ledger/before", "town", "2022-12-31")),
		testdata.operand("among", port("2023-12-31")),
	]))
	c.verdict == "consistent"
}

# The newest is of another concept, and the two others are of one entity each.
test_pass_only_the_newest_is_held_against_the_others if {
	c := compared(testdata.relation("ledger/r", "extreme", [
		testdata.operand("fact", object.union(town, {"concept": "visits"})),
		testdata.operand("among", held("ledger/before", "village", "2022-12-31")),
		testdata.operand("among", port("2023-12-31")),
	]))
	c.verdict == "consistent"
}
