# METADATA
# title: A stated rank fits the figures that are ranked
# description: |
#   A rank is one more than the number of figures that are greater; equal figures share it. The figure
#   is compared with every other that the source prints beside it. Where at least as many as the rank
#   are certainly greater, whichever way the figures were rounded, the rank is wrong. Where fewer are
#   greater than it takes, others that the source does not print may be: the rank stays undecided.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS1105
#     description: "PCAOB AS 1105, Audit Evidence: recalculation as an audit procedure"
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS2710
#     description: "PCAOB AS 2710, Other Information in Documents Containing Audited Financial Statements: statements that the figures contradict"
# custom:
#   id: order/rank
#   severity: error
#   class: source
#   scope: fact
#   kinds: [relation]
#   where: {relation.type: [rank]}
#   remediation:
#     en: Compare the rank and the figures with the source as printed, and check that they are ranked by the same measure; if the record is right, report the contradiction to the source's author.
#     ja: 順位と各数値を資料の記載と突合し、同じ尺度による順位であることを確認のうえ、記録に誤りがなければ作成者に照会してください。
#   message:
#     en: "{rank.label} is printed as {rank.printed}, but {fact.label} ({fact.printed}) ranks {computed.value} at best, behind {above.label} ({above.printed})."
#     ja: "{rank.label}の記載は{rank.printed}ですが、{fact.label}（{fact.printed}）は{above.label}（{above.printed}）を下回り、順位は高くても{computed.value}位です。"
#   cases:
#     roundingOnly:
#       severity: note
#       remediation:
#         en: Nothing needs mending; keep the difference in the working papers.
#         ja: 修正は不要です。差を調書に残してください。
#       message:
#         en: "{rank.label} is printed as {rank.printed}, which {fact.label} ({fact.printed}) holds only because of rounding: as printed it ranks {computed.value}."
#         ja: "{rank.label}の記載は{rank.printed}ですが、{fact.label}（{fact.printed}）の順位は記載の数値では{computed.value}位であり、端数処理を考慮した場合に限り一致します。"
#     unlisted:
#       severity: note
#       class: gap
#       remediation:
#         en: Obtain the figures that stand above, or report the rank as not verifiable from what is disclosed.
#         ja: 上位の数値を入手するか、順位は開示情報からは検証不能と報告してください。
#       message:
#         en: "{rank.label} is printed as {rank.printed}, which cannot be verified: of the figures compared, too few stand above {fact.label} ({fact.printed})."
#         ja: "{rank.label}の記載は{rank.printed}ですが、{fact.label}（{fact.printed}）を上回る数値の開示が足りず、順位を検証できません。"
#     undetermined:
#       severity: note
#       class: gap
#       remediation:
#         en: Obtain the missing figures, or report the rank as not verifiable from what is disclosed.
#         ja: 不足している数値を入手するか、順位は開示情報からは検証不能と報告してください。
#       message:
#         en: "A stated rank cannot be verified, because a figure is missing: {missing}."
#         ja: "数値が不足しており、記載された順位を検証できません（{missing}）。"
package tieout.rules.order.rank

import data.tieout.lib.verdict

subjects contains relation.id if {
	some relation in input.facts.relation
	relation.type == "rank"
}

# A town that calls itself the second largest and prints two larger ones.
check contains object.union(case(outcome), {
	"subject": relation.id,
	"verdict": outcome.verdict,
	"evidence": evidence(outcome, standing),
}) if {
	some relation in input.facts.relation
	relation.type == "rank"
	standing := compared(relation)
	outcome := judged(standing)
	verdict.wanted(outcome.verdict)
}

# Each of the others is certainly greater (above), greater as printed (ahead), or neither.
compared(relation) := {
	"fact": fact,
	"rank": verdict.one(relation.operands, "rank"),
	"others": others,
	"above": {i | some i, pair in pairs; pair.verdict == "inconsistent"},
	"ahead": {i | some i, pair in pairs; pair.verdict in {"inconsistent", "roundingOnly"}},
} if {
	fact := verdict.one(relation.operands, "fact")
	others := [other |
		some other in verdict.having(relation.operands, "among")
		object.get(other, ["fact", "status"], "") != "notApplicable"
	]
	pairs := [pair | some other in others; pair := verdict.order(other, fact)]
}

# The judgement of a comparison of ranks, with the verdict on the whole.
judged(standing) := object.union(best, {"verdict": "inconsistent", "missing": missing(standing)}) if {
	best := verdict.order(place(standing.above), standing.rank)
	best.verdict == "inconsistent"
} else := object.union(undecided, {"verdict": "undetermined", "missing": missing(standing)}) if {
	count(missing(standing)) > 0
} else := object.union(printed, {"verdict": "roundingOnly"}) if {
	printed := verdict.order(place(standing.ahead), standing.rank)
	printed.verdict == "inconsistent"
} else := object.union(undecided, {"verdict": "undetermined", "missing": []}) if {
	verdict.order(standing.rank, place(standing.ahead)).verdict == "inconsistent"
} else := object.union(verdict.order(place(standing.ahead), standing.rank), {"verdict": "consistent"})

undecided := {"computed": {}, "reported": {}, "worlds": {"meets": [], "misses": []}}

# The rank behind so many others.
place(others) := verdict.constant("rank", [count(others) + 1, 1])

missing(standing) := verdict.missing(array.concat([standing.fact, standing.rank], standing.others))

evidence(outcome, standing) := object.union(
	verdict.evidence(outcome, array.concat([standing.fact, standing.rank], told)),
	{"reported": {"fact": standing.rank.ref} | outcome.reported != {}},
) if {
	told := [object.union(other, {"role": role}) |
		some i, other in standing.others
		role := {true: "above", false: "among"}[i in standing.above]
	]
}

case(outcome) := {"case": "unlisted"} if {
	outcome.verdict == "undetermined"
	count(outcome.missing) == 0
} else := {"case": outcome.verdict} if {
	outcome.verdict in {"roundingOnly", "undetermined"}
} else := {}
