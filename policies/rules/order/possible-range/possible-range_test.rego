package tieout.rules.order.possible_range_test

import data.tieout.lib.testdata
import data.tieout.rules.order.possible_range as rule

concepts := {
	"share": {"minimum": [0, 1], "maximum": [100, 1]},
	"heads": {"sign": "nonNegative"},
	"price": {"sign": "positive"},
	"profit": {"sign": "any"},
	"year": {"sign": "positive", "minimum": [1900, 1]},
}

of(concept, fact) := object.union(fact, {"concept": concept})

found(fact) := c if {
	some c in rule.check with input as testdata.document("findings", "quantity", [fact]) with data.registry.concepts as concepts
}

clean(fact) if {
	count(rule.check) == 0 with input as testdata.document("findings", "quantity", [fact]) with data.registry.concepts as concepts
}

exact(concept, value) := of(concept, testdata.exact("ledger/a", value))

test_fail_above_the_maximum if {
	clean(exact("share", 100))
	c := found(exact("share", 101))
	c.subject == "ledger/a"
	c.verdict == "inconsistent"
	not c.case
	testdata.same(c.evidence.deviation, [1, 1])
	c.evidence.operands == [{"fact": "ledger/a", "role": "fact"}]
}

test_fail_below_the_minimum if {
	clean(exact("share", 0))
	found(exact("share", -1)).case == "below"
	clean(exact("year", 1900))
	found(exact("year", 1899)).case == "below"
}

test_fail_against_the_sign if {
	clean(exact("heads", 0))
	found(exact("heads", -1)).case == "below"
	clean(exact("price", 1))
	found(exact("price", 0)).case == "below"
	clean(exact("profit", -5))
}

test_pass_within_the_rounding if {
	found(of("share", testdata.quantity("ledger/a", {
		"value": [101, 1],
		"intervals": {"rounded": testdata.between([100, 1], [102, 1], false, false)},
	}))).case == "roundingOnly"
	found(of("share", testdata.rounded("ledger/a", 102))).verdict == "inconsistent"
	found(of("price", testdata.quantity("ledger/a", {
		"value": [0, 1],
		"intervals": {"rounded": testdata.between([-1, 2], [1, 2], false, false)},
	}))).case == "roundingOnly"
}

test_fail_a_range_that_is_wholly_beyond if {
	clean(of("share", testdata.ranged("ledger/a", [90, 1], [110, 1])))
	found(of("share", testdata.ranged("ledger/a", [101, 1], [110, 1]))).verdict == "inconsistent"
	clean(of("share", testdata.ranged("ledger/a", [90, 1], null)))
}

test_pass_in_audit_mode if {
	some c in rule.check with input as testdata.document("audit", "quantity", [exact("share", 50)]) with data.registry.concepts as concepts
	c.verdict == "consistent"
	not c.case
}

test_population_is_figures_of_limited_concepts if {
	facts := [
		exact("share", 50), object.union(exact("profit", 5), {"id": "ledger/b"}),
		of("share", testdata.without_value("ledger/c", "lost")), testdata.exact("ledger/d", 5),
	]
	rule.subjects == {"ledger/a"} with input as testdata.document("findings", "quantity", facts) with data.registry.concepts as concepts
}
