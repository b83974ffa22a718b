# METADATA
# title: No measure counts more than the cap, or less than the floor and yet something
# description: |
#   Where a plan prints the least and the most achievement that counts, every measure keeps within them:
#   it achieves no more than the cap, and either nothing or at least the floor. Where the achievement is
#   not printed but the score is, the score is held against the weight times the limits. A floor above the
#   cap is found, too. Rounded figures stand for intervals.
# related_resources:
#   - ref: https://www.law.cornell.edu/cfr/text/17/229.402
#     description: "Regulation S-K Item 402(d): threshold, target and maximum payouts of incentive plans"
#   - ref: https://laws.e-gov.go.jp/law/348M50000040005
#     description: "企業内容等の開示に関する内閣府令: 業績連動報酬の額の決定方法"
# custom:
#   id: pay/cap-and-floor
#   severity: error
#   class: source
#   scope: fact
#   kinds: [measure]
#   remediation:
#     en: Compare the result, the weight and the limits with the source as printed; if the record is right, report the contradiction to the source's author.
#     ja: 結果・評価割合・上限・下限を資料の記載と突合し、記録に誤りがなければ作成者に照会してください。
#   message:
#     en: "The result of {measure.label} is printed as {result.printed}, above what its cap of {cap.printed} allows, by {deviation}."
#     ja: "{measure.label}の結果{result.printed}は、上限{cap.printed}で認められる値を{deviation}上回っています。"
#   cases:
#     floor:
#       message:
#         en: "The result of {measure.label} is printed as {result.printed}, below what its floor of {floor.printed} starts at, where nothing should count."
#         ja: "{measure.label}の結果{result.printed}は、下限{floor.printed}に満たないため評価されないはずの水準です。"
#     crossed:
#       message:
#         en: "The floor of {measure.label}, printed as {floor.printed}, lies above its cap of {cap.printed}."
#         ja: "{measure.label}の下限{floor.printed}が上限{cap.printed}を上回っています。"
#     roundingOnly:
#       severity: note
#       remediation:
#         en: Nothing needs mending; keep the difference in the working papers.
#         ja: 修正は不要です。差を調書に残してください。
#       message:
#         en: "The result of {measure.label}, printed as {result.printed}, keeps within floor and cap only because of rounding."
#         ja: "{measure.label}の結果{result.printed}は、端数処理を考慮した場合に限り上限と下限の範囲内です。"
#     undetermined:
#       severity: note
#       class: gap
#       remediation:
#         en: Obtain the missing figure, or report the result as not verifiable from what is disclosed.
#         ja: 不足している数値を入手するか、開示情報からは検証不能と報告してください。
#       message:
#         en: "Whether the result of {measure.label} keeps within floor and cap cannot be decided, because a figure is missing: {missing}."
#         ja: "数値が不足しており、{measure.label}の結果が上限と下限の範囲内か判定できません（{missing}）。"
package tieout.rules.pay.cap_and_floor

import data.tieout.lib.interval
import data.tieout.lib.rational
import data.tieout.lib.verdict

# How much one of a unit is.
worth := {"percent": [1, 100], "pure": [1, 1]}

severities := ["inconsistent", "undetermined", "roundingOnly", "consistent"]

subjects contains measure.id if some measure in limited

# A measure of 20 percent, capped at 125 percent of that, which scores 30 percent.
check contains object.union(case(worst), {
	"subject": measure.id,
	"verdict": worst.outcome.verdict,
	"evidence": evidence(measure, worst.outcome),
}) if {
	some measure in limited
	judgements := array.concat(
		[{"case": "cap", "outcome": o} | o := held("cap", measure)],
		array.concat(
			[{"case": "floor", "outcome": o} | o := held("floor", measure)],
			[{"case": "crossed", "outcome": o} | o := crossed(measure)],
		),
	)
	worst := [j | some severity in severities; some j in judgements; j.outcome.verdict == severity][0]
	verdict.wanted(worst.outcome.verdict)
}

# A measure with a limit, and a result in percent or in plain numbers.
limited contains measure if {
	some measure in input.facts.measure
	some role in ["cap", "floor"]
	measure[role]
	result(measure)
}

# The achievement, or the score where that cannot be read and the weight is known.
result(measure) := measure.achievement if {
	readable(measure.achievement)
} else := measure.score if {
	readable(measure.score)
	readable(measure.weight)
}

readable(figure) if {
	figure.intervals
	worth[figure.unit]
}

held("cap", measure) := verdict.order(verdict.operand("result", result(measure)), limit("cap", measure))

held("floor", measure) := verdict.order(limit("floor", measure), verdict.operand("result", result(measure))) if not nothing(result(measure))

crossed(measure) := outcome if {
	outcome := verdict.order(limit("floor", measure), limit("cap", measure))
	outcome.verdict == "inconsistent"
}

# What is below the floor counts 0.
nothing(figure) if rational.sign(figure.value) == 0

# The limit in the terms of the result: of an achievement itself, of a score
# times the weight.
limit(role, measure) := verdict.operand(role, measure[role]) if {
	not measure[role].intervals
} else := verdict.operand(role, scaled(measure[role], worth_in(measure[role].unit, result(measure).unit))) if {
	result(measure).role == "achievement"
} else := verdict.operand(role, weighed(measure[role], measure.weight, factor)) if {
	factor := rational.multiply(worth_in(measure[role].unit, result(measure).unit), worth[measure.weight.unit])
}

worth_in(from, to) := [worth[from][0] * worth[to][1], worth[from][1] * worth[to][0]]

scaled(figure, factor) := object.union(figure, {
	"value": rational.multiply(figure.value, factor),
	"intervals": {mode: interval.scale(i, factor) | some mode, i in figure.intervals},
	"unit": "pure",
})

weighed(figure, weight, factor) := object.union(figure, {
	"value": rational.multiply(rational.multiply(figure.value, weight.value), factor),
	"intervals": {mode: i |
		some mode, limits in figure.intervals
		i := interval.scale(interval.multiply(limits, weight.intervals[mode]), factor)
	},
	"unit": "pure",
})

evidence(measure, outcome) := object.union_n([
	object.filter(verdict.evidence(outcome, []), ["worlds", "missing"]),
	{"deviation": outcome.deviation | outcome.deviation},
	{"unit": result(measure).unit},
	{"operands": array.concat(
		[{"fact": measure.id, "role": "measure"}, {"fact": result(measure).id, "role": "result"}],
		[{"fact": measure[role].id, "role": role} | some role in told(measure)],
	)},
])

told(measure) := [role | some role in ["weight", "floor", "cap"]; measure[role]; shown(role, measure)]

shown(role, _) if role != "weight"

shown("weight", measure) if result(measure).role == "score"

case(worst) := {"case": worst.outcome.verdict} if {
	worst.outcome.verdict in {"roundingOnly", "undetermined"}
} else := {"case": worst.case} if {
	worst.outcome.verdict == "inconsistent"
	worst.case != "cap"
} else := {}
