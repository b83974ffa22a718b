# METADATA
# title: The markers on one claim lead to different places
# description: |
#   Two markers on one sentence tell the reader that two sources bear it out. If both lead to the same
#   address, the corroboration is only apparent. Asked of every claim with two markers or more that lead
#   to addresses; those that differ only in scheme, trailing slash or fragment are one.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS1105
#     description: "PCAOB AS 1105, Audit Evidence: corroborating evidence comes from independent sources"
#   - ref: https://www.iso.org/standard/72642.html
#     description: "ISO 690, Guidelines for bibliographic references and citations to information resources"
# custom:
#   id: citation/same-place-twice
#   severity: warning
#   class: source
#   scope: document
#   kinds: [claim, reference]
#   where: {claim.citations: [any]}
#   remediation:
#     en: Weigh the claim as one that rests on a single source, or ask the source's author for a second, independent one.
#     ja: 単一の出典に基づく主張として評価するか、独立した別の出典を作成者に求めてください。
#   message:
#     en: "“{params.text}” cites {entry.label}, of which {params.markers} lead to the same place, so its support is less than it seems: {params.url}."
#     ja: 「{params.text}」が引用する{entry.label}のうち{params.markers}は同じ文献（{params.url}）を指し、裏付けは見かけより少なくなっています。
package tieout.rules.citation.same_place_twice

import data.tieout.lib.citation

subjects contains claim.id if {
	some claim in input.facts.claim
	count(places(claim)) > 1
}

# "Flour prices doubled [1] [2]", where 1 and 2 are the same page.
check contains {"subject": claim.id, "verdict": "inconsistent", "evidence": evidence} if {
	some claim in input.facts.claim
	cited := places(claim)
	again := repeated(cited)
	evidence := object.union(support(claim, cited), {"params": {
		"text": claim.text,
		"markers": concat(", ", [place.marker | some place in again]),
		"url": citation.by_id[again[0].entry].url,
	}})
}

# "Flour prices doubled [1] [2]", where 2 is another page.
check contains {"subject": claim.id, "verdict": "consistent", "evidence": support(claim, cited)} if {
	input.mode == "audit"
	some claim in input.facts.claim
	cited := places(claim)
	count(cited) > 1
	count({place.address | some place in cited}) == count(cited)
}

places(claim) := [] if {
	# The common case, told apart for speed alone.
	count(claim.citations) < 2
} else := [{"marker": cited.marker, "entry": cited.ref, "address": address} |
	some cited in claim.citations
	address := citation.address(citation.by_id[cited.ref].url)
]

# Sorted, what leads to one place stands side by side.
repeated(cited) := [place | some place in cited; place.address in twice] if {
	addresses := sort([place.address | some place in cited])
	twice := {address | some i, address in addresses; addresses[i + 1] == address}
}

support(claim, cited) := {"operands": array.concat(
	[{"fact": claim.id, "role": "claim"}],
	[{"fact": place.entry, "role": "entry"} | some place in cited],
)}
