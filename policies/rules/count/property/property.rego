# METADATA
# title: So many of the things have what is claimed of them
# description: |
#   Where a source says how many of its things have something in common ("three of the five missed their
#   targets", "both are in the north", "four withheld"), those that have it are counted: a dimension with
#   the member claimed, or an outcome, a status or a word. The number of all the things is held to what the
#   source prints of it, too. A thing of which the record does not say leaves the count open by one.
#   Sources that count nothing by what it has give the rule no subject.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS1105
#     description: "PCAOB AS 1105, Audit Evidence: inspection and recalculation as audit procedures"
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS2710
#     description: "PCAOB AS 2710, Other Information in Documents Containing Audited Financial Statements: statements that the document itself contradicts"
# custom:
#   id: count/property
#   severity: error
#   class: source
#   scope: fact
#   kinds: [relation]
#   remediation:
#     en: Look in the source which of the things have what is claimed, and check that none is left out; if the record is right, report the difference to the source's author.
#     ja: どの項目が該当するかを資料で確認し、記録に漏れがないか確認のうえ、記録に誤りがなければ差を作成者に照会してください。
#   message:
#     en: "{result.label} is printed as {result.printed}, but {params.having} of the {params.items} things have what is claimed ({params.property})."
#     ja: "{result.label}の記載は{result.printed}ですが、{params.items}件のうち該当するもの（{params.property}）を数えると{params.having}件です。"
#   cases:
#     of:
#       message:
#         en: "{of.label} is printed as {of.printed}, but counting the things it speaks of gives {params.items}."
#         ja: "{of.label}の記載は{of.printed}ですが、対象となる項目を数えると{params.items}件です。"
#     roundingOnly:
#       severity: note
#       remediation:
#         en: Nothing needs mending; keep the difference in the working papers.
#         ja: 修正は不要です。差を調書に残してください。
#       message:
#         en: "{result.label} is printed as {result.printed} and {params.having} of the {params.items} things have what is claimed ({params.property}), which the figure's wording allows."
#         ja: "{result.label}の記載{result.printed}と該当件数{params.having}件（{params.items}件中、{params.property}）との差は、記載の表現が許す範囲内です。"
#     undetermined:
#       severity: note
#       class: gap
#       remediation:
#         en: Obtain or record what is missing, or report the count as not verifiable from what is disclosed.
#         ja: 不足しているものを入手または記録するか、開示情報からは件数を検証不能と報告してください。
#       message:
#         en: "How many of the things have what is claimed ({params.property}) cannot be verified, because something is missing: {missing}."
#         ja: "不足があり、該当件数（{params.property}）を検証できません（{missing}）。"
package tieout.rules.count.property

import data.tieout.lib.verdict

# Names that mean a field of the thing; all others are dimensions.
fields := {"outcome", "status", "text"}

severities := ["inconsistent", "undetermined", "roundingOnly", "consistent"]

subjects contains relation.id if {
	some relation in input.facts.relation
	relation.having
}

# "Three of the five shops are in the north", and two are.
check contains object.union(case(told), {
	"subject": relation.id,
	"verdict": told.outcome.verdict,
	"evidence": evidence(relation, standing, told.outcome),
}) if {
	some relation in input.facts.relation
	relation.having
	standing := counted(relation)
	told := worst(judgements(relation, standing))
	verdict.wanted(told.outcome.verdict)
}

# The things, those that have all that is claimed, and those that may have it.
counted(relation) := {
	"items": items,
	"having": [item | some item in items; every name, word in relation.having { says(item, name) == word }],
	"open": [item |
		some item in items
		every name, word in relation.having { maybe(item, name, word) }
		some name, _ in relation.having
		not says(item, name)
	],
} if {
	items := [item |
		some item in verdict.having(relation.operands, "item")
		object.get(item, ["fact", "status"], "") != "notApplicable"
	]
}

says(item, name) := item.fact[name] if name in fields

says(item, name) := item.fact.dimensions[name] if not name in fields

maybe(item, name, word) if says(item, name) == word

maybe(item, name, _) if not says(item, name)

# What the source prints of all the things, and of those that have it.
judgements(relation, standing) := array.concat(
	[{"case": "of", "outcome": verdict.sum(of, [number(standing.items)])} |
		some of in verdict.having(relation.operands, "of")
	],
	[{"case": "result", "outcome": between(verdict.one(relation.operands, "result"), standing)}],
)

worst(judgements) := [j | some severity in severities; some j in judgements; j.outcome.verdict == severity][0]

# The number printed lies between those that have it and those that may.
between(result, standing) := most if {
	count(standing.open) > 0
	most := verdict.order(result, number(array.concat(standing.having, standing.open)))
	most.verdict == "inconsistent"
} else := verdict.sum(result, array.concat([number(standing.having)], [open(item) | some item in standing.open]))

number(things) := verdict.constant("item", [count(things), 1])

# A thing that may count or not: known to be there, its number not.
open(item) := {"role": "item", "ref": item.ref, "nonNegative": true, "fact": {"id": item.ref, "status": "disclosed"}} if {
	item.fact
} else := object.union(item, {"nonNegative": true})

evidence(relation, standing, outcome) := object.union(object.remove(verdict.evidence(outcome, []), ["reported"]), {
	"operands": [{"fact": operand.ref, "role": operand.role} |
		some operand in relation.operands
		object.get(operand, ["fact", "status"], "") != "notApplicable"
	],
	"params": {
		"having": count(standing.having),
		"items": count(standing.items),
		"property": concat(", ", [concat(": ", [name, word]) | some name, word in relation.having]),
	},
})

case(told) := {"case": told.outcome.verdict} if {
	told.outcome.verdict in {"roundingOnly", "undetermined"}
} else := {"case": "of"} if {
	told.outcome.verdict == "inconsistent"
	told.case == "of"
} else := {}
