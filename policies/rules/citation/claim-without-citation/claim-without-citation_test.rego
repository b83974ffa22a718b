package tieout.rules.citation.claim_without_citation_test

import data.tieout.lib.testdata
import data.tieout.rules.citation.claim_without_citation as rule

registry(duty) := {"sources": {"ledger": {"entity": "bakery", "citationDuty": duty}}}

bare := testdata.claim("ledger/growth", "fact", {"entity": "mill"})

own := testdata.claim("ledger/ours", "fact", {})

cited := testdata.claim("ledger/prices", "fact", {
	"entity": "mill",
	"citations": [{"marker": 1, "list": "ledger/refs", "ref": "ledger/refs.1"}],
	"rests": [{"ref": "ledger/price", "fact": testdata.exact("ledger/price", 3)}, {"ref": "ledger/lost"}],
})

facts(mode, claims) := testdata.document(mode, "claim", claims)

test_fail_claim_of_fact_without_a_marker if {
	rule.check == {{
		"subject": "ledger/growth",
		"verdict": "inconsistent",
		"evidence": {
			"operands": [{"fact": "ledger/growth", "role": "claim"}],
			"missing": [{"role": "citation", "cause": "absent"}],
			"params": {"text": "Sales rose faster than costs"},
		},
	}} with input as facts("findings", [bare]) with data.registry as registry("all")
}

test_fail_own_figures_do_not_exempt_claims_about_others if {
	found := rule.check with input as facts("findings", [bare, own]) with data.registry as registry("ownFigures")
	{c.subject | some c in found} == {"ledger/growth"}
}

test_fail_duty_all_covers_the_sources_own_entity if {
	found := rule.check with input as facts("findings", [own]) with data.registry as registry("all")
	{c.subject | some c in found} == {"ledger/ours"}
}

test_fail_a_source_without_issuer_has_no_figures_of_its_own if {
	found := rule.check with input as facts("findings", [object.remove(own, {"entity"})])
		with data.registry as {"sources": {"ledger": {"citationDuty": "ownFigures"}}}
	{c.subject | some c in found} == {"ledger/ours"}
}

test_pass_cited_claim_shows_its_support if {
	rule.check == {{
		"subject": "ledger/prices",
		"verdict": "consistent",
		"evidence": {
			"operands": [
				{"fact": "ledger/prices", "role": "claim"},
				{"fact": "ledger/refs.1", "role": "citation"},
				{"fact": "ledger/price", "role": "rests"},
			],
			"params": {"text": "Sales rose faster than costs"},
		},
	}} with input as facts("audit", [cited]) with data.registry as registry("all")
}

test_pass_marker_whose_entry_is_not_recorded_is_another_rules_business if {
	claim := object.union(bare, {"citations": [{"marker": 9, "list": "ledger/refs", "ref": null}]})
	count(rule.check) == 0 with input as facts("findings", [claim]) with data.registry as registry("all")
	rule.subjects == {"ledger/growth"} with input as facts("findings", [claim]) with data.registry as registry("all")
}

test_fail_the_holder_of_an_office_elsewhere_is_not_the_sources_own if {
	elsewhere := object.union(registry("ownFigures"), {"entities": {"mill": {"offices": [{"organisation": "dairy"}]}}})
	found := rule.check with input as facts("findings", [bare]) with data.registry as elsewhere
	{c.subject | some c in found} == {"ledger/growth"}
}

test_pass_the_holder_of_an_office_is_the_sources_own if {
	here := object.union(registry("ownFigures"), {"entities": {"mill": {"offices": [{"organisation": "dairy"}, {"organisation": "bakery"}]}}})
	count(rule.subjects) == 0 with input as facts("findings", [bare]) with data.registry as here
}

test_pass_only_claims_of_fact_are_in_the_population if {
	claims := [testdata.claim(concat("/", ["ledger", m]), m, {}) | some m in ["inference", "forecast", "opinion"]]
	count(rule.subjects) == 0 with input as facts("audit", claims) with data.registry as registry("all")
	count(rule.check) == 0 with input as facts("audit", claims) with data.registry as registry("all")
}

test_pass_a_source_without_duty_has_no_population if {
	count(rule.subjects) == 0 with input as facts("audit", [bare]) with data.registry as registry("none")
}

many := [bare, own, cited]

test_pass_both_modes_report_the_same if {
	found := rule.check with input as facts("findings", many) with data.registry as registry("all")
	audited := rule.check with input as facts("audit", many) with data.registry as registry("all")
	count(found) == 2
	found == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as facts("audit", many) with data.registry as registry("all")
	population == {c.subject | some c in audited}
	count(population) == count(audited)
}
