package tieout.rules.time.sequence_test

import data.tieout.lib.testdata
import data.tieout.rules.time.sequence as rule

event(id, period) := {"id": id, "kind": "event", "source": "ledger", "period": period}

sequence(id, earlier, later) := testdata.relation(id, "sequence", [
	testdata.operand("earlier", earlier),
	testdata.operand("later", later),
])

facts(mode, relations) := testdata.document(mode, "relation", relations)

verdict_of(earlier, later) := v if {
	given := [sequence("ledger/s", event("ledger/a", earlier), event("ledger/b", later))]
	some c in rule.check with input as facts("audit", given)
	v := c.verdict
}

test_fail_the_cause_is_dated_after_its_effect if {
	rule.check == {{
		"subject": "ledger/s",
		"verdict": "inconsistent",
		"evidence": {
			"operands": [{"fact": "ledger/a", "role": "earlier"}, {"fact": "ledger/b", "role": "later"}],
			"params": {"earlier": "2025-06-01", "later": "2025-05-01/2025-05-31"},
		},
	}} with input as facts("findings", [sequence(
		"ledger/s",
		event("ledger/a", "2025-06-01"),
		event("ledger/b", "2025-05-01/2025-05-31"),
	)])
}

test_pass_whatever_the_days_leave_open if {
	verdict_of("2025-05-31", "2025-06-01") == "consistent"
	verdict_of("2025-06-01", "2025-06-01") == "consistent"
	verdict_of("2025-05-31", "2025-05-01/2025-05-31") == "consistent"
	verdict_of("2025-01-01/2025-12-31", "2025-05-01/2025-05-31") == "consistent"
	verdict_of("2026-01-01/2026-12-31", "2025-12-31") == "inconsistent"
}

test_pass_other_relations_are_no_subjects if {
	order := object.union(sequence("ledger/s", event("ledger/a", "2025"), event("ledger/b", "2024")), {"type": "order"})
	rule.subjects == set() with input as facts("audit", [order])
	rule.check == set() with input as facts("audit", [order])
}

test_undecided_an_end_without_a_day if {
	relation := testdata.relation("ledger/s", "sequence", [
		testdata.operand("earlier", testdata.exact("ledger/a", 1)),
		testdata.dangling("later", "ledger/b"),
	])
	some c in rule.check with input as facts("findings", [relation])
	c.case == "undetermined"
	c.evidence == {
		"operands": [{"fact": "ledger/a", "role": "earlier"}],
		"missing": [
			{"role": "earlier", "fact": "ledger/a", "cause": "absent"},
			{"role": "later", "fact": "ledger/b", "cause": "absent"},
		],
	}
}

many := [
	sequence("ledger/a", event("ledger/x", "2025-05-31"), event("ledger/y", "2025-06-01")),
	sequence("ledger/b", event("ledger/x", "2025-06-02"), event("ledger/y", "2025-06-01")),
	sequence("ledger/c", event("ledger/x", "2025-06-02"), testdata.exact("ledger/y", 1)),
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
