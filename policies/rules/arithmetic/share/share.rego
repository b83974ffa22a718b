# METADATA
# title: A stated share is the part divided by the whole
# description: |
#   Where a source states a part as a share of a whole, the share is calculated again from the two
#   figures, which stand for intervals where they are rounded or qualified. Where the whole is a number
#   of things, printed exactly, the share must also be one that some whole number of them gives: 30%
#   of seven people is nobody's answer. That is tested even when the part itself is withheld. Money,
#   percentages, what is measured in units of length, weight, time and the like, and what is printed as
#   a fraction can be cut anywhere. Sources that print shares without what they are taken of give the
#   rule no subject.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS1105
#     description: "PCAOB AS 1105, Audit Evidence: recalculation as an audit procedure"
#   - ref: https://doi.org/10.1177/1948550616673876
#     description: "Brown and Heathers (2017), The GRIM Test: figures that no whole number of answers can give"
# custom:
#   id: arithmetic/share
#   severity: error
#   class: source
#   scope: fact
#   kinds: [relation]
#   where: {relation.type: [share]}
#   remediation:
#     en: Compare the three figures with the source as printed, and check that the share is taken of this whole; if the record is right, report the difference to the source's author.
#     ja: 三つの数値を資料の記載と突合し、割合の母数がこの全体であることを確認のうえ、記録に誤りがなければ差を作成者に照会してください。
#   message:
#     en: "{result.label} is printed as {result.printed}, but {part.label} ({part.printed}) is {computed.value} of {whole.label} ({whole.printed}): a difference of {deviation} that rounding cannot explain."
#     ja: "{result.label}の記載は{result.printed}ですが、{part.label}（{part.printed}）の{whole.label}（{whole.printed}）に対する割合を検算すると{computed.value}となり、端数処理では説明できない{deviation}の差があります。"
#   cases:
#     roundingOnly:
#       severity: note
#       remediation:
#         en: Nothing needs mending; keep the difference in the working papers.
#         ja: 修正は不要です。差を調書に残してください。
#       message:
#         en: "{result.label} is printed as {result.printed}; recalculated from {part.printed} out of {whole.printed} it differs by {deviation}, which lies within the rounding of the figures."
#         ja: "{result.label}の記載{result.printed}と、{whole.printed}のうち{part.printed}による検算結果との差{deviation}は、端数処理の範囲内です。"
#     uncounted:
#       message:
#         en: "{result.label} is printed as {result.printed}, which no whole number out of {whole.label} ({whole.printed}) gives."
#         ja: "{result.label}の記載は{result.printed}ですが、{whole.label}（{whole.printed}）のうち該当数がいくつであっても、この割合にはなりません。"
#     unreachable:
#       message:
#         en: "{result.label} is given as {result.printed}, which {part.label} ({part.printed}) out of {whole.label} ({whole.printed}) cannot be, whatever their exact values are."
#         ja: "{result.label}は{result.printed}とされていますが、{part.label}（{part.printed}）と{whole.label}（{whole.printed}）の正確な値がいくらであっても、検算結果はこれと一致しません。"
#     undetermined:
#       severity: note
#       class: gap
#       remediation:
#         en: Obtain the missing figures, or report the share as not verifiable from what is disclosed.
#         ja: 不足している数値を入手するか、開示情報からは検算不能と報告してください。
#       message:
#         en: "A stated share cannot be recalculated, because a figure is missing: {missing}."
#         ja: "数値が不足しており、記載された割合を検算できません（{missing}）。"
package tieout.rules.arithmetic.share

import data.tieout.lib.verdict

# Units of what is measured: some of it need not be a whole number of units.
measures := {
	"percent", "permille", "basisPoint", "pure", "rank", "degree", "volt", "ampere", "watt", "kilowatt",
	"wattHour", "kilowattHour", "joule", "second", "minute", "hour", "day", "week", "month", "year",
	"millimetre", "centimetre", "metre", "kilometre", "mile", "squareMetre", "squareKilometre", "hectare",
	"acre", "cubicMetre", "litre", "barrel", "gram", "kilogram", "tonne", "ton", "pound",
}

subjects contains relation.id if {
	some relation in input.facts.relation
	relation.type == "share"
}

# A survey of seven people of whom 30% agree.
check contains object.union(case(outcome, uncut), {
	"subject": relation.id,
	"verdict": outcome.verdict,
	"evidence": verdict.evidence(outcome, operands),
}) if {
	some relation in input.facts.relation
	relation.type == "share"

	# A part that counts things is printed as a whole number of them.
	not verdict.obviously_divides(
		verdict.one(relation.operands, "part"),
		verdict.one(relation.operands, "whole"),
		verdict.one(relation.operands, "result"),
	)
	operands := [verdict.signed(operand, data.registry.concepts) | some operand in relation.operands]
	part := verdict.one(operands, "part")
	whole := verdict.one(operands, "whole")
	result := verdict.one(operands, "result")
	outcome := verdict.share(part, whole, result, counted(part, whole))
	uncut := verdict.share(part, whole, result, false)
	verdict.wanted(outcome.verdict)
}

default counted(_, _) := false

counted(part, whole) if {
	unit := whole.fact.unit
	not unit in measures
	not regex.match(`^[A-Z]{3}$`, unit)
	not fractional(part)
}

# A part printed as a fraction shows that what it counts can be cut.
fractional(part) if part.fact.value[1] != 1

case(outcome, uncut) := {"case": outcome.verdict} if {
	outcome.verdict in {"roundingOnly", "undetermined"}
} else := {"case": "uncounted"} if {
	outcome.verdict == "inconsistent"
	uncut.verdict != "inconsistent"
} else := {"case": "unreachable"} if {
	outcome.verdict == "inconsistent"
	not recalculated(outcome)
} else := {}

# A range, a missing figure or a whole of zero leaves no single value.
recalculated(outcome) if {
	count(outcome.missing) == 0
	outcome.computed.value
}
