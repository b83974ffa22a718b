package tieout.rules.citation.topic_test

import data.tieout.lib.testdata
import data.tieout.rules.citation.topic as rule

entry(number, more) := object.union(
	{
		"id": concat(".", ["ledger/refs", number]),
		"kind": "reference",
		"source": "ledger",
		"list": "refs",
		"number": number,
		"listKind": "references",
	},
	more,
)

refs := [entry("1", {"topics": ["prices", "mills"]}), entry("2", {"topics": ["history"]}), entry("3", {})]

claim(id, topic, numbers) := testdata.claim(id, "fact", {
	"topic": topic,
	"citations": [{"marker": n, "list": "refs", "ref": concat(".", ["ledger/refs", n])} | some n in numbers],
})

facts(mode, claims) := {"source": "ledger", "mode": mode, "facts": {"claim": claims, "reference": refs}}

checked(numbers) := c if {
	some c in rule.check with input as facts("audit", [claim("ledger/c", "prices", numbers)])
}

test_fail_all_entries_treat_of_other_matters if {
	checked(["2"]) == {
		"subject": "ledger/c",
		"verdict": "inconsistent",
		"evidence": {
			"operands": [{"fact": "ledger/c", "role": "claim"}, {"fact": "ledger/refs.2", "role": "entry"}],
			"params": {"text": "Sales rose faster than costs", "topic": "prices", "topics": "history"},
		},
	}
}

test_pass_one_of_them_treats_of_it if {
	checked(["2", "1", "3"]).verdict == "consistent"
}

test_undecided_one_was_not_looked_at if {
	checked(["2", "3"]).case == "undetermined"
	checked(["2", "3"]).verdict == "undetermined"
}

test_pass_what_was_not_looked_at_is_no_subject if {
	given := facts("audit", [claim("ledger/c", "prices", ["3", "9"]), testdata.claim("ledger/d", "fact", {})])
	rule.subjects == set() with input as given
	rule.check == set() with input as given
}

test_pass_both_modes_report_the_same if {
	many := [claim("ledger/a", "prices", ["1"]), claim("ledger/b", "prices", ["2"]), claim("ledger/c", "prices", ["2", "3"])]
	reported := rule.check with input as facts("findings", many)
	audited := rule.check with input as facts("audit", many)
	count(reported) == 2
	reported == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as facts("audit", many)
	population == {c.subject | some c in audited}
	count(population) == 3
}
