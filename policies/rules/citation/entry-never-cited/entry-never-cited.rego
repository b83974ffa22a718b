# METADATA
# title: Every entry of a list that is cited from is cited
# description: |
#   An entry that no statement cites supports nothing, and lends the document a breadth of reading that
#   cannot be followed. Lists are looked at that some claim cites from: in a mere list of reading nothing
#   need be cited. A note pointer or a basis that leads to an entry counts as citing it.
# related_resources:
#   - ref: https://www.iso.org/standard/72642.html
#     description: "ISO 690, Guidelines for bibliographic references and citations to information resources: citations and references correspond"
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS1215
#     description: "PCAOB AS 1215, Audit Documentation: the record must let another auditor follow the work to its support"
# custom:
#   id: citation/entry-never-cited
#   severity: note
#   class: source
#   scope: document
#   kinds: [claim, reference, quantity, measure, relation, event]
#   where: {claim.refs: [any], quantity.refs: [any], measure.refs: [any], relation.refs: [any], event.refs: [any]}
#   remediation:
#     en: Look for the markers of these numbers in the source and record the claims that carry them; if there are none, do not count the entries as support.
#     ja: これらの番号を引用する箇所を資料で探して主張として登録し、なければ根拠として数えないでください。
#   message:
#     en: "The list {params.list} has {params.uncited} of {params.entries} entries that nothing cites: {entry.label}."
#     ja: "一覧{params.list}の{params.entries}件のうち{params.uncited}件は、どこからも引用されていません（{entry.label}）。"
package tieout.rules.citation.entry_never_cited

import data.tieout.lib.citation

subjects contains subject(list) if some list in lists

# A study whose list of works has a number that no sentence bears.
check contains {"subject": subject(list), "verdict": "inconsistent", "evidence": evidence(list, all, idle)} if {
	some list in {entry.list | some entry in uncited}
	all := [entry | some entry in citation.entries; entry.list == list]
	idle := [entry | some entry in uncited; entry.list == list]
}

# A study whose list of works is used throughout.
check contains {"subject": subject(list), "verdict": "consistent", "evidence": evidence(list, all, [])} if {
	input.mode == "audit"
	some list in (lists - {entry.list | some entry in uncited})
	all := [entry | some entry in citation.entries; entry.list == list]
}

subject(list) := concat("/", [input.source, list])

lists := {citation.by_id[cited.ref].list |
	some claim in input.facts.claim
	some cited in claim.citations
}

led_to := {ref.id |
	some kind
	some fact in input.facts[kind]
	some ref in fact.refs
}

cited_by_number := {cited.ref |
	some claim in input.facts.claim
	some cited in claim.citations
}

uncited := [entry |
	some entry in citation.entries
	entry.list in lists
	not entry.id in cited_by_number
	not entry.id in led_to
]

evidence(list, all, idle) := {
	"operands": [{"fact": entry.id, "role": "entry"} | some entry in idle],
	"params": {"list": list, "entries": count(all), "uncited": count(idle)},
}
