package tieout.lib.qualifier_test

import data.tieout.lib.qualifier
import data.tieout.lib.testdata

figure(id, value, words) := object.union(testdata.exact(id, value), {"qualifiers": words})

test_fail_one_value_with_and_without_a_word if {
	facts := [figure("ledger/a", 60, ["about"]), figure("ledger/b", 60, []), figure("ledger/c", 61, [])]
	[f.id | some f in qualifier.drifted(facts)] == ["ledger/a", "ledger/b"]
	qualifier.difference(qualifier.drifted(facts)) == "blur"
}

test_fail_a_bound_that_is_dropped_or_sharpened if {
	qualifier.difference([figure("ledger/a", 60, ["atLeast"]), figure("ledger/b", 60, [])]) == "bound"
	qualifier.difference([figure("ledger/a", 60, ["atLeast"]), figure("ledger/b", 60, ["above"])]) == "bound"
	qualifier.difference([figure("ledger/a", 60, ["about", "atMost"]), figure("ledger/b", 60, ["atMost"])]) == "blur"
}

test_pass_the_same_words_and_other_values if {
	qualifier.drifted([figure("ledger/a", 60, ["about", "atMost"]), figure("ledger/b", 60, ["atMost", "about"])]) == []
	qualifier.drifted([figure("ledger/a", 60, ["about"]), figure("ledger/b", 61, [])]) == []
}

test_pass_only_figures_with_a_value_count if {
	facts := [figure("ledger/a", 60, []), testdata.word("ledger/b", "A"), testdata.without_value("ledger/c", "lost")]
	gone := object.union(figure("ledger/d", 0, []), {"status": "notApplicable"})
	[f.id | some f in qualifier.valued(array.concat(facts, [gone]))] == ["ledger/a"]
}
