package tieout.rules.order.declared_bound_test

import data.tieout.lib.testdata
import data.tieout.rules.order.declared_bound as rule

renovation := {"en": "Rooms were let twice a day.", "ja": "日帰り利用を含む。"}

registry := {"concepts": {
	"sold": {"bounds": [{"atMost": "rooms", "necessity": "necessary"}]},
	"booked": {"bounds": [
		{"atMost": "rooms", "necessity": "expected", "explanations": [renovation]},
		{"atMost": "asked", "necessity": "expected"},
	]},
	"rooms": {},
}}

figure(concept, quantity) := object.union(quantity, {"concept": concept, "unit": "room"})

sold(value) := figure("sold", testdata.exact("hotel/sold", value))

booked(value) := figure("booked", testdata.exact("hotel/booked", value))

rooms(value) := figure("rooms", testdata.exact("hotel/rooms", value))

group(members) := {"key": "hotel|2025|room", "facts": members}

found(members) := c if {
	some c in rule.check with input as testdata.corpus("findings", [group(members)]) with data.registry as registry
}

clean(members) if {
	count(rule.check) == 0 with input as testdata.corpus("findings", [group(members)]) with data.registry as registry
	testdata.quiet(rule.subjects, rule.check) with input as testdata.corpus("audit", [group(members)]) with data.registry as registry
}

subjects(members) := s if {
	s := rule.subjects with input as testdata.corpus("audit", [group(members)]) with data.registry as registry
}

test_fail_more_than_can_be if {
	c := found([sold(90), rooms(80)])
	c.subject == "hotel|2025|room|sold≤rooms"
	c.verdict == "inconsistent"
	not c.case
	testdata.same(c.evidence.deviation, [10, 1])
	[[o.fact, o.role] | some o in c.evidence.operands] == [["hotel/sold", "lesser"], ["hotel/rooms", "greater"]]
	c.evidence.explanations == []
}

test_fail_more_than_expected_comes_with_the_declared_explanations if {
	c := found([booked(90), rooms(80)])
	c.case == "expected"
	c.verdict == "inconsistent"
	c.evidence.explanations == [renovation]
}

test_fail_more_than_expected_without_any_explanation if {
	asked := figure("asked", testdata.exact("hotel/asked", 80))
	c := found([booked(90), asked])
	c.case == "unexplained"
}

test_fail_a_bound_declared_twice_is_as_strict_as_the_stricter if {
	twice := {"concepts": {"sold": {"bounds": [
		{"atMost": "rooms", "necessity": "expected", "explanations": [renovation]},
		{"atMost": "rooms", "necessity": "necessary"},
	]}}}
	checks := rule.check with input as testdata.corpus("findings", [group([sold(90), rooms(80)])])
		with data.registry as twice
	count(checks) == 1
	some c in checks
	not c.case
}

test_fail_several_figures_are_narrowed_first if {
	about := figure("rooms", testdata.ranged("guide/rooms", [70, 1], [95, 1]))
	clean([sold(90), about])
	c := found([sold(90), about, rooms(80)])
	c.verdict == "inconsistent"
	{o.fact | some o in c.evidence.operands} == {"hotel/sold", "hotel/rooms", "guide/rooms"}
}

test_pass_exactly_at_the_bound if {
	clean([sold(80), rooms(80)])
}

test_pass_declared_pairs_are_the_subjects if {
	subjects([sold(70), booked(75), rooms(80)]) == {
		"hotel|2025|room|sold≤rooms",
		"hotel|2025|room|booked≤rooms",
	}
}

test_pass_concepts_without_a_bound_between_them_are_no_subject if {
	subjects([sold(70), booked(75)]) == set()
	subjects([rooms(70), rooms(75)]) == set()
}

test_pass_what_does_not_apply_bounds_nothing if {
	gone := figure("rooms", testdata.without_value("hotel/rooms", "notApplicable"))
	subjects([sold(70), gone]) == set()
	clean([sold(70), gone, rooms(80)])
}

test_undecided_withheld_figure if {
	c := found([sold(90), figure("rooms", testdata.without_value("hotel/rooms", "undisclosed"))])
	c.case == "undetermined"
	c.evidence.missing == [{"role": "greater", "fact": "hotel/rooms", "cause": "undisclosed"}]
	c.evidence.params == {"bound": "sold≤rooms"}
}

test_undecided_figures_that_contradict_each_other if {
	c := found([sold(90), rooms(80), object.union(rooms(100), {"id": "guide/rooms"})])
	c.case == "undetermined"
	[m.cause | some m in c.evidence.missing] == ["several"]
}

test_undecided_within_rounding if {
	c := found([
		figure("sold", testdata.rounded("hotel/sold", 81)),
		figure("rooms", testdata.ranged("hotel/rooms", [80, 1], [161, 2])),
	])
	c.case == "roundingOnly"
}

groups := [object.union(group(members), {"key": format_int(i, 10)}) |
	some i, members in [
		[sold(70), rooms(80)],
		[sold(90), rooms(80)],
		[sold(90), booked(90), rooms(80)],
		[sold(90), figure("rooms", testdata.without_value("hotel/rooms", "lost"))],
		[figure("sold", testdata.rounded("hotel/sold", 81)), figure("rooms", testdata.rounded("hotel/rooms", 80))],
		[sold(70)],
	]
]

test_pass_both_modes_report_the_same if {
	reported := rule.check with input as testdata.corpus("findings", groups) with data.registry as registry
	audited := rule.check with input as testdata.corpus("audit", groups) with data.registry as registry
	count(reported) == 5
	reported == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as testdata.corpus("audit", groups) with data.registry as registry
	population == {c.subject | some c in audited}
	count(population) == count(audited)
}
