package tieout.rules.pay.outcome_against_figures_test

import data.tieout.lib.testdata
import data.tieout.rules.pay.outcome_against_figures as rule

part(role, quantity) := object.union(quantity, {"id": concat(".", ["report/bonus.sales", role]), "role": role})

measure(outcome, actual, target) := testdata.measure("report/bonus.sales", "report/bonus", {
	"metric": "sales",
	"outcome": outcome,
	"target": part("target", target),
	"actual": part("actual", actual),
})

exact(value) := testdata.exact("", value)

bound(qualifier, value, i) := object.union(exact(value), {
	"qualifiers": [qualifier],
	"intervals": {"rounded": i, "truncated": i},
})

at_most(value) := bound("atMost", value, testdata.between(null, [value, 1], true, false))

below(value) := bound("below", value, testdata.between(null, [value, 1], true, true))

at_least(value) := bound("atLeast", value, testdata.between([value, 1], null, false, true))

above(value) := bound("above", value, testdata.between([value, 1], null, true, true))

facts(mode, measures) := testdata.document(mode, "measure", measures)

registry(better) := {"sales": {"better": better}}

found(m) := c if some c in rule.check with input as facts("findings", [m]) with data.registry.concepts as {}

clean(m) if {
	count(rule.check) == 0 with input as facts("findings", [m]) with data.registry.concepts as {}
	testdata.quiet(rule.subjects, rule.check) with input as facts("audit", [m]) with data.registry.concepts as {}
	rule.subjects == {m.id} with input as facts("findings", [m]) with data.registry.concepts as {}
}

wrong(m) if found(m).verdict == "inconsistent"

test_fail_exceeded_below_the_target if {
	c := found(measure("exceeded", exact(90), exact(100)))
	c.subject == "report/bonus.sales"
	c.verdict == "inconsistent"
	c.case == "exceeded"
	testdata.same(c.evidence.deviation, [10, 1])
	object.remove(c.evidence, ["deviation"]) == {
		"operands": [
			{"fact": "report/bonus.sales", "role": "measure", "weight": [1, 1]},
			{"fact": "report/bonus.sales.target", "role": "target", "weight": [1, 1]},
			{"fact": "report/bonus.sales.actual", "role": "actual", "weight": [1, 1]},
		],
		"missing": [],
		"worlds": {"meets": [], "misses": []},
		"params": {"outcome": "exceeded", "better": "higher"},
	}
}

test_fail_each_word_at_its_boundary if {
	wrong(measure("exceeded", exact(100), exact(100)))
	clean(measure("exceeded", exact(101), exact(100)))
	wrong(measure("met", exact(99), exact(100)))
	clean(measure("met", exact(100), exact(100)))
	clean(measure("met", exact(101), exact(100)))
	wrong(measure("missed", exact(100), exact(100)))
	wrong(measure("missed", exact(101), exact(100)))
	clean(measure("missed", exact(99), exact(100)))
}

test_fail_each_word_has_its_sentence if {
	found(measure("missed", exact(100), exact(100))).case == "missed"
	not found(measure("met", exact(99), exact(100))).case
}

test_fail_where_lower_is_better if {
	every m in [measure("met", exact(4), exact(3)), measure("missed", exact(3), exact(3)), measure("exceeded", exact(3), exact(3))] {
		some c in rule.check with input as facts("findings", [m]) with data.registry.concepts as registry("lower")
		c.verdict == "inconsistent"
		c.evidence.params.better == "lower"
	}
	every m in [measure("met", exact(3), exact(3)), measure("missed", exact(4), exact(3)), measure("exceeded", exact(2), exact(3))] {
		rule.check == set() with input as facts("findings", [m]) with data.registry.concepts as registry("lower")
	}
}

test_pass_zero_is_approached_from_above_where_nothing_lies_below if {
	missed := measure("missed", exact(2), exact(0))
	rule.check == set() with input as facts("findings", [missed]) with data.registry.concepts as {"sales": {"sign": "nonNegative"}}
	wrong(missed)
	some c in rule.check with input as facts("findings", [measure("met", exact(2), exact(0))])
		with data.registry.concepts as {"sales": {"sign": "nonNegative"}}
	c.evidence.params.better == "lower"
	some d in rule.check with input as facts("findings", [measure("met", exact(2), exact(3))])
		with data.registry.concepts as {"sales": {"sign": "nonNegative"}}
	d.evidence.params.better == "higher"
	some e in rule.check with input as facts("findings", [measure("missed", exact(2), exact(0))])
		with data.registry.concepts as {"sales": {"sign": "nonNegative", "better": "higher"}}
	e.evidence.params.better == "higher"
}

