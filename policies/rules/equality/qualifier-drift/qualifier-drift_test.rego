package tieout.rules.equality.qualifier_drift_test

import data.tieout.lib.testdata
import data.tieout.rules.equality.qualifier_drift as rule

figure(id, value, words) := object.union(testdata.exact(id, value), {"qualifiers": words})

group(members) := {"key": "visitors|fair|2025-01-01|person", "facts": members}

facts(mode, members) := testdata.corpus(mode, [group(members)])

test_fail_a_bound_that_is_dropped if {
	rule.check == {{
		"subject": "visitors|fair|2025-01-01|person",
		"verdict": "inconsistent",
		"evidence": {"operands": [
			{"fact": "ledger/a", "role": "member"},
			{"fact": "guide/b", "role": "member"},
		]},
	}} with input as facts("findings", [figure("ledger/a", 400, ["atLeast"]), figure("guide/b", 400, []), figure("guide/c", 402, [])])
}

test_fail_about_that_is_dropped_is_a_note if {
	some c in rule.check with input as facts("findings", [figure("ledger/a", 400, ["about"]), figure("guide/b", 400, [])])
	c.case == "blur"
	c.verdict == "inconsistent"
}

test_pass_words_that_agree if {
	members := [figure("ledger/a", 400, ["about"]), figure("guide/b", 400, ["about"])]
	count(rule.check) == 0 with input as facts("findings", members)
	some c in rule.check with input as facts("audit", members)
	c.verdict == "consistent"
	count(c.evidence.operands) == 2
}

test_pass_one_value_is_no_subject if {
	members := [figure("ledger/a", 400, ["about"]), testdata.without_value("guide/b", "undisclosed")]
	rule.subjects == set() with input as facts("audit", members)
	rule.check == set() with input as facts("audit", members)
}

groups := [object.union(group(members), {"key": format_int(i, 10)}) |
	some i, members in [
		[figure("ledger/a", 400, []), figure("ledger/b", 400, [])],
		[figure("ledger/a", 400, ["atLeast"]), figure("ledger/b", 400, [])],
		[figure("ledger/a", 400, ["about"]), figure("ledger/b", 400, [])],
		[figure("ledger/a", 400, ["about"]), figure("ledger/b", 401, [])],
		[figure("ledger/a", 400, ["about"])],
	]
]

test_pass_both_modes_report_the_same if {
	reported := rule.check with input as testdata.corpus("findings", groups)
	audited := rule.check with input as testdata.corpus("audit", groups)
	count(reported) == 2
	reported == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as testdata.corpus("audit", groups)
	population == {c.subject | some c in audited}
	count(population) == 4
}
