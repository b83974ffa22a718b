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
