package tieout.rules.pay.leavers_test

import data.tieout.lib.testdata
import data.tieout.rules.pay.leavers as rule

entities := {
	"ann": {"labels": {"en": "Ann"}, "offices": [{"title": "Baker", "organisation": "bakery", "until": "2025-03-31"}]},
	"bob": {"labels": {"en": "Bob"}, "offices": [
		{"title": "Baker", "organisation": "bakery", "until": "2024-03-31"},
		{"title": "Clerk", "organisation": "bakery", "until": "2025-03-31"},
	]},
	"cid": {"offices": [{"title": "Baker", "organisation": "bakery"}]},
	"dan": {"labels": {"en": "Dan"}},
}

row(person) := object.union(testdata.exact(concat("/", ["ledger", person]), 10), {"dimensions": {"person": person}})

event := {"id": "ledger/leaving", "kind": "event", "source": "ledger", "date": "2025-03-31", "type": "retirement"}

leavers(result, persons, on) := testdata.relation("ledger/left", "leavers", array.concat(
	array.concat([testdata.operand("result", result)], [testdata.operand("person", row(p)) | some p in persons]),
	[testdata.operand("on", on)],
))

facts(mode, relation) := testdata.document(mode, "relation", [relation])

found(relation) := c if {
	some c in rule.check with input as facts("findings", relation) with data.registry.entities as entities
}

clean(relation) if {
	count(rule.check) == 0 with input as facts("findings", relation) with data.registry.entities as entities
	testdata.quiet(rule.subjects, rule.check) with input as facts("audit", relation) with data.registry.entities as entities
}

stated(value) := testdata.exact("ledger/stated", value)

test_fail_more_than_the_registry_shows if {
	c := found(leavers(stated(3), ["ann", "bob", "cid"], event))
	c.subject == "ledger/left"
	c.verdict == "inconsistent"
	not c.case
	c.evidence.params == {"left": 2, "date": "2025-03-31", "persons": "Ann, Bob"}
	testdata.same(c.evidence.deviation, [1, 1])
	count(c.evidence.operands) == 5
}

test_fail_fewer_than_the_registry_shows if {
	found(leavers(stated(1), ["ann", "bob", "cid"], event)).verdict == "inconsistent"
	found(leavers(stated(1), ["ann", "bob", "dan"], event)).verdict == "inconsistent"
}

test_pass_as_the_registry_shows if {
	clean(leavers(stated(2), ["ann", "bob", "cid"], event))
	clean(leavers(stated(1), ["ann", "cid"], event))
	clean(leavers(stated(0), ["cid"], event))
}

test_pass_rows_of_one_person_count_once if {
	clean(leavers(stated(1), ["ann", "ann", "cid"], event))
}

test_pass_a_fact_about_the_person if {
	about := object.union(testdata.claim("ledger/claim", "fact", {}), {"entity": "ann"})
	relation := leavers(stated(1), ["cid"], event)
	clean(object.union(relation, {"operands": array.concat(relation.operands, [testdata.operand("person", about)])}))
}

test_pass_within_the_wording if {
	some_two := object.union(testdata.ranged("ledger/stated", [1, 1], [3, 1]), {"value": [1, 1]})
	found(leavers(some_two, ["ann", "bob"], event)).case == "roundingOnly"
	found(leavers(testdata.ranged("ledger/stated", [3, 1], null), ["ann", "bob"], event)).verdict == "inconsistent"
	clean(leavers(testdata.ranged("ledger/stated", [2, 1], null), ["ann", "bob"], event))
}

test_pass_in_audit_mode if {
	some c in rule.check with input as facts("audit", leavers(stated(2), ["ann", "bob"], event))
		with data.registry.entities as entities
	c.verdict == "consistent"
}

test_undecided_without_offices if {
	c := found(leavers(stated(2), ["ann", "dan"], event))
	c.case == "undetermined"
	c.evidence.missing == [{"role": "person", "fact": "ledger/dan", "cause": "absent"}]
}

test_undecided_without_the_day if {
	gone := leavers(stated(2), ["ann", "bob"], event)
	relation := object.union(gone, {"operands": array.concat(
		array.slice(gone.operands, 0, 3),
		[testdata.dangling("on", "ledger/gone")],
	)})
	c := found(relation)
	c.case == "undetermined"
	c.evidence.missing[count(c.evidence.missing) - 1] == {"role": "on", "fact": "ledger/gone", "cause": "dangling"}
}

test_undecided_without_the_number if {
	found(leavers(testdata.without_value("ledger/stated", "lost"), ["ann"], event)).case == "undetermined"
}

test_population_is_the_leavers if {
	rule.subjects == {"ledger/left"} with input as facts("findings", leavers(stated(2), ["ann"], event))
}

test_pass_the_same_figures_in_another_relation if {
	others := [testdata.otherwise(relation) | some relation in [
		leavers(stated(3), ["ann", "bob"], event),
		leavers(stated(2), ["ann", "bob"], event),
	]]
	every mode in ["findings", "audit"] {
		rule.subjects == set() with input as testdata.document(mode, "relation", others)
		rule.check == set() with input as testdata.document(mode, "relation", others)
	}
}

test_undecided_without_the_day_is_everybody if {
	gone := leavers(stated(2), ["ann", "bob"], event)
	c := found(object.union(gone, {"operands": array.concat(
		array.slice(gone.operands, 0, 3),
		[testdata.dangling("on", "ledger/gone")],
	)}))
	[m.role | some m in c.evidence.missing] == ["person", "person", "on"]
}
