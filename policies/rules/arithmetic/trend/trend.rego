# METADATA
# title: A figure moved as the source says in words
# description: |
#   Where a source says in words how a figure moved ("grew", "fell", "unchanged", "doubled", "halved"),
#   the two figures are held to the word. What rose or fell ends elsewhere than it began. A word for a
#   multiple is taken loosely: what doubled ends at one and three quarters to two and a quarter times its
#   beginning, what tripled at two and three quarters to three and a quarter, what halved at three to five
#   eighths. A change printed as a figure is for arithmetic/change, a multiple for arithmetic/ratio.
#   Sources that give every movement as a figure give the rule no subject.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS2710
#     description: "PCAOB AS 2710, Other Information in Documents Containing Audited Financial Statements: statements that the figures contradict"
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS2305
#     description: "PCAOB AS 2305, Substantive Analytical Procedures: comparison with prior periods"
# custom:
#   id: arithmetic/trend
#   severity: error
#   class: source
#   scope: fact
#   kinds: [relation]
#   where: {relation.type: [trend]}
#   remediation:
#     en: Compare both figures and the words between them with the source as printed, and check that they speak of these two; if the record is right, report the contradiction to the source's author.
#     ja: 両方の数値とその増減を述べる文を資料の記載と突合し、対象がこの二つであることを確認のうえ、記録に誤りがなければ作成者に照会してください。
#   message:
#     en: "{to.label} is said to have risen, but it went from {from.printed} to {to.printed}."
#     ja: "{to.label}は増加したとされていますが、記載の数値は{from.printed}から{to.printed}への推移です。"
#   cases:
#     fell:
#       message:
#         en: "{to.label} is said to have fallen, but it went from {from.printed} to {to.printed}."
#         ja: "{to.label}は減少したとされていますが、記載の数値は{from.printed}から{to.printed}への推移です。"
#     unchanged:
#       message:
#         en: "{to.label} is said to be unchanged, but it went from {from.printed} to {to.printed}."
#         ja: "{to.label}は横ばいとされていますが、記載の数値は{from.printed}から{to.printed}への推移です。"
#     multiple:
#       message:
#         en: "{to.label} is said to have {params.word}, but from {from.printed} to {to.printed} is {computed.value} times as much."
#         ja: "{to.label}の推移の記述に対し、{from.printed}から{to.printed}への倍率を検算すると{computed.value}倍です。"
#     unreachable:
#       message:
#         en: "{to.label} is said to have {params.word}, which it cannot have from {from.printed} to {to.printed}, whatever their exact values are."
#         ja: "{from.printed}から{to.printed}への推移は、正確な値がいくらであっても{to.label}の推移の記述と一致しません。"
#     roundingOnly:
#       severity: note
#       remediation:
#         en: Nothing needs mending; keep the difference in the working papers.
#         ja: 修正は不要です。差を調書に残してください。
#       message:
#         en: "{to.label} moved from {from.printed} to {to.printed} as the source says ({params.word}) only within the rounding of the figures."
#         ja: "{to.label}の{from.printed}から{to.printed}への推移は、端数処理の範囲内でのみ記述と一致します。"
#     undetermined:
#       severity: note
#       class: gap
#       remediation:
#         en: Obtain the missing figure, or report the movement as not verifiable from what is disclosed.
#         ja: 不足している数値を入手するか、記述された増減は開示情報からは検証不能と報告してください。
#       message:
#         en: "A movement told in words cannot be verified, because a figure is missing: {missing}."
#         ja: "数値が不足しており、記述された増減を検証できません（{missing}）。"
package tieout.rules.arithmetic.trend

import data.tieout.lib.rational
import data.tieout.lib.verdict

# What a word for a multiple stands for.
multiples := {
	"doubled": {"interval": closed([7, 4], [9, 4])},
	"tripled": {"interval": closed([11, 4], [13, 4])},
	"halved": {"interval": closed([3, 8], [5, 8])},
}

closed(lower, upper) := {"lower": lower, "upper": upper, "lowerOpen": false, "upperOpen": false}

subjects contains relation.id if {
	some relation in input.facts.relation
	relation.type == "trend"
}

# Loans that "doubled" from 400 to 500.
check contains object.union(case(outcome, relation.is), {
	"subject": relation.id,
	"verdict": outcome.verdict,
	"evidence": object.union(
		object.remove(verdict.evidence(outcome, relation.operands), object.keys(hidden(relation.is))),
		{"params": {"word": relation.is}},
	),
}) if {
	some relation in input.facts.relation
	relation.type == "trend"
	from := verdict.one(relation.operands, "from")
	to := verdict.one(relation.operands, "to")
	outcome := held(relation.is, from, to)
	verdict.wanted(outcome.verdict)
}

held("rose", from, to) := apart(from, to)

held("fell", from, to) := apart(to, from)

held("unchanged", from, to) := verdict.same([from, to])

held(word, from, to) := verdict.ratio(to, from, multiple(word))

multiple(word) := {"role": "multiple", "fact": {
	"status": "disclosed",
	"intervals": {"rounded": multiples[word].interval},
}}

# Two rounded figures that print the same may still lie apart.
apart(low, high) := object.union(ordered, {"verdict": "roundingOnly"}) if {
	ordered := verdict.order(low, open_above(high))
	ordered.verdict == "consistent"
	rational.same(low.fact.value, high.fact.value)
} else := verdict.order(low, open_above(high))

# A figure that must not be reached: its upper end is left out.
open_above(operand) := object.union(operand, {"fact": {"intervals": {mode: i |
	some mode, interval in operand.fact.intervals
	i := object.union(interval, {"upperOpen": true})
}}}) if {
	operand.fact.intervals
} else := operand

# What an order computes is one of the printed figures; only a multiple is news.
hidden(word) := {"computed": true, "reported": true} if not multiples[word]

hidden(word) := {"reported": true, "deviation": true} if multiples[word]

case(outcome, _) := {"case": outcome.verdict} if outcome.verdict in {"roundingOnly", "undetermined"}

case(outcome, _) := {} if outcome.verdict == "consistent"

case(outcome, "rose") := {} if outcome.verdict == "inconsistent"

case(outcome, word) := {"case": word} if {
	outcome.verdict == "inconsistent"
	word in {"fell", "unchanged"}
}

case(outcome, word) := {"case": "multiple"} if {
	outcome.verdict == "inconsistent"
	multiples[word]
	outcome.computed.value
}

case(outcome, word) := {"case": "unreachable"} if {
	outcome.verdict == "inconsistent"
	multiples[word]
	not outcome.computed.value
}
