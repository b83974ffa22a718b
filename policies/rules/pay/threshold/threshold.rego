# METADATA
# title: Threshold, target and maximum stand in order, and pay starts at the threshold
# description: |
#   Where a plan prints from which figure on a measure earns something (the threshold) or beyond which it
#   earns no more (the maximum), these lie on either side of the target, in the direction in which the
#   metric is better. What falls short of the threshold earns nothing; what reaches it earns something.
#   Rounded figures contradict that only where all that they can stand for does.
#   Plans that print neither threshold nor maximum give the rule no subject.
# related_resources:
#   - ref: https://www.law.cornell.edu/cfr/text/17/229.402
#     description: "Regulation S-K Item 402(d): threshold, target and maximum of incentive plans"
#   - ref: https://laws.e-gov.go.jp/law/348M50000040005
#     description: "企業内容等の開示に関する内閣府令: 業績連動報酬の指標の目標及び実績"
# custom:
#   id: pay/threshold
#   severity: error
#   class: source
#   scope: fact
#   kinds: [measure]
#   remediation:
#     en: "Compare threshold, target, maximum and result with the source as printed, and check that `better` in the concept registry says which way the metric is better; if the record is right, report the contradiction to the source's author."
#     ja: 下限値・目標値・上限値・結果を資料の記載と突合し、概念レジストリの`better`（高低いずれが良いか）を確認のうえ、記録に誤りがなければ作成者に照会してください。
#   message:
#     en: "The {params.first} of {measure.label} lies beyond its {params.second}: threshold, target and maximum are out of order."
#     ja: "{measure.label}の下限値・目標値・上限値の順序が逆転しています。"
#   cases:
#     paid:
#       message:
#         en: "{measure.label} came to {actual.printed}, short of its threshold of {threshold.printed}, yet its result is {result.printed}."
#         ja: "{measure.label}の実績値{actual.printed}は下限値{threshold.printed}に達していませんが、結果は{result.printed}です。"
#     unpaid:
#       message:
#         en: "{measure.label} came to {actual.printed} and reached its threshold of {threshold.printed}, yet its result is {result.printed}."
#         ja: "{measure.label}の実績値{actual.printed}は下限値{threshold.printed}に達していますが、結果は{result.printed}です。"
#     roundingOnly:
#       severity: note
#       remediation:
#         en: Nothing needs mending; keep the difference in the working papers.
#         ja: 修正は不要です。差を調書に残してください。
#       message:
#         en: "Threshold, target, maximum and result of {measure.label} go together only within the rounding of the figures."
#         ja: "{measure.label}の下限値・目標値・上限値・結果は、端数処理の範囲内でのみ整合します。"
package tieout.rules.pay.threshold

import data.tieout.lib.measure as measures
import data.tieout.lib.rational
import data.tieout.lib.verdict

severities := ["inconsistent", "roundingOnly", "consistent"]

subjects contains measure.id if some measure in limited

# A threshold of 120 below a target of 100.
check contains object.union(case(worst), {
	"subject": measure.id,
	"verdict": worst.outcome.verdict,
	"evidence": evidence(measure, worst),
}) if {
	some measure in limited
	judgements := array.concat(
		[j | some pair in [["threshold", "target"], ["target", "maximum"], ["threshold", "maximum"]]; j := ordered(measure, pair)],
		[j | j := started(measure)],
	)
	worst := [j | some severity in severities; some j in judgements; j.outcome.verdict == severity][0]
	verdict.wanted(worst.outcome.verdict)
}

# A limit with something to hold it against.
limited contains measure if {
	some measure in input.facts.measure
	some pair in [["threshold", "target"], ["target", "maximum"], ["threshold", "maximum"]]
	every role in pair { measure[role].intervals }
	measure[pair[0]].unit == measure[pair[1]].unit
}

ordered(measure, pair) := {"case": "order", "pair": pair, "outcome": outcome} if {
	every role in pair { measure[role].intervals }
	measure[pair[0]].unit == measure[pair[1]].unit
	outcome := better(measure, verdict.operand(pair[0], measure[pair[0]]), verdict.operand(pair[1], measure[pair[1]]))
}

# Whether the second figure is at least as good as the first.
better(measure, worse, best) := verdict.order(worse, best) if {
	measures.direction(measure) == "higher"
} else := verdict.order(best, worse)

# Nothing below the threshold, something from it on.
started(measure) := {"case": "paid", "pair": ["threshold", "actual"], "outcome": outcome} if {
	comparable(measure)
	rational.sign(measures.result(measure).value) > 0
	outcome := better(measure, verdict.operand("threshold", measure.threshold), verdict.operand("actual", measure.actual))
} else := {"case": "unpaid", "pair": ["actual", "threshold"], "outcome": outcome} if {
	comparable(measure)
	measures.unearned(measure)
	outcome := better(measure, verdict.operand("actual", measure.actual), short_of(measure))
}

comparable(measure) if {
	measure.threshold.intervals
	measure.actual.intervals
	measure.threshold.unit == measure.actual.unit
}

# The threshold, not to be reached: its near end is left out.
short_of(measure) := object.union(verdict.operand("threshold", measure.threshold), {"fact": {"intervals": {mode: i |
	some mode, interval in measure.threshold.intervals
	i := object.union(interval, {open_end(measure): true})
}}})

open_end(measure) := "upperOpen" if {
	measures.direction(measure) == "higher"
} else := "lowerOpen"

evidence(measure, worst) := {
	"operands": array.concat(
		[{"fact": measure.id, "role": "measure"}],
		array.concat(
			[{"fact": measure[role].id, "role": role} |
				some role in ["threshold", "target", "maximum", "actual"]
				measure[role].intervals
			],
			[{"fact": result.id, "role": "result"} | result := measures.result(measure)],
		),
	),
	"worlds": worst.outcome.worlds,
	"params": {"first": worst.pair[0], "second": worst.pair[1]},
}

case(worst) := {"case": worst.outcome.verdict} if {
	worst.outcome.verdict == "roundingOnly"
} else := {"case": worst.case} if {
	worst.outcome.verdict == "inconsistent"
	worst.case != "order"
} else := {}
