# METADATA
# title: Discretion that changed a result is visible in figures
# description: |
#   Where a source says that a result was reduced, raised or otherwise changed by a decision, the reader
#   needs to see from what to what. With the achievement before the decision and after it in print, the
#   direction is held to the word, and what was decided is told apart from what was earned; without either, how
#   much was decided must be taken on trust. Results that the source does not say were changed are no subjects.
# related_resources:
#   - ref: https://www.law.cornell.edu/cfr/text/17/229.402
#     description: "Regulation S-K Item 402(b): whether discretion can be or has been exercised on the amount of an award"
#   - ref: https://laws.e-gov.go.jp/law/348M50000040005
#     description: "企業内容等の開示に関する内閣府令: 役員の報酬等の額の決定における裁量の範囲"
# custom:
#   id: pay/discretion
#   severity: warning
#   class: gap
#   scope: fact
#   kinds: [measure]
#   remediation:
#     en: "Look in the source for the achievement before the decision and record it as `unadjusted`; if there is none, report that part of the result was decided and how much is not disclosed."
#     ja: 調整前の達成率を資料で確認して`unadjusted`に記録し、記載がなければ、裁量による調整があり、その程度は開示なしと報告してください。
#   message:
#     en: "The result of {measure.label} ({result.printed}) was changed by a decision, and the source does not say from what."
#     ja: "{measure.label}の結果（{result.printed}）には裁量による調整がありますが、調整前の数値は開示なしです。"
#   cases:
#     applied:
#       severity: note
#       remediation:
#         en: Report what was earned and what was decided apart from each other, and look in the source for the reasons of the decision.
#         ja: 実績による部分と裁量による部分を区別して報告し、裁量の理由を資料で確認してください。
#       message:
#         en: "The result of {measure.label} was {params.word} by a decision, from {unadjusted.printed} to {result.printed}: the difference was decided, not earned, and cannot be performed again."
#         ja: "{measure.label}の結果は裁量により{unadjusted.printed}から{result.printed}に調整されており、その差は実績によるものではないため検算できません。"
#     unstated:
#       message:
#         en: "The result of {measure.label} was changed by a decision, and no achievement is printed that shows to what."
#         ja: "{measure.label}の結果には裁量による調整がありますが、調整後の達成率の記載がありません。"
#     direction:
#       severity: error
#       class: source
#       remediation:
#         en: Compare the achievement before and after the decision with the source as printed; if the record is right, report the contradiction to the source's author.
#         ja: 調整前後の達成率を資料の記載と突合し、記録に誤りがなければ作成者に照会してください。
#       message:
#         en: "The result of {measure.label} is said to be {params.word} by a decision, but it went from {unadjusted.printed} to {result.printed}."
#         ja: "{measure.label}の裁量による調整について、調整前{unadjusted.printed}から調整後{result.printed}への変化が記述と一致しません。"
#     roundingOnly:
#       severity: note
#       class: source
#       remediation:
#         en: Nothing needs mending; keep the difference in the working papers.
#         ja: 修正は不要です。差を調書に残してください。
#       message:
#         en: "The result of {measure.label} is {params.word} by a decision, from {unadjusted.printed} to {result.printed}, only within the rounding of the figures."
#         ja: "{measure.label}の裁量による調整（{unadjusted.printed}から{result.printed}）は、端数処理の範囲内でのみ記述と一致します。"
package tieout.rules.pay.discretion

import data.tieout.lib.rational
import data.tieout.lib.verdict

subjects contains measure.id if {
	some measure in input.facts.measure
	measure.discretion
}

# A result cut to 100 percent, from what nobody knows.
check contains object.union(case(outcome, measure), {
	"subject": measure.id,
	"verdict": outcome.verdict,
	"evidence": evidence(measure, outcome),
}) if {
	some measure in input.facts.measure
	measure.discretion
	outcome := told(judged(measure))
	verdict.wanted(outcome.verdict)
}

# That the figures bear the word out does not make the result one of them.
told(outcome) := object.union(outcome, {"verdict": "undetermined"}) if {
	outcome.verdict == "consistent"
} else := outcome

judged(measure) := {"verdict": "undetermined", "missing": missing(measure)} if {
	count(missing(measure)) > 0
} else := {"verdict": "consistent", "missing": []} if {
	measure.discretion == "changed"
	not rational.same(measure.achievement.value, measure.unadjusted.value)
} else := {"verdict": "inconsistent", "missing": []} if {
	measure.discretion == "changed"
} else := object.union(ordered, {"verdict": "roundingOnly"}) if {
	ordered := order(measure)
	ordered.verdict == "consistent"
	rational.same(measure.achievement.value, measure.unadjusted.value)
} else := order(measure)

# What was reduced lies below what it was: the greater figure must not be reached.
order(measure) := verdict.order(verdict.operand("result", measure.achievement), short_of(measure.unadjusted)) if {
	measure.discretion == "reduced"
} else := verdict.order(verdict.operand("unadjusted", measure.unadjusted), short_of(measure.achievement))

short_of(figure) := verdict.operand("greater", object.union(figure, {"intervals": {mode: i |
	some mode, interval in figure.intervals
	i := object.union(interval, {"upperOpen": true})
}}))

missing(measure) := [m |
	some role in ["unadjusted", "achievement"]
	not measure[role].intervals
	m := object.union({"role": role, "cause": "absent"}, withheld(measure, role))
]

withheld(measure, role) := {} if {
	not measure[role]
} else := {"fact": measure[role].id, "cause": measure[role].status} if {
	measure[role].status in {"undisclosed", "lost"}
} else := {"fact": measure[role].id}

evidence(measure, outcome) := {
	"operands": array.concat(
		[{"fact": measure.id, "role": "measure"}],
		[{"fact": measure[from].id, "role": role} |
			some [from, role] in [["unadjusted", "unadjusted"], ["achievement", "result"]]
			measure[from]
		],
	),
	"missing": outcome.missing,
	"params": {"word": measure.discretion},
}

case(outcome, measure) := {"case": "unstated"} if {
	outcome.verdict == "undetermined"
	not measure.achievement.intervals
} else := {"case": "applied"} if {
	outcome.verdict == "undetermined"
	count(outcome.missing) == 0
} else := {"case": "direction"} if {
	outcome.verdict == "inconsistent"
} else := {"case": "roundingOnly"} if {
	outcome.verdict == "roundingOnly"
} else := {}
