package tieout.rules.citation.number_leads_to_two_places_test

import data.tieout.lib.testdata
import data.tieout.rules.citation.number_leads_to_two_places as rule

entry(list, number, section, page) := object.union(
	{
		"id": concat("", ["ledger/", list, ".", number]),
		"list": list,
		"number": number,
		"listKind": "references",
		"url": concat("", ["https://example.org/", page]),
	},
	{"section": section | section != ""},
)

claim(id, section, list, number) := testdata.claim(concat("/", ["ledger", id]), "fact", {
	"section": section,
	"citations": [{"marker": number, "list": list, "ref": concat("", ["ledger/", list, ".", number])}],
})

facts(mode, claims, entries) := {"source": "ledger", "mode": mode, "facts": {"claim": claims, "reference": entries}}

lists := [
	entry("all", "1", "", "flour"),
	entry("all", "2", "", "rent"),
	entry("part-3", "1", "3", "sugar"),
	entry("part-3", "2", "3", "rent/"),
	entry("part-4", "1", "4", "yeast"),
	entry("part-4", "2", "4", "salt"),
]

test_fail_whole_list_against_that_of_the_chapter if {
	rule.check == {{
		"subject": "ledger/[1]",
		"verdict": "inconsistent",
		"evidence": {
			"operands": [
				{"fact": "ledger/all.1", "role": "entry"},
				{"fact": "ledger/part-3.1", "role": "entry"},
				{"fact": "ledger/prices", "role": "claim"},
			],
			"params": {"number": "1", "claims": 1, "places": 2},
		},
	}} with input as facts("findings", [claim("prices", "3-2", "all", "1"), claim("rents", "3", "all", "2")], lists)
}

test_fail_chapters_own_list_against_the_whole if {
	found := rule.check with input as facts("findings", [claim("prices", "3", "part-3", "1")], lists)
	{c.subject | some c in found} == {"ledger/[1]"}
}

test_fail_two_lists_of_the_whole if {
	works := [entry("all", "1", "", "flour"), entry("works", "1", "", "mill")]
	claims := [claim("prices", "9", "all", "1"), object.remove(claim("rents", "", "works", "1"), {"section"})]
	some found in rule.check with input as facts("findings", claims, works)
	found.evidence.params.claims == 2
}

test_fail_list_of_another_chapter_against_the_claims_own if {
	found := rule.check with input as facts("findings", [claim("prices", "4", "part-3", "1")], [lists[2], lists[4]])
	{c.subject | some c in found} == {"ledger/[1]"}
}

test_fail_claim_that_bears_the_number_twice_is_named_once if {
	once := claim("prices", "3", "all", "1")
	twice := object.union(once, {"citations": array.concat(once.citations, once.citations)})
	some found in rule.check with input as facts("findings", [twice], lists)
	[o.fact | some o in found.evidence.operands; o.role == "claim"] == ["ledger/prices"]
}

test_pass_numbers_begun_anew_in_each_chapter if {
	claims := [claim("prices", "3.1", "part-3", "1"), claim("yeast", "4", "part-4", "1")]
	count(rule.check) == 0 with input as facts("findings", claims, array.slice(lists, 2, 6))
}

chapters := [
	entry("part-1", "1", "1", "flour"), entry("part-1", "2", "1", "rent"), entry("part-1", "3", "1", "sugar"),
	entry("part-2", "2", "2", "salt"), entry("part-2", "4", "2", "yeast"), entry("part-2", "5", "2", "milk"),
]

across := [claim("rents", "1", "part-1", "2"), claim("salt", "2", "part-2", "2"), claim("milk", "2", "part-2", "5")]

test_fail_a_number_twice_in_lists_that_run_on if {
	some c in rule.check with input as facts("findings", across, chapters)
	c.subject == "ledger/[2]"
	[o.fact | some o in c.evidence.operands] == ["ledger/part-1.2", "ledger/part-2.2", "ledger/rents", "ledger/salt"]
	c.evidence.params == {"number": "2", "claims": 2, "places": 2}
	count(rule.check) == 1 with input as facts("findings", across, chapters)
}

