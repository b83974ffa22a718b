# METADATA
# title: Parts that exclude each other stay within their whole together
# description: |
#   The concept registry declares which concepts keep a bound together: women and men are no more than all
#   employees, though each alone could be. Wherever all of them are reported for one entity, period, unit
#   and scope, their sum is held against the bound; they may fall short of it. A broken expectation asks
#   for one of the declared explanations. What one of them exceeds alone is order/declared-bound's.
#   Registries that declare no such bound give the rule no subject.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS2305
#     description: "PCAOB AS 2305, Substantive Analytical Procedures: plausible relationships among data, and differences to be explained"
#   - ref: https://www.xbrl.org/Specification/oim/REC-2021-10-13/oim-REC-2021-10-13.html
#     description: "XBRL Open Information Model: figures are comparable when their dimensions agree"
# custom:
#   id: order/parts-within-whole
#   severity: error
#   class: source
#   scope: corpus
#   kinds: [quantity]
#   group: {by: [entity, period, unit, dimensions], linked: bounds}
#   remediation:
#     en: Compare the figures with their sources as printed, and check that they count the same things and none twice; if the record is right, report the contradiction to the sources' authors.
#     ja: 各数値を資料の記載と突合し、対象範囲が同じで重複のないことを確認のうえ、記録に誤りがなければ作成者に照会してください。
#   message:
#     en: "{part.label} ({part.printed}) together exceed {greater.label}, printed as {greater.printed}, by {deviation}."
#     ja: "{part.label}（{part.printed}）の合計が、{greater.label}の{greater.printed}を{deviation}上回っています。"
#   cases:
#     expected:
#       severity: warning
#       remediation:
#         en: Find out which of the declared explanations applies and record it in a disposition with its support; if none does, report the contradiction to the sources' authors.
#         ja: 登録された説明のいずれに該当するかを確認し、根拠とともに判断を記録し、該当がなければ作成者に照会してください。
#       message:
#         en: "{part.label} ({part.printed}) together exceed {greater.label}, printed as {greater.printed}, by {deviation}, against expectation."
#         ja: "{part.label}（{part.printed}）の合計が、想定に反して{greater.label}の{greater.printed}を{deviation}上回っています。"
#     undetermined:
#       severity: note
#       class: gap
#       remediation:
#         en: Obtain the missing figure; where a concept's own figures contradict each other, settle that finding first.
#         ja: 不足している数値を入手し、同じ概念の数値が互いに矛盾する場合は、先にその指摘を解消してください。
#       message:
#         en: "Whether the bound {params.bound} is kept cannot be decided, because a figure is missing: {missing}."
#         ja: "数値が不足しており、上限（{params.bound}）を満たすか判定できません（{missing}）。"
#     roundingOnly:
#       severity: note
#       remediation:
#         en: Nothing needs mending; keep the difference in the working papers.
#         ja: 修正は不要です。差を調書に残してください。
#       message:
#         en: "{part.label} ({part.printed}) together keep within {greater.label}, printed as {greater.printed}, only because of rounding."
#         ja: "{part.label}（{part.printed}）の合計は、端数処理を考慮した場合に限り{greater.label}の{greater.printed}以下となります。"
package tieout.rules.order.parts_within_whole

import data.tieout.lib.verdict

# What the parts fall short of the whole by.
slack := {"role": "slack", "weight": [1, 1], "fact": {"status": "disclosed", "intervals": {"rounded": {
	"lower": [0, 1],
	"upper": null,
	"lowerOpen": false,
	"upperOpen": true,
}}}}

subjects contains subject(group, bound) if {
	some group in input.groups
	some bound in kept_in(group)
}

# 30 women and 40 men among 60 employees.
check contains object.union(case(outcome.verdict, bound), {
	"subject": subject(group, bound),
	"verdict": outcome.verdict,
	"evidence": object.union(object.remove(verdict.evidence(outcome, operands), ["computed"]), {
		"explanations": bound.explanations,
		"params": {"bound": name(bound)},
	}),
}) if {
	some group in input.groups
	some bound in kept_in(group)
	parts := [verdict.merged("part", figures(group, concept)) | some concept in bound.parts]
	greater := verdict.merged("greater", figures(group, bound.atMost))
	operands := array.concat([greater], parts)
	outcome := verdict.sum(greater, array.concat(positive(parts), [slack]))
	verdict.wanted(outcome.verdict)
}

# A part that is withheld is not below 0, if its concept is not.
positive(parts) := [verdict.signed(part, data.registry.concepts) | some part in parts]

# The bounds that several concepts keep together, by the order of their ids.
bounds contains {
	"parts": sort({id} | {other | some other in bound.together}),
	"atMost": bound.atMost,
	"necessity": bound.necessity,
	"explanations": object.get(bound, "explanations", []),
} if {
	some id, concept in data.registry.concepts
	some bound in concept.bounds
	bound.together
}

# Those of which a group has all that take part.
kept_in(group) := {bound |
	count(bounds) > 0
	present := {fact.concept | some fact in group.facts; fact.status != "notApplicable"}
	some bound in bounds
	every concept in array.concat(bound.parts, [bound.atMost]) { concept in present }
}

figures(group, concept) := [fact |
	some fact in group.facts
	fact.concept == concept
	fact.status != "notApplicable"
]

subject(group, bound) := concat("|", [group.key, name(bound)])

name(bound) := concat("≤", [concat("+", bound.parts), bound.atMost])

case(kind, _) := {"case": kind} if kind in {"roundingOnly", "undetermined"}

case("consistent", _) := {}

case("inconsistent", bound) := {} if bound.necessity == "necessary"

case("inconsistent", bound) := {"case": "expected"} if bound.necessity != "necessary"
