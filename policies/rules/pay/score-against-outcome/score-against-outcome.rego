# METADATA
# title: What a measure scores does not contradict its outcome
# description: |
#   A measure that is said to be met or exceeded scores something, and one that is missed scores less than
#   its weight, or is achieved to less than the whole. Some score in spite of a missed target is no
#   contradiction, since many plans pay from a threshold on; but where no achievement is printed, the
#   reader cannot see what was paid for, and it is noted.
# related_resources:
#   - ref: https://www.law.cornell.edu/cfr/text/17/229.402
#     description: "Regulation S-K Item 402(b): how performance against the targets determined the pay"
#   - ref: https://laws.e-gov.go.jp/law/348M50000040005
#     description: "企業内容等の開示に関する内閣府令: 業績連動報酬の額の決定方法"
# custom:
#   id: pay/score-against-outcome
#   severity: error
#   class: source
#   scope: fact
#   kinds: [measure]
#   remediation:
#     en: Compare outcome, weight and score with the source as printed; if the record is right, ask the source's author which of them is wrong, or for the step that lies between them.
#     ja: 達成状況・ウエイト・評点を資料の記載と突合し、記録に誤りがなければ、いずれが誤りか、または算定上の調整の有無を作成者に照会してください。
#   message:
#     en: "{measure.label} is said to have missed its target, yet its result of {result.printed} is the full one or more."
#     ja: "{measure.label}は目標未達とされていますが、結果は{result.printed}で満点以上です。"
#   cases:
#     zero:
#       message:
#         en: "{measure.label} is said to have reached its target, yet its result is {result.printed}."
#         ja: "{measure.label}は目標を達成したとされていますが、結果は{result.printed}です。"
#     roundingOnly:
#       severity: note
#       remediation:
#         en: Nothing needs mending; keep it in the working papers that the result was rounded.
#         ja: 修正は不要です。結果が端数処理後の値であることを調書に残してください。
#       message:
#         en: "The outcome said of {measure.label} fits its result of {result.printed} only because of the rounding."
#         ja: "{measure.label}の達成状況の記載と結果{result.printed}は、端数処理の範囲内でのみ両立します。"
#     partial:
#       severity: note
#       class: gap
#       remediation:
#         en: Look for the threshold from which the plan pays and for the achievement; if the source gives neither, report the score as not verifiable from what is disclosed.
#         ja: 支給の下限となる閾値と達成率の記載を確認し、いずれもなければ評点を検算不能と報告してください。
#       message:
#         en: "{measure.label} is said to have missed its target, yet its score is {result.printed}, and no achievement is printed that explains it."
#         ja: "{measure.label}は目標未達とされる一方、評点は{result.printed}で、根拠となる達成率の記載がありません。"
package tieout.rules.pay.score_against_outcome

import data.tieout.lib.interval
import data.tieout.lib.rational
import data.tieout.lib.verdict

# What an achievement in the unit is when it is full.
whole := {"percent": [100, 1], "pure": [1, 1]}

above_zero := {"lower": [0, 1], "upper": null, "lowerOpen": true, "upperOpen": true}

subjects contains measure.id if some measure in judged

# A measure that is missed and scores its full weight.
check contains object.union(case(outcome), {
	"subject": measure.id,
	"verdict": outcome.verdict,
	"evidence": evidence(measure, outcome),
}) if {
	some measure in judged
	outcome := judgement(measure)
	verdict.wanted(outcome.verdict)
}

judged contains measure if {
	some measure in input.facts.measure
	measure.outcome
	result(measure).value
}

# The score, or the achievement where the score is not printed or its weight not known.
result(measure) := measure.score if {
	measure.score.value
	weighed(measure)
} else := measure.achievement if {
	measure.achievement.value
	whole[measure.achievement.unit]
} else := measure.score

weighed(measure) if {
	measure.weight.value
	measure.weight.unit == measure.score.unit
}

# The result of a measure that just meets its target, where that is known.
full(measure) := verdict.operand("weight", measure.weight) if {
	result(measure).role == "score"
	weighed(measure)
}

full(measure) := verdict.constant("weight", whole[result(measure).unit]) if result(measure).role == "achievement"

judgement(measure) := met(measure) if measure.outcome in {"met", "exceeded"}

judgement(measure) := missed(measure) if measure.outcome == "missed"

met(measure) := {"verdict": "consistent"} if {
	rational.sign(result(measure).value) > 0
} else := {"verdict": "consistent"} if {
	rational.sign(full(measure).fact.value) == 0
} else := {"verdict": "roundingOnly"} if {
	positive(result(measure))
	not settled(measure)
} else := {"verdict": "inconsistent", "case": "zero"}

# Whether a figure printed as 0 can stand for more.
positive(figure) if {
	some i in figure.intervals
	interval.meets(i, above_zero)
}

# Whether even the unrounded result lies below what a target that is met earns.
settled(measure) if verdict.order(full(measure), verdict.operand("result", result(measure))).verdict == "inconsistent"

missed(measure) := {"verdict": "consistent"} if {
	rational.sign(result(measure).value) <= 0
} else := below(measure) if {
	below(measure).verdict != "consistent"
} else := {"verdict": "consistent"} if {
	measure.achievement.value
} else := {"verdict": "undetermined", "case": "partial"}

# Two rounded figures that print the same may still lie apart.
below(measure) := object.union(outcome, {"verdict": "roundingOnly"}) if {
	outcome := ordered(measure)
	outcome.verdict == "consistent"
	rational.same(result(measure).value, full(measure).fact.value)
} else := ordered(measure)

# The full result must not be reached: the upper end of its interval is left out.
ordered(measure) := verdict.order(
	verdict.operand("result", result(measure)),
	object.union(full(measure), {"fact": {"intervals": {mode: i |
		some mode, interval in full(measure).fact.intervals
		i := object.union(interval, {"upperOpen": true})
	}}}),
)

evidence(measure, outcome) := object.union(
	object.filter(outcome, ["worlds", "deviation"]),
	{
		"operands": array.concat(
			[{"fact": measure.id, "role": "measure"}, {"fact": result(measure).id, "role": "result"}],
			[{"fact": full(measure).ref, "role": "weight"} | full(measure).ref],
		),
		"params": {"outcome": measure.outcome},
	},
)

case(outcome) := {"case": outcome.case}

case(outcome) := {"case": "roundingOnly"} if outcome.verdict == "roundingOnly"

case(outcome) := {} if {
	not outcome.case
	outcome.verdict in {"consistent", "inconsistent"}
}
