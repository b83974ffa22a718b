package tieout.rules.time.incomparable_dates_test

import data.tieout.lib.testdata
import data.tieout.rules.time.incomparable_dates as rule

figure(id, value, day) := object.union(testdata.exact(id, value), {"asOf": day, "source": split(id, "/")[0]})

group(key, facts) := {"key": key, "facts": facts}

checked(facts) := c if {
	some c in rule.check with input as testdata.corpus("audit", [group("people|town", facts)])
}

none(facts) if {
	rule.subjects == set() with input as testdata.corpus("audit", [group("people|town", facts)])
}

test_undecided_figures_of_two_days_that_differ if {
	rule.check == {{
		"subject": "people|town",
		"verdict": "undetermined",
		"evidence": {
			"operands": [{"fact": "ledger/a", "role": "member"}, {"fact": "guide/b", "role": "member"}],
			"params": {"days": "2025-03-31, 2025-05-31"},
		},
	}} with input as testdata.corpus("findings", [group("people|town", [
		figure("ledger/a", 12400, "2025-03-31"),
		figure("guide/b", 12900, "2025-05-31"),
	])])
}

test_undecided_one_of_them_names_no_day if {
	c := checked([figure("ledger/a", 12400, "2025-03-31"), object.union(testdata.exact("guide/b", 12900), {"source": "guide"})])
	c.verdict == "undetermined"
	c.evidence.params.days == "2025-03-31, ?"
}

test_pass_figures_that_agree if {
	checked([figure("ledger/a", 12400, "2025-03-31"), figure("guide/b", 12400, "2025-05-31")]).verdict == "consistent"
	near := object.union(testdata.ranged("guide/b", [123, 1], [125, 1]), {"asOf": "2025-05-31", "source": "guide"})
	checked([figure("ledger/a", 125, "2025-03-31"), near]).verdict == "consistent"
}

test_pass_a_revision_that_one_document_shows_is_no_subject if {
	none([figure("ledger/a", 12400, "2025-03-31"), figure("ledger/b", 12900, "2025-05-31")])
}

test_pass_one_day_and_missing_values_are_other_rules_business if {
	none([figure("ledger/a", 12400, "2025-03-31"), figure("guide/b", 12900, "2025-03-31")])
	none([testdata.exact("ledger/a", 1), testdata.exact("guide/b", 2)])
	none([figure("ledger/a", 12400, "2025-03-31"), object.union(testdata.without_value("guide/b", "lost"), {"asOf": "2025-05-31"})])
	none([figure("ledger/a", 1, "2025-03-31"), object.union(figure("guide/b", 0, "2025-05-31"), {"status": "notApplicable"})])
}

groups := [
	group("a", [figure("ledger/a", 1, "2025-03-31"), figure("guide/b", 2, "2025-05-31")]),
	group("b", [figure("ledger/a", 1, "2025-03-31"), figure("guide/b", 1, "2025-05-31")]),
	group("c", [figure("ledger/a", 1, "2025-03-31"), figure("guide/b", 2, "2025-03-31")]),
]

test_pass_both_modes_report_the_same if {
	reported := rule.check with input as testdata.corpus("findings", groups)
	audited := rule.check with input as testdata.corpus("audit", groups)
	count(reported) == 1
	reported == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as testdata.corpus("audit", groups)
	population == {c.subject | some c in audited}
	count(population) == 2
}

valueless(id, day) := object.union(testdata.without_value(id, "lost"), {"asOf": day, "source": split(id, "/")[0]})

test_pass_a_figure_without_a_value_adds_no_day if {
	none([figure("ledger/a", 12400, "2025-03-31"), figure("guide/b", 12900, "2025-03-31"), valueless("map/c", "2025-05-31")])
	none([figure("ledger/a", 12400, "2025-03-31"), valueless("guide/b", "2025-05-31")])
}

test_pass_a_figure_without_a_value_adds_no_document if {
	none([figure("ledger/a", 12400, "2025-03-31"), figure("ledger/b", 12900, "2025-05-31"), valueless("guide/c", "2025-03-31")])
}

test_undecided_shows_figures_with_values_only if {
	c := checked([
		figure("ledger/a", 12400, "2025-03-31"),
		valueless("map/c", "2025-06-30"),
		figure("guide/b", 12900, "2025-05-31"),
	])
	c.verdict == "undetermined"
	[o.fact | some o in c.evidence.operands] == ["ledger/a", "guide/b"]
	c.evidence.params.days == "2025-03-31, 2025-05-31"
}