# A 1 in each list, a number left out, a list that shares half of its numbers, and one list alone.
test_pass_lists_that_do_not_run_on if {
	anew := array.concat(chapters, [entry("part-2", "1", "2", "oats")])
	count(rule.check) == 0 with input as facts("findings", across, anew)
	count(rule.check) == 0 with input as facts("findings", across, array.slice(chapters, 0, 5))
	gap := array.concat(array.slice(chapters, 0, 5), [entry("part-2", "6", "2", "milk")])
	count(rule.check) == 0 with input as facts("findings", across, gap)
	half := array.concat(array.slice(chapters, 0, 4), [entry("part-2", "4", "2", "yeast")])
	count(rule.check) == 0 with input as facts("findings", across, half)
	count(rule.check) == 0 with input as facts("findings", across, array.slice(chapters, 0, 3))
}

test_pass_lists_that_run_on_and_agree if {
	agreed := array.concat(chapters, [entry("part-2", "3", "2", "sugar/"), entry("part-2", "6", "2", "oats")])
	c := {c.subject | some c in rule.check} with input as facts("findings", [claim("sugar", "1", "part-1", "3")], agreed)
	c == set()
}

test_pass_section_31_is_not_in_chapter_3 if {
	count(rule.check) == 0 with input as facts("findings", [claim("prices", "31", "all", "1")], lists)
}

test_pass_notes_and_entries_without_address_lead_nowhere_else if {
	note := object.union(entry("notes", "1", "", "note"), {"listKind": "notes"})
	print := object.remove(entry("works", "1", "", "print"), {"url"})
	given := facts("findings", [claim("prices", "3", "all", "1")], [lists[0], note, print])
	count(rule.check) == 0 with input as given
}

test_pass_marker_that_leads_nowhere_is_another_rules_business if {
	lost := testdata.claim("ledger/lost", "fact", {"citations": [{"marker": "1", "list": "refs", "ref": null}]})
	by_id := testdata.claim("ledger/by-id", "fact", {"citations": [{"marker": "all.1", "ref": "ledger/all.1"}]})
	count(rule.subjects) == 0 with input as facts("audit", [lost, by_id], lists)
}

many := [claim("prices", "3", "all", "1"), claim("rents", "3", "all", "2"), claim("yeast", "31", "all", "1")]

test_pass_both_modes_report_the_same if {
	found := rule.check with input as facts("findings", many, lists)
	audited := rule.check with input as facts("audit", many, lists)
	found == {c | some c in audited; c.verdict != "consistent"}
	{c.subject | some c in found} == {"ledger/[1]"}
	[o.fact | some c in audited; c.subject == "ledger/[2]"; some o in c.evidence.operands] == ["ledger/all.2", "ledger/part-3.2", "ledger/rents"]
	population := rule.subjects with input as facts("audit", many, lists)
	population == {c.subject | some c in audited}
	count(population) == count(audited)
}

test_fail_each_number_names_its_own_claims if {
	checks := rule.check with input as facts("findings", [claim("prices", "3", "all", "1"), claim("salt", "4", "part-4", "2")], lists)
	{[c.subject, [o.fact | some o in c.evidence.operands; o.role == "claim"]] | some c in checks} == {
		["ledger/[1]", ["ledger/prices"]],
		["ledger/[2]", ["ledger/salt"]],
	}
}

test_pass_a_claim_in_a_list_without_address if {
	print := object.remove(entry("all", "1", "", "print"), {"url"})
	audited := rule.check with input as facts("audit", [claim("prices", "3", "all", "1")], [print, entry("part-3", "1", "3", "sugar")])
	[[c.verdict, c.evidence.params.places] | some c in audited] == [["consistent", 1]]
}

test_fail_section_of_one_sign if {
	entries := [entry("all", "1", "", "flour"), entry("part-3", "1", "3", "sugar")]
	every section in ["3", "3-2", "3.2.1"] {
		count(rule.check) == 1 with input as facts("findings", [claim("prices", section, "all", "1")], entries)
	}
}

