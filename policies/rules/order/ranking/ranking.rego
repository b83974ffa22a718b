# METADATA
# title: A ranking leaves no place out and shares none by mistake
# description: |
#   Where a source gives several ranks of one ranking and says that none is left out between them, the
#   ranks are put in order: each follows the one before, or repeats it as a tie, and after a tie the next
#   rank either skips as many places as were shared (1, 2, 2, 4) or none at all (1, 2, 2, 3), in the same
#   way throughout. The ranks need not begin at 1. Whether a rank fits the figures behind it is
#   order/rank's to say.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS1105
#     description: "PCAOB AS 1105, Audit Evidence: inspection and recalculation as audit procedures"
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS2710
#     description: "PCAOB AS 2710, Other Information in Documents Containing Audited Financial Statements: statements that the document itself contradicts"
# custom:
#   id: order/ranking
#   severity: error
#   class: source
#   scope: fact
#   kinds: [relation]
#   remediation:
#     en: Compare the ranks with the source as printed, and look for one that is not recorded; if the record is right, report the gap to the source's author.
#     ja: 各順位を資料の記載と突合し、記録漏れの順位がないか確認のうえ、記録に誤りがなければ作成者に照会してください。
#   message:
#     en: "The ranking prints {rank.printed}, with nobody in place {params.expected}, although none is left out."
#     ja: "順位の記載は{rank.printed}ですが、漏れがないとされているにもかかわらず、{params.expected}位がありません。"
#   cases:
#     tie:
#       remediation:
#         en: Compare the ranks with the source as printed; if the record is right, ask the source's author which of the shared places is wrong.
#         ja: 各順位を資料の記載と突合し、記録に誤りがなければ、同順位のうちいずれが誤りかを作成者に照会してください。
#       message:
#         en: "The ranking prints {rank.printed}, in which rank {params.rank} does not go with the places shared before it."
#         ja: "順位の記載は{rank.printed}ですが、{params.rank}位は、それより上の同順位の数え方と合いません。"
#     undetermined:
#       severity: note
#       class: gap
#       remediation:
#         en: Obtain the missing ranks, or report the ranking as not verifiable from what is disclosed.
#         ja: 不足している順位を入手するか、順位は開示情報からは検証不能と報告してください。
#       message:
#         en: "A ranking cannot be verified, because a rank is missing: {missing}."
#         ja: "順位の不足があり、検証できません（{missing}）。"
package tieout.rules.order.ranking

import data.tieout.lib.verdict

subjects contains relation.id if {
	some relation in input.facts.relation
	relation.type == "ranking"
}

# Three bakeries in a contest with ranks 1, 2 and 4.
check contains object.union(object.remove(broken, ["params"]), {
	"subject": relation.id,
	"verdict": "inconsistent",
	"evidence": object.union(evidence(relation), {"params": broken.params}),
}) if {
	some relation in input.facts.relation
	relation.type == "ranking"
	missing(relation) == []
	ranks := sort([rank.fact.value[0] | some rank in relation.operands])
	not standard(ranks)
	not dense(ranks)
	broken := flaw(ranks)
}

check contains {
	"subject": relation.id,
	"case": "undetermined",
	"verdict": "undetermined",
	"evidence": object.union(evidence(relation), {"missing": missing(relation)}),
} if {
	some relation in input.facts.relation
	relation.type == "ranking"
	missing(relation) != []
}

check contains {"subject": relation.id, "verdict": "consistent", "evidence": evidence(relation)} if {
	input.mode == "audit"
	some relation in input.facts.relation
	relation.type == "ranking"
	missing(relation) == []
	ranks := sort([rank.fact.value[0] | some rank in relation.operands])
	sound(ranks)
}

sound(ranks) if standard(ranks)

sound(ranks) if {
	not standard(ranks)
	dense(ranks)
}

# 1, 2, 2, 4: a rank is its place, or repeats the one before.
standard(ranks) if {
	every i, rank in ranks {
		rank in {ranks[0] + i, ranks[max([0, i - 1])]}
	}
}

# 1, 2, 2, 3: no place is skipped after a tie.
dense(ranks) if {
	every i, rank in ranks {
		(rank - ranks[max([0, i - 1])]) in {0, 1}
	}
}

# The first rank that is out of order: beyond its place, or short of it.
flaw(ranks) := {"case": "tie", "params": {"rank": ranks[first]}} if {
	first := astray(ranks)
	ranks[first] < ranks[0] + first
} else := {"params": {"expected": ranks[0] + astray(ranks)}}

astray(ranks) := min([i |
	some i, rank in ranks
	not rank in {ranks[0] + i, ranks[max([0, i - 1])]}
])

missing(relation) := [m |
	some rank in relation.operands
	some m in verdict.order(rank, verdict.constant("rank", [0, 1])).missing
]

evidence(relation) := {"operands": [{"fact": rank.ref, "role": rank.role} | some rank in relation.operands]}
