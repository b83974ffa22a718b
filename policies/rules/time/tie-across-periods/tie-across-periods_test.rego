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
	tie("ledger/z", [object.union(fiscal, {"asOf": "2024-06-30"}), object.union(fiscal, {"asOf": "2024-09-30"})]),
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