run_on := [
	entry("part-1", "1", "1", "flour"), entry("part-1", "2", "1", "rent"), entry("part-1", "3", "1", "sugar"),
	entry("part-2", "3", "2", "salt"), entry("part-2", "4", "2", "yeast"), entry("part-2", "5", "2", "milk"),
]

third := [entry("part-3", "6", "3", "oats"), entry("part-3", "7", "3", "rye"), entry("part-3", "8", "3", "corn")]

sugar := [claim("sugar", "1", "part-1", "3")]

operands(mode, claims, entries) := [o.fact | some c in checks; some o in c.evidence.operands] if {
	checks := rule.check with input as facts(mode, claims, entries)
}

test_fail_three_lists_that_run_on if {
	operands("findings", sugar, array.concat(run_on, third)) == ["ledger/part-1.3", "ledger/part-2.3", "ledger/sugar"]
}

test_fail_lists_that_run_on_beside_one_of_the_whole if {
	given := array.concat(run_on, [entry("all", "1", "", "flour")])
	operands("findings", sugar, given) == ["ledger/part-1.3", "ledger/part-2.3", "ledger/sugar"]
}

test_fail_lists_that_run_on_and_share_a_letter if {
	given := array.concat(run_on, [entry("part-1", "a", "1", "mill"), entry("part-2", "a", "2", "oven")])
	operands("findings", sugar, given) == ["ledger/part-1.3", "ledger/part-2.3", "ledger/sugar"]
}

test_pass_the_number_shared_by_lists_that_run_on_is_one_place if {
	agreed := [e | some i, e in array.concat([entry("part-2", "3", "2", "sugar/")], run_on); i != 4]
	operands("findings", sugar, agreed) == []
	operands("audit", sugar, agreed) == ["ledger/part-2.3", "ledger/part-1.3", "ledger/sugar"]
}

test_pass_lists_that_run_on_and_do_not_share_the_number if {
	given := array.concat(run_on, [entry("all", "5", "", "oats")])
	operands("findings", [claim("oats", "9", "all", "5")], given) == []
}

test_pass_two_lists_that_begin_at_1_do_not_run_on if {
	given := array.concat([e | some i, e in run_on; i != 3], [entry("part-2", "1", "2", "oats")])
	operands("findings", [claim("flour", "1", "part-1", "1")], given) == []
}

test_pass_one_list_of_a_chapter_does_not_run_on if {
	given := array.concat([entry("all", "1", "", "mill")], array.slice(run_on, 0, 3))
	operands("audit", [claim("mill", "9", "all", "1")], given) == ["ledger/all.1", "ledger/mill"]
}

test_pass_the_list_that_the_record_names_is_read if {
	operands("audit", [claim("flour", "9", "part-3", "1")], array.slice(lists, 2, 6)) == ["ledger/part-3.1", "ledger/flour"]
}

test_fail_the_list_of_the_whole_is_read if {
	operands("findings", [claim("prices", "3", "part-3", "1")], lists) == ["ledger/all.1", "ledger/part-3.1", "ledger/prices"]
}

test_pass_an_entry_without_address_is_not_read if {
	print := object.remove(entry("all", "1", "", "print"), {"url"})
	given := [print, entry("part-3", "1", "3", "sugar")]
	operands("audit", [claim("prices", "3", "all", "1")], given) == ["ledger/part-3.1", "ledger/prices"]
}

test_pass_section_31_2_is_not_in_chapter_3 if {
	operands("findings", [claim("prices", "31-2", "all", "1")], lists) == []
}

test_fail_a_section_that_ends_in_a_sign if {
	every section in ["3", "10"] {
		given := [entry("all", "1", "", "flour"), entry("part", "1", section, "sugar")]
		operands("findings", [claim("prices", concat("", [section, "."]), "all", "1")], given) == ["ledger/all.1", "ledger/part.1", "ledger/prices"]
	}
}