test_fail_registry_that_says_higher if {
	some c in rule.check with input as facts("findings", [measure("met", exact(2), exact(3))])
		with data.registry.concepts as registry("higher")
	c.verdict == "inconsistent"
}

test_fail_a_bound_says_by_itself_what_is_better if {
	wrong(measure("met", exact(4), at_most(3)))
	clean(measure("met", exact(3), at_most(3)))
	clean(measure("missed", exact(4), at_most(3)))
	wrong(measure("missed", exact(3), at_most(3)))
	wrong(measure("met", exact(2), at_least(3)))
	clean(measure("met", exact(3), at_least(3)))
	wrong(measure("missed", exact(3), at_least(3)))
	some c in rule.check with input as facts("findings", [measure("met", exact(2), at_least(3))])
		with data.registry.concepts as registry("lower")
	c.evidence.params.better == "higher"
}

test_fail_a_bound_that_is_itself_excluded if {
	wrong(measure("met", exact(3), below(3)))
	clean(measure("missed", exact(3), below(3)))
	clean(measure("met", exact(2), below(3)))
	wrong(measure("met", exact(3), above(3)))
	clean(measure("missed", exact(3), above(3)))
	wrong(measure("exceeded", exact(3), above(3)))
	wrong(measure("missed", exact(4), above(3)))
}

test_pass_a_range_contradicts_nothing_inside_it if {
	band := testdata.ranged("", [2, 1], [5, 1])
	every word in ["exceeded", "met", "missed"] {
		clean(measure(word, exact(3), band))
	}
	wrong(measure("met", exact(1), band))
	wrong(measure("missed", exact(5), band))
	wrong(measure("exceeded", exact(2), band))
	clean(measure("missed", exact(4), band))
}

test_undecided_rounded_figures_that_print_the_same if {
	found(measure("exceeded", testdata.rounded("", 100), testdata.rounded("", 100))).case == "roundingOnly"
	found(measure("missed", testdata.rounded("", 100), testdata.rounded("", 100))).case == "roundingOnly"
	clean(measure("met", testdata.rounded("", 100), testdata.rounded("", 100)))
	found(measure("met", testdata.rounded("", 99), testdata.rounded("", 100))).case == "roundingOnly"
	wrong(measure("met", testdata.rounded("", 98), testdata.rounded("", 100)))
}

test_undecided_grades_and_missing_actuals if {
	c := found(measure("met", testdata.word("", "A"), testdata.word("", "A-")))
	c.case == "undetermined"
	{m.cause | some m in c.evidence.missing} == {"text"}
	withheld := found(measure("missed", testdata.without_value("", "undisclosed"), exact(3)))
	withheld.evidence.missing == [{"role": "actual", "fact": "report/bonus.sales.actual", "cause": "undisclosed"}]
	every word in ["exceeded", "met", "missed"] {
		bare := found(object.remove(measure(word, exact(3), exact(3)), ["actual"]))
		bare.verdict == "undetermined"
		bare.evidence.missing == [{"role": "actual", "fact": "report/bonus.sales", "cause": "absent"}]
	}
}

test_pass_what_is_no_subject if {
	whole := measure("met", exact(1), exact(3))
	none := [
		object.remove(whole, ["outcome"]),
		object.remove(whole, ["target"]),
		measure("met", exact(1), testdata.without_value("", "undisclosed")),
		measure("met", exact(1), testdata.without_value("", "notApplicable")),
		measure("met", testdata.without_value("", "notApplicable"), exact(1)),
		measure("met", object.union(exact(1), {"unit": "pure"}), exact(1)),
	]
	rule.subjects == set() with input as facts("audit", none) with data.registry.concepts as {}
	rule.check == set() with input as facts("audit", none) with data.registry.concepts as {}
}

many := [object.union(m, {"id": concat("/", ["report", format_int(i, 10)])}) |
	some i, m in [
		measure("met", exact(3), exact(3)),
		measure("met", exact(2), exact(3)),
		measure("met", testdata.word("", "A"), exact(3)),
	]
]

test_pass_both_modes_report_the_same if {
	reported := rule.check with input as facts("findings", many) with data.registry.concepts as {}
	audited := rule.check with input as facts("audit", many) with data.registry.concepts as {}
	count(reported) == 2
	reported == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as facts("audit", many)
	population == {c.subject | some c in audited}
	count(population) == count(audited)
}
