# METADATA
# title: A list names an address once
# description: However it is written.
# custom:
#   id: citation/duplicate-entry
#   severity: error
#   class: source
#   scope: document
#   kinds: [reference]
#   fields: {reference: [list, listKind, url]}
#   message: {en: "{subject} names an address twice.", ja: "{subject}に同じ文献が二度あります。"}
#   remediation: {en: Compare it with the source., ja: 資料と照合してください。}
package tieout.rules.citation.duplicate_entry

import data.bench.address

subjects contains subject(list) if some list in lists

check contains {"subject": subject(list), "verdict": "inconsistent"} if {
	some list in lists
	addresses := [address.place(entry.url) |
		some entry in input.facts.reference
		entry.list == list
		entry.url
	]
	count({place | some place in addresses}) < count(addresses)
}

lists := {entry.list | some entry in input.facts.reference; entry.listKind == "references"}

subject(list) := concat("/", [input.source, list])
