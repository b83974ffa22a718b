package tieout.rules.count.property_test

import data.tieout.lib.testdata
import data.tieout.rules.count.property as rule

counted(result, of, items, having) := object.union(
	testdata.relation("ledger/north", "count", array.concat(
		array.concat([testdata.operand("result", result)], [testdata.operand("of", o) | some o in of]),
		[testdata.operand("item", item) | some item in items],
	)),
	{"having": having},
)

facts(mode, relation) := testdata.document(mode, "relation", [relation])

found(result, of, items, having) := c if {
	some c in rule.check with input as facts("findings", counted(result, of, items, having))
}

clean(result, of, items, having) if {
	count(rule.check) == 0 with input as facts("findings", counted(result, of, items, having))
	testdata.quiet(rule.subjects, rule.check) with input as facts("audit", counted(result, of, items, having))
}

stated(value) := testdata.exact("ledger/stated", value)

shop(id, region) := object.union(testdata.exact(id, 5), {"dimensions": {"region": region}})

shops := [shop("ledger/a", "north"), shop("ledger/b", "north"), shop("ledger/c", "south")]

north := {"region": "north"}

somewhere := testdata.exact("ledger/d", 7)

test_fail_more_claimed_than_have_it if {
	c := found(stated(3), [], shops, north)
	c.subject == "ledger/north"
	c.verdict == "inconsistent"
	not c.case
	c.evidence.params == {"having": 2, "items": 3, "property": "region: north"}
	testdata.same(c.evidence.deviation, [1, 1])
	[o.role | some o in c.evidence.operands] == ["result", "item", "item", "item"]
}

test_fail_fewer_claimed_than_have_it if found(stated(1), [], shops, north).verdict == "inconsistent"

test_fail_another_number_of_all if {
	c := found(stated(2), [testdata.exact("ledger/of", 5)], shops, north)
	c.case == "of"
	testdata.same(c.evidence.computed.value, [3, 1])
	clean(stated(2), [testdata.exact("ledger/of", 3)], shops, north)
}

test_fail_though_one_may_count if {
	found(stated(4), [], array.concat(shops, [somewhere]), north).verdict == "inconsistent"
	found(stated(1), [], array.concat(shops, [somewhere]), north).verdict == "inconsistent"
}

test_pass_so_many_have_it if clean(stated(2), [], shops, north)

test_pass_all_that_is_claimed_must_be_had if {
	big := object.union(shop("ledger/d", "north"), {"dimensions": {"size": "big"}})
	both := {"region": "north", "size": "big"}
	clean(stated(1), [], [big, object.union(shops[2], {"dimensions": {"size": "big"}})], both)
}

test_pass_outcomes_statuses_and_words if {
	missed := testdata.measure("ledger/p.a", "ledger/p", {"outcome": "missed"})
	met := testdata.measure("ledger/p.b", "ledger/p", {"outcome": "met"})
	clean(stated(1), [], [missed, met], {"outcome": "missed"})
	found(stated(2), [], [missed, met], {"outcome": "missed"}).verdict == "inconsistent"
	clean(stated(1), [], [somewhere, testdata.without_value("ledger/x", "lost")], {"status": "lost"})
	clean(stated(1), [], [testdata.word("ledger/w", "A"), testdata.word("ledger/v", "B")], {"text": "A"})
}

test_pass_within_the_wording if {
	two := object.union(testdata.ranged("ledger/stated", [2, 1], [4, 1]), {"value": [3, 1]})
	found(two, [], shops, north).case == "roundingOnly"
	clean(testdata.ranged("ledger/stated", [2, 1], null), [], shops, north)
	found(testdata.ranged("ledger/stated", [3, 1], null), [], shops, north).verdict == "inconsistent"
}

test_pass_what_does_not_apply_is_not_counted if {
	gone := object.union(testdata.without_value("ledger/x", "notApplicable"), {"dimensions": {"region": "north"}})
	clean(stated(2), [testdata.exact("ledger/of", 3)], array.concat(shops, [gone]), north)
}

test_pass_in_audit_mode if {
	some c in rule.check with input as facts("audit", counted(stated(2), [], shops, north))
	c.verdict == "consistent"
	not c.case
}

test_undecided_where_the_record_does_not_say if {
	c := found(stated(3), [], array.concat(shops, [somewhere]), north)
	c.case == "undetermined"
	c.evidence.missing == [{"role": "item", "fact": "ledger/d", "cause": "absent"}]
	found(stated(2), [], array.concat(shops, [somewhere]), north).case == "undetermined"
}

test_undecided_with_a_thing_that_is_not_there if {
	relation := counted(stated(3), [], shops, north)
	gone := object.union(relation, {"operands": array.concat(relation.operands, [testdata.dangling("item", "ledger/x")])})
	some c in rule.check with input as facts("findings", gone)
	c.evidence.missing == [{"role": "item", "fact": "ledger/x", "cause": "dangling"}]
}

test_undecided_without_the_number if {
	found(testdata.without_value("ledger/stated", "lost"), [], shops, north).case == "undetermined"
	found(stated(2), [testdata.without_value("ledger/of", "lost")], shops, north).case == "undetermined"
}

test_population_is_the_counts_of_a_property if {
	rule.subjects == {"ledger/north"} with input as facts("findings", counted(stated(2), [], shops, north))
	rule.subjects == set() with input as facts("findings", testdata.relation("ledger/all", "count", []))
}

test_undecided_only_where_a_thing_may_have_all if {
	nameless := shop("ledger/d", "south")
	both := {"region": "north", "size": "big"}
	c := found(stated(1), [], [nameless, somewhere], both)
	c.case == "undetermined"
	[m.fact | some m in c.evidence.missing] == ["ledger/d"]
	c.evidence.params.having == 0
	found(stated(1), [], [nameless], both).verdict == "inconsistent"
	found(stated(2), [], [somewhere], both).verdict == "inconsistent"
	half := shop("ledger/e", "north")
	[m.fact | some m in found(stated(1), [], [half], both).evidence.missing] == ["ledger/e"]
}

test_pass_what_does_not_apply_is_not_shown if {
	gone := object.union(testdata.without_value("ledger/x", "notApplicable"), {"dimensions": {"region": "north"}})
	c := found(stated(3), [], array.concat(shops, [gone]), north)
	[o.fact | some o in c.evidence.operands] == ["ledger/stated", "ledger/a", "ledger/b", "ledger/c"]
}

test_pass_a_dimension_is_no_field if {
	dimensioned := object.union(shop("ledger/d", "north"), {"dimensions": {"status": "lost"}})
	found(stated(1), [], [dimensioned], {"status": "lost"}).verdict == "inconsistent"
	plain := object.union(shop("ledger/e", "north"), {"region": "south"})
	clean(stated(1), [], [plain], north)
}

test_population_leaves_plain_counts_alone if {
	plain := object.remove(counted(stated(3), [testdata.exact("ledger/of", 5)], shops, north), ["having"])
	every mode in ["findings", "audit"] {
		rule.check == set() with input as facts(mode, plain)
	}
}

test_fail_though_all_are_counted_right if {
	c := found(stated(3), [testdata.exact("ledger/of", 3)], shops, north)
	c.verdict == "inconsistent"
	not c.case
}

test_fail_shows_how_many_have_it if {
	testdata.same(found(stated(3), [], shops, north).evidence.computed.value, [2, 1])
	testdata.same(found(stated(1), [], shops, north).evidence.computed.value, [2, 1])
}
