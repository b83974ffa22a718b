# METADATA
# title: Figures that a source ties to each other are one value
# description: |
#   Where a source says that figures are the same one (a table's figure restated in the text, a target
#   taken over from another document), they must agree as far as their rounding and qualifiers allow,
#   though concept, scope or date of the records differ. Grades and other words are held to each other
#   too, word for word, and events day for day. What does not apply is no member; what has no value leaves the tie undecided.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS2710
#     description: "PCAOB AS 2710, Other Information in Documents Containing Audited Financial Statements: figures restated elsewhere agree with their origin"
#   - ref: https://www.xbrl.org/Specification/calculation-1.1/REC-2023-02-22/calculation-1.1-REC-2023-02-22.html
#     description: "XBRL Calculations 1.1: when figures of different precision are consistent"
# custom:
#   id: equality/stated-tie
#   severity: error
#   class: source
#   scope: fact
#   kinds: [relation]
#   where: {relation.type: [equal]}
#   remediation:
#     en: Compare each figure with its source as printed, and check that they are meant to be the same; if the record is right, report the contradiction to the sources' authors.
#     ja: 各数値を資料の記載と突合し、同一の数値を指すことを確認のうえ、記録に誤りがなければ作成者に照会してください。
#   message:
#     en: "What should be one figure is printed as {member.printed} ({member.source}), {deviation} apart, which rounding cannot explain: {member.label}."
#     ja: "同一であるはずの数値（{member.label}）が{member.printed}（{member.source}）と記載され、突合すると端数処理では説明できない{deviation}の差があります。"
#   cases:
#     scale:
#       remediation:
#         en: Compare the unit and the scale beside both figures with the sources; if the record is right, report the slip to the sources' authors.
#         ja: 双方の数値の単位・桁を資料の記載と突合し、記録に誤りがなければ桁違いを作成者に照会してください。
#       message:
#         en: "What should be one figure is printed as {member.printed} ({member.source}): the same digits, a power of ten apart, as if a unit or scale were taken for another: {member.label}."
#         ja: "同一であるはずの数値（{member.label}）が{member.printed}（{member.source}）と記載され、数字は同じでも桁が異なり、単位または桁の取り違えとみられます。"
#     words:
#       message:
#         en: "What should be the same is printed in words that differ, {member.printed} ({member.source}): {member.label}."
#         ja: "同一であるはずの記載（{member.label}）を突合すると、文言が一致しません（{member.printed}、出典：{member.source}）。"
#     dates:
#       message:
#         en: "What should be one date is printed as {member.printed} ({member.source}): {member.label}."
#         ja: "同一であるはずの日付（{member.label}）を突合すると、{member.printed}と一致しません（出典：{member.source}）。"
#     roundingOnly:
#       severity: note
#       remediation:
#         en: Nothing needs mending; keep the difference in the working papers.
#         ja: 修正は不要です。差を調書に残してください。
#       message:
#         en: "What should be one figure is printed as {member.printed} ({member.source}), which agree only within their rounding: {member.label}."
#         ja: "同一であるはずの数値（{member.label}）の記載{member.printed}（{member.source}）は、端数処理の範囲内でのみ一致します。"
#     undetermined:
#       severity: note
#       class: gap
#       remediation:
#         en: Obtain the missing figure, or report the tie as not verifiable from what is disclosed.
#         ja: 不足している数値を入手するか、開示情報からは突合不能と報告してください。
#       message:
#         en: "Figures that should be the same cannot be compared, because one is missing: {missing}."
#         ja: "数値が不足しており、同一であるはずの数値を突合できません（{missing}）。"
package tieout.rules.equality.stated_tie

import data.tieout.lib.scale
import data.tieout.lib.verdict

subjects contains relation.id if {
	some relation in input.facts.relation
	relation.type == "equal"
}

# A menu that sells for 12 what the price list, as the menu says, sells for 11.
check contains object.union(case(outcome.verdict, members), {
	"subject": relation.id,
	"verdict": outcome.verdict,
	"evidence": verdict.evidence(outcome, members),
}) if {
	some relation in input.facts.relation
	relation.type == "equal"
	members := applying(relation)
	agree(words(members))
	figures := compared(members)
	not verdict.obviously_same(figures)
	outcome := verdict.same(figures)
	verdict.wanted(outcome.verdict)
}

# A room that is "sea view" on the bill and "garden view" on the booking that it repeats.
check contains {
	"subject": relation.id,
	"case": kind,
	"verdict": "inconsistent",
	"evidence": {"operands": [{"fact": member.ref, "role": member.role} | some member in spoken]},
} if {
	some relation in input.facts.relation
	relation.type == "equal"
	spoken := words(applying(relation))
	not agree(spoken)
	kind := difference(spoken)
}

applying(relation) := [member |
	some member in relation.operands
	object.get(member, ["fact", "status"], "") != "notApplicable"
]

words(members) := [member | some member in members; said(member)]

agree(members) if count({said(member) | some member in members}) < 2

# An event is known by its days, whatever way they are printed.
said(member) := member.fact.text

said(member) := member.fact.period if member.fact.kind == "event"

difference(members) := "dates" if {
	every member in members {
		member.fact.kind == "event"
	}
} else := "words"

# Words that agree want nothing; beside a figure they are a member without value.
compared(members) := members if {
	some member in members
	member.fact.intervals
} else := [member | some member in members; not said(member)]

case(kind, members) := {"case": kind} if {
	kind in {"roundingOnly", "undetermined"}
} else := {"case": "scale"} if {
	kind == "inconsistent"
	scale.slipped([member.fact | some member in members])
} else := {}
