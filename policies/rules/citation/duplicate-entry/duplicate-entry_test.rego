package tieout.rules.citation.duplicate_entry_test

import data.tieout.lib.testdata
import data.tieout.rules.citation.duplicate_entry as rule

entry(list, number, url) := {
	"id": concat("", ["ledger/", list, ".", number]),
	"list": list,
	"number": number,
	"listKind": "references",
	"url": url,
}

facts(mode, entries) := testdata.document(mode, "reference", entries)

many := [
	entry("refs", "1", "https://example.org/flour"),
	entry("refs", "2", "https://example.org/rent"),
	entry("refs", "3", "http://example.org/flour/"),
	entry("works", "1", "https://example.org/flour"),
]

test_fail_tells_which_numbers_of_a_list_are_one_place if {
	rule.check == {{
		"subject": "ledger/refs",
		"verdict": "inconsistent",
		"evidence": {
			"operands": [{"fact": "ledger/refs.1", "role": "entry"}, {"fact": "ledger/refs.2", "role": "entry"}],
			"params": {"list": "refs", "entries": 5, "places": 2, "numbers": "1 = 3; 2 = 4 = 5"},
		},
	}} with input as facts("findings", array.concat(many, [
		entry("refs", "4", "https://example.org/rent"),
		entry("refs", "5", "https://example.org/rent#top"),
	]))
}

test_pass_same_place_in_two_lists if {
	count(rule.check) == 0 with input as facts("findings", [many[0], entry("works", "1", "https://example.org/flour")])
}

test_pass_query_is_part_of_the_place if {
	pages := [entry("refs", "1", "https://example.org/?page=1"), entry("refs", "2", "https://example.org/?page=2")]
	count(rule.check) == 0 with input as facts("findings", pages)
}

test_pass_entries_without_address_and_notes_are_no_subjects if {
	print := object.remove(entry("refs", "1", ""), {"url"})
	note := object.union(many[0], {"listKind": "notes"})
	count(rule.subjects) == 0 with input as facts("audit", [print, note])
}

test_pass_both_modes_report_the_same if {
	found := rule.check with input as facts("findings", many)
	audited := rule.check with input as facts("audit", many)
	found == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as facts("audit", many)
	population == {"ledger/refs", "ledger/works"}
	population == {c.subject | some c in audited}
	count(population) == count(audited)
}
