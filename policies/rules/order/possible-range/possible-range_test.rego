package tieout.rules.order.possible_range_test

import data.tieout.lib.testdata
import data.tieout.rules.order.possible_range as rule

concepts := {
	"share": {"minimum": [0, 1], "maximum": [100, 1]},
	"heads": {"sign": "nonNegative"},
	"price": {"sign": "positive"},
	"profit": {"sign": "any"},
	"surplus": {"maximum": [50, 1]},
	"year": {"sign": "positive", "minimum": [1900, 1]},
}

of(concept, fact) := object.union(fact, {"concept": concept})

found(fact) := c if {
	some c in rule.check with input as testdata.document("findings", "quantity", [fact]) with data.registry.concepts as concepts
}

clean(fact) if {
	count(rule.check) == 0 with input as testdata.document("findings", "quantity", [fact]) with data.registry.concepts as concepts
	testdata.quiet(rule.subjects, rule.check) with input as testdata.document("audit", "quantity", [fact]) with data.registry.concepts as concepts
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

# A bound leaves open how far a figure lies from it; what is possible of all
# that it can be needs no closer look, what is not is still told.
test_pass_a_bound_within_the_limits if {
	clean(bound("share", [40, 1], [60, 1]))
	clean(bound("share", [40, 1], null))
	clean(bound("heads", [40, 1], null))
	clean(bound("profit", null, null))
	clean(bound("surplus", null, [40, 1]))
	found(bound("share", [101, 1], null)).verdict == "inconsistent"
	found(bound("share", [101, 1], [110, 1])).verdict == "inconsistent"
	found(bound("heads", null, [-1, 1])).case == "below"
}

bound(concept, lower, upper) := object.union(
	object.remove(exact(concept, 40), ["intervals", "qualifiers"]),
	{
		"qualifiers": ["atLeast"],
		"intervals": {"rounded": {"lower": lower, "upper": upper, "lowerOpen": lower == null, "upperOpen": upper == null}},
	},
)

# What is plainly possible is not looked at twice, so a shortcut that took too
# much would hide a finding, and one that took too little would cost time.
plain(fact) if {
	rule.plainly(fact) with input as testdata.document("findings", "quantity", [fact]) with data.registry.concepts as concepts
}

about(concept, value, lower, upper) := of(concept, object.union(
	testdata.ranged("ledger/a", lower, upper),
	{"qualifiers": ["about"], "value": value},
))

test_pass_figures_within_their_limits_are_plain if {
	plain(exact("share", 0))
	plain(exact("share", 100))
	plain(exact("heads", 0))
	plain(exact("price", 1))
	plain(exact("surplus", 50))
	plain(exact("surplus", -50))
	plain(exact("year", 1900))
}

test_pass_figures_beyond_their_limits_are_not_plain if {
	not plain(exact("share", -1))
	not plain(exact("share", 101))
	not plain(exact("heads", -1))
	not plain(exact("price", 0))
	not plain(exact("surplus", 51))
	not plain(exact("year", 1899))
	not plain(exact("profit", 5))
}

test_pass_qualified_figures_are_plain_with_all_they_can_stand_for if {
	plain(about("share", [50, 1], [0, 1], [100, 1]))
	not plain(about("share", [1, 1], [-1, 1], [2, 1]))
	not plain(about("share", [99, 1], [98, 1], [101, 1]))
	not plain(about("share", [50, 1], null, [60, 1]))
	not plain(about("share", [50, 1], [40, 1], null))
}

test_pass_an_open_end_is_plain_where_there_is_no_limit if {
	plain(about("heads", [5, 1], [5, 1], null))
	plain(about("surplus", [5, 1], null, [5, 1]))
	not plain(about("heads", [5, 1], null, [5, 1]))
	not plain(about("surplus", [5, 1], [5, 1], null))
}

test_pass_one_way_of_rounding_beyond_the_limit_is_enough if {
	fact := object.union(about("share", [100, 1], [99, 1], [100, 1]), {"intervals": {
		"rounded": {"lower": [99, 1], "upper": [101, 1], "lowerOpen": false, "upperOpen": false},
		"truncated": {"lower": [99, 1], "upper": [100, 1], "lowerOpen": false, "upperOpen": false},
	}})
	not plain(fact)
}

test_pass_nothing_is_plain_where_all_is_shown if {
	fact := exact("share", 50)
	not rule.plainly(fact) with input as testdata.document("audit", "quantity", [fact]) with data.registry.concepts as concepts
	range := about("share", [50, 1], [40, 1], [60, 1])
	not rule.plainly(range) with input as testdata.document("audit", "quantity", [range]) with data.registry.concepts as concepts
}

test_pass_a_half_is_above_nothing if {
	plain(of("price", object.union(testdata.exact("ledger/a", 1), {"value": [1, 2]})))
	plain(of("share", object.union(testdata.exact("ledger/a", 1), {"value": [199, 2]})))
	not plain(of("share", object.union(testdata.exact("ledger/a", 1), {"value": [201, 2]})))
	not plain(of("year", object.union(testdata.exact("ledger/a", 1), {"value": [3799, 2]})))
}
