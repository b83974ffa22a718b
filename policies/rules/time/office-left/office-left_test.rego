package tieout.rules.time.office_left_test

import data.tieout.lib.testdata
import data.tieout.rules.time.office_left as rule

registry(until) := {
	"sources": {"ledger": {"published": "2025-06-30"}},
	"entities": {"baker": {"offices": [
		{"title": "Head baker", "organisation": "bakery", "until": until},
		{"title": "Apprentice", "organisation": "bakery", "until": "2019-03-31"},
		{"title": "Treasurer", "organisation": "guild"},
	]}},
}

claim(id, organisation) := testdata.claim(id, "fact", {"entity": "baker", "office": organisation})

facts(mode, claims) := testdata.document(mode, "claim", claims)

checked(until, organisation) := c if {
	some c in rule.check with input as facts("audit", [claim("ledger/c", organisation)])
		with data.registry as registry(until)
}

test_fail_the_last_office_there_has_ended if {
	checked("2025-06-29", "bakery") == {
		"subject": "ledger/c",
		"verdict": "inconsistent",
		"evidence": {
			"operands": [{"fact": "ledger/c", "role": "claim"}],
			"params": {"text": "Sales rose faster than costs", "published": "2025-06-30", "until": "2025-06-29"},
		},
	}
}

test_pass_an_office_that_ends_on_the_day_or_not_at_all if {
	checked("2025-06-30", "bakery").verdict == "consistent"
	checked("2025-06-29", "guild").verdict == "consistent"
}

test_pass_who_holds_no_office_there_is_no_subject if {
	given := facts("audit", [claim("ledger/c", "town"), testdata.claim("ledger/d", "fact", {"entity": "baker"})])
	rule.subjects == set() with input as given with data.registry as registry("2020-01-01")
}

test_pass_a_source_without_a_day_shows_nobody_too_late if {
	given := facts("audit", [claim("ledger/c", "bakery")])
	rule.subjects == set() with input as given with data.registry as {"sources": {"ledger": {}}, "entities": registry("2020-01-01").entities}
}

many := [claim("ledger/a", "bakery"), claim("ledger/b", "guild")]

test_pass_both_modes_report_the_same if {
	reported := rule.check with input as facts("findings", many) with data.registry as registry("2025-03-31")
	audited := rule.check with input as facts("audit", many) with data.registry as registry("2025-03-31")
	count(reported) == 1
	reported == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as facts("audit", many) with data.registry as registry("2025-03-31")
	population == {c.subject | some c in audited}
	count(population) == 2
}
