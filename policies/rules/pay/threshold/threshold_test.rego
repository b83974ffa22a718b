package tieout.rules.pay.threshold_test

import data.tieout.lib.testdata
import data.tieout.rules.pay.threshold as rule

measure(parts) := testdata.measure("ledger/bonus.sales", "ledger/bonus", {role: figure |
	some role, part in parts
	figure := object.union(part, {"id": concat("", ["ledger/", role]), "role": role})
})

exact(value) := testdata.exact("", value)

rounded(value) := testdata.rounded("", value)

limits := {"threshold": exact(80), "target": exact(100), "maximum": exact(120)}

with_limits(parts) := measure(object.union(limits, parts))

found(m) := c if {
	some c in rule.check with input as testdata.document("findings", "measure", [m])
}

clean(m) if {
	count(rule.check) == 0 with input as testdata.document("findings", "measure", [m])
	testdata.quiet(rule.subjects, rule.check) with input as testdata.document("audit", "measure", [m])
}

test_fail_out_of_order if {
	c := found(with_limits({"threshold": exact(101)}))
	c.subject == "ledger/bonus.sales"
	c.verdict == "inconsistent"
	not c.case
	c.evidence.params == {"first": "threshold", "second": "target"}
	[o.role | some o in c.evidence.operands] == ["measure", "threshold", "target", "maximum"]
	found(with_limits({"maximum": exact(99)})).evidence.params == {"first": "target", "second": "maximum"}
	hidden := object.remove(limits, ["target"])
	found(measure(object.union(hidden, {"maximum": exact(79)}))).evidence.params == {"first": "threshold", "second": "maximum"}
}

test_pass_in_order_and_at_the_ends if {
	clean(with_limits({}))
	clean(with_limits({"threshold": exact(100)}))
	clean(with_limits({"maximum": exact(100)}))
}

test_pass_downwards_where_lower_is_better if {
	m := measure({"threshold": exact(120), "target": exact(100), "maximum": exact(80)})
	count(rule.check) == 0 with input as testdata.document("findings", "measure", [m]) with data.registry.concepts as {"profit": {"better": "lower"}}
	found(m).verdict == "inconsistent"
}

test_fail_paid_below_the_threshold if {
	c := found(with_limits({"actual": exact(79), "score": exact(5)}))
	c.case == "paid"
	[o.role | some o in c.evidence.operands] == ["measure", "threshold", "target", "maximum", "actual", "result"]
	clean(with_limits({"actual": exact(80), "score": exact(5)}))
}

test_fail_unpaid_from_the_threshold_on if {
	found(with_limits({"actual": exact(80), "score": exact(0)})).case == "unpaid"
	found(with_limits({"actual": exact(90), "achievement": exact(0)})).case == "unpaid"
	clean(with_limits({"actual": exact(79), "score": exact(0)}))
	clean(with_limits({"actual": exact(90), "score": exact(0), "weight": exact(0)}))
	found(with_limits({"actual": exact(90), "score": exact(0), "weight": exact(5)})).case == "unpaid"
}

test_fail_unpaid_where_lower_is_better if {
	lower := {"profit": {"better": "lower"}}
	m := measure({"threshold": exact(120), "target": exact(100), "actual": exact(120), "score": exact(0)})
	some c in rule.check with input as testdata.document("findings", "measure", [m]) with data.registry.concepts as lower
	c.case == "unpaid"
	over := measure({"threshold": exact(120), "target": exact(100), "actual": exact(121), "score": exact(0)})
	count(rule.check) == 0 with input as testdata.document("findings", "measure", [over]) with data.registry.concepts as lower
}

test_pass_within_the_rounding if {
	found(with_limits({"threshold": rounded(101), "target": rounded(100)})).case == "roundingOnly"
	found(with_limits({"threshold": rounded(80), "actual": rounded(79), "score": exact(5)})).case == "roundingOnly"
	found(with_limits({"threshold": rounded(80), "actual": rounded(78), "score": exact(5)})).case == "paid"
}

test_pass_in_audit_mode if {
	some c in rule.check with input as testdata.document("audit", "measure", [with_limits({})])
	c.verdict == "consistent"
	not c.case
}

test_population_is_measures_with_a_limit_to_compare if {
	words := with_limits({"target": testdata.word("", "A")})
	bare := measure({"target": exact(100)})
	mixed := measure({"threshold": exact(80), "target": object.union(exact(100), {"unit": "loaf"})})
	rule.subjects == set() with input as testdata.document("findings", "measure", [bare, mixed])
	rule.subjects == {"ledger/bonus.sales"} with input as testdata.document("findings", "measure", [words])
}

test_pass_figures_in_other_units_are_not_compared if {
	in_loaves := object.union(exact(130), {"unit": "loaf"})
	clean(with_limits({"threshold": in_loaves}))
	clean(with_limits({"threshold": in_loaves, "actual": exact(79), "score": exact(5)}))
	clean(with_limits({"threshold": in_loaves, "actual": exact(131), "score": exact(0)}))
}

test_pass_words_are_no_limits if {
	word := testdata.word("", "A")
	rule.subjects == set() with input as testdata.document("audit", "measure", [measure({"threshold": exact(80), "target": word})])
	c := found(measure({"threshold": exact(130), "target": word, "maximum": exact(120)}))
	[o.role | some o in c.evidence.operands] == ["measure", "threshold", "maximum"]
}

test_pass_figures_without_values_are_not_compared if {
	every role in ["threshold", "target", "maximum", "actual"] {
		every score in [0, 5] {
			actual := {0: 79, 5: 90}[score]
			hidden := with_limits({"actual": exact(actual), "score": exact(score)})
			clean(object.union(object.remove(hidden, [role]), {role: testdata.without_value("ledger/x", "undisclosed")}))
		}
	}
	secret := testdata.without_value("", "undisclosed")
	m := measure({"target": exact(100), "maximum": exact(120), "threshold": secret, "actual": exact(90), "score": exact(0)})
	clean(m)
	clean(with_limits({"actual": secret, "score": exact(0)}))
	clean(with_limits({"actual": secret, "score": exact(5)}))
}

# A dash counts as 0 in a sum, but it is no limit.
test_pass_a_dash_is_no_limit if {
	dash := testdata.without_value("", "nil")
	clean(measure({"threshold": exact(80), "target": dash, "maximum": exact(120)}))
	clean(measure({"threshold": dash, "target": exact(100), "maximum": exact(120), "actual": exact(-5), "score": exact(5)}))
	clean(with_limits({"actual": dash, "score": exact(5)}))
}
