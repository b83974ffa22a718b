package tieout.rules.completeness.figures_without_value_test

import data.tieout.lib.testdata
import data.tieout.rules.completeness.figures_without_value as rule

placed(figure) := object.union(figure, {"anchored": true})

facts(mode, figures) := testdata.document(mode, "quantity", figures)

checks(mode, figures, source) := c if {
	c := rule.check with input as facts(mode, figures) with data.registry.sources as {"ledger": source}
}

test_undecided_what_is_withheld_and_what_is_lost_are_told_apart if {
	checks(
		"findings", [
			testdata.exact("ledger/a", 1),
			testdata.without_value("ledger/b", "undisclosed"),
			testdata.without_value("ledger/c", "lost"),
			testdata.without_value("ledger/d", "lost"),
			testdata.without_value("ledger/e", "notApplicable"),
		],
		{},
	) == {
		{
			"subject": "ledger/[undisclosed]",
			"verdict": "undetermined",
			"evidence": {
				"operands": [{"fact": "ledger/b", "role": "figure"}],
				"params": {"figures": 1, "all": 4},
			},
		},
		{
			"subject": "ledger/[lost]",
			"case": "lost",
			"verdict": "undetermined",
			"evidence": {
				"operands": [{"fact": "ledger/c", "role": "figure"}, {"fact": "ledger/d", "role": "figure"}],
				"params": {"figures": 2, "all": 4},
			},
		},
	}
}

test_fail_a_figure_without_a_place_in_a_registered_text if {
	some c in checks("findings", [testdata.exact("ledger/a", 1), placed(testdata.exact("ledger/b", 2))], {"sha256": "00"})
	c.case == "unanchored"
	c.verdict == "inconsistent"
	[o.fact | some o in c.evidence.operands] == ["ledger/a"]
}

test_fail_a_figure_without_a_place_where_most_have_theirs if {
	b := placed(testdata.exact("ledger/b", 2))
	some c in checks("findings", [testdata.exact("ledger/a", 1), b, placed(testdata.exact("ledger/c", 3))], {})
	c.case == "unanchored"
	[o.fact | some o in c.evidence.operands] == ["ledger/a"]
	count(checks("audit", [b], {})) == 3
	count(checks("audit", [testdata.exact("ledger/a", 1), b], {})) == 2
}

test_pass_no_place_is_asked_for_without_a_text if {
	count(checks("findings", [testdata.exact("ledger/a", 1)], {})) == 0
	count(checks("audit", [testdata.exact("ledger/a", 1)], {})) == 2
	count(checks("audit", [placed(testdata.exact("ledger/a", 1))], {"sha256": "00"})) == 3
}

test_pass_a_source_without_figures_is_no_subject if {
	count(checks("audit", [testdata.without_value("ledger/e", "notApplicable")], {"sha256": "00"})) == 0
	given := facts("audit", [])
	rule.subjects == set() with input as given with data.registry.sources as {"ledger": {}}
}

many := [testdata.exact("ledger/a", 1), placed(testdata.without_value("ledger/b", "lost"))]

test_pass_both_modes_report_the_same if {
	reported := checks("findings", many, {"sha256": "00"})
	audited := checks("audit", many, {"sha256": "00"})
	count(reported) == 2
	reported == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as facts("audit", many) with data.registry.sources as {"ledger": {"sha256": "00"}}
	population == {c.subject | some c in audited}
	count(population) == 3
}
