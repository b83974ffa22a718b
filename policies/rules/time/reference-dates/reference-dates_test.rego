package tieout.rules.time.reference_dates_test

import data.tieout.rules.time.reference_dates as rule

sources := {"ledger": {"published": "2025-06-30"}}

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

facts(mode, entries) := {"source": "ledger", "mode": mode, "facts": {"reference": entries}}

checked(dates) := c if {
	some c in rule.check with input as facts("audit", [entry("1", dates)]) with data.registry.sources as sources
}

test_fail_read_after_the_source_was_published if {
	checked({"accessed": "2025-07-01"}) == {
		"subject": "ledger/refs.1",
		"verdict": "inconsistent",
		"evidence": {
			"operands": [{"fact": "ledger/refs.1", "role": "entry"}],
			"params": {"accessed": "2025-07-01", "source": "2025-06-30", "cited": "2025-06-30"},
		},
	}
}

test_fail_published_after_it_was_read_or_cited if {
	checked({"accessed": "2025-05-01", "published": "2025-05-02"}).case == "unpublished"
	c := checked({"published": "2025-07-01"})
	c.case == "unpublished"
	c.evidence.params.cited == "2025-06-30"
}

test_fail_both_at_once_are_one_check if {
	late := [entry("1", {"accessed": "2025-07-01", "published": "2025-07-02"})]
	checks := rule.check with input as facts("audit", late) with data.registry.sources as sources
	[c.case | some c in checks] == ["unpublished"]
}

test_fail_without_a_day_of_the_source if {
	given := [entry("1", {"accessed": "2025-05-01", "published": "2025-05-02"})]
	some c in rule.check with input as facts("findings", given) with data.registry.sources as {"ledger": {}}
	c.case == "unpublished"
}

test_pass_on_the_same_day if {
	checked({"accessed": "2025-06-30", "published": "2025-06-30"}).verdict == "consistent"
	checked({"accessed": "2025-06-30"}).verdict == "consistent"
}

test_pass_one_date_alone_and_notes_are_no_subjects if {
	given := [entry("1", {}), object.union(entry("2", {"accessed": "2025-07-01"}), {"listKind": "notes"})]
	rule.subjects == set() with input as facts("audit", given) with data.registry.sources as sources
	single := [entry("1", {"accessed": "2025-07-01"}), entry("2", {"published": "2025-07-01"})]
	rule.subjects == set() with input as facts("audit", single) with data.registry.sources as {"ledger": {}}
}

many := [
	entry("1", {"accessed": "2025-05-01"}),
	entry("2", {"accessed": "2025-07-01"}),
	entry("3", {"published": "2025-07-01"}),
]

test_pass_both_modes_report_the_same if {
	reported := rule.check with input as facts("findings", many) with data.registry.sources as sources
	audited := rule.check with input as facts("audit", many) with data.registry.sources as sources
	count(reported) == 2
	reported == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as facts("audit", many) with data.registry.sources as sources
	population == {c.subject | some c in audited}
	count(population) == count(audited)
}
