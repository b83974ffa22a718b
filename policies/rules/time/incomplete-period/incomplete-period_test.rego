package tieout.rules.time.incomplete_period_test

import data.tieout.lib.testdata
import data.tieout.rules.time.incomplete_period as rule

figure(id, day, more) := object.union(
	testdata.exact(id, 12),
	object.union({"period": "2025-01-01/2025-12-31", "asOf": day}, more),
)

facts(mode, figures, claims) := {"source": "ledger", "mode": mode, "facts": {"quantity": figures, "claim": claims}}

verdict_of(day) := v if {
	some c in rule.check with input as facts("audit", [figure("ledger/a", day, {})], [])
	v := c.verdict
}

none(figures, claims) if {
	rule.subjects == set() with input as facts("audit", figures, claims)
}

test_fail_figures_of_one_span_are_told_together if {
	rule.check == {{
		"subject": "ledger/[2025-01-01/2025-12-31@2025-11-06]",
		"verdict": "inconsistent",
		"evidence": {
			"operands": [{"fact": "ledger/a", "role": "figure"}, {"fact": "ledger/b", "role": "figure"}],
			"params": {"period": "2025-01-01/2025-12-31", "day": "2025-11-06", "figures": 2},
		},
	}} with input as facts(
		"findings", [
			figure("ledger/a", "2025-11-06", {}),
			figure("ledger/b", "2025-11-06", {}),
			figure("ledger/c", "2026-01-06", {}),
		],
		[],
	)
}

test_fail_at_the_ends_of_the_span if {
	verdict_of("2025-01-01") == "inconsistent"
	verdict_of("2025-12-30") == "inconsistent"
	verdict_of("2025-12-31") == "consistent"
	verdict_of("2024-12-31") == "consistent"
}

test_pass_targets_and_forecasts_are_no_subjects if {
	none([figure("ledger/a", "2025-11-06", {"role": "target"})], [])
	none([figure("ledger/a", "2025-11-06", {})], [testdata.claim("ledger/f", "forecast", {"rests": [{"role": "rests", "ref": "ledger/a"}]})])
	not none([figure("ledger/a", "2025-11-06", {})], [testdata.claim("ledger/f", "fact", {"rests": [{"role": "rests", "ref": "ledger/a"}]})])
}

test_pass_a_single_day_or_no_day_is_no_subject if {
	none([figure("ledger/a", "2025-11-06", {"period": "2025-11-06"}), testdata.exact("ledger/b", 1)], [])
}

many := [figure("ledger/a", "2025-11-06", {}), figure("ledger/b", "2025-11-07", {}), figure("ledger/c", "2026-01-01", {})]

test_pass_both_modes_report_the_same if {
	reported := rule.check with input as facts("findings", many, [])
	audited := rule.check with input as facts("audit", many, [])
	count(reported) == 2
	reported == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as facts("audit", many, [])
	population == {c.subject | some c in audited}
	count(population) == 3
}

test_pass_each_span_names_its_own_figures if {
	checks := rule.check with input as facts("audit", [figure("ledger/a", "2026-01-06", {}), figure("ledger/b", "2026-02-06", {})], [])
	{[c.evidence.params.day, [o.fact | some o in c.evidence.operands]] | some c in checks} == {
		["2026-01-06", ["ledger/a"]],
		["2026-02-06", ["ledger/b"]],
	}
}
