package tieout.rules.order.extreme_test

import data.tieout.lib.testdata
import data.tieout.rules.order.extreme as rule

extreme(fact, others, word) := object.union(
	testdata.relation("ledger/halls", "extreme", array.concat(
		[testdata.operand("fact", fact)],
		[testdata.operand("among", other) | some other in others],
	)),
	{"is": word},
)

facts(mode, relation) := testdata.document(mode, "relation", [relation])

found(fact, others, word) := c if {
	some c in rule.check with input as facts("findings", extreme(fact, others, word))
}

clean(fact, others, word) if {
	count(rule.check) == 0 with input as facts("findings", extreme(fact, others, word))
}

exact(id, value) := testdata.exact(id, value)

rounded(id, value) := testdata.rounded(id, value)

test_fail_another_is_larger if {
	c := found(exact("ledger/a", 300), [exact("ledger/b", 400), exact("ledger/c", 200)], "largest")
	c.subject == "ledger/halls"
	c.verdict == "inconsistent"
	not c.case
	[[o.fact, o.role] | some o in c.evidence.operands] == [
		["ledger/a", "fact"],
		["ledger/b", "above"],
		["ledger/c", "among"],
	]
}

test_fail_another_is_smaller if {
	c := found(exact("ledger/a", 300), [exact("ledger/b", 400), exact("ledger/c", 200)], "smallest")
	c.case == "smallest"
	c.evidence.operands[2].role == "above"
}

test_fail_outweighs_a_missing_figure if {
	lost := testdata.without_value("ledger/x", "lost")
	found(exact("ledger/a", 300), [lost, exact("ledger/b", 400)], "largest").verdict == "inconsistent"
}

test_pass_the_extremes if {
	clean(exact("ledger/a", 300), [exact("ledger/b", 299), exact("ledger/c", 300)], "largest")
	clean(exact("ledger/a", 300), [exact("ledger/b", 301), exact("ledger/c", 300)], "smallest")
}

test_pass_what_does_not_apply_takes_no_part if {
	clean(exact("ledger/a", 3), [exact("ledger/b", 2), testdata.without_value("ledger/x", "notApplicable")], "largest")
}

test_pass_within_the_rounding if {
	c := found(rounded("ledger/a", 3), [rounded("ledger/b", 4)], "largest")
	c.verdict == "roundingOnly"
	c.case == "roundingOnly"
	c.evidence.operands[1].role == "above"
	found(rounded("ledger/a", 3), [rounded("ledger/b", 5)], "largest").verdict == "inconsistent"
	found(rounded("ledger/a", 4), [rounded("ledger/b", 3)], "smallest").verdict == "roundingOnly"
	found(rounded("ledger/a", 5), [rounded("ledger/b", 3)], "smallest").verdict == "inconsistent"
}

test_pass_in_audit_mode if {
	some c in rule.check with input as facts("audit", extreme(exact("ledger/a", 3), [exact("ledger/b", 2)], "largest"))
	c.verdict == "consistent"
	c.evidence.operands[1].role == "among"
}

test_undecided_without_a_figure if {
	lost := testdata.without_value("ledger/x", "lost")
	c := found(exact("ledger/a", 3), [lost, exact("ledger/b", 2)], "largest")
	c.case == "undetermined"
	[m.fact | some m in c.evidence.missing] == ["ledger/x"]
	d := found(lost, [exact("ledger/a", 3), exact("ledger/b", 2)], "smallest")
	[m.fact | some m in d.evidence.missing] == ["ledger/x"]
}

test_population_is_the_extremes if {
	rule.subjects == {"ledger/halls"} with input as facts("findings", extreme(exact("ledger/a", 3), [exact("ledger/b", 2)], "largest"))
}
