package tieout.rules.completeness.required_concept_test

import data.tieout.lib.testdata
import data.tieout.rules.completeness.required_concept as rule

registry := {
	"sources": {"ledger": {"kind": "primaryFiling"}},
	"concepts": {
		"spending": {"labels": {"en": "Spending", "ja": "歳出"}, "requiredOf": ["slides", "primaryFiling"]},
		"staff": {"labels": {"en": "Staff"}, "requiredOf": ["primaryFiling"]},
		"views": {"labels": {"en": "Views"}, "requiredOf": ["blog"]},
		"other": {"labels": {"en": "Other"}},
	},
}

figure(id, concept) := object.union(testdata.exact(id, 1), {"concept": concept})

withheld(id, concept) := object.union(testdata.without_value(id, "undisclosed"), {"concept": concept})

facts(mode, figures) := testdata.document(mode, "quantity", figures)

checks(mode, figures) := c if {
	c := rule.check with input as facts(mode, figures) with data.registry as registry
}

test_fail_a_concept_that_is_not_there if {
	checks("findings", [figure("ledger/a", "spending"), figure("ledger/b", "other")]) == {{
		"subject": "ledger/[staff]",
		"verdict": "inconsistent",
		"evidence": {"operands": [], "params": {"kind": "primaryFiling", "concept": "Staff", "conceptJa": "staff"}},
	}}
}

test_fail_what_does_not_apply_is_not_there if {
	gone := object.union(figure("ledger/b", "staff"), {"status": "notApplicable"})
	[c.subject | some c in checks("findings", [figure("ledger/a", "spending"), gone])] == ["ledger/[staff]"]
}

test_undecided_one_that_is_withheld if {
	some c in checks("findings", [figure("ledger/a", "staff"), withheld("ledger/b", "spending")])
	c.case == "withheld"
	c.verdict == "undetermined"
	c.evidence.operands == [{"fact": "ledger/b", "role": "figure"}]
	c.evidence.params.conceptJa == "歳出"
}

test_pass_one_withheld_with_the_note_that_says_so if {
	noted := object.union(withheld("ledger/b", "spending"), {"notes": ["ledger/notes.1"]})
	checks("findings", [figure("ledger/a", "staff"), noted]) == set()
	lost := object.union(noted, {"status": "lost"})
	[c.case | some c in checks("findings", [figure("ledger/a", "staff"), lost])] == ["withheld"]
}

test_undecided_a_pointer_to_no_note_explains_nothing if {
	pointed := object.union(withheld("ledger/b", "spending"), {"notes": [null]})
	[c.case | some c in checks("findings", [figure("ledger/a", "staff"), pointed])] == ["withheld"]
}

test_pass_one_of_several_has_a_value if {
	some c in checks("audit", [withheld("ledger/a", "staff"), figure("ledger/b", "staff"), figure("ledger/c", "spending")])
	c.subject == "ledger/[staff]"
	c.verdict == "consistent"
	[o.fact | some o in c.evidence.operands] == ["ledger/b"]
}

test_pass_both_modes_report_the_same if {
	many := [figure("ledger/a", "spending")]
	reported := checks("findings", many)
	audited := checks("audit", many)
	count(reported) == 1
	reported == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as facts("audit", many) with data.registry as registry
	population == {c.subject | some c in audited}
	count(population) == 2
}
