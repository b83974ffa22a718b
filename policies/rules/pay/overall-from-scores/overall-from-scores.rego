# METADATA
# title: A plan's overall result is the sum of what its measures score
# description: |
#   The overall result of a pay plan is the sum of its measures' scores. A measure that prints its
#   achievement and no score counts with weight times achievement. A difference means a wrong figure, a
#   measure left out, or a cap, a multiplier or discretion that comes between the two.
# related_resources:
#   - ref: https://www.law.cornell.edu/cfr/text/17/229.402
#     description: "Regulation S-K Item 402(b): how the amount of each element of pay is determined"
#   - ref: https://laws.e-gov.go.jp/law/348M50000040005
#     description: "企業内容等の開示に関する内閣府令: 業績連動報酬の額の決定方法"
# custom:
#   id: pay/overall-from-scores
#   severity: error
#   class: source
#   scope: document
#   kinds: [measure, quantity]
#   where: {quantity.role: [overall]}
#   remediation:
#     en: Compare every score with the source as printed and look for a cap, a multiplier or discretion that it states; if the record is complete, report the difference to the source's author.
#     ja: 各指標の評点を資料の記載と突合し、上限・乗数・裁量による調整の記載がないか確認のうえ、記録に誤りがなければ作成者に照会してください。
#   message:
#     en: "The overall result of {subject}, printed as {total.printed}, is not the sum of its measures' scores, which is {computed.value}; the difference is {deviation}."
#     ja: "{subject}の総合結果{total.printed}は、各指標の評点を検算した合計{computed.value}と一致せず、{deviation}の差があります。"
#   cases:
#     roundingOnly:
#       severity: note
#       remediation:
#         en: Nothing needs mending; keep the difference in the working papers.
#         ja: 修正は不要です。差を調書に残してください。
#       message:
#         en: "The overall result of {subject}, printed as {total.printed}, is the sum of its measures' scores only within their rounding."
#         ja: "{subject}の総合結果{total.printed}は、端数処理の範囲内でのみ各指標の評点の合計と一致します。"
#     undetermined:
#       severity: note
#       class: gap
#       remediation:
#         en: "Record the missing figures, or `notApplicable` for a measure that scores nothing by its nature; where the source withholds them, report the overall result as not verifiable from what is disclosed."
#         ja: 不足している数値を記録し、性質上評点のない指標は`notApplicable`と記録し、開示なしの場合は総合結果を検算不能と報告してください。
#       message:
#         en: "The overall result of {subject} cannot be added up, because a figure is missing: {missing}."
#         ja: "数値が不足しており、{subject}の総合結果を検算できません（{missing}）。"
#     unit:
#       severity: note
#       class: gap
#       remediation:
#         en: Check the units of the scores, the weights and the overall result; figures in unlike units cannot be added.
#         ja: 評点・ウエイト・総合結果の単位を確認してください。単位の異なる数値は合計できません。
#       message:
#         en: "The scores of {subject} cannot be added up to its overall result, because their units differ: {params.units}."
#         ja: "単位が異なるため（{params.units}）、{subject}の評点の合計を総合結果と突合できません。"
package tieout.rules.pay.overall_from_scores

import data.tieout.lib.interval
import data.tieout.lib.rational
import data.tieout.lib.verdict

# How much one of a unit is.
worth := {"percent": [1, 100], "pure": [1, 1]}

subjects contains result.overall.of if some result in results

# Scores of 10, 20 and 30 percent under an overall result of 70.
check contains object.union(case(outcome.verdict), {
	"subject": result.overall.of,
	"verdict": outcome.verdict,
	"evidence": evidence,
}) if {
	some result in results
	overall := result.overall
	measures := result.measures
	unlike(measures, overall) == set()
	total := verdict.operand("total", overall)
	parts := [o | some m in measures; o := part(m, overall)]
	not verdict.obviously_sums(total, parts)
	outcome := verdict.sum(total, parts)
	verdict.wanted(outcome.verdict)
	evidence := object.union(verdict.evidence(outcome, told(overall, measures)), {
		"missing": array.concat(
			[m | some m in outcome.missing; m.fact],
			[{"role": "score", "fact": m.id, "cause": "absent"} | some m in measures; unscored(m)],
		),
		"unit": overall.unit,
	})
}

# Scores in points under an overall result in percent.
check contains {
	"subject": result.overall.of,
	"case": "unit",
	"verdict": "undetermined",
	"evidence": {
		"operands": [{"fact": o.ref, "role": o.role} | some o in told(overall, measures)],
		"params": {"units": concat(", ", units | {overall.unit})},
	},
} if {
	some result in results
	overall := result.overall
	measures := result.measures
	units := unlike(measures, overall)
	units != set()
}

results contains {"overall": overall, "measures": measures} if {
	some overall in input.facts.quantity
	overall.role == "overall"
	overall.status != "notApplicable"
	plan := overall.of
	measures := [measure | some measure in input.facts.measure; measure.plan == plan]
	some measure in measures
	not measure.score.status == "notApplicable"
}

# What a measure adds to the overall result: its score, or else its achievement by its weight.
part(measure, overall) := object.union(verdict.operand("part", measure.score), {"weight": rate}) if {
	measure.score.status == "disclosed"
	rate := rates(measure.score.unit, overall.unit)
}

part(measure, _) := verdict.operand("part", measure.score) if measure.score.status != "disclosed"

part(measure, overall) := {
	"role": "part",
	"ref": measure.achievement.id,
	"weight": rational.multiply(rates(measure.weight.unit, overall.unit), worth[measure.achievement.unit]),
	"fact": product(measure),
} if {
	by_weight(measure)
}

part(measure, _) := verdict.absent("score") if unscored(measure)

unscored(measure) if {
	not measure.score
	not by_weight(measure)
}

by_weight(measure) if {
	not measure.score
	measure.weight.intervals
	measure.achievement.intervals
}

product(measure) := object.union(
	{
		"id": measure.achievement.id,
		"source": measure.source,
		"status": "disclosed",
		"intervals": {mode: i |
			some mode, weight in measure.weight.intervals
			i := interval.multiply(weight, measure.achievement.intervals[mode])
		},
	},
	{"value": v | v := rational.multiply(measure.weight.value, measure.achievement.value)},
)

# The units from which no factor leads to the overall result's.
unlike(measures, overall) := {measure.score.unit |
	some measure in measures
	measure.score.status == "disclosed"
	not rates(measure.score.unit, overall.unit)
} | {unit |
	some measure in measures
	by_weight(measure)
	some unit in foreign(measure, overall)
}

foreign(measure, overall) := {measure.weight.unit | not rates(measure.weight.unit, overall.unit)} | {measure.achievement.unit | not worth[measure.achievement.unit]}

# How many of one unit make one of the other.
rates(from, to) := [1, 1] if from == to

rates(from, to) := [a[0] * b[1], a[1] * b[0]] if {
	from != to
	a := worth[from]
	b := worth[to]
}

told(overall, measures) := array.concat([verdict.operand("total", overall)], [o |
	some measure in measures
	some role in told_roles(measure)
	o := verdict.operand(role, measure[role])
])

told_roles(measure) := ["score"] if measure.score

told_roles(measure) := ["weight", "achievement"] if by_weight(measure)

case("roundingOnly") := {"case": "roundingOnly"}

case("undetermined") := {"case": "undetermined"}

case(other) := {} if other in {"consistent", "inconsistent"}
