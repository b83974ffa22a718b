package tieout.rules.citation.marker_without_entry_test

import data.tieout.lib.testdata
import data.tieout.rules.citation.marker_without_entry as rule

entry(list, number) := {
	"id": concat("", ["ledger/", list, ".", number]),
	"kind": "reference",
	"source": "ledger",
	"list": list,
	"number": number,
	"listKind": "references",
	"url": "https://example.org/prices",
}

refs := [entry("refs", "1"), entry("refs", "3"), entry("refs", "star")]

found(marker) := {"marker": marker, "list": "refs", "ref": concat("", ["ledger/refs.", marker])}

lost(marker) := {"marker": marker, "list": "refs", "ref": null}

claim(id, citations) := testdata.claim(concat("/", ["ledger", id]), "fact", {"citations": citations})

facts(mode, claims) := {"source": "ledger", "mode": mode, "facts": {"claim": claims, "reference": refs}}

test_fail_gap_in_the_list if {
	rule.check == {{
		"subject": "ledger/gap",
		"verdict": "inconsistent",
		"evidence": {
			"operands": [{"fact": "ledger/gap", "role": "claim"}, {"fact": "ledger/refs.1", "role": "entry"}],
			"missing": [{"role": "entry", "cause": "absent"}],
			"params": {"text": "Sales rose faster than costs", "markers": "2", "list": "refs", "last": 3},
		},
	}} with input as facts("findings", [claim("gap", [found("1"), lost("2")])])
}

test_fail_number_above_the_last_says_so if {
	some check in rule.check with input as facts("findings", [claim("beyond", [lost("4"), lost("12"), lost("4")])])
	check.case == "beyondList"
	check.evidence.params.markers == "4, 12"
	check.evidence.params.last == 3
}

test_fail_last_number_is_compared_as_a_number if {
	long := [entry("refs", "9"), entry("refs", "10")]
	given := {"source": "ledger", "mode": "findings", "facts": {"claim": [claim("gap", [lost("8")])], "reference": long}}
	some check in rule.check with input as given
	not check.case
}

test_fail_one_marker_inside_and_one_beyond_is_a_gap if {
	some check in rule.check with input as facts("findings", [claim("mixed", [lost("2"), lost("4")])])
	not check.case
}

test_fail_sign_is_never_beyond_the_list if {
	some check in rule.check with input as facts("findings", [claim("sign", [lost("dagger")])])
	not check.case
}

test_fail_list_of_signs_has_no_last_number if {
	given := {"source": "ledger", "mode": "findings", "facts": {
		"claim": [claim("sign", [lost("2")])],
		"reference": [entry("refs", "star")],
	}}
	some check in rule.check with input as given
	not check.case
	not check.evidence.params.last
}

test_fail_list_that_is_not_on_record if {
	some check in rule.check with input as facts("findings", [claim("other", [{"marker": "1", "list": "works", "ref": null}])])
	check.case == "withoutList"
}

test_fail_marker_without_list if {
	some check in rule.check with input as facts("findings", [claim("none", [{"marker": "1", "ref": null}])])
	check.case == "withoutList"
	not check.evidence.params.list
}

test_fail_list_by_its_full_id if {
	own := {"marker": "4", "list": "ledger/refs", "ref": null}
	some check in rule.check with input as facts("findings", [claim("own", [own])])
	check.case == "beyondList"
	check.evidence.params.list == "refs"
}

test_fail_list_of_another_source_is_out_of_sight if {
	other := {"marker": "4", "list": "annex/refs", "ref": null}
	some check in rule.check with input as facts("findings", [claim("other", [other])])
	not check.case
	check.evidence.params.list == "annex/refs"
}

test_pass_citation_by_id_is_another_rules_business if {
	given := facts("audit", [claim("by-id", [{"marker": "refs.9", "ref": null}]), claim("bare", [])])
	count(rule.subjects) == 0 with input as given
	count(rule.check) == 0 with input as given
}

many := [claim("good", [found("1"), found("3")]), claim("gap", [lost("2")]), claim("none", [{"marker": "1", "ref": null}])]

test_pass_both_modes_report_the_same if {
	checks := rule.check with input as facts("findings", many)
	audited := rule.check with input as facts("audit", many)
	checks == {c | some c in audited; c.verdict != "consistent"}
	{c.subject | some c in checks} == {"ledger/gap", "ledger/none"}
	population := rule.subjects with input as facts("audit", many)
	population == {c.subject | some c in audited}
	count(population) == count(audited)
}

test_pass_an_id_beside_numbers_is_told_elsewhere if {
	by_id := {"marker": "refs.9", "ref": null}
	count(rule.check) == 0 with input as facts("findings", [claim("both", [found("1"), by_id])])
	rule.subjects == {"ledger/both"} with input as facts("findings", [claim("both", [found("1"), by_id])])
	rule.subjects == set() with input as facts("findings", [claim("only", [by_id])])
}

test_fail_a_marker_with_a_stop_in_a_list_is_a_number_of_it if {
	dotted := {"marker": "3.1", "list": "refs", "ref": null}
	some c in rule.check with input as facts("findings", [claim("dotted", [dotted])])
	c.evidence.params.markers == "3.1"
	not c.case
}

test_fail_the_last_number_itself_is_not_beyond_the_list if {
	some c in rule.check with input as facts("findings", [claim("last", [lost("3")])])
	not c.case
}

test_fail_each_list_has_a_last_number_of_its_own if {
	given := {"source": "ledger", "mode": "findings", "facts": {
		"claim": [claim("beyond", [lost("4")])],
		"reference": array.concat(refs, [entry("works", "40")]),
	}}
	some c in rule.check with input as given
	c.case == "beyondList"
	c.evidence.params.last == 3
}

test_pass_shows_what_is_found_without_anything_missing if {
	rule.check == {{
		"subject": "ledger/good",
		"verdict": "consistent",
		"evidence": {
			"operands": [{"fact": "ledger/good", "role": "claim"}, {"fact": "ledger/refs.1", "role": "entry"}],
			"params": {"text": "Sales rose faster than costs"},
		},
	}} with input as facts("audit", [claim("good", [found("1")])])
}
