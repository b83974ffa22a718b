# METADATA
# title: A list of references names each place once
# description: |
#   An address that stands in one list under several numbers makes the list look longer, and the claims
#   better supported, than they are. Addresses that differ only in scheme, trailing slash or fragment are
#   one place. What repeats in other lists of the same source does not count.
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
#     en: "The list {params.list} names one place {params.times} times: {entry.label} lead to {params.url}."
#     ja: "一覧{params.list}は同じ文献を{params.times}回挙げています（{entry.label}、いずれも{params.url}）。"
package tieout.rules.citation.duplicate_entry

import data.tieout.lib.citation

subjects contains group[0].id if some group in groups

# A list of works read whose numbers 3 and 7 are the same page.
check contains {"subject": group[0].id, "verdict": "inconsistent", "evidence": evidence(group)} if {
	some group in groups
	count(group) > 1
}

# A list of works read in which every page stands once.
check contains {"subject": group[0].id, "verdict": "consistent", "evidence": evidence(group)} if {
	input.mode == "audit"
	some group in groups
	count(group) == 1
}

placed := [{"id": entry.id, "list": entry.list, "url": entry.url, "key": key} |
	some entry in citation.entries
	key := [entry.list, citation.address(entry.url)]
]

groups := [group |
	some key in {entry.key | some entry in placed}
	group := [entry | some entry in placed; entry.key == key]
]

evidence(group) := {
	"operands": [{"fact": entry.id, "role": "entry"} | some entry in group],
	"params": {"list": group[0].list, "times": count(group), "url": group[0].url},
}
