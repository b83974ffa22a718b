package tieout.rules.pay.discretion_test

import data.tieout.lib.testdata
import data.tieout.rules.pay.discretion as rule

percent(id, value) := object.union(testdata.exact(id, value), {"unit": "percent"})

rounded(id, value) := object.union(testdata.rounded(id, value), {"unit": "percent"})

decided(word, before, after) := testdata.measure("ledger/bonus.sales", "ledger/bonus", {
	"discretion": word,
	"unadjusted": before,
	"achievement": after,
})

found(m) := c if {
	some c in rule.check with input as testdata.document("findings", "measure", [m])
}

clean(m) if {
	count(rule.check) == 0 with input as testdata.document("findings", "measure", [m])
	testdata.quiet(rule.subjects, rule.check) with input as testdata.document("audit", "measure", [m])
}

before(value) := percent("ledger/before", value)

after(value) := percent("ledger/after", value)

test_fail_reduced_though_it_rose if {
	c := found(decided("reduced", before(100), after(110)))
	c.subject == "ledger/bonus.sales"
	c.verdict == "inconsistent"
	c.case == "direction"
	c.evidence.params.word == "reduced"
	[o.role | some o in c.evidence.operands] == ["measure", "unadjusted", "result"]
}

test_fail_at_equality if {
	found(decided("reduced", before(100), after(100))).case == "direction"
	found(decided("raised", before(100), after(100))).case == "direction"
	found(decided("changed", before(100), after(100))).case == "direction"
}

test_fail_raised_though_it_fell if found(decided("raised", before(100), after(90))).case == "direction"

test_undecided_as_the_word_says if {
	every m in [
		decided("reduced", before(110), after(100)),
		decided("raised", before(90), after(100)),
		decided("changed", before(90), after(100)),
	] {
		found(m).case == "applied"
		found(m).verdict == "undetermined"
		found(m).evidence.missing == []
	}
}

test_undecided_within_the_rounding if {
	found(decided("reduced", rounded("ledger/before", 100), rounded("ledger/after", 100))).case == "roundingOnly"
	found(decided("reduced", rounded("ledger/before", 100), rounded("ledger/after", 101))).case == "direction"
	found(decided("reduced", rounded("ledger/before", 101), rounded("ledger/after", 100))).case == "applied"
}

test_pass_what_the_source_does_not_call_decided if {
	clean(testdata.measure("ledger/bonus.a", "ledger/bonus", {"unadjusted": before(110), "achievement": after(100)}))
}

test_undecided_both_modes_report_the_same if {
	m := decided("raised", before(90), after(100))
	reported := rule.check with input as testdata.document("findings", "measure", [m])
	audited := rule.check with input as testdata.document("audit", "measure", [m])
	reported == audited
}

test_undecided_from_what if {
	m := object.remove(decided("reduced", before(1), after(100)), ["unadjusted"])
	c := found(m)
	c.verdict == "undetermined"
	not c.case
	c.evidence.missing == [{"role": "unadjusted", "cause": "absent"}]
	d := found(decided("reduced", testdata.without_value("ledger/before", "undisclosed"), after(100)))
	d.evidence.missing == [{"role": "unadjusted", "fact": "ledger/before", "cause": "undisclosed"}]
	e := found(decided("reduced", testdata.word("ledger/before", "high"), after(100)))
	e.evidence.missing == [{"role": "unadjusted", "fact": "ledger/before", "cause": "absent"}]
}

test_undecided_to_what if {
	c := found(object.remove(decided("reduced", before(110), after(1)), ["achievement"]))
	c.case == "unstated"
	count(c.evidence.operands) == 2
}

test_population_is_what_was_decided if {
	m := testdata.measure("ledger/bonus.a", "ledger/bonus", {"achievement": after(100)})
	rule.subjects == set() with input as testdata.document("findings", "measure", [m])
	rule.subjects == {"ledger/bonus.sales"} with input as testdata.document("findings", "measure", [decided("raised", before(1), after(2))])
}
