# METADATA
# title: Every figure that a source refers to can be read and traced
# description: |
#   What is withheld, what the extraction of the text lost, and what the record does not place in the
#   source bounds all other checks: whoever relies on them should see how much is missing. One check a
#   source for each of the three. Whether a figure is placed is asked where the source's text is registered
#   by its digest, and where most figures of the source are placed; what does not apply is no figure.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS1105
#     description: "PCAOB AS 1105, Audit Evidence: completeness of the information that procedures rest on"
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS1215
#     description: "PCAOB AS 1215, Audit Documentation: the record must let another auditor follow the work to its support"
# custom:
#   id: completeness/figures-without-value
#   severity: note
#   class: gap
#   scope: document
#   kinds: [quantity]
#   fields: {quantity: [anchored, id, status]}
#   remediation:
#     en: Obtain the figures, or report what cannot be checked for want of them.
#     ja: 当該数値を入手するか、検証できない範囲を報告してください。
#   message:
#     en: "Not disclosed by this source: {params.figures} of the {params.all} figures that it speaks of."
#     ja: "この資料の数値{params.all}件のうち{params.figures}件は開示がありません（開示なし）。"
#   cases:
#     lost:
#       remediation:
#         en: Read the figures in the original document and record them, or report what cannot be checked for want of them.
#         ja: 原本で数値を確認して記録するか、検証できない範囲を報告してください。
#       message:
#         en: "Lost when the text of this source was extracted: {params.figures} of its {params.all} figures."
#         ja: "この資料の数値{params.all}件のうち{params.figures}件はテキスト抽出時に失われています。"
#     unanchored:
#       severity: warning
#       class: record
#       remediation:
#         en: Write the `selector` of each figure, its line and print, so that it can be traced to the source.
#         ja: 各数値に`selector`（行と印字）を記入し、資料までたどれるようにしてください。
#       message:
#         en: "{params.figures} of the {params.all} figures of this source name no place in it: {figure.label}."
#         ja: "この資料の数値{params.all}件のうち{params.figures}件に記載箇所の記録がありません（{figure.label}）。"
package tieout.rules.completeness.figures_without_value

subjects contains subject(aspect) if {
	count(figures) > 0
	some aspect in aspects
}

# A budget of forty figures of which two are withheld.
check contains object.union(judgement(aspect), {"subject": subject(aspect), "evidence": evidence(gaps[aspect])}) if {
	some aspect in aspects
	count(gaps[aspect]) > 0
}

# One that prints them all.
check contains {"subject": subject(aspect), "verdict": "consistent", "evidence": evidence([])} if {
	input.mode == "audit"
	count(figures) > 0
	some aspect in aspects
	count(gaps[aspect]) == 0
}

aspects := ["undisclosed", "lost", "unanchored"] if {
	traced
} else := ["undisclosed", "lost"]

traced if data.registry.sources[input.source].sha256

# What is placed by habit is missed where it is not.
traced if count(gaps.unanchored) < count(figures) - count(gaps.unanchored)

figures := [figure | some figure in input.facts.quantity; figure.status != "notApplicable"]

gaps := {
	"undisclosed": [figure | some figure in withheld; figure.status == "undisclosed"],
	"lost": [figure | some figure in withheld; figure.status == "lost"],
	"unanchored": unanchored,
}

withheld := [figure | some figure in figures; figure.status != "disclosed"]

# Mostly there is none, which is known sooner than which they are.
unanchored := [] if {
	count([figure | some figure in figures; figure.anchored]) == count(figures)
} else := [figure | some figure in figures; not figure.anchored]

judgement(aspect) := {"verdict": "undetermined"} if {
	aspect == "undisclosed"
} else := {"verdict": "undetermined", "case": "lost"} if {
	aspect == "lost"
} else := {"verdict": "inconsistent", "case": "unanchored"}

subject(aspect) := concat("", [input.source, "/[", aspect, "]"])

evidence(found) := {
	"operands": [{"fact": figure.id, "role": "figure"} | some figure in found],
	"params": {"figures": count(found), "all": count(figures)},
}
