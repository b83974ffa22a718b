package tieout.rules.<<.Package>>_test

import data.tieout.lib.testdata
import data.tieout.rules.<<.Package>> as rule

facts(mode, quantities) := testdata.document(mode, "quantity", quantities)

share(value) := object.union(testdata.exact("ledger/share", value), {"unit": "percent"})

withheld := object.union(testdata.without_value("ledger/withheld", "undisclosed"), {"unit": "percent"})

test_fail_more_than_the_whole if {
	found := rule.check with input as facts("findings", [share(101)])
	[[c.subject, c.verdict] | some c in found] == [["ledger/share", "inconsistent"]]
}

test_pass_the_whole_itself if {
	count(rule.check) == 0 with input as facts("findings", [share(100)])
	count(rule.subjects) == 1 with input as facts("findings", [share(100)])
}

test_pass_shows_in_audit_mode if {
	verdicts([share(35)]) == ["consistent"]
	verdicts([share(101)]) == ["inconsistent"]
	verdicts([withheld]) == ["undetermined"]
}

verdicts(quantities) := [c.verdict | some c in checks] if {
	checks := rule.check with input as facts("audit", quantities)
}

test_pass_other_units_are_no_subjects if {
	count(rule.subjects) == 0 with input as facts("audit", [testdata.exact("ledger/heads", 250)])
	count(rule.check) == 0 with input as facts("audit", [testdata.exact("ledger/heads", 250)])
}

test_undecided_a_share_that_is_withheld if {
	some c in rule.check with input as facts("findings", [withheld])
	c.case == "withheld"
	c.verdict == "undetermined"
}

test_pass_both_modes_report_the_same if {
	all := [share(101), object.union(share(35), {"id": "ledger/other"}), withheld]
	reported := rule.check with input as facts("findings", all)
	audited := rule.check with input as facts("audit", all)
	reported == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as facts("audit", all)
	population == {c.subject | some c in audited}
}
