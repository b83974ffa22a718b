# METADATA
# title: A claim of fact is cited
# description: Some sources must cite for everything, others for what is not about themselves and those who hold office there.
# custom:
#   id: citation/claim-without-citation
#   severity: error
#   class: source
#   scope: fact
#   kinds: [claim]
#   where: {claim.modality: [fact]}
#   fields: {claim: [citations, entity, id]}
#   message: {en: "{subject} cites nothing.", ja: "{subject}に出典がありません。"}
#   remediation: {en: Compare it with the source., ja: 資料と照合してください。}
package tieout.rules.citation.claim_without_citation

subjects contains claim.id if some claim in input.facts.claim

check contains {"subject": claim.id, "verdict": "inconsistent"} if {
	some claim in input.facts.claim
	claim.citations == []
	owed(claim.entity, data.registry.sources[input.source])
}

owed(entity, source) if {
	source.citationDuty == "all"
} else if {
	source.citationDuty == "ownFigures"
	entity != source.entity
	not holds_office(entity, source.entity)
}

holds_office(entity, organisation) if {
	some office in data.registry.entities[entity].offices
	office.organisation == organisation
}
