package tieout.rules.pay.score_against_outcome_test

import data.tieout.lib.testdata
import data.tieout.rules.pay.score_against_outcome as rule

percent(role, quantity) := object.union(quantity, {
	"id": concat(".", ["report/bonus.sales", role]),
	"role": role,
	"unit": "percent",
})

measure(outcome, parts) := testdata.measure("report/bonus.sales", "report/bonus", object.union(
	{"outcome": outcome},
	{role: percent(role, quantity) | some role, quantity in parts},
))

exact(value) := testdata.exact("", value)

rounded(value) := testdata.rounded("", value)

scored(outcome, weight, score) := measure(outcome, {"weight": weight, "score": score})

achieved(outcome, achievement) := measure(outcome, {"achievement": achievement})

dash := testdata.quantity("", {"status": "nil", "value": [0, 1]})

facts(mode, measures) := testdata.document(mode, "measure", measures)

found(m) := c if some c in rule.check with input as facts("findings", [m])

clean(m) if {
	count(rule.check) == 0 with input as facts("findings", [m])
	testdata.quiet(rule.subjects, rule.check) with input as facts("audit", [m])
	rule.subjects == {m.id} with input as facts("findings", [m])
}

zero(m) if {
	found(m).case == "zero"
	found(m).verdict == "inconsistent"
}

full(m) if {
	found(m).verdict == "inconsistent"
	not found(m).case
}

partial(m) if {
	found(m).verdict == "undetermined"
	found(m).case == "partial"
}

test_fail_missed_and_scored_in_full if {
	m := scored("missed", exact(20), exact(20))
	found(m) == {
		"subject": "report/bonus.sales",
		"verdict": "inconsistent",
		"evidence": {
			"operands": [
				{"fact": "report/bonus.sales", "role": "measure"},
				{"fact": "report/bonus.sales.score", "role": "result"},
				{"fact": "report/bonus.sales.weight", "role": "weight"},
			],
			"params": {"outcome": "missed"},
			"deviation": [0, 1],
			"worlds": {"meets": [], "misses": []},
		},
	}
	full(scored("missed", exact(20), exact(21)))
	partial(scored("missed", exact(20), exact(19)))
}

test_fail_missed_and_achieved_to_the_whole if {
	full(achieved("missed", exact(100)))
	full(achieved("missed", exact(101)))
	clean(achieved("missed", exact(99)))
	[o.role | some o in found(achieved("missed", exact(100))).evidence.operands] == ["measure", "result"]
}

test_fail_plain_numbers_are_whole_at_one if {
	plain := object.union(achieved("missed", exact(1)), {"achievement": {"unit": "pure"}})
	full(plain)
	clean(achieved("missed", exact(1)))
}

test_fail_exceeded_and_met_with_nothing_scored if {
	every word in ["exceeded", "met"] {
		zero(scored(word, exact(20), exact(0)))
		zero(scored(word, exact(20), dash))
		zero(achieved(word, exact(0)))
		zero(measure(word, {"score": exact(0)}))
		zero(scored(word, exact(20), exact(-1)))
		clean(scored(word, exact(20), exact(1)))
	}
	found(achieved("met", exact(0))).evidence.params.outcome == "met"
}

test_fail_rounding_hides_no_full_score if {
	zero(scored("exceeded", exact(20), rounded(0)))
	zero(achieved("exceeded", rounded(0)))
	full(scored("missed", exact(20), rounded(21)))
}

test_undecided_small_scores_that_were_rounded if {
	tiny := found(measure("exceeded", {"score": rounded(0)}))
	tiny.verdict == "roundingOnly"
	tiny.case == "roundingOnly"
}

test_undecided_weight_as_small_as_the_rounding if {
	light := testdata.quantity("", {"value": [1, 4], "intervals": {"rounded": testdata.point([1, 4]), "truncated": testdata.point([1, 4])}})
	found(scored("exceeded", light, rounded(0))).case == "roundingOnly"
}

test_undecided_nothing_at_the_least if {
	at_least := object.union(exact(0), {"intervals": {"rounded": {"upper": null}, "truncated": {"upper": null}}})
	found(measure("exceeded", {"score": at_least})).case == "roundingOnly"
}

test_undecided_full_scores_that_were_rounded if {
	found(scored("missed", exact(20), rounded(20))).case == "roundingOnly"
	found(achieved("missed", rounded(100))).case == "roundingOnly"
	known := object.union(exact(20), {"intervals": {"rounded": testdata.between([39, 2], [41, 2], false, false)}})
	found(scored("missed", exact(20), object.union(known, {"intervals": {"truncated": known.intervals.rounded}}))).case == "roundingOnly"
}

test_undecided_some_score_in_spite_of_a_missed_target if {
	partial(scored("missed", exact(20), exact(8)))
	partial(measure("missed", {"score": exact(8)}))
	clean(measure("missed", {"weight": exact(20), "score": exact(8), "achievement": exact(40)}))
}

test_pass_missed_without_a_score if {
	clean(scored("missed", exact(20), exact(0)))
	clean(scored("missed", exact(20), rounded(0)))
	clean(scored("missed", exact(20), dash))
}

test_pass_measure_that_weighs_nothing if {
	clean(scored("exceeded", exact(0), exact(0)))
}

test_pass_weight_in_another_unit_is_no_measure_of_the_score if {
	points := scored("missed", exact(2), exact(40))
	partial(object.union(points, {"weight": {"unit": "point"}}))
	full(points)
}

test_fail_the_achievement_stands_in_for_a_score_that_tells_nothing if {
	hidden := testdata.without_value("", "undisclosed")
	full(measure("missed", {"weight": exact(20), "score": hidden, "achievement": exact(100)}))
	full(measure("missed", {"weight": hidden, "score": exact(5), "achievement": exact(100)}))
	partial(measure("missed", {"weight": hidden, "score": exact(5), "achievement": hidden}))
	points := measure("missed", {"weight": exact(20), "score": exact(5), "achievement": exact(100)})
	full(object.union(points, {"weight": {"unit": "point"}}))
}

test_pass_what_is_no_subject if {
	none := [
		object.remove(scored("missed", exact(1), exact(2)), ["outcome"]),
		object.remove(scored("missed", exact(1), exact(2)), ["score"]),
		scored("missed", exact(1), testdata.without_value("", "undisclosed")),
		achieved("met", testdata.word("", "A")),
		object.union(achieved("met", exact(0)), {"achievement": {"unit": "day"}}),
	]
	rule.subjects == set() with input as facts("audit", none)
	rule.check == set() with input as facts("audit", none)
}

many := [object.union(m, {"id": concat("/", ["report", format_int(i, 10)])}) |
	some i, m in [
		scored("met", exact(20), exact(20)),
		scored("missed", exact(20), exact(20)),
		scored("missed", exact(20), exact(10)),
		scored("missed", exact(20), rounded(20)),
		scored("exceeded", exact(20), exact(0)),
	]
]

test_pass_both_modes_report_the_same if {
	reported := rule.check with input as facts("findings", many)
	audited := rule.check with input as facts("audit", many)
	count(reported) == 4
	reported == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as facts("audit", many)
	population == {c.subject | some c in audited}
	count(population) == count(audited)
}
