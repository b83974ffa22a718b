package tieout.rules.arithmetic.trend_test

import data.tieout.lib.testdata
import data.tieout.rules.arithmetic.trend as rule

trend(from, to, word) := object.union(
	testdata.relation("ledger/loans", "trend", [testdata.operand("from", from), testdata.operand("to", to)]),
	{"is": word},
)

facts(mode, relation) := testdata.document(mode, "relation", [relation])

found(from, to, word) := c if {
	some c in rule.check with input as facts("findings", trend(from, to, word))
}

clean(from, to, word) if {
	count(rule.check) == 0 with input as facts("findings", trend(from, to, word))
}

was(value) := testdata.exact("ledger/was", value)

now(value) := testdata.exact("ledger/is", value)

test_fail_rose_though_it_fell if {
	c := found(was(500), now(400), "rose")
	c.subject == "ledger/loans"
	c.verdict == "inconsistent"
	not c.case
	c.evidence.params.word == "rose"
	not c.evidence.computed
	[o.role | some o in c.evidence.operands] == ["from", "to"]
}

test_fail_rose_though_it_stayed if found(was(500), now(500), "rose").verdict == "inconsistent"

test_fail_fell_though_it_rose if {
	found(was(400), now(500), "fell").case == "fell"
	found(was(400), now(400), "fell").case == "fell"
}

test_fail_unchanged_though_it_moved if found(was(400), now(401), "unchanged").case == "unchanged"

test_pass_words_that_fit if {
	clean(was(400), now(401), "rose")
	clean(was(401), now(400), "fell")
	clean(was(400), now(400), "unchanged")
	clean(was(-400), now(-300), "rose")
}

test_fail_doubled_at_each_end if {
	clean(was(400), now(800), "doubled")
	clean(was(400), now(700), "doubled")
	clean(was(400), now(900), "doubled")
	c := found(was(400), now(699), "doubled")
	c.verdict == "inconsistent"
	c.case == "multiple"
	testdata.same(c.evidence.computed.value, [699, 400])
	not c.evidence.reported
	found(was(400), now(901), "doubled").case == "multiple"
}

test_fail_tripled_and_halved_at_each_end if {
	clean(was(400), now(1100), "tripled")
	clean(was(400), now(1300), "tripled")
	found(was(400), now(1099), "tripled").case == "multiple"
	found(was(400), now(1301), "tripled").case == "multiple"
	clean(was(800), now(300), "halved")
	clean(was(800), now(500), "halved")
	found(was(800), now(299), "halved").case == "multiple"
	found(was(800), now(501), "halved").case == "multiple"
}

test_fail_a_range_that_cannot_have_doubled if {
	c := found(was(400), testdata.ranged("ledger/is", [400, 1], [500, 1]), "doubled")
	c.case == "unreachable"
	clean(was(400), testdata.ranged("ledger/is", [400, 1], [700, 1]), "doubled")
}

test_pass_within_the_rounding if {
	found(testdata.rounded("ledger/was", 5), testdata.rounded("ledger/is", 5), "rose").case == "roundingOnly"
	found(testdata.rounded("ledger/was", 5), testdata.rounded("ledger/is", 5), "fell").case == "roundingOnly"
	found(testdata.rounded("ledger/was", 5), testdata.rounded("ledger/is", 4), "rose").verdict == "inconsistent"
	clean(testdata.rounded("ledger/was", 5), testdata.rounded("ledger/is", 6), "rose")
	found(testdata.rounded("ledger/was", 5), testdata.rounded("ledger/is", 6), "unchanged").case == "roundingOnly"
	found(testdata.rounded("ledger/was", 5), testdata.rounded("ledger/is", 7), "unchanged").case == "unchanged"
	found(testdata.rounded("ledger/was", 10), testdata.rounded("ledger/is", 17), "doubled").case == "roundingOnly"
}

test_pass_in_audit_mode if {
	some c in rule.check with input as facts("audit", trend(was(4), now(8), "doubled"))
	c.verdict == "consistent"
	not c.case
}

test_undecided_without_a_figure if {
	lost := testdata.without_value("ledger/was", "lost")
	c := found(lost, now(5), "rose")
	c.case == "undetermined"
	c.evidence.missing == [{"role": "from", "fact": "ledger/was", "cause": "lost"}]
	found(was(5), lost, "rose").case == "undetermined"
	found(lost, now(5), "doubled").case == "undetermined"
	found(lost, now(5), "unchanged").case == "undetermined"
}

test_population_is_the_trends if {
	rule.subjects == {"ledger/loans"} with input as facts("findings", trend(was(4), now(8), "rose"))
}
