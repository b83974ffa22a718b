# METADATA
# title: What a source concludes itself does not lean on a reference as if it were fact
# description: |
#   A marker behind an inference or an opinion lends it the standing of what is cited, while the reader
#   cannot tell whether the place draws that conclusion or only holds its premises. One check a list
#   that claims cite from: those of them that are the source's own conclusions are named together, since
#   it is one habit of one author. A forecast may well be another's and does not count.
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
#     en: "Of the claims that cite the list {params.list} ({params.claims}), the source's own inferences or opinions number {params.inferred}, and nothing tells whether the places cited draw them or hold their premises only."
#     ja: "一覧{params.list}を引用する主張{params.claims}件のうち{params.inferred}件は推論または意見で、文献自体が述べた結論か、前提となる事実にすぎないのかが示されていません。"
package tieout.rules.citation.inference_cited

import data.tieout.lib.citation

subjects contains subject(list) if some list in lists

# "So the mill will have to close [1]", where 1 is a list of prices.
check contains {"subject": subject(list), "verdict": "inconsistent", "evidence": evidence(list, all, inferred)} if {
	some list in inferring
	all := [cited.claim | some cited in citations; cited.list == list]
	inferred := [cited.claim | some cited in inferences; cited.list == list]
}

# "Flour prices doubled [1]", and nothing else that bears a marker.
check contains {"subject": subject(list), "verdict": "consistent", "evidence": evidence(list, all, [])} if {
	input.mode == "audit"
	some list in (lists - inferring)
	all := [cited.claim | some cited in citations; cited.list == list]
}

inference(cited) if cited.modality in {"inference", "opinion"}

# A claim that bears several markers of a list is one.
citations := {{"list": entry.list, "claim": claim.id, "modality": claim.modality} |
	some claim in input.facts.claim
	some cited in claim.citations
	entry := citation.by_id[cited.ref]
}

lists := {cited.list | some cited in citations}

inferences := [cited | some cited in citations; inference(cited)]

inferring := {cited.list | some cited in inferences}

subject(list) := concat("/", [input.source, list])

evidence(list, all, inferred) := {
	"operands": [{"fact": claim, "role": "claim"} | some claim in inferred],
	"params": {
		"list": list,
		"claims": count(all),
		"inferred": count(inferred),
	},
}
