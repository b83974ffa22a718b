package tieout.lib.measure_test

import data.tieout.lib.measure
import data.tieout.lib.testdata

aimed(target) := testdata.measure("ledger/p.a", "ledger/p", {"target": target, "metric": "waste"})

test_a_bound_says_which_way_is_better if {
	every q in ["atMost", "below", "upTo"] {
		measure.direction(aimed(object.union(testdata.exact("ledger/t", 3), {"qualifiers": [q]}))) == "lower"
	}
	every q in ["atLeast", "above"] {
		measure.direction(aimed(object.union(testdata.exact("ledger/t", 3), {"qualifiers": [q]}))) == "higher" with data.registry.concepts as {"waste": {"better": "lower"}}
	}
}

test_the_registry_says_which_way_is_better if {
	measure.direction(aimed(testdata.exact("ledger/t", 3))) == "lower" with data.registry.concepts as {"waste": {"better": "lower"}}
	measure.direction(aimed(testdata.exact("ledger/t", 3))) == "higher" with data.registry.concepts as {"waste": {}}
}

test_nobody_reaches_0_from_below if {
	measure.direction(aimed(testdata.exact("ledger/t", 0))) == "lower" with data.registry.concepts as {"waste": {"sign": "nonNegative"}}
	measure.direction(aimed(testdata.exact("ledger/t", 0))) == "higher" with data.registry.concepts as {"waste": {"sign": "any"}}
}

scored(weight, score) := testdata.measure("ledger/p.a", "ledger/p", {
	"weight": testdata.exact("ledger/w", weight),
	"score": testdata.exact("ledger/s", score),
})

test_nothing_is_earned_where_0_is_printed if {
	measure.unearned(scored(20, 0))
	not measure.unearned(scored(20, 1))
	not measure.unearned(scored(0, 0))
	measure.unearned(testdata.measure("ledger/p.a", "ledger/p", {"achievement": testdata.exact("ledger/x", 0)}))
	not measure.unearned(testdata.measure("ledger/p.a", "ledger/p", {}))
}
