# METADATA
# title: A reference says where to look
# description: By an address, or by being something else than a text.
# custom:
#   id: citation/entry-without-address
#   severity: error
#   class: source
#   scope: fact
#   kinds: [reference]
#   fields: {reference: [form, id, listKind, url]}
#   message: {en: "{subject} says nowhere to look.", ja: "{subject}に所在の記載がありません。"}
#   remediation: {en: Compare it with the source., ja: 資料と照合してください。}
package tieout.rules.citation.entry_without_address

subjects contains entry.id if some entry in input.facts.reference

check contains {"subject": entry.id, "verdict": "inconsistent"} if {
	some entry in input.facts.reference
	not entry.url
	entry.listKind == "references"
	entry.form in {"text", "other"}
}
