# METADATA
# title: A list of references names each place once
# description: |
#   An address that stands in one list under several numbers makes the list look longer, and the claims
#   better supported, than they are. Addresses that differ only in scheme, trailing slash or fragment are
#   one place. What repeats in other lists of the same source does not count. One check a list: it says
#   how many places remain, and which numbers are the same one.
# related_resources:
#   - ref: https://www.iso.org/standard/72642.html
#     description: "ISO 690, Guidelines for bibliographic references and citations to information resources: one reference, one number"
# custom:
#   id: citation/duplicate-entry
#   severity: note
#   class: source
#   scope: document
#   kinds: [reference]
#   remediation:
#     en: Count these entries as one source when the support of the claims that cite them is weighed.
#     ja: これらを引用する主張の根拠を評価する際は、一つの出典として数えてください。
#   message:
#     en: "The list {params.list} has {params.entries} addresses, but they lead to {params.places}: {params.numbers}."
#     ja: "一覧{params.list}のURLは{params.entries}件ですが、文献としては{params.places}件です（同一の番号: {params.numbers}）。"
package tieout.rules.citation.duplicate_entry

import data.tieout.lib.citation

subjects contains subject(list) if some list in lists

# A list of works read whose numbers 3 and 7 are the same page.
check contains {"subject": subject(list), "verdict": "inconsistent", "evidence": evidence(list, own, groups)} if {
	some list in lists
	own := [entry | some entry in placed; entry.list == list]
	groups := [entry.group | some entry in repeated; entry.list == list]
	count(groups) > 0
}

# A list of works read in which every page stands once.
check contains {"subject": subject(list), "verdict": "consistent", "evidence": evidence(list, own, [])} if {
	input.mode == "audit"
	some list in (lists - {entry.list | some entry in repeated})
	own := [entry | some entry in placed; entry.list == list]
}

placed := [{"id": entry.id, "list": entry.list, "number": entry.number, "key": key} |
	some entry in citation.entries
	key := [entry.list, citation.address(entry.url)]
]

lists := {entry.list | some entry in placed}

subject(list) := concat("/", [input.source, list])

# The entries of one place, where there are several; in the order of the list.
repeated := [{"list": entry.list, "group": group} |
	some entry in placed
	group := [other | some other in placed; other.key == entry.key]
	count(group) > 1
	group[0].id == entry.id
]

evidence(list, own, groups) := {
	"operands": [{"fact": group[0].id, "role": "entry"} | some group in groups],
	"params": {
		"list": list,
		"entries": count(own),
		"places": count({entry.key | some entry in own}),
		"numbers": concat("; ", [concat(" = ", [entry.number | some entry in group]) | some group in groups]),
	},
}
