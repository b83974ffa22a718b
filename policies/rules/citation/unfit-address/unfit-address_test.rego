package tieout.rules.citation.unfit_address_test

import data.tieout.lib.testdata
import data.tieout.rules.citation.unfit_address as rule

hosts := {
	"forum.example.org": {"host": "forum.example.org", "unfit": "userContent", "reason": {"en": "Anyone may write there.", "ja": "誰でも書き込める。"}},
	"example.org/charts": {"host": "example.org/charts", "unfit": "live"},
	"example.org/charts/archive/": {"host": "example.org/charts/archive/", "unfit": "other", "reason": {"en": "Withdrawn."}},
}

entry(number, url) := {
	"id": concat(".", ["ledger/refs", number]),
	"kind": "reference",
	"source": "ledger",
	"list": "refs",
	"number": number,
	"listKind": "references",
	"url": url,
}

claim(id, modality, rests) := testdata.claim(id, modality, {
	"citations": [{"marker": "1", "list": "refs", "ref": "ledger/refs.1"}, {"marker": "9", "list": "refs", "ref": null}],
	"rests": [{"role": "rests", "ref": f.id, "fact": f} | some f in rests],
})

bare := claim("ledger/bare", "fact", [])

figured := claim("ledger/figured", "fact", [testdata.exact("ledger/a", 1)])

facts(mode, claims, url) := {"source": "ledger", "mode": mode, "facts": {"claim": claims, "reference": [entry("1", url)]}}

checked(claims, url) := c if {
	some c in rule.check with input as facts("audit", claims, url) with data.registry.hosts as hosts
}

case_of(claims, url) := object.get(checked(claims, url), "case", "")

fine(claims, url) if checked(claims, url).verdict == "consistent"

test_fail_a_host_that_the_project_calls_unfit if {
	checked([bare, figured], "https://www.Forum.example.org:443/thread/1") == {
		"subject": "ledger/refs.1",
		"verdict": "inconsistent",
		"evidence": {
			"operands": [
				{"fact": "ledger/refs.1", "role": "entry"},
				{"fact": "ledger/bare", "role": "claim"},
				{"fact": "ledger/figured", "role": "claim"},
			],
			"params": {
				"url": "https://www.Forum.example.org:443/thread/1",
				"claims": 2,
				"why": "Anyone may write there.",
				"whyJa": "誰でも書き込める。",
			},
		},
	}
}

test_fail_hosts_below_and_the_longest_name_count if {
	checked([bare], "http://old.forum.example.org").verdict == "inconsistent"
	c := checked([bare], "https://example.org/charts/archive/2024")
	not c.case
	c.evidence.params.why == "Withdrawn."
	c.evidence.params.whyJa == "Withdrawn."
}

test_fail_a_live_place_for_a_figure if {
	c := checked([bare, figured], "https://example.org/charts/week?n=4#top")
	c.case == "live"
	c.evidence.params.claims == 1
	c.evidence.params.why == "live"
	fine([bare], "https://example.org/charts/week")
	fine([figured], "https://example.org/chartsroom")
}

test_fail_search_results if {
	case_of([bare], "https://example.com/find?lang=en&q=flour") == "search"
	case_of([bare], "https://example.com/channel?Query=Flour-&sort=date") == "search"
	case_of([bare], "https://example.com/search/") == "search"
	case_of([bare], "https://example.com/Search?x=1") == "search"
	fine([bare], "https://example.com/research/flour")
	fine([bare], "https://example.com/search/flour")
	fine([bare], "https://example.com/flour?q=")
	fine([bare], "https://example.com/searching-for-flour")
}

test_fail_a_home_page_for_a_figure if {
	some url in ["https://example.com", "https://example.com/", "https://example.com/en/", "https://example.com/index.html", "https://example.com/ja-jp"]
	case_of([figured], "https://example.com") == "home"
	every page in ["https://example.com/", "https://example.com/en/", "https://example.com/index.html", "https://example.com/en-GB?a=1"] {
		case_of([figured], page) == "home"
	}
	fine([bare], url)
	fine([figured], "https://example.com/flour")
	fine([figured], "https://example.com/fr/prix")
}

