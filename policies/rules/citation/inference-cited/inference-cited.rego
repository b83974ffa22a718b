# METADATA
# title: What a source concludes itself does not lean on a reference as if it were fact
# description: |
#   A marker behind an inference or an opinion lends it the standing of what is cited, while the reader
#   cannot tell whether the place draws that conclusion or only holds its premises. One check an entry
#   that claims cite: those of them that are the source's own conclusions are named together. A forecast
#   may well be another's and does not count.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS1105
#     description: "PCAOB AS 1105, Audit Evidence: what evidence supports is told apart from what is inferred from it"
#   - ref: https://www.iso.org/standard/72642.html
#     description: "ISO 690, Guidelines for bibliographic references and citations to information resources"
# custom:
#   id: citation/inference-cited
#   severity: note
#   class: gap
#   scope: document
#   kinds: [claim, reference]
#   where: {claim.citations: [any]}
#   remediation:
#     en: Open the entry and see whether it draws these conclusions; if it holds their premises only, report them as the source's own.
#     ja: 文献を閲覧し、これらの結論まで述べているか確認し、前提となる事実を示すだけであれば資料独自の見解として報告してください。
#   message:
#     en: "Of the claims that cite {entry.label} ({params.claims}), the source's own inferences or opinions number {params.inferred}, and nothing tells whether that place draws them or holds their premises only."
#     ja: "{entry.label}を引用する主張{params.claims}件のうち{params.inferred}件は推論または意見で、その文献自体が述べた結論か、前提となる事実にすぎないのかが示されていません。"
package tieout.rules.citation.inference_cited

import data.tieout.lib.citation

subjects contains cited.entry if some cited in citations

# "So the mill will have to close [1]", where 1 is a list of prices.
check contains {"subject": entry, "verdict": "inconsistent", "evidence": evidence(entry, all, inferred)} if {
	some entry in {cited.entry | some cited in inferences}
	all := {cited.claim | some cited in citations; cited.entry == entry}
	inferred := [cited.claim | some cited in inferences; cited.entry == entry]
}

# "Flour prices doubled [1]", and nothing else that bears this number.
check contains {"subject": entry, "verdict": "consistent", "evidence": evidence(entry, all, [])} if {
	input.mode == "audit"
	some entry in ({cited.entry | some cited in citations} - {cited.entry | some cited in inferences})
	all := {cited.claim | some cited in citations; cited.entry == entry}
}

# A marker that one claim bears twice is one citation.
citations := {{"entry": entry.id, "claim": claim.id, "modality": claim.modality} |
	some claim in input.facts.claim
	some cited in claim.citations
	entry := citation.by_id[cited.ref]
}

inferences := [cited | some cited in citations; cited.modality in {"inference", "opinion"}]

evidence(entry, all, inferred) := {
	"operands": array.concat(
		[{"fact": entry, "role": "entry"}],
		[{"fact": claim, "role": "claim"} | some claim in inferred],
	),
	"params": {"claims": count(all), "inferred": count(inferred)},
}
