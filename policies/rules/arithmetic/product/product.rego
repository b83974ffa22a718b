# METADATA
# title: A stated product is its factors multiplied
# description: |
#   Where a source states a figure beside those that make it up by multiplication (price and quantity,
#   weight and achievement, rate and base), the factors are multiplied again and held against it. A
#   percentage among them counts as hundredths. Rounded and qualified figures stand for intervals; the
#   product fails only when the intervals cannot meet in any way of rounding. The scores of pay plans
#   have rules of their own; sources that print no other product give this one no subject.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS1105
#     description: "PCAOB AS 1105, Audit Evidence: recalculation as an audit procedure"
#   - ref: https://www.xbrl.org/Specification/calculation-1.1/REC-2023-02-22/calculation-1.1-REC-2023-02-22.html
#     description: "XBRL Calculations 1.1: consistency over rounded and truncated figures, by intervals"
# custom:
#   id: arithmetic/product
#   severity: error
#   class: source
#   scope: fact
#   kinds: [relation]
#   where: {relation.type: [product]}
#   remediation:
#     en: Compare the factors and the product with the source as printed, and check their units; if the record is right, report the difference to the source's author.
#     ja: 各因数と積を資料の記載と突合し、単位を確認のうえ、記録に誤りがなければ差を作成者に照会してください。
#   message:
#     en: "{result.label} is printed as {result.printed}, but its factors ({factor.printed}) multiply to {computed.value}: a difference of {deviation} that rounding cannot explain."
#     ja: "{result.label}の記載は{result.printed}ですが、因数（{factor.printed}）を掛けて検算すると{computed.value}となり、端数処理では説明できない{deviation}の差があります。"
#   cases:
#     roundingOnly:
#       severity: note
#       remediation:
#         en: Nothing needs mending; keep the difference in the working papers.
#         ja: 修正は不要です。差を調書に残してください。
#       message:
#         en: "{result.label} is printed as {result.printed}; multiplied again from {factor.printed} it differs by {deviation}, which lies within the rounding of the figures."
#         ja: "{result.label}の記載{result.printed}と、{factor.printed}を掛けた検算結果との差{deviation}は、端数処理の範囲内です。"
#     unreachable:
#       message:
#         en: "{result.label} is given as {result.printed}, which its factors ({factor.printed}) cannot multiply to, whatever their exact values are."
#         ja: "{result.label}は{result.printed}とされていますが、因数（{factor.printed}）の正確な値がいくらであっても、検算結果はこれと一致しません。"
#     undetermined:
#       severity: note
#       class: gap
#       remediation:
#         en: Obtain the missing figures, or report the product as not verifiable from what is disclosed.
#         ja: 不足している数値を入手するか、開示情報からは検算不能と報告してください。
#       message:
#         en: "A stated product cannot be recalculated, because a figure is missing: {missing}."
#         ja: "数値が不足しており、記載された積を検算できません（{missing}）。"
package tieout.rules.arithmetic.product

import data.tieout.lib.verdict

subjects contains relation.id if {
	some relation in input.facts.relation
	relation.type == "product"
}

# A hall of 20 rows of 30 seats that is said to seat 500.
check contains object.union(case(outcome), {
	"subject": relation.id,
	"verdict": outcome.verdict,
	"evidence": verdict.evidence(outcome, operands),
}) if {
	some relation in input.facts.relation
	relation.type == "product"
	not verdict.obviously_multiplies(verdict.having(relation.operands, "factor"), verdict.one(relation.operands, "result"))
	operands := [verdict.signed(operand, data.registry.concepts) | some operand in relation.operands]
	outcome := verdict.product(verdict.having(operands, "factor"), verdict.one(operands, "result"))
	verdict.wanted(outcome.verdict)
}

case(outcome) := {"case": outcome.verdict} if {
	outcome.verdict in {"roundingOnly", "undetermined"}
} else := {"case": "unreachable"} if {
	outcome.verdict == "inconsistent"
	not recalculated(outcome)
} else := {}

# A range or a missing figure leaves no single value.
recalculated(outcome) if {
	count(outcome.missing) == 0
	outcome.computed.value
}
