package tieout.rules.pay.weights_test

import data.tieout.lib.testdata
import data.tieout.rules.pay.weights as rule

weight(name, quantity, unit) := testdata.measure(name, "report/bonus", {"weight": object.union(quantity, {
	"id": concat(".", [name, "weight"]),
	"unit": unit,
	"role": "weight",
	"of": name,
})})

percent(name, value) := weight(name, testdata.exact("", value), "percent")

unweighted(name) := testdata.measure(name, "report/bonus", {})

facts(mode, measures) := testdata.document(mode, "measure", measures)

found(measures) := c if some c in rule.check with input as facts("findings", measures)

clean(measures) if {
	count(rule.check) == 0 with input as facts("findings", measures)
	testdata.quiet(rule.subjects, rule.check) with input as facts("audit", measures)
}