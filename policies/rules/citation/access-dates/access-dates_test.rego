package tieout.rules.citation.access_dates_test

import data.tieout.lib.testdata
import data.tieout.rules.citation.access_dates as rule

entry(list, number, accessed) := object.union(
	{
		"id": concat("", ["ledger/", list, ".", number]),
		"list": list,
		"number": number,
		"listKind": "references",
		"url": "https://example.org/prices",
	},
	{"accessed": accessed | accessed != ""},
)

facts(mode, entries) := testdata.document(mode, "reference", entries)

mixed := [entry("refs", "1", "2025-11-06"), entry("refs", "2", ""), entry("refs", "3", "")]

uniform := [entry("dated", "1", "2025-11-06"), entry("dated", "2", "2024-11-06"), entry("bare", "1", ""), entry("bare", "2", "")]

test_fail_names_the_entries_without_a_date if {
	rule.check == {{
		"subject": "ledger/refs",
		"verdict": "inconsistent",
		"evidence": {
			"operands": [{"fact": "ledger/refs.2", "role": "entry"}, {"fact": "ledger/refs.3", "role": "entry"}],
			"params": {"list": "refs", "addresses": 3, "dated": 1},
		},
	}} with input as facts("findings", mixed)
}

test_fail_pages_read_more_than_a_year_before_the_last if {
	early := [entry("refs", "1", "2025-11-06"), entry("refs", "2", "2024-11-05"), entry("refs", "3", "2024-11-06")]
	rule.check == {{
		"subject": "ledger/refs",
		"case": "apart",
		"verdict": "inconsistent",
		"evidence": {
			"operands": [{"fact": "ledger/refs.2", "role": "entry"}],
			"params": {"list": "refs", "addresses": 3, "last": "2025-11-06", "days": "2024-11-05"},
		},
	}} with input as facts("findings", early)
	audited := rule.check with input as facts("audit", early)
	[c.verdict | some c in audited; c.subject == "ledger/refs"] == ["inconsistent"]
}

test_fail_a_missing_date_goes_before_an_early_one if {
	given := [entry("refs", "1", "2025-11-06"), entry("refs", "2", "2023-11-05"), entry("refs", "3", "")]
	found := rule.check with input as facts("findings", given)
	[o.fact | some c in found; some o in c.evidence.operands] == ["ledger/refs.3"]
}

test_fail_lists_without_any_date_are_named_once if {
	rule.check == {{
		"subject": "ledger/[accessed]",
		"case": "missing",
		"verdict": "inconsistent",
		"evidence": {
			"operands": [{"fact": "ledger/bare.1", "role": "entry"}],
			"params": {"all": 2, "undated": 1, "lists": "bare"},
		},
	}} with input as facts("findings", uniform)
	rule.subjects == {"ledger/dated", "ledger/bare", "ledger/[accessed]"} with input as facts("findings", uniform)
}

test_pass_a_list_with_all_dates_and_a_source_without_addresses if {
	count(rule.check) == 0 with input as facts("findings", array.slice(uniform, 0, 2))
	rule.subjects == set() with input as facts("audit", [])
	rule.check == set() with input as facts("audit", [])
}

test_pass_print_and_notes_need_no_date if {
	print := object.remove(entry("refs", "2", ""), {"url"})
	note := object.union(mixed[1], {"listKind": "notes"})
	count(rule.check) == 0 with input as facts("findings", [mixed[0], print, note])
}

many := array.concat(mixed, uniform)

test_pass_a_source_that_dates_is_told_in_audit_mode if {
	checks := rule.check with input as facts("audit", array.slice(uniform, 0, 2))
	{[c.subject, c.verdict] | some c in checks} == {
		["ledger/dated", "consistent"],
		["ledger/[accessed]", "consistent"],
	}
}

test_pass_both_modes_report_the_same if {
	found := rule.check with input as facts("findings", many)
	audited := rule.check with input as facts("audit", many)
	found == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as facts("audit", many)
	population == {c.subject | some c in audited}
	count(population) == 4
	count(population) == count(audited)
}

test_pass_each_list_is_held_against_itself if {
	apart := [entry("new", "1", "2025-11-06"), entry("new", "2", "2025-10-06"), entry("old", "1", "2022-11-06"), entry("old", "2", "2022-10-06")]
	rule.check == set() with input as facts("findings", apart)
}

test_pass_a_dated_list_shows_no_entry if {
	checks := rule.check with input as facts("audit", array.slice(uniform, 0, 2))
	some c in checks
	c.subject == "ledger/dated"
	c.evidence == {"operands": [], "params": {"list": "dated", "addresses": 2, "dated": 2}}
}

test_population_of_one_list_is_it_and_the_source if {
	rule.subjects == {"ledger/refs", "ledger/[accessed]"} with input as facts("audit", mixed)
}
