# METADATA
# title: A figure does not exceed the one that its source puts above it
# description: |
#   Where a source says that one figure is at most, below or contained in another ("rises from … to",
#   "of which", "fourth behind"), the two printed figures must stand in that order. Equal figures keep
#   it. Rounded and qualified figures stand for intervals; the order fails only when the lesser lies
#   wholly above the greater in every way of rounding.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS2305
#     description: "PCAOB AS 2305, Substantive Analytical Procedures: plausible relationships among data, and differences to be explained"
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS2710
#     description: "PCAOB AS 2710, Other Information in Documents Containing Audited Financial Statements: statements that the figures contradict"
# custom:
#   id: order/stated-order
#   severity: error
#   class: source
#   scope: fact
#   kinds: [relation]
#   where: {relation.type: [order]}
#   remediation:
#     en: Compare both figures and the sentence that orders them with the source as printed; if the record is right, report the contradiction to the source's author.
#     ja: 両方の数値とその大小を述べる文を資料の記載と突合し、記録に誤りがなければ作成者に照会してください。
#   message:
#     en: "{lesser.label} is printed as {lesser.printed} and exceeds {greater.label}, printed as {greater.printed}, by {deviation}, although the source says the opposite."
#     ja: "資料の記述に反し、{lesser.label}の{lesser.printed}が{greater.label}の{greater.printed}を{deviation}上回っています。"
#   cases:
#     roundingOnly:
#       severity: note
#       remediation:
#         en: Nothing needs mending; keep the difference in the working papers.
#         ja: 修正は不要です。差を調書に残してください。
#       message:
#         en: "{lesser.label}, printed as {lesser.printed}, stays at or below {greater.label}, printed as {greater.printed}, only because of their rounding."
#         ja: "{lesser.label}の{lesser.printed}は、端数処理を考慮した場合に限り{greater.label}の{greater.printed}以下となります。"
#     undetermined:
#       severity: note
#       class: gap
#       remediation:
#         en: Obtain the missing figure, or report the stated order as not verifiable from what is disclosed.
#         ja: 不足している数値を入手するか、記述された大小関係は開示情報からは検証不能と報告してください。
#       message:
#         en: "The stated order of two figures cannot be verified, because a figure is missing: {missing}."
#         ja: "数値が不足しており、記述された大小関係を検証できません（{missing}）。"
package tieout.rules.order.stated_order

import data.tieout.lib.verdict

subjects contains relation.id if {
	some relation in input.facts.relation
	relation.type == "order"
}

# A library that "lends ever more" and prints 900 loans after 950.
check contains object.union(case(outcome.verdict), {
	"subject": relation.id,
	"verdict": outcome.verdict,
	"evidence": verdict.evidence(outcome, relation.operands),
}) if {
	some relation in input.facts.relation
	relation.type == "order"
	lesser := verdict.one(relation.operands, "lesser")
	greater := verdict.one(relation.operands, "greater")
	not verdict.obviously_ordered(lesser, greater)
	outcome := verdict.order(lesser, greater)
	verdict.wanted(outcome.verdict)
}

case(kind) := {"case": kind} if {
	kind in {"roundingOnly", "undetermined"}
} else := {}
