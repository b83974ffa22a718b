# METADATA
# title: A cited number leads to one address
# description: Whichever list a reader opens.
# custom:
#   id: citation/number-leads-to-two-places
#   severity: error
#   class: source
#   scope: document
#   kinds: [claim, reference]
#   where: {claim.citations: [any]}
#   fields: {claim: [citations], reference: [listKind, number, url]}
#   message: {en: "{subject} leads to two places.", ja: "{subject}が二つの文献を指しています。"}
#   remediation: {en: Compare it with the source., ja: 資料と照合してください。}
package tieout.rules.citation.number_leads_to_two_places

import data.bench.address

subjects contains subject(number) if some number in cited

check contains {"subject": subject(number), "verdict": "inconsistent"} if {
	contested != set()
	some number in (contested & cited)
}

cited := {citation.marker | some claim in input.facts.claim; some citation in claim.citations}

# Mostly, each number stands once.
contested := set() if {
	numbers := [entry.number | some entry in input.facts.reference; entry.listKind == "references"]
	count({number | some number in numbers}) == count(numbers)
} else := {ordered[i][0] |
	some i, next in array.slice(ordered, 1, count(ordered))
	ordered[i][0] == next[0]
	ordered[i][1] != next[1]
}

ordered := sort([[entry.number, address.place(entry.url)] |
	some entry in input.facts.reference
	entry.listKind == "references"
	entry.url
])

subject(number) := concat("", [input.source, "/[", number, "]"])
