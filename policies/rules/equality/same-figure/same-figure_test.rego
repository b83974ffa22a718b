package tieout.rules.equality.same_figure_test

import data.tieout.lib.testdata
import data.tieout.rules.equality.same_figure as rule

group(members) := {"key": "population|town|2025-01-01|person", "facts": members}

found(members) := c if {
	some c in rule.check with input as testdata.corpus("findings", [group(members)])
}

clean(members) if {
	count(rule.check) == 0 with input as testdata.corpus("findings", [group(members)])
}

subjects(members) := s if {
	s := rule.subjects with input as testdata.corpus("audit", [group(members)])
}

guide(quantity) := object.union(quantity, {"source": "guide"})

test_fail_two_sources_print_different_figures if {
	c := found([testdata.exact("ledger/people", 12400), guide(testdata.exact("guide/people", 12900))])
	c.subject == "population|town|2025-01-01|person"
	c.verdict == "inconsistent"
	not c.case
	testdata.same(c.evidence.deviation, [500, 1])
	[[o.fact, o.role] | some o in c.evidence.operands] == [["ledger/people", "member"], ["guide/people", "member"]]
}

test_fail_within_one_source if {
	c := found([testdata.rounded("ledger/a", 12), testdata.rounded("ledger/b", 14)])
	c.verdict == "inconsistent"
}

test_fail_one_of_many_members_differs if {
	c := found([testdata.exact("ledger/a", 12), testdata.exact("ledger/b", 12), guide(testdata.exact("guide/a", 13))])
	c.verdict == "inconsistent"
	count(c.evidence.operands) == 3
}

test_fail_a_scale_that_slipped_is_told_as_such if {
	c := found([testdata.exact("ledger/a", 12400), testdata.exact("guide/b", 12400000)])
	c.case == "scale"
	c.verdict == "inconsistent"
}

test_fail_grades_that_differ if {
	found([testdata.word("ledger/grade", "A-"), testdata.word("guide/grade", "BBB")]) == {
		"subject": "population|town|2025-01-01|person",
		"case": "words",
		"verdict": "inconsistent",
		"evidence": {"operands": [
			{"fact": "ledger/grade", "role": "member"},
			{"fact": "guide/grade", "role": "member"},
		]},
	}
}

test_fail_differing_words_beside_agreeing_figures_are_one_check if {
	members := [
		testdata.exact("ledger/a", 12),
		testdata.exact("ledger/b", 12),
		testdata.word("ledger/c", "A-"),
		testdata.word("ledger/d", "BBB"),
	]
	checks := rule.check with input as testdata.corpus("audit", [group(members)])
	[c.case | some c in checks] == ["words"]
}

test_pass_figures_and_grades_that_agree if {
	clean([testdata.exact("ledger/a", 12), testdata.exact("ledger/b", 12)])
	clean([testdata.word("ledger/a", "A-"), testdata.word("ledger/b", "A-")])
}

test_pass_shows_the_members_in_audit_mode if {
	words := [testdata.word("ledger/a", "A-"), testdata.word("ledger/b", "A-")]
	some grade in rule.check with input as testdata.corpus("audit", [group(words)])
	grade.verdict == "consistent"
	count(grade.evidence.operands) == 2
	figures := [testdata.exact("ledger/a", 12), testdata.exact("ledger/b", 12)]
	some figure in rule.check with input as testdata.corpus("audit", [group(figures)])
	figure.verdict == "consistent"
	count(figure.evidence.operands) == 2
}

test_pass_a_single_value_is_no_subject if {
	withheld := testdata.without_value("ledger/b", "undisclosed")
	subjects([testdata.exact("ledger/a", 12), withheld]) == set()
	subjects([testdata.exact("ledger/a", 12), testdata.word("ledger/b", "A-")]) == set()
	subjects([withheld, testdata.without_value("ledger/c", "lost")]) == set()
}

test_pass_withheld_members_do_not_hide_the_others if {
	withheld := testdata.without_value("ledger/c", "undisclosed")
	c := found([testdata.exact("ledger/a", 12), withheld, testdata.exact("ledger/b", 13)])
	c.verdict == "inconsistent"
	count(c.evidence.operands) == 2
}

test_pass_what_does_not_apply_is_no_member if {
	gone := object.union(testdata.word("ledger/b", "B"), {"status": "notApplicable"})
	subjects([testdata.word("ledger/a", "A"), gone]) == set()
	without := object.union(testdata.exact("ledger/b", 0), {"status": "notApplicable"})
	subjects([testdata.exact("ledger/a", 12), without]) == set()
}

test_undecided_figures_that_agree_within_rounding if {
	c := found([testdata.rounded("ledger/a", 12), testdata.ranged("guide/a", [25, 2], [13, 1])])
	c.case == "roundingOnly"
	c.verdict == "roundingOnly"
}

groups := [object.union(group(members), {"key": format_int(i, 10)}) |
	some i, members in [
		[testdata.exact("ledger/a", 12), testdata.exact("ledger/b", 12)],
		[testdata.exact("ledger/a", 12), testdata.exact("ledger/b", 13)],
		[testdata.word("ledger/a", "A"), testdata.word("ledger/b", "A")],
		[testdata.word("ledger/a", "A"), testdata.word("ledger/b", "B")],
		[testdata.rounded("ledger/a", 12), testdata.ranged("guide/a", [25, 2], [13, 1])],
		[testdata.exact("ledger/a", 12), testdata.word("ledger/b", "B")],
	]
]

test_pass_both_modes_report_the_same if {
	reported := rule.check with input as testdata.corpus("findings", groups)
	audited := rule.check with input as testdata.corpus("audit", groups)
	count(reported) == 3
	reported == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as testdata.corpus("audit", groups)
	population == {c.subject | some c in audited}
	count(population) == count(audited)
}
