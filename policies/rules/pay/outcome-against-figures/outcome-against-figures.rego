# METADATA
# title: An outcome is said as the figures say it
# description: |
#   A measure that is said to be met or exceeded reaches its target, one that is missed does not. What is
#   better follows from the target where it is printed as a bound (at most 3), else from `better` in the
#   concept registry, else it is higher, but lower for a target of 0 that no figure can be below. A range
#   and a rounded figure contradict a word only if all that they can stand for does. Measures whose target is withheld or not recorded are no subjects:
#   pay/missing-target says of each that its outcome cannot be verified.
# related_resources:
#   - ref: https://www.law.cornell.edu/cfr/text/17/229.402
#     description: "Regulation S-K Item 402(b): how performance against the targets determined the pay"
#   - ref: https://laws.e-gov.go.jp/law/348M50000040005
#     description: "企業内容等の開示に関する内閣府令: 業績連動報酬の指標の目標及び実績"
# custom:
#   id: pay/outcome-against-figures
#   severity: error
#   class: source
#   scope: fact
#   kinds: [measure]
#   remediation:
#     en: "Compare target, actual and outcome with the source as printed, and check that `better` in the concept registry says which way the metric is better; if the record is right, report the contradiction to the source's author."
#     ja: 目標値・実績値・達成状況を資料の記載と突合し、概念レジストリの`better`（高低いずれが良いか）を確認のうえ、記録に誤りがなければ作成者に照会してください。
#   message:
#     en: "{measure.label} is said to have met its target, but its actual of {actual.printed} does not reach {target.printed}."
#     ja: "{measure.label}は目標達成とされていますが、実績値{actual.printed}は目標値{target.printed}に達していません。"
#   cases:
#     exceeded:
#       message:
#         en: "{measure.label} is said to have exceeded its target, but its actual of {actual.printed} does not go beyond {target.printed}."
#         ja: "{measure.label}は目標を上回ったとされていますが、実績値{actual.printed}は目標値{target.printed}を超えていません。"
#     missed:
#       message:
#         en: "{measure.label} is said to have missed its target, but its actual of {actual.printed} reaches {target.printed}."
#         ja: "{measure.label}は目標未達とされていますが、実績値{actual.printed}は目標値{target.printed}に達しています。"
#     roundingOnly:
#       severity: note
#       remediation:
#         en: Nothing needs mending; keep the difference in the working papers.
#         ja: 修正は不要です。差を調書に残してください。
#       message:
#         en: "The outcome said of {measure.label} fits its actual of {actual.printed} and its target of {target.printed} only because of their rounding."
#         ja: "{measure.label}の達成状況の記載は、目標値{target.printed}と実績値{actual.printed}の端数処理の範囲内でのみ成り立ちます。"
#     undetermined:
#       severity: note
#       class: gap
#       remediation:
#         en: Record the missing figure; where the source withholds it or gives a grade, report the outcome as not verifiable from what is disclosed.
#         ja: 不足している数値を記録し、開示なしまたは格付等の場合は達成状況を検証不能と報告してください。
#       message:
#         en: "The outcome said of {measure.label} cannot be held against figures: {missing}."
#         ja: "数値がなく、{measure.label}の達成状況の記載を突合できません（{missing}）。"
package tieout.rules.pay.outcome_against_figures

import data.tieout.lib.interval
import data.tieout.lib.measure as measures
import data.tieout.lib.rational
import data.tieout.lib.verdict

subjects contains measure.id if some measure in judged

# Sales of 90 against a target of 100, said to be exceeded.
check contains object.union(case(outcome.verdict, measure), {
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
	measure.target.status == "disclosed"
	not measure.actual.status == "notApplicable"
	comparable(measure)
}

comparable(measure) if measure.target.unit == measure.actual.unit

comparable(measure) if {
	some role in ["target", "actual"]
	not measure[role].intervals
}

# Two rounded figures that print the same may still lie as the word says.
judgement(measure) := object.union(ordered, {"verdict": "roundingOnly"}) if {
	ordered := order(measure)
	ordered.verdict == "consistent"
	strict(measure)
	rational.same(measure.target.value, measure.actual.value)
} else := order(measure)

order(measure) := verdict.order(sides[0], opened(sides[1], strict(measure))) if {
	target := verdict.operand("target", threshold(measure.target))
	sides := sorted([target, actual(measure)], rising(measure))
}

actual(measure) := verdict.operand("actual", measure.actual)

actual(measure) := verdict.absent("actual") if not measure.actual

sorted(pair, true) := pair

sorted(pair, false) := [pair[1], pair[0]]

# Whether the word asks for a target below the actual.
rising(measure) := (measures.direction(measure) == "higher") == (measure.outcome != "missed")

qualifiers(measure) := {q | some q in measure.target.qualifiers}

# Of a target printed as a bound, the bound is what is to be reached.
threshold(target) := object.union(target, {"intervals": {mode: interval.point(target.value) |
	some mode, _ in target.intervals
}}) if {
	bound(target)
} else := target

bound(target) if {
	target.value
	some q in ["atMost", "below", "upTo", "atLeast", "above"]
	q in target.qualifiers
}

# What equals its target has met it, unless that is to lie beyond the bound.
strict(measure) := measure.outcome != "met" if not beyond(measure)

strict(measure) := measure.outcome != "missed" if beyond(measure)

beyond(measure) if count({"above", "below"} & qualifiers(measure)) > 0

# A figure that must not be reached: its upper end is left out.
opened(operand, false) := operand

opened(operand, true) := object.union(operand, {"fact": {"intervals": {mode: i |
	some mode, interval in operand.fact.intervals
	i := object.union(interval, {"upperOpen": true})
}}}) if {
	operand.fact.intervals
} else := operand

evidence(measure, outcome) := object.union_n([
	object.filter(verdict.evidence(outcome, operands), ["operands", "worlds", "deviation"]),
	{"missing": array.concat(
		[m | some m in outcome.missing; m.fact],
		[{"role": "actual", "fact": measure.id, "cause": "absent"} | not measure.actual],
	)},
	{"params": {"outcome": measure.outcome, "better": measures.direction(measure)}},
]) if {
	operands := array.concat(
		[verdict.operand("measure", measure)],
		[verdict.operand(role, fact) | some role in ["target", "actual"]; fact := measure[role]],
	)
}

case(verdict, _) := {"case": verdict} if verdict in {"roundingOnly", "undetermined"}

case("consistent", _) := {}

case("inconsistent", measure) := {"case": measure.outcome} if measure.outcome != "met"

case("inconsistent", measure) := {} if measure.outcome == "met"
