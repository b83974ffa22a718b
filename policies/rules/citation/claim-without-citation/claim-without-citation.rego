# METADATA
# title: A claim of fact cites where it comes from
# description: |
#   Whoever states a fact about somebody else owes the reader its source. Which claims a source must
#   support depends on its citation duty: all of them, or all but those about its own entity and the
#   holders of offices there, for which it is itself the authority. Inferences, forecasts and opinions are not held to it.
#   A printed marker counts, even one whose entry is not in the list: that is a question of its own.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS1105
#     description: "PCAOB AS 1105, Audit Evidence: a statement is as reliable as the source that it can be traced to"
#   - ref: https://www.iso.org/standard/72642.html
#     description: "ISO 690, Guidelines for bibliographic references and citations to information resources"
# custom:
#   id: citation/claim-without-citation
#   severity: warning
#   class: source
#   scope: fact
#   kinds: [claim]
#   where: {claim.modality: [fact]}
#   remediation:
#     en: "Look for the marker in the source and record it under `citations`; if there is none, ask the source's author for the support, or record the claim's modality as inference, forecast or opinion where its wording says so."
#     ja: 資料の脚注番号を確認して`citations`に記録し、番号がなければ作成者に根拠を求めるか、文言に応じて`modality`を推論・予測・意見に改めてください。
#   message:
#     en: "“{params.text}” is stated as a fact, but the source cites nothing that supports it."
#     ja: 「{params.text}」は事実として述べられていますが、根拠となる出典の記載がありません。
package tieout.rules.citation.claim_without_citation

subjects contains claim.id if some claim in owing

# A newsletter that writes "flour prices doubled" with no marker behind it.
check contains {"subject": claim.id, "verdict": "inconsistent", "evidence": evidence} if {
	some claim in owing
	count(claim.citations) == 0
	evidence := object.union(support(claim), {"missing": [{"role": "citation", "cause": "absent"}]})
}

# The same sentence with a marker.
check contains {"subject": claim.id, "verdict": "consistent", "evidence": support(claim)} if {
	input.mode == "audit"
	some claim in owing
	count(claim.citations) > 0
}

owing := stated if {
	publication.citationDuty == "all"
} else := [claim | some claim in stated; not about_itself(claim)] if {
	publication.citationDuty == "ownFigures"
} else := []

stated := [claim | some claim in input.facts.claim; claim.modality == "fact"]

# A source without an issuer has no figures of its own.
about_itself(claim) if claim.entity == publication.entity

# Who holds an office is for the one who fills it to say.
about_itself(claim) if {
	some office in data.registry.entities[claim.entity].offices
	office.organisation == publication.entity
}

publication := data.registry.sources[input.source]

support(claim) := {
	"operands": array.concat(
		[{"fact": claim.id, "role": "claim"}],
		array.concat(
			[{"fact": citation.ref, "role": "citation"} | some citation in claim.citations; citation.ref != null],
			[{"fact": basis.ref, "role": "rests"} | some basis in claim.rests; basis.fact],
		),
	),
	"params": {"text": claim.text},
}
