# METADATA
# title: Documents are compared as of one day
# description: |
#   A running figure (a stock, a count to date) changes from day to day. Figures of one concept, entity,
#   period, unit and scope that were taken on different days, or of which only one names its day, are not
#   held to each other; where two documents differ so, nothing can be said of it, and whoever puts them
#   side by side should know. Figures that agree need no word, nor do those of one document, which shows both.
# related_resources:
#   - ref: https://www.xbrl.org/Specification/oim/REC-2021-10-13/oim-REC-2021-10-13.html
#     description: "XBRL Open Information Model: the dimensions that make two facts the same fact"
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS1105
#     description: "PCAOB AS 1105, Audit Evidence: inconsistency between sources, and what may explain it"
# custom:
#   id: time/incomparable-dates
#   severity: note
#   class: gap
#   scope: corpus
#   kinds: [quantity]
#   group: {by: [concept, entity, period, unit, dimensions]}
#   remediation:
#     en: Obtain figures of one day before the sources are compared, and name the days wherever both are shown.
#     ja: 比較する場合は同一時点の数値を入手し、併記の際はそれぞれの時点を明示してください。
#   message:
#     en: "{member.label} is printed as {member.printed} ({member.source}), taken on different days ({params.days}): the figures cannot be held against each other."
#     ja: "{member.label}の記載{member.printed}（{member.source}）は時点が異なり（{params.days}）、突合できません。"
package tieout.rules.time.incomparable_dates

import data.tieout.lib.verdict

subjects contains group.key if some group in running

# A town of 12,400 people in March by one guide, and of 12,900 at no known day by another.
check contains {
	"subject": group.key,
	"verdict": "undetermined",
	"evidence": evidence(group),
} if {
	some group in running
	differ(group)
}

# A town of 12,400 people in March and in May.
check contains {"subject": group.key, "verdict": "consistent", "evidence": evidence(group)} if {
	input.mode == "audit"
	some group in running
	not differ(group)
}

# Groups of figures with values, of more than one day and document.
running := [{"key": group.key, "facts": facts, "days": days} |
	some group in input.groups
	days := {day(fact) | some fact in group.facts; valued(fact)}
	count(days) > 1
	facts := [fact | some fact in group.facts; valued(fact)]
	count({fact.source | some fact in facts}) > 1
]

valued(fact) if {
	fact.intervals
	fact.status != "notApplicable"
}

day(fact) := object.get(fact, "asOf", "?")

differ(group) if {
	members := [verdict.operand("member", fact) | some fact in group.facts]
	not verdict.obviously_same(members)
	verdict.same(members).verdict == "inconsistent"
}

evidence(group) := {
	"operands": [{"fact": fact.id, "role": "member"} | some fact in group.facts],
	"params": {"days": concat(", ", group.days)},
}
