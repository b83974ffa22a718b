# METADATA
# title: A figure keeps within the bound that the concept registry declares
# description: |
#   The concept registry declares which concept cannot exceed which other (a part its whole), or is not
#   expected to. Wherever both are reported for one entity, period, unit and scope, they are compared.
#   A broken necessary bound is an error; a broken expectation asks for one of the declared explanations.
#   Several figures of one concept are narrowed to what they have in common; where that is nothing,
#   equality/same-figure reports them and the bound stays undetermined.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS2305
#     description: "PCAOB AS 2305, Substantive Analytical Procedures: plausible relationships among data, and differences to be explained"
#   - ref: https://www.xbrl.org/Specification/oim/REC-2021-10-13/oim-REC-2021-10-13.html
#     description: "XBRL Open Information Model: figures are comparable when their dimensions agree"
# custom:
#   id: order/declared-bound
#   severity: error
#   class: source
#   scope: corpus
#   kinds: [quantity]
#   group: {by: [entity, period, unit, dimensions], linked: bounds}
#   remediation:
#     en: Compare both figures with their sources as printed, and check that they count the same thing; if the record is right, report the contradiction to the sources' authors.
#     ja: 両方の数値を資料の記載と突合し、対象範囲が同じか確認のうえ、記録に誤りがなければ作成者に照会してください。
#   message:
#     en: "{lesser.label} is printed as {lesser.printed} and exceeds {greater.label}, printed as {greater.printed}, by {deviation}, although it can never be more."
#     ja: "{lesser.label}の{lesser.printed}が、上限であるはずの{greater.label}の{greater.printed}を{deviation}上回っています。"
#   cases:
#     expected:
#       severity: warning
#       remediation:
#         en: Find out which of the declared explanations applies and record it in a disposition with its support; if none does, report the contradiction to the sources' authors.
#         ja: 登録された説明のいずれに該当するかを確認し、根拠とともに判断を記録し、該当がなければ作成者に照会してください。
#       message:
#         en: "{lesser.label} is printed as {lesser.printed} and exceeds {greater.label}, printed as {greater.printed}, by {deviation}, which needs an explanation; possible ones are: {explanations}."
#         ja: "{lesser.label}の{lesser.printed}が{greater.label}の{greater.printed}を{deviation}上回っており、説明が必要です（考えられる説明：{explanations}）。"
#     unexplained:
#       severity: warning
#       remediation:
#         en: Compare both figures with their sources; if the record is right, find the explanation and declare it with the bound in the concept registry.
#         ja: 両方の数値を資料の記載と突合し、記録に誤りがなければ理由を調べ、概念レジストリの上限に説明として登録してください。
#       message:
#         en: "{lesser.label} is printed as {lesser.printed} and exceeds {greater.label}, printed as {greater.printed}, by {deviation}, against expectation and without a declared explanation."
#         ja: "{lesser.label}の{lesser.printed}が{greater.label}の{greater.printed}を{deviation}上回っていますが、想定に反し、登録された説明もありません。"
#     roundingOnly:
#       severity: note
#       remediation:
#         en: Nothing needs mending; keep the difference in the working papers.
#         ja: 修正は不要です。差を調書に残してください。
#       message:
#         en: "{lesser.label}, printed as {lesser.printed}, keeps within {greater.label}, printed as {greater.printed}, only because of their rounding."
#         ja: "{lesser.label}の{lesser.printed}は、端数処理を考慮した場合に限り{greater.label}の{greater.printed}以下となります。"
#     undetermined:
#       severity: note
#       class: gap
#       remediation:
#         en: Obtain the missing figure; where a concept's own figures contradict each other, settle that finding first.
#         ja: 不足している数値を入手し、同じ概念の数値が互いに矛盾する場合は、先にその指摘を解消してください。
#       message:
#         en: "Whether the bound {params.bound} is kept cannot be decided, because a figure is missing: {missing}."
#         ja: "数値が不足しており、上限（{params.bound}）を満たすか判定できません（{missing}）。"
package tieout.rules.order.declared_bound

import data.tieout.lib.plain
import data.tieout.lib.verdict

subjects contains subject(group, pair) if {
	some group in input.groups
	some pair in bounded(group)
}

# A hotel that reports 90 rooms sold out of 80 rooms.
check contains object.union(case(outcome.verdict, bound), {
	"subject": subject(group, pair),
	"verdict": outcome.verdict,
	"evidence": evidence,
}) if {
	some group in input.groups
	some pair in bounded(group)
	low := figures(group, pair.lesser)
	high := figures(group, pair.greater)
	not plain.ordered(low, high)
	lesser := verdict.merged("lesser", low)
	greater := verdict.merged("greater", high)
	not verdict.obviously_ordered(lesser, greater)
	outcome := verdict.order(lesser, greater)
	verdict.wanted(outcome.verdict)
	bound := declared(pair)
	evidence := object.union(verdict.evidence(outcome, [lesser, greater]), {
		"explanations": bound.explanations,
		"params": {"bound": name(pair)},
	})
}

# The pairs of concepts in a group of which one bounds the other.
bounded(group) := {{"lesser": lesser, "greater": bound.atMost} |
	concepts := {fact.concept | some fact in group.facts; fact.status != "notApplicable"}
	some lesser in concepts
	some bound in data.registry.concepts[lesser].bounds
	bound.atMost in concepts
}

figures(group, concept) := [fact |
	some fact in group.facts
	fact.concept == concept
	fact.status != "notApplicable"
]

# A bound declared twice is necessary if either says so.
declared(pair) := {"necessary": "necessary" in necessities, "explanations": explanations} if {
	bounds := [bound | some bound in data.registry.concepts[pair.lesser].bounds; bound.atMost == pair.greater]
	necessities := {bound.necessity | some bound in bounds}
	explanations := [explanation | some bound in bounds; some explanation in bound.explanations]
}

subject(group, pair) := concat("|", [group.key, name(pair)])

name(pair) := concat("≤", [pair.lesser, pair.greater])

case("roundingOnly", _) := {"case": "roundingOnly"}

case("undetermined", _) := {"case": "undetermined"}

case("consistent", _) := {}

case("inconsistent", bound) := {} if bound.necessary

case("inconsistent", bound) := {"case": "expected"} if {
	not bound.necessary
	count(bound.explanations) > 0
}

case("inconsistent", bound) := {"case": "unexplained"} if {
	not bound.necessary
	count(bound.explanations) == 0
}
