package tieout.rules.time.support_too_old_test

import data.tieout.lib.testdata
import data.tieout.rules.time.support_too_old as rule

entry(number, dates) := object.union(
	{
		"id": concat("", ["ledger/refs.", number]),
		"kind": "reference",
		"source": "ledger",
		"list": "refs",
		"number": number,
		"listKind": "references",
	},
	dates,
)

refs := [
	entry("1", {"accessed": "2025-12-30"}),
	entry("2", {"accessed": "2025-12-31"}),
	entry("3", {"accessed": "2026-02-01", "published": "2025-05-01"}),
	entry("4", {}),
]

figure(more) := object.union(
	testdata.exact("ledger/prices", 12),
	object.union({"period": "2025-01-01/2025-12-31"}, more),
)

claim(id, numbers, figures) := testdata.claim(id, "fact", {
	"citations": [{"marker": n, "list": "refs", "ref": concat("", ["ledger/refs.", n])} | some n in numbers],
	"rests": [{"role": "rests", "ref": f.id, "fact": f} | some f in figures],
})

facts(mode, claims) := {"source": "ledger", "mode": mode, "facts": {"claim": claims, "reference": refs}}

verdict_of(numbers, figures) := v if {
	some c in rule.check with input as facts("audit", [claim("ledger/c", numbers, figures)])
	v := c.verdict
}

none(numbers, figures) if {
	rule.subjects == set() with input as facts("audit", [claim("ledger/c", numbers, figures)])
}

test_fail_read_before_the_year_was_over if {
	rule.check == {{
		"subject": "ledger/c",
		"verdict": "inconsistent",
		"evidence": {
			"operands": [
				{"fact": "ledger/c", "role": "claim"},
				{"fact": "ledger/prices", "role": "figure"},
				{"fact": "ledger/refs.1", "role": "entry"},
			],
			"params": {"text": "Sales rose faster than costs", "known": "2025-12-31", "support": "2025-12-30"},
		},
	}} with input as facts("findings", [claim("ledger/c", ["1"], [figure({})])])
}

test_fail_the_day_of_publication_goes_before_that_of_access if {
	verdict_of(["3"], [figure({})]) == "inconsistent"
}

test_pass_read_on_the_last_day if {
	verdict_of(["2"], [figure({})]) == "consistent"
	verdict_of(["1", "2"], [figure({})]) == "consistent"
}

test_pass_a_figure_of_an_earlier_day if {
	verdict_of(["1"], [figure({"asOf": "2025-12-30"})]) == "consistent"
	verdict_of(["1"], [figure({"asOf": "2025-12-31"})]) == "inconsistent"
}

test_pass_undated_support_targets_and_other_facts_are_no_subjects if {
	none(["1", "4"], [figure({})])
	none(["9"], [figure({})])
	none([], [figure({})])
	none(["1"], [figure({"role": "target"})])
	none(["1"], [testdata.exact("ledger/undated", 1)])
	none(["1"], [])
	opinion := object.union(claim("ledger/c", ["1"], [figure({})]), {"modality": "forecast"})
	rule.subjects == set() with input as facts("audit", [opinion])
}

many := [claim("ledger/a", ["1"], [figure({})]), claim("ledger/b", ["2"], [figure({})])]

test_pass_both_modes_report_the_same if {
	reported := rule.check with input as facts("findings", many)
	audited := rule.check with input as facts("audit", many)
	count(reported) == 1
	reported == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as facts("audit", many)
	population == {c.subject | some c in audited}
	count(population) == 2
}
