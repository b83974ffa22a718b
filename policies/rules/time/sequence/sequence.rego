# METADATA
# title: What is said to come first is not dated after what follows
# description: |
#   A cause that is dated after its effect, a decision after what it led to: where a source puts one
#   thing before another, their days must allow it. Each may be an event or a figure with a period. Only
#   what is wholly later contradicts: months and years that overlap leave room for the order that is said.
#   Asked where the record states a sequence; two dates alone contradict nothing.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS2710
#     description: "PCAOB AS 2710, Other Information in Documents Containing Audited Financial Statements: statements that the document itself contradicts"
#   - ref: https://www.iso.org/standard/70907.html
#     description: "ISO 8601-1, Date and time: how days, months and years are placed on the calendar"
# custom:
#   id: time/sequence
#   severity: error
#   class: source
#   scope: fact
#   kinds: [relation]
#   remediation:
#     en: Compare both dates and the sentence that orders them with the source; if the record is right, report the contradiction to the source's author.
#     ja: 双方の日付と前後関係の記述を資料と突合し、記録に誤りがなければ作成者に照会してください。
#   message:
#     en: "{earlier.label} is said to come before {later.label}, but is dated {params.earlier}, and that {params.later}."
#     ja: "{earlier.label}は{later.label}に先立つとされていますが、日付は{params.earlier}であり、後者は{params.later}です。"
#   cases:
#     undetermined:
#       severity: note
#       class: gap
#       remediation:
#         en: Record the missing date, or report the sequence as not verifiable from what is disclosed.
#         ja: 不足している日付を記録するか、前後関係は開示情報からは検証不能と報告してください。
#       message:
#         en: "A stated sequence cannot be verified, because a date is missing: {missing}."
#         ja: "日付が不足しており、記載された前後関係を検証できません（{missing}）。"
package tieout.rules.time.sequence

import data.tieout.lib.calendar
import data.tieout.lib.verdict

subjects contains relation.id if {
	some relation in input.facts.relation
	relation.type == "sequence"
}

# A repair in May after a flood in June.
check contains {"subject": relation.id, "verdict": "inconsistent", "evidence": evidence(ends)} if {
	some relation in input.facts.relation
	relation.type == "sequence"
	ends := dated(relation)
	reversed(ends)
}

# A repair in June after a flood in May, or in the year of the flood.
check contains {"subject": relation.id, "verdict": "consistent", "evidence": evidence(ends)} if {
	input.mode == "audit"
	some relation in input.facts.relation
	relation.type == "sequence"
	ends := dated(relation)
	not reversed(ends)
}

# A repair after a flood whose day is not recorded.
check contains {
	"subject": relation.id,
	"case": "undetermined",
	"verdict": "undetermined",
	"evidence": {
		"operands": [{"fact": end.fact.id, "role": end.role} | some end in ends],
		"missing": [object.union(
			{"role": end.role, "cause": "absent"},
			{"fact": end.ref},
		) |
			some end in ends
			not end.fact.period
		],
	},
} if {
	some relation in input.facts.relation
	relation.type == "sequence"
	not dated(relation)
	ends := [verdict.one(relation.operands, role) | some role in ["earlier", "later"]]
}

dated(relation) := {"earlier": earlier.fact, "later": later.fact} if {
	earlier := verdict.one(relation.operands, "earlier")
	later := verdict.one(relation.operands, "later")
	earlier.fact.period
	later.fact.period
}

reversed(ends) if calendar.first(ends.earlier.period) > calendar.last(ends.later.period)

evidence(ends) := {
	"operands": [{"fact": fact.id, "role": role} | some role, fact in ends],
	"params": {role: fact.period | some role, fact in ends},
}
