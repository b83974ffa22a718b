# METADATA
# title: One figure has one value, wherever it is printed
# description: |
#   Figures of one concept, entity, period, unit, scope and date of measurement are one figure, within
#   a source and across sources, and must agree as far as their rounding allows. Grades and other words
#   are held to each other too, word for word. A figure without a value takes no part; where fewer than
#   two values remain there is nothing to compare, and the group is no subject.
# related_resources:
#   - ref: https://www.xbrl.org/Specification/oim/REC-2021-10-13/oim-REC-2021-10-13.html
#     description: "XBRL Open Information Model: the dimensions that make two facts the same fact"
#   - ref: https://www.xbrl.org/Specification/calculation-1.1/REC-2023-02-22/calculation-1.1-REC-2023-02-22.html
#     description: "XBRL Calculations 1.1: when duplicate facts of different precision are consistent"
# custom:
#   id: equality/same-figure
#   severity: error
#   class: source
#   scope: corpus
#   kinds: [quantity]
#   group: {by: [concept, entity, period, unit, dimensions, asOf]}
#   remediation:
#     en: Compare each figure with its source as printed; if they count different things, tell them apart by a dimension, and if the record is right, report the contradiction to the sources' authors.
#     ja: 各数値を資料の記載と突合し、対象範囲が異なる場合は次元で区別し、記録に誤りがなければ作成者に照会してください。
#   message:
#     en: "{member.label} is printed as {member.printed} ({member.source}): the figures are {deviation} apart, which rounding cannot explain."
#     ja: "{member.label}が{member.printed}（{member.source}）と記載され、突合すると端数処理では説明できない{deviation}の差があります。"
#   cases:
#     scale:
#       remediation:
#         en: Compare the unit and the scale in the head of the table, or beside the figure, with the source; if the record is right, report the slip to the source's author.
#         ja: 表の見出しや数値に付された単位・桁を資料の記載と突合し、記録に誤りがなければ桁違いを作成者に照会してください。
#       message:
#         en: "{member.label} is printed as {member.printed} ({member.source}): the same digits, a power of ten apart, as if a unit or scale were taken for another."
#         ja: "{member.label}が{member.printed}（{member.source}）と記載され、数字は同じでも桁が異なり、単位または桁の取り違えとみられます。"
#     words:
#       message:
#         en: "{member.label} is printed in words that differ: {member.printed} ({member.source})."
#         ja: "{member.label}の記載を突合すると、文言が一致しません（{member.printed}、出典：{member.source}）。"
#     roundingOnly:
#       severity: note
#       remediation:
#         en: Nothing needs mending; keep the difference in the working papers.
#         ja: 修正は不要です。差を調書に残してください。
#       message:
#         en: "{member.label} is printed as {member.printed} ({member.source}), which agree only within their rounding."
#         ja: "{member.label}の記載{member.printed}（{member.source}）は、端数処理の範囲内でのみ一致します。"
package tieout.rules.equality.same_figure

import data.tieout.lib.plain
import data.tieout.lib.scale
import data.tieout.lib.verdict

subjects contains group.key if {
	some group in input.groups
	count(figures(group)) > 1
}

subjects contains group.key if {
	some group in input.groups
	count(words(group)) > 1
}

# A town of 12,400 people in one brochure and 12,900 in another.
check contains object.union(case(outcome.verdict, members), {
	"subject": group.key,
	"verdict": outcome.verdict,
	"evidence": verdict.evidence(outcome, members),
}) if {
	some group in input.groups
	printed := figures(group)
	count(printed) > 1
	not plain.same(printed)
	agree(words(group))
	members := [verdict.operand("member", fact) | some fact in printed]
	not verdict.obviously_same(members)
	outcome := verdict.same(members)
	verdict.wanted(outcome.verdict)
}

# A bond graded "A-" in one brochure and "BBB" in another.
check contains {
	"subject": group.key,
	"case": "words",
	"verdict": "inconsistent",
	"evidence": spoken(group),
} if {
	some group in input.groups
	not agree(words(group))
}

# A bond graded "A-" in both.
check contains {"subject": group.key, "verdict": "consistent", "evidence": spoken(group)} if {
	input.mode == "audit"
	some group in input.groups
	count(words(group)) > 1
	agree(words(group))
	count(figures(group)) < 2
}

figures(group) := [fact |
	some fact in group.facts
	fact.intervals
	fact.status != "notApplicable"
]

words(group) := [fact |
	some fact in group.facts
	fact.text
	fact.status != "notApplicable"
]

agree(facts) if count({fact.text | some fact in facts}) < 2

spoken(group) := {"operands": [{"fact": fact.id, "role": "member"} | some fact in words(group)]}

case(kind, members) := {"case": kind} if {
	kind == "roundingOnly"
} else := {"case": "scale"} if {
	kind == "inconsistent"
	scale.slipped([member.fact | some member in members])
} else := {}
