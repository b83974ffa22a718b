# METADATA
# title: A total is the sum of its parts
# description: |
#   Footing and cross-footing: where a source presents figures as a total and its parts, the weighted
#   parts are added again and held against the printed total. Rounded and qualified figures stand for
#   intervals; the sum fails only when the intervals cannot meet in any way of rounding.
# related_resources:
#   - ref: https://www.xbrl.org/Specification/calculation-1.1/REC-2023-02-22/calculation-1.1-REC-2023-02-22.html
#     description: "XBRL Calculations 1.1: consistency of sums over rounded and truncated figures, by intervals"
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS1105
#     description: "PCAOB AS 1105, Audit Evidence: recalculation as an audit procedure"
# custom:
#   id: arithmetic/sum
#   severity: error
#   class: source
#   scope: fact
#   kinds: [relation]
#   where: {relation.type: [sum]}
#   remediation:
#     en: Compare each figure with the source as printed; if the record is right, report the difference to the source's author.
#     ja: 各数値を資料の記載と突合し、記録に誤りがなければ差額を作成者に照会してください。
#   message:
#     en: "{total.label} is printed as {total.printed}, but its parts ({part.printed}) add up to {computed.value}: a difference of {deviation} that rounding cannot explain."
#     ja: "{total.label}の記載は{total.printed}ですが、内訳（{part.printed}）を検算すると{computed.value}となり、端数処理では説明できない{deviation}の差があります。"
#   cases:
#     roundingOnly:
#       severity: note
#       remediation:
#         en: Nothing needs mending; keep the difference in the working papers.
#         ja: 修正は不要です。差額を調書に残してください。
#       message:
#         en: "{total.label} is printed as {total.printed} and its parts add up to {computed.value}; the difference of {deviation} lies within the rounding of the figures."
#         ja: "{total.label}の記載{total.printed}と内訳の検算結果{computed.value}との差{deviation}は、端数処理の範囲内です。"
#     unreachable:
#       message:
#         en: "{total.label} is printed as {total.printed}, which its parts ({part.printed}) miss whatever the missing figure may be: {missing}."
#         ja: "{total.label}の記載は{total.printed}ですが、不足する数値がいくらであっても内訳（{part.printed}）の合計と一致しません（{missing}）。"
#     undetermined:
#       severity: note
#       class: gap
#       remediation:
#         en: Obtain the missing figures, or report the total as not verifiable from what is disclosed.
#         ja: 不足している数値を入手するか、開示情報からは検算不能と報告してください。
#       message:
#         en: "{total.label} cannot be verified against its parts, because a figure is missing: {missing}."
#         ja: "数値が不足しており、{total.label}を内訳から検算できません（{missing}）。"
package tieout.rules.arithmetic.sum

import data.tieout.lib.plain
import data.tieout.lib.verdict

subjects contains relation.id if {
	some relation in input.facts.relation
	relation.type == "sum"
}

# A till that counts 101 where its drawers hold 40 and 60.
check contains object.union(case(outcome), {
	"subject": relation.id,
	"verdict": outcome.verdict,
	"evidence": verdict.evidence(outcome, operands),
}) if {
	some relation in input.facts.relation
	relation.type == "sum"
	not plain.sums(relation.operands)
	not verdict.obviously_sums(verdict.one(relation.operands, "total"), verdict.having(relation.operands, "part"))
	operands := [verdict.signed(operand, data.registry.concepts) | some operand in relation.operands]
	outcome := verdict.sum(verdict.one(operands, "total"), verdict.having(operands, "part"))
	verdict.wanted(outcome.verdict)
}

case(outcome) := {"case": outcome.verdict} if {
	outcome.verdict in {"roundingOnly", "undetermined"}
} else := {"case": "unreachable"} if {
	outcome.verdict == "inconsistent"
	count(outcome.missing) > 0
} else := {}
