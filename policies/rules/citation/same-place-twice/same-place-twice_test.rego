package tieout.rules.citation.same_place_twice_test

import data.tieout.lib.testdata
import data.tieout.rules.citation.same_place_twice as rule

entry(number, url) := {
	"id": concat(".", ["ledger/refs", number]),
	"list": "refs",
	"number": number,
	"listKind": "references",
	"url": url,
}

refs := [
	entry("1", "https://example.org/flour"),
	entry("2", "https://example.org/rent"),
	entry("3", "http://example.org/flour/"),
	object.remove(entry("4", ""), {"url"}),
]

claim(id, markers) := testdata.claim(concat("/", ["ledger", id]), "fact", {"citations": [cited |
	some marker in markers
	cited := {"marker": marker, "list": "refs", "ref": concat(".", ["ledger/refs", marker])}
]})

facts(mode, claims) := {"source": "ledger", "mode": mode, "facts": {"claim": claims, "reference": refs}}

test_fail_two_markers_to_one_place if {
	rule.check == {{
		"subject": "ledger/prices",
		"verdict": "inconsistent",
		"evidence": {
			"operands": [
				{"fact": "ledger/prices", "role": "claim"},
				{"fact": "ledger/refs.1", "role": "entry"},
				{"fact": "ledger/refs.2", "role": "entry"},
				{"fact": "ledger/refs.3", "role": "entry"},
			],
			"params": {"text": "Sales rose faster than costs", "markers": "1, 3", "url": "https://example.org/flour"},
		},
	}} with input as facts("findings", [claim("prices", ["1", "2", "3"])])
}

test_fail_one_marker_printed_twice if {
	some found in rule.check with input as facts("findings", [claim("prices", ["2", "2"])])
	found.evidence.params.markers == "2, 2"
}

test_pass_print_and_lost_entries_are_no_places if {
	lost := {"marker": "9", "list": "refs", "ref": null}
	bare := claim("bare", ["1", "4"])
	count(rule.subjects) == 0 with input as facts("audit", [object.union(bare, {"citations": array.concat(bare.citations, [lost])})])
}

many := [claim("prices", ["1", "3"]), claim("rents", ["1", "2"]), claim("single", ["1"])]

test_pass_both_modes_report_the_same if {
	found := rule.check with input as facts("findings", many)
	audited := rule.check with input as facts("audit", many)
	found == {c | some c in audited; c.verdict != "consistent"}
	{c.subject | some c in found} == {"ledger/prices"}
	population := rule.subjects with input as facts("audit", many)
	population == {"ledger/prices", "ledger/rents"}
	population == {c.subject | some c in audited}
	count(population) == count(audited)
}
