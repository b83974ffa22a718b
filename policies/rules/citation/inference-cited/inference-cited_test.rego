package tieout.rules.citation.inference_cited_test

import data.tieout.lib.testdata
import data.tieout.rules.citation.inference_cited as rule

entry(number) := {
	"id": concat(".", ["ledger/refs", number]),
	"list": "refs",
	"number": number,
	"listKind": "references",
	"url": "https://example.org/prices",
}

refs := [entry("1"), entry("2"), object.union(entry("3"), {"listKind": "notes"})]

claim(id, modality, markers) := testdata.claim(concat("/", ["ledger", id]), modality, {"citations": [cited |
	some marker in markers
	cited := {"marker": marker, "list": "refs", "ref": concat(".", ["ledger/refs", marker])}
]})

facts(mode, claims) := {"source": "ledger", "mode": mode, "facts": {"claim": claims, "reference": refs}}

test_fail_names_the_conclusions_that_cite_a_list_once if {
	claims := [claim("prices", "fact", ["1"]), claim("cause", "inference", ["1", "1"]), claim("taste", "opinion", ["1"])]
	rule.check == {{
		"subject": "ledger/refs",
		"verdict": "inconsistent",
		"evidence": {
			"operands": [
				{"fact": "ledger/cause", "role": "claim"},
				{"fact": "ledger/taste", "role": "claim"},
			],
			"params": {"list": "refs", "claims": 3, "inferred": 2},
		},
	}} with input as facts("findings", claims)
}

test_fail_conclusion_that_cites_two_lists_counts_for_both if {
	both := testdata.claim("ledger/cause", "inference", {"citations": [
		{"marker": "1", "list": "refs", "ref": "ledger/refs.1"},
		{"marker": "1", "list": "works", "ref": "ledger/works.1"},
	]})
	works := object.union(entry("1"), {"id": "ledger/works.1", "list": "works"})
	given := {"source": "ledger", "mode": "findings", "facts": {"claim": [both], "reference": [refs[0], works]}}
	found := rule.check with input as given
	{c.subject | some c in found} == {"ledger/refs", "ledger/works"}
}

test_pass_facts_and_forecasts if {
	given := facts("findings", [claim("prices", "fact", ["1"]), claim("next", "forecast", ["1"])])
	count(rule.check) == 0 with input as given
	rule.subjects == {"ledger/refs"} with input as given
}

test_pass_conclusion_without_marker_or_with_one_that_leads_nowhere_or_to_a_note if {
	lost := testdata.claim("ledger/lost", "opinion", {"citations": [{"marker": "9", "list": "refs", "ref": null}]})
	given := facts("audit", [claim("bare", "opinion", []), claim("note", "opinion", ["3"]), lost])
	count(rule.subjects) == 0 with input as given
	count(rule.check) == 0 with input as given
}

many := [claim("prices", "fact", ["1", "2"]), claim("cause", "inference", ["2"])]

test_pass_both_modes_report_the_same if {
	found := rule.check with input as facts("findings", many)
	audited := rule.check with input as facts("audit", many)
	found == {c | some c in audited; c.verdict != "consistent"}
	{c.subject | some c in found} == {"ledger/refs"}
	population := rule.subjects with input as facts("audit", many)
	population == {c.subject | some c in audited}
	count(population) == count(audited)
}

test_pass_a_list_that_only_facts_cite_is_told_in_audit_mode if {
	some c in rule.check with input as facts("audit", [claim("prices", "fact", ["1", "2"])])
	c.verdict == "consistent"
	c.evidence == {"operands": [], "params": {"list": "refs", "claims": 1, "inferred": 0}}
}

of_works(id, modality) := testdata.claim(id, modality, {"citations": [{"marker": "1", "list": "works", "ref": "ledger/works.1"}]})

test_pass_each_list_counts_its_own_claims if {
	works := object.union(entry("1"), {"id": "ledger/works.1", "list": "works"})
	every modality, inferred in {"fact": 0, "opinion": 1} {
		claims := [claim("cause", "inference", ["1"]), claim("prices", "fact", ["1"]), of_works("ledger/rents", modality)]
		given := {"source": "ledger", "mode": "audit", "facts": {"claim": claims, "reference": [refs[0], works]}}
		checks := rule.check with input as given
		{[c.subject, c.evidence.params.claims, count(c.evidence.operands)] | some c in checks} == {
			["ledger/refs", 2, 1],
			["ledger/works", 1, inferred],
		}
	}
}
