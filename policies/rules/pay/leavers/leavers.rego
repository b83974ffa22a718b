# METADATA
# title: So many left office as the entity registry shows
# description: |
#   Where a source says how many persons left on a day, those are counted whose office in the entity
#   registry ends on that day, among the persons that it names. A person for whom no office is recorded
#   leaves the count open; one whose office has no end, or another, has not left on that day. Several rows
#   of one person count once.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS1105
#     description: "PCAOB AS 1105, Audit Evidence: inspection and recalculation as audit procedures"
#   - ref: https://laws.e-gov.go.jp/law/348M50000040005
#     description: "企業内容等の開示に関する内閣府令: 役員区分ごとの対象となる役員の員数"
# custom:
#   id: pay/leavers
#   severity: error
#   class: source
#   scope: fact
#   kinds: [relation]
#   remediation:
#     en: Look in the sources who left office on that day, and check that the registry has it so; if the record is right, report the difference to the source's author.
#     ja: 当該日付で退任した者を資料で確認し、エンティティ登録の在任期間と突合のうえ、記録に誤りがなければ差を作成者に照会してください。
#   message:
#     en: "{result.label} is printed as {result.printed}, but of the persons named the offices of {params.left} end on {params.date} ({params.persons})."
#     ja: "{result.label}の記載は{result.printed}ですが、{params.date}付けで役職が終了した者は{params.left}名です（{params.persons}）。"
#   cases:
#     roundingOnly:
#       severity: note
#       remediation:
#         en: Nothing needs mending; keep the difference in the working papers.
#         ja: 修正は不要です。差を調書に残してください。
#       message:
#         en: "{result.label} is printed as {result.printed} and the offices of {params.left} persons end on {params.date}, which the figure's wording allows."
#         ja: "{result.label}の記載{result.printed}と、{params.date}付けで役職が終了した{params.left}名との差は、記載の表現が許す範囲内です。"
#     undetermined:
#       severity: note
#       class: gap
#       remediation:
#         en: "Record the offices of the persons named, with their `until`, or report the number as not verifiable from what is disclosed."
#         ja: 各人の役職と終了日（`until`）を登録するか、退任者数は開示情報からは検証不能と報告してください。
#       message:
#         en: "How many left office cannot be verified, because something is missing: {missing}."
#         ja: "不足があり、退任者数を検証できません（{missing}）。"
package tieout.rules.pay.leavers

import data.tieout.lib.verdict

subjects contains relation.id if {
	some relation in input.facts.relation
	relation.type == "leavers"
}

# Four leave at the year's end, and the offices of three end that day.
check contains object.union(case(outcome.verdict), {
	"subject": relation.id,
	"verdict": outcome.verdict,
	"evidence": object.union(
		verdict.evidence(outcome, relation.operands),
		{"params": {
			"left": count(left(relation)),
			"date": day(relation),
			"persons": concat(", ", [object.get(data.registry.entities, [p, "labels", "en"], p) | some p in left(relation)]),
		}},
	),
}) if {
	some relation in input.facts.relation
	relation.type == "leavers"
	outcome := verdict.sum(verdict.one(relation.operands, "result"), array.concat(
		[verdict.constant("person", [count(left(relation)), 1])],
		[unknown | some operand in relation.operands; unknown := open(operand, relation)],
	))
	verdict.wanted(outcome.verdict)
}

default day(_) := "?"

day(relation) := verdict.one(relation.operands, "on").fact.date

left(relation) := {person |
	some operand in verdict.having(relation.operands, "person")
	person := who(operand.fact)
	some office in data.registry.entities[person].offices
	office.until == day(relation)
}

# Whom a fact is about.
who(fact) := fact.dimensions.person if {
	fact.dimensions.person
} else := fact.entity

# A person without any office on record, and all of them without a day.
open(operand, relation) := {
	"role": "person",
	"ref": operand.ref,
	"nonNegative": true,
	"fact": {"id": operand.ref, "status": "disclosed"},
} if {
	operand.role == "person"
	not settled(operand, relation)
} else := object.union(operand, {"nonNegative": true}) if {
	operand.role == "on"
	day(relation) == "?"
}

settled(operand, relation) if {
	count(data.registry.entities[who(operand.fact)].offices) > 0
	day(relation) != "?"
}

case(kind) := {"case": kind} if {
	kind in {"roundingOnly", "undetermined"}
} else := {}
