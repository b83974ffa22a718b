package tieout.rules.pay.target_basis_test

import data.tieout.lib.testdata
import data.tieout.rules.pay.target_basis as rule

year := "2025-01-01/2025-12-31"

figure(id, overrides) := object.union(
	testdata.exact(id, 100),
	object.union({"period": year, "dimensions": {"plan": "bonus", "channel": "retail"}}, overrides),
)

measure(target, actual, more) := testdata.measure("ledger/bonus.sales", "ledger/bonus", object.union(more, {
	"target": figure("ledger/t", object.union({"dimensions": {"scenario": "target"}}, target)),
	"actual": figure("ledger/a", actual),
}))

found(m) := c if {
	some c in rule.check with input as testdata.document("findings", "measure", [m])
}

clean(m) if {
	count(rule.check) == 0 with input as testdata.document("findings", "measure", [m])
	testdata.quiet(rule.subjects, rule.check) with input as testdata.document("audit", "measure", [m])
}

missed := {"outcome": "missed", "period": year}

test_fail_another_period_in_the_note if {
	c := found(measure({"statedPeriod": "2024-01-01/2024-12-31"}, {}, missed))
	c.subject == "ledger/bonus.sales"
	c.verdict == "inconsistent"
	not c.case
	c.evidence.params == {"target": year, "other": "2024-01-01/2024-12-31"}
	[o.role | some o in c.evidence.operands] == ["measure", "target", "actual"]
	clean(measure({"statedPeriod": year}, {}, missed))
}

test_fail_outside_of_the_plan if {
	late := measure({"period": "2026-01-01/2026-12-31"}, {}, {"period": year})
	found(late).case == "outside"
	early := measure({"period": "2024-12-31/2025-12-31"}, {}, {"period": year})
	found(early).case == "outside"
	long := measure({"period": "2025-01-01/2026-01-01"}, {}, {"period": year})
	found(long).case == "outside"
	clean(measure({"period": "2025-12-31"}, {}, {"period": year}))
	clean(measure({}, {}, {"period": "2024-01-01/2026-12-31"}))
	clean(measure({}, {}, {}))
}

test_fail_periods_compared_that_differ if {
	c := found(measure({}, {"period": "2025-04-01/2025-12-31"}, missed))
	c.case == "period"
	clean(measure({}, {"period": "2025-04-01/2025-12-31"}, {"period": year}))
}

test_fail_units_compared_that_differ if {
	found(measure({}, {"unit": "EUR"}, missed)).case == "unit"
	clean(measure({"status": "undisclosed"}, {"unit": "USD"}, missed))
}

test_fail_scopes_compared_that_differ if {
	c := found(measure({}, {"dimensions": {"channel": "wholesale"}}, {"score": testdata.exact("ledger/s", 1)}))
	c.case == "scope"
	c.evidence.params == {"target": "channel: retail", "other": "channel: wholesale"}
	d := found(measure({}, {"dimensions": {"region": "north"}}, {"achievement": testdata.exact("ledger/s", 1)}))
	d.evidence.params.other == "channel: retail, region: north"
}

test_fail_all_against_a_part if {
	m := measure({}, {}, missed)
	whole := object.union(object.remove(m, ["actual"]), {"actual": testdata.quantity("ledger/a", {"period": year})})
	found(whole).evidence.params.other == "all"
}

test_pass_plan_and_scenario_are_no_scope if clean(measure({"dimensions": {"scenario": "target"}}, {"dimensions": {"measure": "x"}}, missed))

test_pass_in_audit_mode if {
	some c in rule.check with input as testdata.document("audit", "measure", [measure({}, {}, missed)])
	c.verdict == "consistent"
	count(c.evidence.operands) == 3
}

test_pass_only_the_gravest_is_told if {
	m := measure({"statedPeriod": "2024-01-01/2024-12-31"}, {"unit": "EUR"}, missed)
	count(rule.check) == 1 with input as testdata.document("findings", "measure", [m])
	not found(m).case
}

test_population_is_measures_with_a_target if {
	lost := measure({"status": "lost"}, {}, missed)
	rule.subjects == set() with input as testdata.document("findings", "measure", [lost, object.remove(lost, ["target"])])
	rule.subjects == {"ledger/bonus.sales"} with input as testdata.document("findings", "measure", [measure({"status": "undisclosed"}, {}, {})])
}

test_pass_figures_that_nobody_held_against_each_other if {
	clean(measure({"unit": "loaf"}, {}, {"period": year}))
	clean(measure({}, {"dimensions": {"plan": "bonus", "channel": "mail"}}, {"period": year}))
}

test_pass_units_of_figures_without_a_value if {
	m := measure({"unit": "loaf"}, {}, missed)
	every role in ["target", "actual"] {
		clean(object.union(object.remove(m, [role]), {role: object.remove(m[role], ["intervals", "value"])}))
	}
}

test_fail_what_differs_is_not_told_as_alike if {
	given := testdata.document("audit", "measure", [measure({"statedPeriod": "2024-01-01/2024-12-31"}, {}, missed)])
	checks := rule.check with input as given
	[c.verdict | some c in checks] == ["inconsistent"]
}
