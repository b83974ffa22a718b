package tieout.rules.time.forecast_due_test

import data.tieout.lib.testdata
import data.tieout.rules.time.forecast_due as rule

sources := {"ledger": {"published": "2025-06-30"}}

forecast(id, due, more) := testdata.claim(id, "forecast", object.union({"due": due}, more))

facts(mode, claims) := testdata.document(mode, "claim", claims)

test_fail_a_forecast_that_is_overdue if {
	rule.check == {{
		"subject": "ledger/a",
		"verdict": "inconsistent",
		"evidence": {
			"operands": [{"fact": "ledger/a", "role": "claim"}],
			"params": {"text": "Sales rose faster than costs", "due": "2025-06-29", "published": "2025-06-30"},
		},
	}} with input as facts("findings", [forecast("ledger/a", "2025-01-01/2025-06-29", {})])
		with data.registry.sources as sources
}

test_fail_an_outcome_that_is_not_on_record_is_none if {
	gone := {"outcome": {"id": "ledger/b", "role": "outcome", "exists": false}}
	checks := rule.check with input as facts("findings", [forecast("ledger/a", "2025-06-29", gone)])
		with data.registry.sources as sources
	count(checks) == 1
}

test_pass_due_on_the_day_of_publication if {
	checks := rule.check with input as facts("findings", [forecast("ledger/a", "2025-01-01/2025-06-30", {})])
		with data.registry.sources as sources
	count(checks) == 0
}

test_pass_the_outcome_is_told if {
	told := {"outcome": {"id": "ledger/b", "role": "outcome", "exists": true}}
	some c in rule.check with input as facts("audit", [forecast("ledger/a", "2025-05-31", told)])
		with data.registry.sources as sources
	c.verdict == "consistent"
	[o.fact | some o in c.evidence.operands] == ["ledger/a", "ledger/b"]
}

test_pass_what_cannot_be_dated_is_no_subject if {
	claims := [testdata.claim("ledger/a", "fact", {"due": "2024-12-31"}), testdata.claim("ledger/b", "forecast", {})]
	rule.subjects == set() with input as facts("audit", claims) with data.registry.sources as sources
	late := [forecast("ledger/a", "2024-12-31", {})]
	rule.subjects == set() with input as facts("audit", late) with data.registry.sources as {"ledger": {}}
}

many := [forecast("ledger/a", "2025-06-29", {}), forecast("ledger/b", "2025-06-30", {})]

test_pass_both_modes_report_the_same if {
	reported := rule.check with input as facts("findings", many) with data.registry.sources as sources
	audited := rule.check with input as facts("audit", many) with data.registry.sources as sources
	count(reported) == 1
	reported == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as facts("audit", many) with data.registry.sources as sources
	population == {c.subject | some c in audited}
	count(population) == 2
}