test_fail_the_marks_of_a_tool if {
	case_of([bare], "https://example.com/flour?utm_source=assistant") == "residue"
	case_of([bare], "https://example.com/flour#:~:text=price") == "residue"
	fine([bare], "https://example.com/flour?source=mill#text")
}

test_pass_without_any_hosts if {
	some c in rule.check with input as facts("audit", [figured], "https://forum.example.org/flour") with data.registry.hosts as {}
	c.verdict == "consistent"
	count(c.evidence.operands) == 2
}

test_pass_what_no_fact_cites_is_no_subject if {
	given := facts("audit", [claim("ledger/o", "opinion", [])], "https://forum.example.org/flour")
	rule.subjects == set() with input as given with data.registry.hosts as hosts
	print := object.remove(entry("1", ""), ["url"])
	rule.subjects == set() with input as {"source": "ledger", "mode": "audit", "facts": {"claim": [bare], "reference": [print]}}
}

test_pass_both_modes_report_the_same if {
	second := object.union(bare, {"citations": [{"marker": "2", "list": "refs", "ref": "ledger/refs.2"}]})
	given := {"claim": [bare, second], "reference": [entry("1", "https://forum.example.org/"), entry("2", "https://example.com/flour")]}
	found := {"source": "ledger", "mode": "findings", "facts": given}
	audit := {"source": "ledger", "mode": "audit", "facts": given}
	reported := rule.check with input as found with data.registry.hosts as hosts
	audited := rule.check with input as audit with data.registry.hosts as hosts
	count(reported) == 1
	reported == {c | some c in audited; c.verdict != "consistent"}
	population := rule.subjects with input as audit with data.registry.hosts as hosts
	population == {c.subject | some c in audited}
	count(population) == 2
}

test_fail_only_the_claims_of_the_entry_are_told if {
	second := object.union(bare, {"id": "ledger/second", "citations": [{"marker": "2", "list": "refs", "ref": "ledger/refs.2"}]})
	given := {"claim": [bare, second], "reference": [entry("1", "https://forum.example.org/"), entry("2", "https://example.com/flour")]}
	checks := rule.check with input as {"source": "ledger", "mode": "audit", "facts": given} with data.registry.hosts as hosts
	{[o.fact | some o in c.evidence.operands] | some c in checks} == {
		["ledger/refs.1", "ledger/bare"],
		["ledger/refs.2", "ledger/second"],
	}
}

test_pass_an_event_is_no_figure if {
	event := {"id": "ledger/opening", "kind": "event", "source": "ledger", "period": "2025-03-31"}
	fine([claim("ledger/dated", "fact", [event])], "https://example.com/")
	case_of([claim("ledger/both", "fact", [event, testdata.exact("ledger/a", 1)])], "https://example.com/") == "home"
}

test_fail_faults_of_the_address_have_no_reason if {
	c := checked([bare, figured], "https://example.com/")
	c.evidence.params == {"url": "https://example.com/", "claims": 1}
	count(c.evidence.operands) == 2
	d := checked([bare, figured], "https://example.com/flour?utm_source=assistant")
	count(d.evidence.operands) == 3
}

listed(claims, url, name) if {
	some c in rule.check with input as facts("findings", claims, url) with data.registry.hosts as {name: {"host": name, "unfit": "other"}}
	c.evidence.params.why == "other"
}

test_fail_the_claim_on_a_figure_is_the_one_told if {
	c := checked([bare, figured], "https://example.org/charts/week")
	[o.fact | some o in c.evidence.operands] == ["ledger/refs.1", "ledger/figured"]
}

test_fail_a_live_place_of_one_step if {
	case_of([figured], "https://example.org/charts") == "live"
}

test_fail_a_name_of_one_label if {
	listed([bare], "https://bread.example/", "example")
	listed([bare], "https://bread.example/price", "example/price")
}

test_pass_a_name_that_ends_after_the_host if {
	not listed([bare], "https://bread.example", "bread.example/")
}
