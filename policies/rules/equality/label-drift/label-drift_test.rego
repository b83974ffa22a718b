package tieout.rules.equality.label_drift_test

import data.tieout.lib.testdata
import data.tieout.rules.equality.label_drift as rule

concepts := {
	"retail": {"labels": {"en": "Retail sales", "ja": "小売販売台数"}, "distinctFrom": ["wholesale"]},
	"wholesale": {"labels": {"en": "Wholesales"}},
	"sales": {"labels": {"en": "Sales"}},
}

figure(id, concept, overrides) := object.union(testdata.exact(id, 12), object.union({"concept": concept}, overrides))

retail := figure("ledger/retail", "retail", {"dimensions": {"scope": "parent"}})

claim(id, calls, rests) := testdata.claim(id, "fact", {
	"calls": object.union({"dimensions": {}}, calls),
	"rests": [{"role": "rests", "ref": f.id, "fact": f} | some f in rests],
})

tie(id, members) := testdata.relation(id, "equal", [testdata.operand("member", f) | some f in members])

found(facts) := c if {
	some c in rule.check with input as {"source": "ledger", "mode": "findings", "facts": facts} with data.registry.concepts as concepts
}

clean(facts) if {
	found_none := rule.check with input as {"source": "ledger", "mode": "findings", "facts": facts} with data.registry.concepts as concepts
	count(found_none) == 0
}

test_fail_a_claim_that_names_another_concept if {
	found({"claim": [claim("ledger/claim", {"concept": "wholesale"}, [retail])]}) == {
		"subject": "ledger/claim",
		"verdict": "inconsistent",
		"evidence": {
			"operands": [{"fact": "ledger/retail", "role": "figure"}, {"fact": "ledger/claim", "role": "claim"}],
			"params": {"called": "Wholesales", "calledJa": "Wholesales"},
		},
	}
}

test_fail_a_claim_that_names_another_member if {
	c := found({"claim": [claim("ledger/claim", {"concept": "retail", "dimensions": {"scope": "group"}}, [retail])]})
	c.verdict == "inconsistent"
	c.evidence.params == {"called": "Retail sales, scope=group", "calledJa": "小売販売台数, scope=group"}
}

test_fail_a_claim_that_names_an_axis_that_the_figure_lacks if {
	c := found({"claim": [claim("ledger/claim", {"dimensions": {"region": "north"}}, [retail])]})
	c.verdict == "inconsistent"
	c.evidence.params.called == "region=north"
}

test_fail_a_figure_whose_print_names_another_concept if {
	named := object.union(retail, {"calls": {"concept": "unheard", "dimensions": {}}})
	c := found({"quantity": [named]})
	c.subject == "ledger/retail"
	c.evidence.params.called == "unheard"
	[o.role | some o in c.evidence.operands] == ["figure"]
}

test_fail_a_tie_between_concepts_that_are_declared_distinct if {
	found({"relation": [tie("ledger/tie", [figure("ledger/w", "wholesale", {}), retail])]}) == {
		"subject": "ledger/tie",
		"case": "tie",
		"verdict": "inconsistent",
		"evidence": {"operands": [{"fact": "ledger/w", "role": "figure"}, {"fact": "ledger/retail", "role": "figure"}]},
	}
}

test_pass_names_that_fit if {
	clean({"claim": [claim("ledger/claim", {"concept": "retail", "dimensions": {"scope": "parent"}}, [retail])]})
	clean({"quantity": [object.union(retail, {"calls": {"concept": "retail", "dimensions": {}}}), retail]})
}

test_pass_one_of_several_figures_is_the_one_meant if {
	clean({"claim": [claim("ledger/claim", {"concept": "wholesale"}, [retail, figure("ledger/w", "wholesale", {})])]})
}

test_pass_ties_between_concepts_that_nobody_declared_distinct if {
	clean({"relation": [tie("ledger/tie", [figure("ledger/s", "sales", {}), retail])]})
	clean({"relation": [tie("ledger/tie", [retail, figure("ledger/r", "retail", {})])]})
	order := object.union(tie("ledger/order", [figure("ledger/w", "wholesale", {}), retail]), {"type": "order"})
	given := {"source": "ledger", "mode": "audit", "facts": {"relation": [order]}}
	rule.subjects == set() with input as given with data.registry.concepts as concepts
}

test_undecided_a_name_without_a_figure if {
	event := {"id": "ledger/opening", "kind": "event", "source": "ledger", "period": "2025-03-31"}
	c := found({"claim": [claim("ledger/claim", {"concept": "wholesale"}, [event])]})
	c.case == "undetermined"
	c.verdict == "undetermined"
}

many := {
	"quantity": [retail, figure("ledger/named", "retail", {"calls": {"concept": "wholesale", "dimensions": {}}})],
	"claim": [
		claim("ledger/a", {"concept": "retail"}, [retail]),
		claim("ledger/b", {"concept": "wholesale"}, [retail]),
		claim("ledger/c", {"concept": "wholesale"}, []),
		testdata.claim("ledger/d", "fact", {}),
	],
	"relation": [
		tie("ledger/e", [retail, figure("ledger/w", "wholesale", {})]),
		tie("ledger/f", [retail, figure("ledger/r", "retail", {})]),
		tie("ledger/g", [retail]),
	],
}

test_pass_both_modes_report_the_same if {
	found_all := {"source": "ledger", "mode": "findings", "facts": many}
	audit := {"source": "ledger", "mode": "audit", "facts": many}
	reported := rule.check with input as found_all with data.registry.concepts as concepts
	audited := rule.check with input as audit with data.registry.concepts as concepts
	count(reported) == 4
	reported == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as audit with data.registry.concepts as concepts
	population == {c.subject | some c in audited}
	count(population) == 6
	count(audited) == 6
}
