# METADATA
# title: Figures that are tied or compared are of one time
# description: |
#   A figure of the calendar year that is restated for the fiscal year of the same name is not the same
#   figure, though its digits agree; nor can two figures be tied that were taken on different days. Stated
#   ties are looked at; a tie between figures of periods that differ in another way (a target set for years
#   to come, a day within a year) is left alone, since a source may well mean it. Where figures of different
#   entities are put in order, years may end on different days, but not more than a year apart: a later figure
#   of one of them then exists, and it is not the one compared.
# related_resources:
#   - ref: https://www.xbrl.org/Specification/oim/REC-2021-10-13/oim-REC-2021-10-13.html
#     description: "XBRL Open Information Model: the period is one of the dimensions that make two facts the same fact"
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS2710
#     description: "PCAOB AS 2710, Other Information in Documents Containing Audited Financial Statements: figures restated elsewhere agree with their origin"
# custom:
#   id: time/tie-across-periods
#   severity: warning
#   class: source
#   scope: fact
#   kinds: [relation]
#   where: {relation.type: [equal, extreme, order, rank]}
#   remediation:
#     en: Compare the periods as printed in both places; if the record is right, report to the source's author that a calendar year and a fiscal year were taken for each other.
#     ja: 双方の期間の記載を資料と突合し、記録に誤りがなければ、暦年と年度の取り違えを作成者に照会してください。
#   message:
#     en: "What should be one figure is given for a calendar year in one place and for another span of twelve months in the other: {member.label} ({params.periods})."
#     ja: "同一であるはずの数値の期間が、一方は暦年、他方は別の12か月となっています（{member.label}、{params.periods}）。"
#   cases:
#     asOf:
#       severity: note
#       class: gap
#       remediation:
#         en: Find out whether the figure changed between the two days before the tie is relied on.
#         ja: 突合結果に依拠する前に、両時点の間に数値の変動がなかったか確認してください。
#       message:
#         en: "What should be one figure was taken on different days ({params.days}), so the tie proves little: {member.label}."
#         ja: "同一であるはずの数値の時点が異なり（{params.days}）、突合しても同一とは言えません（{member.label}）。"
#     compared:
#       remediation:
#         en: Look for figures of both that are nearer in time and compare these; if the record is right, report to the source's author that a figure of another year was compared.
#         ja: より近い時点の数値で比較し直し、記録に誤りがなければ、時点の異なる数値の比較であることを作成者に伝えてください。
#       message:
#         en: "What is compared is of times more than a year apart ({params.periods}), so the comparison proves little: {member.label}."
#         ja: "比較されている数値の時点・期間が1年を超えて離れており（{params.periods}）、比較の根拠となりません（{member.label}）。"
package tieout.rules.time.tie_across_periods

import data.tieout.lib.calendar

subjects contains relation.id if {
	some relation in input.facts.relation
	relation.type == "equal"
	count(members(relation)) > 1
}

# A tie between the loans of 2024 and those of fiscal 2024, from April to March.
check contains {"subject": relation.id, "verdict": "inconsistent", "evidence": evidence(tied)} if {
	some relation in input.facts.relation
	relation.type == "equal"
	tied := members(relation)
	mistaken(tied)
}

# A tie between loans counted in March and loans counted in May.
check contains {
	"subject": relation.id,
	"case": "asOf",
	"verdict": "undetermined",
	"evidence": evidence(tied),
} if {
	some relation in input.facts.relation
	relation.type == "equal"
	tied := members(relation)
	not mistaken(tied)
	count(days(tied)) > 1
}

# A tie between two prints of the loans of 2024.
check contains {"subject": relation.id, "verdict": "consistent", "evidence": evidence(tied)} if {
	input.mode == "audit"
	some relation in input.facts.relation
	relation.type == "equal"
	tied := members(relation)
	count(tied) > 1
	not mistaken(tied)
	count(days(tied)) < 2
}

subjects contains relation.id if {
	some relation in input.facts.relation
	is_comparison(relation)
}

# A library that outranks another by its loans of this year and the other's of the year before last.
check contains {
	"subject": relation.id,
	"case": "compared",
	"verdict": "inconsistent",
	"evidence": evidence(compared(relation)),
} if {
	some relation in input.facts.relation
	is_comparison(relation)
	far_apart(compared(relation))
}

# Two libraries by their loans of one year, though one counts it from April.
check contains {"subject": relation.id, "verdict": "consistent", "evidence": evidence(compared(relation))} if {
	input.mode == "audit"
	some relation in input.facts.relation
	is_comparison(relation)
	not far_apart(compared(relation))
}

is_comparison(relation) if {
	relation.type in {"order", "extreme", "rank"}
	count({fact.entity | some fact in compared(relation)}) > 1
}

compared(relation) := [operand.fact |
	some operand in relation.operands
	operand.role in {"lesser", "greater", "fact", "among"}
	operand.fact.kind == "quantity"
	operand.fact.period
	operand.fact.entity
]

far_apart(facts) if {
	newest := max([calendar.last(fact.period) | some fact in facts])
	some late in facts
	calendar.last(late.period) == newest
	some early in facts
	calendar.year_later(calendar.last(early.period)) < newest
	early.entity != late.entity
	early.concept == late.concept
	early.unit == late.unit
	count(early.period) == count(late.period) # two days, or two spans
}

members(relation) := [member.fact |
	some member in relation.operands
	member.fact.kind == "quantity"
	member.fact.period
]

# Two spans of twelve months that overlap, of which one is the calendar's.
mistaken(tied) if {
	periods := {fact.period | some fact in tied}
	some year in periods
	calendar.calendar_year(year)
	some other in periods
	other != year
	calendar.year_long(other)
	calendar.overlap(year, other)
}

days(tied) := {fact.asOf | some fact in tied}

evidence(tied) := {
	"operands": [{"fact": fact.id, "role": "member"} | some fact in tied],
	"params": {
		"periods": concat(", ", {fact.period | some fact in tied}),
		"days": concat(", ", days(tied)),
	},
}
