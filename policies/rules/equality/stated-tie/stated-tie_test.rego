package tieout.rules.equality.stated_tie_test

import data.tieout.lib.testdata
import data.tieout.rules.equality.stated_tie as rule

tie(members) := testdata.relation("ledger/tie", "equal", [testdata.operand("member", fact) | some fact in members])

facts(mode, relations) := testdata.document(mode, "relation", relations)

found(members) := c if {
	some c in rule.check with input as facts("findings", [tie(members)])
}

clean(members) if {
	count(rule.check) == 0 with input as facts("findings", [tie(members)])
}

menu(value) := testdata.exact("ledger/menu", value)

list(value) := testdata.exact("guide/list", value)

test_fail_two_values if {
	c := found([menu(12), list(11)])
	c.subject == "ledger/tie"
	c.verdict == "inconsistent"
	not c.case
	testdata.same(c.evidence.deviation, [1, 1])
	[[o.fact, o.role] | some o in c.evidence.operands] == [["ledger/menu", "member"], ["guide/list", "member"]]
}

test_fail_one_of_three_differs if {
	c := found([menu(12), list(12), testdata.exact("ledger/bill", 13)])
	c.verdict == "inconsistent"
	count(c.evidence.operands) == 3
}

test_fail_just_beyond_what_rounding_explains if {
	found([testdata.rounded("ledger/menu", 12), testdata.ranged("guide/list", [131, 10], [14, 1])]).verdict == "inconsistent"
}

test_fail_below_at_least if {
	c := found([testdata.ranged("ledger/menu", [12, 1], null), list(11)])
	c.verdict == "inconsistent"
	testdata.same(c.evidence.deviation, [1, 1])
	clean([testdata.ranged("ledger/menu", [12, 1], null), list(13)])
}

test_fail_what_is_withheld_does_not_hide_the_others if {
	c := found([menu(12), list(11), testdata.without_value("ledger/bill", "undisclosed")])
	c.verdict == "inconsistent"
	not c.case
}

test_fail_a_scale_that_slipped_is_told_as_such if {
	found([menu(12), list(1200)]).case == "scale"
	not found([menu(12), list(13)]).case
}

test_fail_words_that_differ if {
	found([testdata.word("ledger/bill", "sea view"), testdata.word("guide/booking", "garden view")]) == {
		"subject": "ledger/tie",
		"case": "words",
		"verdict": "inconsistent",
		"evidence": {"operands": [
			{"fact": "ledger/bill", "role": "member"},
			{"fact": "guide/booking", "role": "member"},
		]},
	}
}

test_fail_differing_words_beside_agreeing_figures_are_one_check if {
	relation := tie([menu(12), list(12), testdata.word("ledger/c", "A-"), testdata.word("ledger/d", "BBB")])
	checks := rule.check with input as facts("audit", [relation])
	[c.case | some c in checks] == ["words"]
}

test_pass_values_and_words_that_agree if {
	clean([menu(12), list(12)])
	clean([testdata.word("ledger/bill", "sea view"), testdata.word("guide/booking", "sea view")])
}

test_pass_what_does_not_apply_is_no_member if {
	gone := object.union(testdata.word("ledger/bill", "none"), {"status": "notApplicable"})
	clean([testdata.word("ledger/menu", "sea view"), testdata.word("guide/booking", "sea view"), gone])
	clean([menu(12), list(12), testdata.without_value("ledger/bill", "notApplicable")])
}

test_pass_shows_the_members_in_audit_mode if {
	some figure in rule.check with input as facts("audit", [tie([menu(12), list(12)])])
	figure.verdict == "consistent"
	not figure.case
	count(figure.evidence.operands) == 2
	words := tie([testdata.word("ledger/bill", "sea view"), testdata.word("guide/booking", "sea view")])
	some word in rule.check with input as facts("audit", [words])
	word.verdict == "consistent"
	count(word.evidence.operands) == 2
}

test_pass_other_relations_are_no_subjects if {
	sum := testdata.relation("ledger/sum", "sum", [])
	count(rule.subjects) == 0 with input as facts("audit", [sum])
	count(rule.check) == 0 with input as facts("audit", [sum])
	words := [testdata.operand("member", testdata.word(id, id)) | some id in ["ledger/a", "ledger/b"]]
	count(rule.check) == 0 with input as facts("audit", [testdata.relation("ledger/order", "order", words)])
}

test_undecided_within_rounding_is_told_as_such if {
	c := found([testdata.rounded("ledger/menu", 12), testdata.ranged("guide/list", [25, 2], [13, 1])])
	c.verdict == "roundingOnly"
	c.case == "roundingOnly"
}

test_undecided_a_member_is_withheld if {
	c := found([menu(12), testdata.without_value("guide/list", "undisclosed")])
	c.verdict == "undetermined"
	c.case == "undetermined"
	c.evidence.missing == [{"role": "member", "fact": "guide/list", "cause": "undisclosed"}]
}

test_undecided_a_word_against_a_figure if {
	c := found([menu(12), testdata.word("guide/list", "a dozen")])
	c.case == "undetermined"
	c.evidence.missing == [{"role": "member", "fact": "guide/list", "cause": "text"}]
}

test_undecided_a_word_whose_origin_is_not_recorded if {
	relation := testdata.relation("ledger/tie", "equal", [
		testdata.operand("member", testdata.word("ledger/bill", "sea view")),
		testdata.dangling("member", "guide/booking"),
	])
	some c in rule.check with input as facts("findings", [relation])
	c.case == "undetermined"
	c.evidence.missing == [{"role": "member", "fact": "guide/booking", "cause": "dangling"}]
	count(c.evidence.operands) == 2
}

day(id, date) := {"id": id, "kind": "event", "source": "ledger", "date": date, "period": date}

test_fail_one_event_on_two_days if {
	c := found([day("ledger/opening", "2025-03-31"), day("guide/opening", "2025-04-01")])
	c.case == "dates"
	c.verdict == "inconsistent"
	{o.fact | some o in c.evidence.operands} == {"ledger/opening", "guide/opening"}
}

test_fail_a_day_against_a_word if {
	c := found([day("ledger/opening", "2025-03-31"), testdata.word("guide/opening", "in spring")])
	c.case == "words"
}

test_pass_one_event_on_one_day if {
	relation := tie([day("ledger/opening", "2025-03-31"), day("guide/opening", "2025-03-31")])
	count(rule.check) == 0 with input as facts("findings", [relation])
	some c in rule.check with input as facts("audit", [relation])
	c.verdict == "consistent"
	count(c.evidence.operands) == 2
}

many := [object.union(tie(members), {"id": concat("/", ["ledger", format_int(i, 10)])}) |
	some i, members in [
		[menu(12), list(12)],
		[menu(12), list(11)],
		[testdata.word("ledger/a", "A"), testdata.word("ledger/b", "A")],
		[testdata.word("ledger/a", "A"), testdata.word("ledger/b", "B")],
		[testdata.rounded("ledger/menu", 12), testdata.ranged("guide/list", [25, 2], [13, 1])],
		[menu(12), testdata.without_value("guide/list", "undisclosed")],
	]
]

test_pass_both_modes_report_the_same if {
	reported := rule.check with input as facts("findings", many)
	audited := rule.check with input as facts("audit", many)
	count(reported) == 4
	reported == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as facts("audit", many)
	population == {c.subject | some c in audited}
	count(population) == count(audited)
}
