package tieout.rules.completeness.notes_and_pointers_test

import data.tieout.lib.testdata
import data.tieout.rules.completeness.notes_and_pointers as rule

entry(list, number, kind) := {
	"id": concat("", ["ledger/", list, ".", number]),
	"kind": "reference",
	"source": "ledger",
	"list": list,
	"number": number,
	"listKind": kind,
}

figure(id, notes) := object.union(testdata.exact(id, 1), {"notes": notes})

bare := object.remove(testdata.exact("ledger/bare", 1), ["notes"])

facts(mode, figures, entries, claims) := {
	"source": "ledger",
	"mode": mode,
	"facts": {"quantity": figures, "reference": entries, "claim": claims},
}

notes := [entry("notes", "1", "notes"), entry("notes", "2", "notes"), entry("refs", "1", "references"), entry("general", "1", "notes")]

test_fail_a_note_that_nothing_points_to if {
	rule.check == {{
		"subject": "ledger/notes.2",
		"verdict": "inconsistent",
		"evidence": {"operands": [{"fact": "ledger/notes.2", "role": "note"}]},
	}} with input as facts("findings", [bare, figure("ledger/a", ["ledger/notes.1"])], notes, [])
}

test_fail_a_pointer_into_no_list if {
	rule.check == {{
		"subject": "ledger/a",
		"case": "withoutNote",
		"verdict": "inconsistent",
		"evidence": {"missing": [{"role": "note", "cause": "absent"}]},
	}} with input as facts("findings", [figure("ledger/a", ["ledger/notes.1", null])], [], [])
}

test_pass_claims_and_relations_may_lead_to_a_note if {
	resting := testdata.claim("ledger/c", "fact", {"refs": [{"role": "rests", "id": "ledger/notes.2", "exists": true}]})
	count(rule.check) == 0 with input as facts("findings", [figure("ledger/a", ["ledger/notes.1"])], notes, [resting])
}

test_pass_remarks_on_the_whole_and_references_are_no_subjects if {
	given := facts("audit", [bare], notes, [])
	rule.subjects == set() with input as given
	rule.check == set() with input as given
}

test_pass_both_modes_report_the_same if {
	figures := [figure("ledger/a", ["ledger/notes.1"]), figure("ledger/b", [null])]
	reported := rule.check with input as facts("findings", figures, notes, [])
	audited := rule.check with input as facts("audit", figures, notes, [])
	count(reported) == 2
	reported == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as facts("audit", figures, notes, [])
	population == {c.subject | some c in audited}
	population == {"ledger/a", "ledger/b", "ledger/notes.1", "ledger/notes.2"}
	count(audited) == 4
}
