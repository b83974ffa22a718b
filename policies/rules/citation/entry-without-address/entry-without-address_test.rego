package tieout.rules.citation.entry_without_address_test

import data.tieout.lib.testdata
import data.tieout.rules.citation.entry_without_address as rule

entry(number, overrides) := object.union(
	{
		"id": concat(".", ["ledger/refs", number]),
		"list": "refs",
		"number": number,
		"listKind": "references",
	},
	overrides,
)

remark(number, form) := entry(number, {"form": form, "begins": "See the one above"})

facts(mode, entries) := testdata.document(mode, "reference", entries)

test_fail_mere_text if {
	rule.check == {{
		"subject": "ledger/refs.1",
		"verdict": "inconsistent",
		"evidence": {
			"operands": [{"fact": "ledger/refs.1", "role": "entry"}],
			"params": {"begins": "See the one above"},
		},
	}} with input as facts("findings", [remark("1", "text")])
}

test_fail_no_known_form if {
	found := rule.check with input as facts("findings", [remark("1", "other")])
	{c.subject | some c in found} == {"ledger/refs.1"}
}

test_pass_text_that_gives_its_address if {
	given := entry("1", {"form": "text", "begins": "Prices", "url": "https://example.org/prices"})
	count(rule.check) == 0 with input as facts("findings", [given])
}

test_pass_forms_that_can_be_found if {
	given := [remark(form, form) | some form in ["print", "legal", "letter"]]
	count(rule.check) == 0 with input as facts("findings", given)
}

test_pass_notes_are_no_references if {
	given := object.union(remark("1", "text"), {"listKind": "notes"})
	count(rule.subjects) == 0 with input as facts("audit", [given])
	count(rule.check) == 0 with input as facts("audit", [given])
}

many := [remark("1", "text"), remark("2", "print"), entry("3", {"url": "https://example.org/prices"})]

test_pass_both_modes_report_the_same if {
	found := rule.check with input as facts("findings", many)
	audited := rule.check with input as facts("audit", many)
	found == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as facts("audit", many)
	population == {c.subject | some c in audited}
	count(population) == 3
	count(population) == count(audited)
}
