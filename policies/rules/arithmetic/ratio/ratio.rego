# METADATA
# title: A stated ratio is the numerator divided by the denominator
# description: |
#   Where a source states how many times one figure is another ("a third of", "a margin of 4%"), the
#   division is done again, as a multiplication, from the two figures that it prints. Rounded and
#   qualified figures stand for intervals, so "about a third" and "at most a tenth" are held to what
#   they say; the ratio fails only when the intervals cannot meet in any way of rounding.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS1105
#     description: "PCAOB AS 1105, Audit Evidence: recalculation as an audit procedure"
#   - ref: https://www.xbrl.org/Specification/calculation-1.1/REC-2023-02-22/calculation-1.1-REC-2023-02-22.html
#     description: "XBRL Calculations 1.1: consistency over rounded and truncated figures, by intervals"
# custom:
#   id: arithmetic/ratio
#   severity: error
#   class: source
#   scope: fact
#   kinds: [relation]
#   where: {relation.type: [ratio]}
#   remediation:
#     en: Compare the three figures with the source as printed, and check that the ratio is taken over these two; if the record is right, report the difference to the source's author.
#     ja: 三つの数値を資料の記載と突合し、比率の算定対象がこの二つであることを確認のうえ、記録に誤りがなければ差を作成者に照会してください。
#   message:
#     en: "{result.label} is printed as {result.printed}, but {numerator.label} ({numerator.printed}) divided by {denominator.label} ({denominator.printed}) gives {computed.value}: a difference of {deviation} that rounding cannot explain."
#     ja: "{result.label}の記載は{result.printed}ですが、{numerator.label}（{numerator.printed}）を{denominator.label}（{denominator.printed}）で除して検算すると{computed.value}となり、端数処理では説明できない{deviation}の差があります。"
#   cases:
#     roundingOnly:
#       severity: note
#       remediation:
#         en: Nothing needs mending; keep the difference in the working papers.
#         ja: 修正は不要です。差を調書に残してください。
#       message:
#         en: "{result.label} is printed as {result.printed}; recalculated from {numerator.printed} and {denominator.printed} it differs by {deviation}, which lies within the rounding of the figures."
#         ja: "{result.label}の記載{result.printed}と、{numerator.printed}および{denominator.printed}による検算結果との差{deviation}は、端数処理の範囲内です。"
#     unreachable:
#       message:
#         en: "{result.label} is given as {result.printed}, which {numerator.label} ({numerator.printed}) divided by {denominator.label} ({denominator.printed}) cannot be, whatever their exact values are."
#         ja: "{result.label}は{result.printed}とされていますが、{numerator.label}（{numerator.printed}）と{denominator.label}（{denominator.printed}）の正確な値がいくらであっても、検算結果はこれと一致しません。"
#     undetermined:
#       severity: note
#       class: gap
#       remediation:
#         en: Obtain the missing figures, or report the ratio as not verifiable from what is disclosed.
#         ja: 不足している数値を入手するか、開示情報からは検算不能と報告してください。
#       message:
#         en: "A stated ratio cannot be recalculated, because a figure is missing: {missing}."
#         ja: "数値が不足しており、記載された比率を検算できません（{missing}）。"
package tieout.rules.arithmetic.ratio

import data.tieout.lib.verdict

subjects contains relation.id if {
	some relation in input.facts.relation
	relation.type == "ratio"
}

# A bakery that sells 40 loaves to every 10 cakes and calls it five times as many.
check contains object.union(case(outcome), {
	"subject": relation.id,
	"verdict": outcome.verdict,
	"evidence": verdict.evidence(outcome, operands),
}) if {
	some relation in input.facts.relation
	relation.type == "ratio"
	not verdict.obviously_divides(
		verdict.one(relation.operands, "numerator"),
		verdict.one(relation.operands, "denominator"),
		verdict.one(relation.operands, "result"),
	)
	operands := [verdict.signed(operand, data.registry.concepts) | some operand in relation.operands]
	outcome := verdict.ratio(
		verdict.one(operands, "numerator"),
		verdict.one(operands, "denominator"),
		verdict.one(operands, "result"),
	)
	verdict.wanted(outcome.verdict)
}

case(outcome) := {"case": outcome.verdict} if {
	outcome.verdict in {"roundingOnly", "undetermined"}
} else := {"case": "unreachable"} if {
	outcome.verdict == "inconsistent"
	not recalculated(outcome)
} else := {}

# A range, a missing figure or a denominator of zero leaves no single value.
recalculated(outcome) if {
	count(outcome.missing) == 0
	outcome.computed.value
}
