package tieout.rules.citation.entry_never_cited_test

import data.tieout.lib.testdata
import data.tieout.rules.citation.entry_never_cited as rule

entry(list, number) := {
	"id": concat("", ["ledger/", list, ".", number]),
	"list": list,
	"number": number,
	"listKind": "references",
	"url": "https://example.org/prices",
}

claim(id, list, number) := testdata.claim(concat("/", ["ledger", id]), "fact", {
	"citations": [{"marker": number, "list": list, "ref": ref}],
	"refs": [{"role": "citation", "id": ref, "exists": true}],
}) if {
	ref := concat("", ["ledger/", list, ".", number])
}

refs := [entry("refs", "1"), entry("refs", "2"), entry("refs", "3"), entry("works", "1"), entry("read", "1")]

facts(mode, claims) := {"source": "ledger", "mode": mode, "facts": {"claim": claims, "reference": refs}}

one := [claim("prices", "refs", "1"), claim("rents", "works", "1")]

test_fail_names_the_idle_entries_of_a_list if {
	rule.check == {{
		"subject": "ledger/refs",
		"verdict": "inconsistent",
		"evidence": {
			"operands": [{"fact": "ledger/refs.2", "role": "entry"}, {"fact": "ledger/refs.3", "role": "entry"}],
			"params": {"list": "refs", "entries": 3, "uncited": 2},
		},
	}} with input as facts("findings", one)
}

test_pass_every_kind_of_reference_counts if {
	noted := testdata.quantity("ledger/flour", {"refs": [{"role": "note", "id": "ledger/refs.2", "exists": true}]})
	rests := object.union(claim("rests", "refs", "1"), {"refs": [
		{"role": "citation", "id": "ledger/refs.1", "exists": true},
		{"role": "rests", "id": "ledger/refs.3", "exists": true},
	]})
	given := facts("findings", [rests])
	count(rule.check) == 0 with input as object.union(given, {"facts": {"quantity": [noted]}})
}

test_pass_list_that_nothing_cites_from_is_no_subject if {
	rule.subjects == {"ledger/refs", "ledger/works"} with input as facts("audit", one)
}

test_pass_notes_need_no_pointer_here if {
	notes := [object.union(e, {"listKind": "notes"}) | some e in refs]
	given := {"source": "ledger", "mode": "audit", "facts": {"claim": one, "reference": notes}}
	count(rule.subjects) == 0 with input as given
}

test_pass_both_modes_report_the_same if {
	found := rule.check with input as facts("findings", one)
	audited := rule.check with input as facts("audit", one)
	found == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as facts("audit", one)
	population == {c.subject | some c in audited}
	count(population) == count(audited)
}

test_pass_each_list_counts_its_own_entries if {
	cited := [claim(entry.number, entry.list, entry.number) | some entry in refs; entry.list != "read"]
	audited := rule.check with input as facts("audit", cited)
	{[c.subject, c.evidence.params.entries] | some c in audited} == {["ledger/refs", 3], ["ledger/works", 1]}
	mixed := [claim("prices", "refs", "1"), claim("read", "read", "1")]
	found := rule.check with input as facts("audit", mixed)
	{[c.subject, c.verdict, c.evidence.params.entries] | some c in found} == {
		["ledger/refs", "inconsistent", 3],
		["ledger/read", "consistent", 1],
	}
}

test_fail_each_list_names_its_own_idle_entries if {
	two := [claim("prices", "refs", "1"), claim("rents", "more", "1")]
	given := {"source": "ledger", "mode": "findings", "facts": {
		"claim": two,
		"reference": array.concat(refs, [entry("more", "1"), entry("more", "2")]),
	}}
	found := rule.check with input as given
	{[c.subject, c.evidence.params.entries, c.evidence.params.uncited] | some c in found} == {
		["ledger/refs", 3, 2],
		["ledger/more", 2, 1],
	}
}
