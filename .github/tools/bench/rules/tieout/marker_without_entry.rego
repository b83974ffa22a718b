# METADATA
# title: A marker leads to an entry
# description: Citations by id are references of the record.
# custom:
#   id: citation/marker-without-entry
#   severity: error
#   class: source
#   scope: document
#   kinds: [claim]
#   where: {claim.citations: [any]}
#   fields: {claim: [citations, id]}
#   message: {en: "{subject} cites an entry that is not there.", ja: "{subject}が引用する文献がありません。"}
#   remediation: {en: Compare it with the source., ja: 資料と照合してください。}
package tieout.rules.citation.marker_without_entry

subjects contains claim.id if some claim in input.facts.claim

check contains {"subject": claim.id, "verdict": "inconsistent"} if {
	some claim in input.facts.claim
	some citation in claim.citations
	citation.ref == null
	citation.list
}
