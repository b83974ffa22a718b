# METADATA
# title: The weights of a plan's measures add up to the whole
# description: |
#   Where a pay plan gives its measures weights, they divide the whole award: 100 percent, or 1 where
#   they are printed as plain numbers. A sum beside that means a wrong weight, or a measure that the
#   source or the record leaves out.
# related_resources:
#   - ref: https://www.law.cornell.edu/cfr/text/17/229.402
#     description: "Regulation S-K Item 402(b): how the amount of each element of pay is determined"
#   - ref: https://laws.e-gov.go.jp/law/348M50000040005
#     description: "企業内容等の開示に関する内閣府令: 業績連動報酬の額の決定方法"
# custom:
#   id: pay/weights
#   severity: error
#   class: source
#   scope: document
#   kinds: [measure]
#   remediation:
#     en: Compare every weight with the source as printed and look for a measure that is not recorded; if the record is complete, report the difference to the source's author.
#     ja: 各ウエイトを資料の記載と突合し、記録漏れの指標がないか確認のうえ、記録に誤りがなければ作成者に照会してください。
#   message:
#     en: "The weights of {subject} ({weight.printed}) add up to {computed.value}, not to {reported.value}."
#     ja: "{subject}のウエイト（{weight.printed}）を検算すると合計{computed.value}で、{reported.value}になりません。"
#   cases:
#     roundingOnly:
#       severity: note
#       remediation:
#         en: Nothing needs mending; keep the difference in the working papers.
#         ja: 修正は不要です。差を調書に残してください。
#       message:
#         en: "The weights of {subject} ({weight.printed}) make {reported.value} only within their rounding."
#         ja: "{subject}のウエイト（{weight.printed}）の合計は、端数処理の範囲内でのみ{reported.value}になります。"
#     unreachable:
#       message:
#         en: "The known weights of {subject} ({weight.printed}) exceed {reported.value} whatever the missing one may be: {missing}."
#         ja: "{subject}の判明しているウエイト（{weight.printed}）だけで{reported.value}を超えており、不足分によらず一致しません（{missing}）。"
#     undetermined:
#       severity: note
#       class: gap
#       remediation:
#         en: "Record the missing weights, or `notApplicable` for a measure that carries none; where the source withholds them, report the plan as not verifiable from what is disclosed."
#         ja: 不足しているウエイトを記録し、ウエイトのない指標は`notApplicable`と記録し、開示なしの場合は検算不能と報告してください。
#       message:
#         en: "The weights of {subject} cannot be added up, because a figure is missing: {missing}."
#         ja: "数値が不足しており、{subject}のウエイトの合計を検算できません（{missing}）。"
#     unit:
#       severity: note
#       class: gap
#       remediation:
#         en: "Check the unit of the weights; only `percent` and `pure` have a whole to add up to."
#         ja: ウエイトの単位を確認してください。合計を検算できるのは`percent`と`pure`のみです。
#       message:
#         en: "The weights of {subject} are given in {params.unit}, a unit without a whole that they could be held against."
#         ja: "{subject}のウエイトの単位は{params.unit}で、合計を検算する基準がありません。"
package tieout.rules.pay.weights

import data.tieout.lib.verdict

# The whole of each unit, and the factor that brings a weight in it to percent.
factors := {"percent": 1, "pure": 100}

subjects contains plan if some plan in plans

# Three measures at 40, 40 and 30 percent.
check contains object.union(case(outcome), {
	"subject": plan,
	"verdict": outcome.verdict,
	"evidence": evidence,
}) if {
	some plan in plans
	measures := [measure | some measure in input.facts.measure; measure.plan == plan]
	unknown_units(measures) == set()
	operands := [operand | some measure in measures; operand := weight(measure)]
	whole := verdict.constant("whole", [100, 1])
	not verdict.obviously_sums(whole, operands)
	outcome := verdict.sum(whole, operands)
	verdict.wanted(outcome.verdict)
	evidence := object.union(verdict.evidence(outcome, operands), {
		"missing": array.concat(
			[m | some m in outcome.missing; m.fact],
			unweighted(measures),
		),
		"unit": "percent",
	})
}

# Three measures weighted in points.
check contains {
	"subject": plan,
	"case": "unit",
	"verdict": "undetermined",
	"evidence": {
		"operands": [{"fact": measure.weight.id, "role": "weight"} | some measure in measures; weighs(measure)],
		"params": {"unit": concat(", ", units)},
	},
} if {
	some plan in plans
	measures := [measure | some measure in input.facts.measure; measure.plan == plan]
	units := unknown_units(measures)
	units != set()
}

# A plan takes part as soon as one of its measures carries a weight.
plans contains measure.plan if {
	some measure in input.facts.measure
	weighs(measure)
}

weighs(measure) if measure.weight.status != "notApplicable"

unknown_units(measures) := {measure.weight.unit |
	some measure in measures
	weighs(measure)
	not factors[measure.weight.unit]
}

weight(measure) := object.union(
	verdict.operand("weight", measure.weight),
	{"weight": [factors[measure.weight.unit], 1], "nonNegative": true},
) if {
	weighs(measure)
}

# A weight can be unknown, but not below 0: the others may exceed the whole.
weight(measure) := object.union(verdict.absent("weight"), {"nonNegative": true}) if not measure.weight

unweighted(measures) := [{"role": "weight", "fact": measure.id, "cause": "absent"} |
	some measure in measures
	not measure.weight
]

case(outcome) := {"case": outcome.verdict} if {
	outcome.verdict in {"roundingOnly", "undetermined"}
} else := {"case": "unreachable"} if {
	outcome.verdict == "inconsistent"
	count(outcome.missing) > 0
} else := {}
