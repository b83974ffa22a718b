# METADATA
# title: A stated mean is one that its members can have
# description: |
#   Where a source states a mean (a rate over three years, an average per shop), the members that it
#   prints are averaged again. Where it prints only some of them and says how many there are, the others
#   can be no less and no more than the least and the most that a member can be, such as the floor and
#   the cap of a pay plan: the mean must be feasible within these. A mean that is feasible is not thereby
#   verified; one that is not is wrong, whatever the members are that were left out.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS1105
#     description: "PCAOB AS 1105, Audit Evidence: recalculation as an audit procedure"
#   - ref: https://doi.org/10.1177/1948550616673876
#     description: "Brown and Heathers (2017), The GRIM Test: means that no answers within the scale can give"
# custom:
#   id: arithmetic/mean
#   severity: error
#   class: source
#   scope: fact
#   kinds: [relation]
#   remediation:
#     en: Compare the mean, its members and their number with the source as printed; if the record is right, report the difference to the source's author.
#     ja: 平均値・各数値・件数を資料の記載と突合し、記録に誤りがなければ差を作成者に照会してください。
#   message:
#     en: "{result.label} is printed as {result.printed}, but the mean of {member.printed} is {computed.value}: a difference of {deviation} that rounding cannot explain."
#     ja: "{result.label}の記載は{result.printed}ですが、{member.printed}の平均を検算すると{computed.value}となり、端数処理では説明できない{deviation}の差があります。"
#   cases:
#     roundingOnly:
#       severity: note
#       remediation:
#         en: Nothing needs mending; keep the difference in the working papers.
#         ja: 修正は不要です。差を調書に残してください。
#       message:
#         en: "{result.label}, printed as {result.printed}, is the mean of its members only within their rounding ({computed.interval})."
#         ja: "{result.label}の記載{result.printed}は、端数処理の範囲内でのみ各数値の平均（{computed.interval}）と一致します。"
#     infeasible:
#       message:
#         en: "{result.label} is printed as {result.printed}, which the mean cannot be, whatever the members are that are not printed: it lies in {computed.interval}."
#         ja: "{result.label}の記載は{result.printed}ですが、開示のない数値がいくらであっても平均は{computed.interval}の範囲内であり、この値にはなりません。"
#     members:
#       message:
#         en: "{result.label} is said to be the mean of {of.printed}, but {params.members} figures are recorded for it."
#         ja: "{result.label}は{of.printed}の平均とされていますが、記録されている数値は{params.members}件です。"
#     undetermined:
#       severity: note
#       class: gap
#       remediation:
#         en: Obtain the missing figures, or report the mean as not verifiable from what is disclosed.
#         ja: 不足している数値を入手するか、開示情報からは検算不能と報告してください。
#       message:
#         en: "A stated mean cannot be recalculated, because a figure is missing: {missing}."
#         ja: "数値が不足しており、記載された平均を検算できません（{missing}）。"
package tieout.rules.arithmetic.mean

import data.tieout.lib.interval
import data.tieout.lib.verdict

subjects contains relation.id if {
	some relation in input.facts.relation
	relation.type == "mean"
}

# A mean of 90 over three marks, none above 100, of which two are 60 and 70.
check contains object.union(case(outcome), {
	"subject": relation.id,
	"verdict": outcome.verdict,
	"evidence": verdict.evidence(outcome, relation.operands),
}) if {
	some relation in input.facts.relation
	relation.type == "mean"
	size := number(relation)
	size >= count(printed(relation))
	outcome := averaged(relation, size)
	verdict.wanted(outcome.verdict)
}

# A mean of two marks of which three are printed.
check contains {
	"subject": relation.id,
	"case": "members",
	"verdict": "inconsistent",
	"evidence": {"operands": told(relation), "params": {"members": count(printed(relation))}},
} if {
	some relation in input.facts.relation
	relation.type == "mean"
	number(relation) < count(printed(relation))
}

# A mean of so many marks that nobody says how many.
check contains {
	"subject": relation.id,
	"case": "undetermined",
	"verdict": "undetermined",
	"evidence": {"operands": told(relation), "missing": counted.missing},
} if {
	some relation in input.facts.relation
	relation.type == "mean"
	not number(relation)
	counted := verdict.order(verdict.one(relation.operands, "of"), verdict.constant("of", [1, 1]))
}

averaged(relation, size) := verdict.computed(
	verdict.one(relation.operands, "result"),
	array.concat(
		[object.union(member, {"weight": [1, size]}) | some member in printed(relation)],
		[rest | size > count(printed(relation)); rest := unprinted(relation, size)],
	),
)

# How many members there are: so many as the source says, or as are recorded.
number(relation) := of.fact.value[0] if {
	some of in relation.operands
	of.role == "of"
	of.fact.value[1] == 1
	of.fact.value[0] > 0
	count(object.get(of.fact, "qualifiers", [])) == 0
} else := count([m | some m in verdict.having(relation.operands, "member"); applies(m)]) if {
	count(verdict.having(relation.operands, "of")) == 0
}

printed(relation) := [member |
	some member in verdict.having(relation.operands, "member")
	member.fact.intervals
]

applies(member) if object.get(member, ["fact", "status"], "") != "notApplicable"

# All members that are not printed, as one figure between the bounds; without
# any bound they are simply missing.
unprinted(relation, size) := {
	"role": "member",
	"weight": [size - count(printed(relation)), size],
	"fact": {"status": "disclosed", "intervals": {"rounded": {
		"lower": bound(relation, "lowest", "lower"),
		"upper": bound(relation, "highest", "upper"),
		"lowerOpen": bound(relation, "lowest", "lower") == null,
		"upperOpen": bound(relation, "highest", "upper") == null,
	}}},
} if {
	some role in ["lowest", "highest"]
	verdict.one(relation.operands, role).fact.intervals
} else := secret[0] if {
	secret := [object.union(member, {"weight": [1, size]}) |
		some member in verdict.having(relation.operands, "member")
		applies(member)
		not member.fact.intervals
	]
	count(secret) > 0
} else := verdict.absent("member")

default bound(_, _, _) := null

bound(relation, role, side) := interval.hull([i | some i in fact.intervals])[side] if {
	fact := verdict.one(relation.operands, role).fact
	fact.intervals
}

told(relation) := [{"fact": operand.ref, "role": operand.role} | some operand in relation.operands]

case(outcome) := {"case": outcome.verdict} if {
	outcome.verdict in {"roundingOnly", "undetermined"}
} else := {"case": "infeasible"} if {
	outcome.verdict == "inconsistent"
	not outcome.computed.value
} else := {}
