package tieout.rules.register.dangling_reference_test

import data.tieout.lib.testdata
import data.tieout.rules.register.dangling_reference as rule

there := {"role": "part", "id": "ledger/flour", "exists": true}

nowhere := {"role": "part", "id": "ledger/rent", "exists": false}

total(refs) := object.union(testdata.relation("ledger/costs", "sum", []), {"refs": refs})

facts(mode, refs) := testdata.document(mode, "relation", [total(refs)])

test_fail_names_role_and_id_of_what_is_not_recorded if {
	rule.check == {{
		"subject": "ledger/costs",
		"verdict": "inconsistent",
		"evidence": {"missing": [{"role": "part", "fact": "ledger/rent", "cause": "dangling"}]},
	}} with input as facts("findings", [there, nowhere])
}

test_fail_names_all_references_of_a_fact_at_once if {
	citation := {"role": "citation", "id": "ledger/refs.9", "exists": false}
	some found in rule.check with input as facts("findings", [nowhere, citation])
	[m.fact | some m in found.evidence.missing] == ["ledger/rent", "ledger/refs.9"]
}

test_fail_looks_at_every_kind_of_fact if {
	kinds := {"quantity", "relation", "measure", "claim", "reference", "event"}
	given := {kind: [{"id": concat("/", ["ledger", kind]), "refs": [nowhere]}] | some kind in kinds}
	found := rule.check with input as {"source": "ledger", "mode": "findings", "facts": given}
	{c.subject | some c in found} == {concat("/", ["ledger", kind]) | some kind in kinds}
}

test_pass_when_every_reference_leads_somewhere if {
	count(rule.check) == 0 with input as facts("findings", [there])
	rule.subjects == {"ledger/costs"} with input as facts("findings", [there])
}

test_pass_names_what_was_followed_in_audit_mode if {
	rule.check == {{
		"subject": "ledger/costs",
		"verdict": "consistent",
		"evidence": {"operands": [{"fact": "ledger/flour", "role": "part"}]},
	}} with input as facts("audit", [there])
}

test_pass_a_fact_without_references_is_no_subject if {
	count(rule.subjects) == 0 with input as facts("audit", [])
	count(rule.check) == 0 with input as facts("audit", [])
}

many := [
	total([there]),
	object.union(total([nowhere]), {"id": "ledger/rents"}),
	object.union(total([there, nowhere]), {"id": "ledger/wages"}),
]

test_pass_both_modes_report_the_same if {
	found := rule.check with input as testdata.document("findings", "relation", many)
	audited := rule.check with input as testdata.document("audit", "relation", many)
	found == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as testdata.document("audit", "relation", many)
	population == {c.subject | some c in audited}
	count(population) == count(audited)
}
