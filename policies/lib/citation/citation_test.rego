package tieout.lib.citation_test

import data.tieout.lib.citation

test_scheme_slash_and_fragment_lead_to_one_place if {
	every url in ["http://example.org/a", "https://example.org/a", "https://example.org/a/", "https://example.org/a#page=3"] {
		citation.address(url) == "example.org/a"
	}
}

test_path_query_and_client_route_lead_elsewhere if {
	every url in ["https://example.org/b", "https://example.org/a?page=2", "https://example.org/a#/b", "https://example.org/a#!b"] {
		citation.address(url) != "example.org/a"
	}
}

test_notes_are_no_entries if {
	facts := {"reference": [
		{"id": "ledger/refs.1", "listKind": "references"},
		{"id": "ledger/notes.1", "listKind": "notes"},
	]}
	[entry.id | some entry in citation.entries] == ["ledger/refs.1"] with input as {"facts": facts}
	object.keys(citation.by_id) == {"ledger/refs.1"} with input as {"facts": facts}
}
