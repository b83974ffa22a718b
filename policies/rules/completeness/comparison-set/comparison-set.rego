# METADATA
# title: A comparison keeps every member that it introduced
# description: |
#   A rival that is introduced with the others and then missing from the table that compares them may
#   have been left out because it does not fit. Where the record names what introduces the members of a
#   set and what compares them, each member introduced must be among those compared: by entity, or along
#   the dimension that the record names. Members that are only compared are no loss. Where no comparison is
#   recorded there is nothing to check.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS2710
#     description: "PCAOB AS 2710, Other Information in Documents Containing Audited Financial Statements: omissions that mislead"
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS2305
#     description: "PCAOB AS 2305, Substantive Analytical Procedures: comparisons need the whole of the population"
# custom:
#   id: completeness/comparison-set
#   severity: warning
#   class: source
#   scope: fact
#   kinds: [relation]
#   where: {relation.type: [comparison]}
#   remediation:
#     en: Look for the missing member in the comparison as printed; if it is not there, ask the source's author why it was left out.
#     ja: 比較対象に欠けている項目がないか資料で確認し、なければ除外の理由を作成者に照会してください。
#   message:
#     en: "Of the {params.introduced} that are introduced, the comparison leaves out {params.dropped}: {introduced.label}."
#     ja: "挙げられた{params.introduced}者のうち{params.droppedJa}が比較から漏れています（{introduced.label}）。"
#   cases:
#     undetermined:
#       severity: note
#       class: gap
#       remediation:
#         en: Record what is missing, with the entity or member that it is about.
#         ja: 不足しているものを、対象となる主体または区分とともに記録してください。
#       message:
#         en: "Whether a comparison is complete cannot be told, because it is not recorded whom a part of it is about: {missing}."
#         ja: "対象の記録が不足しており、比較に漏れがないか判断できません（{missing}）。"
package tieout.rules.completeness.comparison_set

subjects contains relation.id if {
	some relation in input.facts.relation
	relation.type == "comparison"
}

# Three bakeries introduced as rivals, and two in the table.
check contains {"subject": relation.id, "verdict": "inconsistent", "evidence": evidence(relation, dropped)} if {
	some relation in input.facts.relation
	relation.type == "comparison"
	count(unnamed(relation, "compared")) == 0
	dropped := missed(relation)
	count(dropped) > 0
}

# Three bakeries and a row in the table of which nobody knows whose it is.
check contains {
	"subject": relation.id,
	"case": "undetermined",
	"verdict": "undetermined",
	"evidence": object.union(evidence(relation, dropped), {"missing": missing}),
} if {
	some relation in input.facts.relation
	relation.type == "comparison"
	dropped := missed(relation)
	missing := unknown(relation, dropped)
	count(missing) > 0
}

# Three bakeries, and the same three in the table.
check contains {"subject": relation.id, "verdict": "consistent", "evidence": evidence(relation, set())} if {
	input.mode == "audit"
	some relation in input.facts.relation
	relation.type == "comparison"
	count(missed(relation)) == 0
	count(unnamed(relation, "introduced")) == 0
}

# Where somebody seems to be left out, a nameless row may be theirs.
unknown(relation, dropped) := unnamed(relation, "compared") if {
	count(dropped) > 0
} else := unnamed(relation, "introduced")

missed(relation) := members(relation, "introduced") - members(relation, "compared")

members(relation, role) := {member(relation, operand) |
	some operand in relation.operands
	operand.role == role
}

# Whom an operand is about.
member(relation, operand) := operand.fact.entity if {
	not relation.along
} else := operand.fact.dimensions[relation.along]

unnamed(relation, role) := [{"role": role, "fact": operand.ref, "cause": "absent"} |
	some operand in relation.operands
	operand.role == role
	not member(relation, operand)
]

evidence(relation, dropped) := {
	"operands": [{"fact": operand.fact.id, "role": operand.role} |
		some operand in relation.operands
		operand.fact
		shown(relation, operand, dropped)
	],
	"params": {
		"introduced": count(members(relation, "introduced")),
		"dropped": concat(", ", {name(id, "en") | some id in dropped}),
		"droppedJa": concat("、", {name(id, "ja") | some id in dropped}),
	},
}

# Of those introduced, the ones that are left out; all, where none is.
shown(_, operand, _) if operand.role == "compared"

shown(relation, operand, dropped) if member(relation, operand) in dropped

shown(_, _, dropped) if count(dropped) == 0

# By its label, in the other language where it has none in this one.
name(id, lang) := data.registry.entities[id].labels[lang] if {
	data.registry.entities[id].labels[lang]
} else := data.registry.entities[id].labels.en if {
	data.registry.entities[id].labels.en
} else := id
