# METADATA
# title: Shares that leave nothing over make the whole
# description: |
#   Where a source says that shares are all there is ("the remaining 40%", "one third in each of three
#   years", "70% on this and 30% on that"), they are added up and held against the whole: 100%, or 1 where
#   they are plain numbers or fractions. Only what the source presents as complete is added; shares that
#   merely stand beside each other are no subject. Rounded and qualified shares stand for intervals.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS1105
#     description: "PCAOB AS 1105, Audit Evidence: recalculation as an audit procedure"
#   - ref: https://www.xbrl.org/Specification/calculation-1.1/REC-2023-02-22/calculation-1.1-REC-2023-02-22.html
#     description: "XBRL Calculations 1.1: consistency of sums over rounded and truncated figures, by intervals"
# custom:
#   id: arithmetic/whole
#   severity: error
#   class: source
#   scope: fact
#   kinds: [relation]
#   where: {relation.type: [whole]}
#   remediation:
#     en: Compare each share with the source as printed, and check that it presents them as the whole; if the record is right, report the difference to the source's author.
#     ja: 各割合を資料の記載と突合し、これらが全体を尽くすとの記述であることを確認のうえ、記録に誤りがなければ差を作成者に照会してください。
#   message:
#     en: "The shares {part.printed} are said to leave nothing over, but they add up to {computed.value}: a difference of {deviation} that rounding cannot explain."
#     ja: "{part.printed}は全体を尽くす割合とされていますが、検算すると合計{computed.value}で、端数処理では説明できない{deviation}の差があります。"
#   cases:
#     roundingOnly:
#       severity: note
#       remediation:
#         en: Nothing needs mending; keep the difference in the working papers.
#         ja: 修正は不要です。差を調書に残してください。
#       message:
#         en: "The shares {part.printed} make the whole only within their rounding; they add up to {computed.interval}."
#         ja: "{part.printed}の合計（{computed.interval}）は、端数処理の範囲内でのみ全体と一致します。"
#     unreachable:
#       message:
#         en: "The shares {part.printed} are said to leave nothing over, which they cannot do, whatever their exact values are: they add up to {computed.interval}."
#         ja: "{part.printed}は全体を尽くす割合とされていますが、正確な値がいくらであっても合計（{computed.interval}）は全体と一致しません。"
#     undetermined:
#       severity: note
#       class: gap
#       remediation:
#         en: Obtain the missing shares, or report the whole as not verifiable from what is disclosed.
#         ja: 不足している割合を入手するか、開示情報からは検算不能と報告してください。
#       message:
#         en: "Whether the shares make the whole cannot be recalculated, because a figure is missing: {missing}."
#         ja: "数値が不足しており、割合の合計が全体と一致するか検算できません（{missing}）。"
#     unit:
#       severity: note
#       class: gap
#       remediation:
#         en: "Check the units of the shares; only percentages, per mille, basis points, fractions and plain numbers have a whole."
#         ja: 割合の単位を確認してください。全体を定められるのは、百分率・千分率・ベーシスポイント・分数・単位なしの数のみです。
#       message:
#         en: "The shares {part.printed} are given in {params.units}, which has no whole that they could be held against."
#         ja: "{part.printed}の単位は{params.units}で、検算の基準となる全体がありません。"
package tieout.rules.arithmetic.whole

import data.tieout.lib.rational
import data.tieout.lib.verdict

# What brings a share to percent.
factors := {"percent": [1, 1], "permille": [1, 10], "basisPoint": [1, 100], "pure": [100, 1], "fraction": [100, 1]}

hundred := verdict.constant("whole", [100, 1])

subjects contains relation.id if {
	some relation in input.facts.relation
	relation.type == "whole"
}

# A survey in which 60% agree and "the remaining 30%" do not.
check contains object.union(case(outcome), {
	"subject": relation.id,
	"verdict": outcome.verdict,
	"evidence": object.union(verdict.evidence(outcome, relation.operands), {"unit": "percent"}),
}) if {
	some relation in input.facts.relation
	relation.type == "whole"
	unknown_units(relation) == set()
	shares := [share(operand) | some operand in relation.operands]
	not verdict.obviously_sums(hundred, shares)
	outcome := verdict.sum(hundred, shares)
	verdict.wanted(outcome.verdict)
}

# Shares that are counted in loaves.
check contains {
	"subject": relation.id,
	"case": "unit",
	"verdict": "undetermined",
	"evidence": {
		"operands": [{"fact": operand.ref, "role": operand.role} | some operand in relation.operands],
		"params": {"units": concat(", ", units)},
	},
} if {
	some relation in input.facts.relation
	relation.type == "whole"
	units := unknown_units(relation)
	units != set()
}

unknown_units(relation) := {unit |
	some operand in relation.operands
	unit := operand.fact.unit
	not factors[unit]
}

# A share can be unknown, but not below 0: the others may exceed the whole.
share(operand) := object.union(operand, {
	"weight": rational.multiply(operand.weight, object.get(factors, object.get(operand, ["fact", "unit"], ""), [1, 1])),
	"nonNegative": true,
})

case(outcome) := {"case": outcome.verdict} if {
	outcome.verdict in {"roundingOnly", "undetermined"}
} else := {"case": "unreachable"} if {
	outcome.verdict == "inconsistent"
	not outcome.computed.value
} else := {}
