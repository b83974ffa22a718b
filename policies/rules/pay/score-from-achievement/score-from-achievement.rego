# METADATA
# title: A measure's score is its weight times its achievement
# description: |
#   Where a pay plan prints weight, achievement and score of a measure, the third follows from the two
#   others: 40 percent of the award, achieved to 75 percent, scores 30 percent. A difference means a wrong
#   figure, or a step between achievement and score that the source should state.
# related_resources:
#   - ref: https://www.law.cornell.edu/cfr/text/17/229.402
#     description: "Regulation S-K Item 402(b): how the amount of each element of pay is determined"
#   - ref: https://laws.e-gov.go.jp/law/348M50000040005
#     description: "企業内容等の開示に関する内閣府令: 業績連動報酬の額の決定方法"
# custom:
#   id: pay/score-from-achievement
#   severity: error
#   class: source
#   scope: fact
#   kinds: [measure]
#   remediation:
#     en: Compare weight, achievement and score with the source as printed; if the record is right, look for a cap, a floor or discretion that the source states, and else report the difference to its author.
#     ja: ウエイト・達成率・評点を資料の記載と突合し、記録が正しければ上限・下限・裁量の記載を確認のうえ、なければ作成者に照会してください。
#   message:
#     en: "The score of {measure.label} is printed as {result.printed}, but its weight of {weight.printed} times its achievement of {achievement.printed} gives {computed.value}."
#     ja: "{measure.label}の評点は{result.printed}と記載されていますが、ウエイト{weight.printed}×達成率{achievement.printed}を検算すると{computed.value}です。"
#   cases:
#     roundingOnly:
#       severity: note
#       remediation:
#         en: Nothing needs mending; keep the difference in the working papers.
#         ja: 修正は不要です。差を調書に残してください。
#       message:
#         en: "The score of {measure.label}, printed as {result.printed}, is its weight of {weight.printed} times its achievement of {achievement.printed} only within their rounding."
#         ja: "{measure.label}の評点{result.printed}は、端数処理の範囲内でのみウエイト{weight.printed}×達成率{achievement.printed}と一致します。"
#     undetermined:
#       severity: note
#       class: gap
#       remediation:
#         en: Obtain the missing figure; where the source withholds it, report the score as not verifiable from what is disclosed.
#         ja: 不足している数値を入手し、開示なしの場合は評点を検算不能と報告してください。
#       message:
#         en: "The score of {measure.label} cannot be recomputed, because a figure is missing: {missing}."
#         ja: "数値が不足しており、{measure.label}の評点を検算できません（{missing}）。"
package tieout.rules.pay.score_from_achievement

import data.tieout.lib.verdict

subjects contains measure.id if some measure in recomputable

# A weight of 40 percent, achieved to 75 percent, that scores 35 percent.
check contains object.union(case(outcome.verdict), {
	"subject": measure.id,
	"verdict": outcome.verdict,
	"evidence": evidence,
}) if {
	some measure in recomputable
	factors := [verdict.operand(role, measure[role]) | some role in ["weight", "achievement"]]
	score := verdict.operand("result", measure.score)
	not verdict.obviously_multiplies(factors, score)
	outcome := verdict.product(factors, score)
	verdict.wanted(outcome.verdict)
	operands := array.concat([verdict.operand("measure", measure)], array.concat(factors, [score]))
	evidence := object.union(verdict.evidence(outcome, operands), {"unit": measure.score.unit})
}

recomputable contains measure if {
	some measure in input.facts.measure
	every role in ["weight", "achievement", "score"] {
		measure[role].status != "notApplicable"
	}
}

case("roundingOnly") := {"case": "roundingOnly"}

case("undetermined") := {"case": "undetermined"}

case(other) := {} if other in {"consistent", "inconsistent"}
