package tieout.rules.pay.missing_target_test

import data.tieout.lib.testdata
import data.tieout.rules.pay.missing_target as rule

with_target(target) := testdata.measure("report/bonus.profit", "report/bonus", {"target": target})

goal := testdata.exact("report/bonus.profit.target", 95)

withheld(notes) := object.union(
	testdata.without_value("report/bonus.profit.target", "undisclosed"),
	{"notes": notes},
)

unrecorded := testdata.measure("report/bonus.profit", "report/bonus", {})

facts(mode, measures) := testdata.document(mode, "measure", measures)

test_fail_target_that_is_not_recorded if {
	rule.check == {{
		"subject": "report/bonus.profit",
		"verdict": "inconsistent",
		"evidence": {
			"operands": [{"fact": "report/bonus.profit", "role": "measure"}],
			"missing": [{"role": "target", "cause": "absent"}],
		},
	}} with input as facts("findings", [unrecorded])
}

test_fail_target_withheld_in_silence if {
	some found in rule.check with input as facts("findings", [with_target(withheld([]))])
	found.case == "undisclosedWithoutNote"
	found.verdict == "inconsistent"
	found.evidence.missing == [{"role": "target", "fact": "report/bonus.profit.target", "cause": "undisclosed"}]
}

test_fail_note_pointer_that_leads_nowhere_explains_nothing if {
	some found in rule.check with input as facts("findings", [with_target(withheld([null]))])
	found.case == "undisclosedWithoutNote"
}

test_fail_dash_in_place_of_the_target if {
	dash := testdata.quantity("report/bonus.profit.target", {"status": "nil", "value": [0, 1]})
	some found in rule.check with input as facts("findings", [with_target(dash)])
	found.case == "undisclosedWithoutNote"
	found.verdict == "inconsistent"
}

test_undecided_target_withheld_with_a_note if {
	rule.check == {{
		"subject": "report/bonus.profit",
		"case": "undisclosed",
		"verdict": "undetermined",
		"evidence": {
			"operands": [
				{"fact": "report/bonus.profit", "role": "measure"},
				{"fact": "report/bonus.profit.target", "role": "target"},
				{"fact": "report/notes.3", "role": "note"},
			],
			"missing": [{"role": "target", "fact": "report/bonus.profit.target", "cause": "undisclosed"}],
		},
	}} with input as facts("findings", [with_target(withheld(["report/notes.3"]))])
}

test_undecided_target_lost_by_the_extraction if {
	lost := testdata.without_value("report/bonus.profit.target", "lost")
	some found in rule.check with input as facts("findings", [with_target(lost)])
	found.case == "lost"
	found.verdict == "undetermined"
	found.evidence.missing[0].cause == "lost"
}

test_pass_figures_ranges_grades_and_zero_are_targets if {
	targets := [
		goal,
		testdata.exact("report/bonus.profit.target", 0),
		testdata.ranged("report/bonus.profit.target", [0, 1], [3, 1]),
		testdata.word("report/bonus.profit.target", "A-"),
		testdata.without_value("report/bonus.profit.target", "notApplicable"),
	]
	every target in targets {
		count(rule.check) == 0 with input as facts("findings", [with_target(target)])
	}
}

test_pass_shows_target_and_actual_in_audit_mode if {
	measure := object.union(with_target(goal), {"actual": testdata.exact("report/bonus.profit.actual", 97)})
	rule.check == {{
		"subject": "report/bonus.profit",
		"verdict": "consistent",
		"evidence": {"operands": [
			{"fact": "report/bonus.profit", "role": "measure"},
			{"fact": "report/bonus.profit.target", "role": "target"},
			{"fact": "report/bonus.profit.actual", "role": "actual"},
		]},
	}} with input as facts("audit", [measure])
}

many := [object.union(measure, {"id": concat("/", ["report", format_int(i, 10)])}) |
	some i, measure in [
		unrecorded,
		with_target(goal),
		with_target(withheld([])),
		with_target(withheld(["report/notes.3"])),
		with_target(testdata.without_value("report/bonus.profit.target", "lost")),
	]
]

test_pass_both_modes_report_the_same if {
	found := rule.check with input as facts("findings", many)
	audited := rule.check with input as facts("audit", many)
	count(found) == 4
	found == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as facts("audit", many)
	population == {c.subject | some c in audited}
	count(population) == count(audited)
}
