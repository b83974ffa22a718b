# METADATA
# title: A stated change leads from the earlier figure to the later one
# description: |
#   Where a source states by how much a figure grew or fell ("up 8%", "doubled"), the change is tested
#   against the two figures that it prints: the later one is the earlier one times one plus the change.
#   Rounded and qualified figures stand for intervals; the change fails only when the intervals cannot
#   meet in any way of rounding. Sources that print changes without the earlier figure, or as a multiple
#   of it (arithmetic/ratio), give the rule no subject.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS1105
#     description: "PCAOB AS 1105, Audit Evidence: recalculation as an audit procedure"
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS2305
#     description: "PCAOB AS 2305, Substantive Analytical Procedures: comparison with prior periods"
# custom:
#   id: arithmetic/change
#   severity: error
#   class: source
#   scope: fact
#   kinds: [relation]
#   where: {relation.type: [change]}
#   remediation:
#     en: Compare the change and both figures with the source as printed, and check that it is taken from this base; if the record is right, report the difference to the source's author.
#     ja: 増減率と両方の数値を資料の記載と突合し、基準となる数値を確認のうえ、記録に誤りがなければ差を作成者に照会してください。
#   message:
#     en: "{result.label} is printed as {result.printed}, but from {from.label} ({from.printed}) to {to.label} ({to.printed}) the change is {computed.value}: a difference of {deviation} that rounding cannot explain."
#     ja: "{result.label}の記載は{result.printed}ですが、{from.label}（{from.printed}）から{to.label}（{to.printed}）への増減率を検算すると{computed.value}となり、端数処理では説明できない{deviation}の差があります。"
#   cases:
#     roundingOnly:
#       severity: note
#       remediation:
#         en: Nothing needs mending; keep the difference in the working papers.
#         ja: 修正は不要です。差を調書に残してください。
#       message:
#         en: "{result.label} is printed as {result.printed}; recalculated from {from.printed} to {to.printed} it differs by {deviation}, which lies within the rounding of the figures."
#         ja: "{result.label}の記載{result.printed}と、{from.printed}から{to.printed}への検算結果との差{deviation}は、端数処理の範囲内です。"
#     unreachable:
#       message:
#         en: "{result.label} is given as {result.printed}, which the change from {from.label} ({from.printed}) to {to.label} ({to.printed}) cannot be, whatever their exact values are."
#         ja: "{result.label}は{result.printed}とされていますが、{from.label}（{from.printed}）と{to.label}（{to.printed}）の正確な値がいくらであっても、検算結果はこれと一致しません。"
#     undetermined:
#       severity: note
#       class: gap
#       remediation:
#         en: Obtain the missing figures, or report the change as not verifiable from what is disclosed.
#         ja: 不足している数値を入手するか、開示情報からは検算不能と報告してください。
#       message:
#         en: "A stated change cannot be recalculated, because a figure is missing: {missing}."
#         ja: "数値が不足しており、記載された増減率を検算できません（{missing}）。"
package tieout.rules.arithmetic.change

import data.tieout.lib.verdict

subjects contains relation.id if {
	some relation in input.facts.relation
	relation.type == "change"
}

# A library that lent 400 books, then 500, and calls it 30% more.
check contains object.union(case(outcome), {
	"subject": relation.id,
	"verdict": outcome.verdict,
	"evidence": verdict.evidence(outcome, operands),
}) if {
	some relation in input.facts.relation
	relation.type == "change"
	not verdict.obviously_changes(
		verdict.one(relation.operands, "from"),
		verdict.one(relation.operands, "to"),
		verdict.one(relation.operands, "result"),
	)
	operands := [verdict.signed(operand, data.registry.concepts) | some operand in relation.operands]
	outcome := verdict.change(
		verdict.one(operands, "from"),
		verdict.one(operands, "to"),
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

# A range, a missing figure or nothing to begin with leaves no single value.
recalculated(outcome) if {
	count(outcome.missing) == 0
	outcome.computed.value
}
