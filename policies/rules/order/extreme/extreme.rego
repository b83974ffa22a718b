# METADATA
# title: What is called the largest or the smallest is
# description: |
#   Where a source calls a figure the largest or the smallest of those that it prints, it is compared with
#   each of them. An equal figure does not contradict it. Rounded and qualified figures stand for
#   intervals; the word fails only where another figure certainly lies beyond. Figures of other scopes and
#   those that the source does not compare take no part.
#   Sources that print superlatives as ranks, or not at all, give the rule no subject.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS2710
#     description: "PCAOB AS 2710, Other Information in Documents Containing Audited Financial Statements: statements that the figures contradict"
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS1105
#     description: "PCAOB AS 1105, Audit Evidence: inspection and recalculation as audit procedures"
# custom:
#   id: order/extreme
#   severity: error
#   class: source
#   scope: fact
#   kinds: [relation]
#   remediation:
#     en: Compare the figures with the source as printed, and check that the word speaks of these; if the record is right, report the contradiction to the source's author.
#     ja: 各数値を資料の記載と突合し、記述の対象がこれらであることを確認のうえ、記録に誤りがなければ作成者に照会してください。
#   message:
#     en: "{fact.label} ({fact.printed}) is called the largest, but {above.label} ({above.printed}) is larger."
#     ja: "{fact.label}（{fact.printed}）は最大とされていますが、{above.label}（{above.printed}）の方が大きい値です。"
#   cases:
#     smallest:
#       message:
#         en: "{fact.label} ({fact.printed}) is called the smallest, but {above.label} ({above.printed}) is smaller."
#         ja: "{fact.label}（{fact.printed}）は最小とされていますが、{above.label}（{above.printed}）の方が小さい値です。"
#     roundingOnly:
#       severity: note
#       remediation:
#         en: Nothing needs mending; keep the difference in the working papers.
#         ja: 修正は不要です。差を調書に残してください。
#       message:
#         en: "{fact.label} ({fact.printed}) is the {params.word} only within the rounding of the figures: {above.label} is printed as {above.printed}."
#         ja: "{fact.label}（{fact.printed}）は端数処理の範囲内でのみ記述どおりです（{above.label}の記載は{above.printed}）。"
#     undetermined:
#       severity: note
#       class: gap
#       remediation:
#         en: Obtain the missing figures, or report the word as not verifiable from what is disclosed.
#         ja: 不足している数値を入手するか、この記述は開示情報からは検証不能と報告してください。
#       message:
#         en: "Whether a figure is the {params.word} cannot be verified, because one is missing: {missing}."
#         ja: "数値が不足しており、記述を検証できません（{missing}）。"
package tieout.rules.order.extreme

import data.tieout.lib.verdict

severities := ["inconsistent", "undetermined", "roundingOnly", "consistent"]

subjects contains relation.id if {
	some relation in input.facts.relation
	relation.type == "extreme"
}

# A town's "largest" hall with 300 seats beside one of 400.
check contains object.union(case(kind, relation.is), {
	"subject": relation.id,
	"verdict": kind,
	"evidence": evidence(relation, outcomes, kind),
}) if {
	some relation in input.facts.relation
	relation.type == "extreme"
	outcomes := compared(relation)
	kind := [severity | some severity in severities; some o in outcomes; o.verdict == severity][0]
	verdict.wanted(kind)
}

# Each comparison, by the place of the other figure. What is plainly in order
# needs no closer look; one stands for them all.
compared(relation) := {i: outcome |
	some i, other in relation.operands
	other.role == "among"
	object.get(other, ["fact", "status"], "") != "notApplicable"
	pair := sides(relation.is, other, fact)
	outcome := judged(pair)
} if {
	fact := verdict.one(relation.operands, "fact")
}

judged(pair) := {"verdict": "consistent", "missing": []} if {
	verdict.obviously_ordered(pair[0], pair[1])
} else := verdict.order(pair[0], pair[1])

sides("largest", other, fact) := [other, fact]

sides("smallest", other, fact) := [fact, other]

# Those that make the verdict stand as above: beyond the figure.
evidence(relation, outcomes, kind) := {
	"operands": [{"fact": operand.ref, "role": role} |
		some i, operand in relation.operands
		role := told(operand.role, outcomes, i, kind)
	],
	"missing": missing(outcomes),
	"params": {"word": relation.is},
}

told("fact", _, _, _) := "fact"

told("among", outcomes, i, kind) := "above" if {
	kind in {"inconsistent", "roundingOnly"}
	outcomes[i].verdict == kind
} else := "among"

# The figure itself is named once, though every comparison misses it.
missing(outcomes) := [m | some m in {object.union(m, {"role": "fact"}) | some o in outcomes; some m in o.missing}]

case(kind, _) := {"case": kind} if kind in {"roundingOnly", "undetermined"}

case("consistent", _) := {}

case("inconsistent", word) := {"case": word} if word == "smallest"

case("inconsistent", word) := {} if word == "largest"
