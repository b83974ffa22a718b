# METADATA
# title: A stated number of things is the number of those named
# description: |
#   Where a source states how many things it names ("the following four", "three axes", a head count
#   beside names), the things recorded are counted and held against the figure. A thing counts by
#   standing there, whether or not it has a value; what does not apply is not counted. A printed count
#   is exact unless it is qualified. One that is not recorded leaves the count undecided. Counts of what
#   has something in common ("three of the five") are count/property's.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS1105
#     description: "PCAOB AS 1105, Audit Evidence: inspection and recalculation as audit procedures"
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS2710
#     description: "PCAOB AS 2710, Other Information in Documents Containing Audited Financial Statements: statements that the document itself contradicts"
# custom:
#   id: count/stated-count
#   severity: error
#   class: source
#   scope: fact
#   kinds: [relation]
#   where: {relation.type: [count]}
#   remediation:
#     en: Count the things in the source again, and check that none is recorded twice or left out; if the record is right, report the difference to the source's author.
#     ja: 資料に挙げられた項目を数え直し、記録に重複や漏れがないことを確認のうえ、記録に誤りがなければ差を作成者に照会してください。
#   message:
#     en: "{result.label} is printed as {result.printed}, but counting those named gives {computed.value}: {item.label}."
#     ja: "{result.label}の記載は{result.printed}ですが、挙げられている項目を数えると{computed.value}です（{item.label}）。"
#   cases:
#     roundingOnly:
#       severity: note
#       remediation:
#         en: Nothing needs mending; keep the difference in the working papers.
#         ja: 修正は不要です。差を調書に残してください。
#       message:
#         en: "{result.label} is printed as {result.printed} and counting those named gives {computed.value}; the difference of {deviation} lies within what the figure's wording allows."
#         ja: "{result.label}の記載{result.printed}と、挙げられている項目の数{computed.value}との差{deviation}は、記載の表現が許す範囲内です。"
#     undetermined:
#       severity: note
#       class: gap
#       remediation:
#         en: Obtain or record what is missing, or report the count as not verifiable from what is disclosed.
#         ja: 不足しているものを入手または記録するか、開示情報からは件数を検証不能と報告してください。
#       message:
#         en: "A stated number of things cannot be verified, because something is missing: {missing}."
#         ja: "不足があり、記載された件数を検証できません（{missing}）。"
package tieout.rules.count.stated_count

import data.tieout.lib.verdict

subjects contains relation.id if {
	some relation in input.facts.relation
	relation.type == "count"
	not relation.having
}

# A menu of "three soups" that names two.
check contains object.union(case(outcome.verdict), {
	"subject": relation.id,
	"verdict": outcome.verdict,
	"evidence": verdict.evidence(outcome, array.concat([result], items)),
}) if {
	some relation in input.facts.relation
	relation.type == "count"
	not relation.having
	result := verdict.one(relation.operands, "result")
	items := [item | some item in verdict.having(relation.operands, "item"); status(item) != "notApplicable"]
	unseen := [item | some item in items; not stands(item)]
	seen := count(items) - count(unseen)
	counted := array.concat([verdict.constant("item", [seen, 1])], unseen)
	not verdict.obviously_sums(result, counted)
	outcome := verdict.sum(result, counted)
	verdict.wanted(outcome.verdict)
}

# What is not recorded, or left out for its form, may not be there at all.
stands(item) if {
	item.fact
	status(item) != "excluded"
}

status(item) := object.get(item, ["fact", "status"], "")

case(kind) := {"case": kind} if {
	kind in {"roundingOnly", "undetermined"}
} else := {}
