# METADATA
# title: A stated rate is what its formula gives
# description: |
#   Where a source states a rate and the formula behind it as weights of other figures ("70% on the
#   company's result, 30% on one's own"), each figure is multiplied by the weight that the source prints,
#   and the sum is held against the rate. A rate printed as a range must be reached at both of its ends.
#   Rounded and qualified figures stand for intervals; figures and weights each enter once.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS1105
#     description: "PCAOB AS 1105, Audit Evidence: recalculation as an audit procedure"
#   - ref: https://www.law.cornell.edu/cfr/text/17/229.402
#     description: "Regulation S-K Item 402(b): how the amount of each element of pay is determined"
# custom:
#   id: arithmetic/weighted
#   severity: error
#   class: source
#   scope: fact
#   kinds: [relation]
#   remediation:
#     en: Compare the rate, the figures and their weights with the source as printed, and look for a cap, a floor or discretion that it states; if the record is right, report the difference to the source's author.
#     ja: 率・各数値・割合を資料の記載と突合し、上限・下限・裁量の記載がないか確認のうえ、記録に誤りがなければ差を作成者に照会してください。
#   message:
#     en: "{result.label} is printed as {result.printed}, but its formula ({term.printed}, weighed by {by.printed}) gives {computed.value}: a difference of {deviation} that rounding cannot explain."
#     ja: "{result.label}の記載は{result.printed}ですが、算式（{term.printed}に{by.printed}を乗じた合計）で検算すると{computed.value}となり、端数処理では説明できない{deviation}の差があります。"
#   cases:
#     range:
#       message:
#         en: "{result.label} is printed as {result.printed}, but its formula ({term.printed}, weighed by {by.printed}) gives {computed.interval}."
#         ja: "{result.label}の記載は{result.printed}ですが、算式（{term.printed}に{by.printed}を乗じた合計）で検算すると{computed.interval}です。"
#     roundingOnly:
#       severity: note
#       remediation:
#         en: Nothing needs mending; keep the difference in the working papers.
#         ja: 修正は不要です。差を調書に残してください。
#       message:
#         en: "{result.label}, printed as {result.printed}, is what its formula gives ({computed.interval}) only within the rounding of the figures."
#         ja: "{result.label}の記載{result.printed}は、端数処理の範囲内でのみ算式による検算結果（{computed.interval}）と一致します。"
#     undetermined:
#       severity: note
#       class: gap
#       remediation:
#         en: Obtain the missing figures, or report the rate as not verifiable from what is disclosed.
#         ja: 不足している数値を入手するか、開示情報からは検算不能と報告してください。
#       message:
#         en: "A stated rate cannot be recalculated from its formula, because a figure is missing: {missing}."
#         ja: "数値が不足しており、記載された率を算式から検算できません（{missing}）。"
#     unit:
#       severity: note
#       class: gap
#       remediation:
#         en: Check the units of the rate, the figures and the weights; figures in unlike units cannot be added.
#         ja: 率・数値・割合の単位を確認してください。単位の異なる数値は合計できません。
#       message:
#         en: "{result.label} cannot be recalculated from its formula, because the units differ: {params.units}."
#         ja: "単位が異なるため（{params.units}）、{result.label}を算式から検算できません。"
package tieout.rules.arithmetic.weighted

import data.tieout.lib.interval
import data.tieout.lib.rational
import data.tieout.lib.verdict

# How much one of a unit is.
worth := {"percent": [1, 100], "permille": [1, 1000], "basisPoint": [1, 10000], "pure": [1, 1]}

severities := ["inconsistent", "undetermined", "roundingOnly", "consistent"]

subjects contains relation.id if {
	some relation in input.facts.relation
	relation.type == "weighted"
}

# A bonus of 30% where 70% of 10% and 30% of 50% were earned.
check contains object.union(case(outcome), {
	"subject": relation.id,
	"verdict": outcome.verdict,
	"evidence": verdict.evidence(outcome, relation.operands),
}) if {
	some relation in input.facts.relation
	relation.type == "weighted"
	unlike(relation) == set()
	result := verdict.one(relation.operands, "result")
	terms := [product(pair, result) | some pair in pairs(relation)]
	outcomes := [outcome | some end in ends(result); outcome := verdict.computed(end, terms)]
	outcome := [o | some severity in severities; some o in outcomes; o.verdict == severity][0]
	verdict.wanted(outcome.verdict)
}

# A rate in percent from figures in hours.
check contains {
	"subject": relation.id,
	"case": "unit",
	"verdict": "undetermined",
	"evidence": {
		"operands": [{"fact": operand.ref, "role": operand.role} | some operand in relation.operands],
		"params": {"units": concat(", ", units)},
	},
} if {
	some relation in input.facts.relation
	relation.type == "weighted"
	units := unlike(relation)
	units != set()
}

# A term is followed by what weighs it.
pairs(relation) := [{"term": relation.operands[i], "by": relation.operands[i + 1]} |
	some i, operand in relation.operands
	operand.role == "term"
]

unlike(relation) := {unit |
	some pair in pairs(relation)
	unit := pair.by.fact.unit
	not worth[unit]
} | {unit |
	result := verdict.one(relation.operands, "result")
	some pair in pairs(relation)
	not rate(pair.term.fact.unit, result.fact.unit)
	some unit in [pair.term.fact.unit, result.fact.unit]
}

# How many of one unit make one of the other.
rate(from, to) := [1, 1] if {
	from == to
} else := [worth[from][0] * worth[to][1], worth[from][1] * worth[to][0]]

# A term times its weight, as one figure; or that of the two which has no value.
product(pair, result) := {
	"role": "term",
	"ref": pair.term.ref,
	"weight": rational.multiply(rate(pair.term.fact.unit, result.fact.unit), worth[pair.by.fact.unit]),
	"fact": object.union(
		{
			"id": pair.term.ref,
			"source": pair.term.fact.source,
			"status": "disclosed",
			"intervals": {mode: i |
				some mode, interval_of_term in pair.term.fact.intervals
				i := interval.multiply(interval_of_term, at(pair.by.fact.intervals, mode))
			},
		},
		{"value": v | v := rational.multiply(pair.term.fact.value, pair.by.fact.value)},
	),
} if {
	pair.term.fact.intervals
	pair.by.fact.intervals
} else := pair.by if {
	pair.term.fact.intervals
} else := pair.term

# A weight from another source may be rounded in another way.
at(intervals, mode) := intervals[mode]

at(intervals, mode) := interval.hull([i | some i in intervals]) if not intervals[mode]

# A range is held to both of its ends, a figure to itself.
ends(result) := [end(result, mode_of) | some mode_of in ["lower", "upper"]] if {
	not result.fact.value
	result.fact.intervals
	every i in result.fact.intervals {
		i.lower != null
		i.upper != null
	}
} else := [result]

end(result, side) := object.union(result, {"fact": {"intervals": {mode: narrowed |
	some mode, i in result.fact.intervals
	narrowed := object.union(i, closed(i, side, unit_of_last_digit(result.fact)))
}}})

closed(i, "lower", unit) := {"upper": rational.add(i.lower, unit)}

closed(i, "upper", unit) := {"lower": rational.subtract(i.upper, unit)}

# The place of the last printed digit: nothing is left open where a range is exact.
default unit_of_last_digit(_) := [0, 1]

unit_of_last_digit(fact) := [1, tens(fact.decimals)] if fact.decimals >= 0

unit_of_last_digit(fact) := [tens(0 - fact.decimals), 1] if fact.decimals < 0

tens(0) := 1

tens(n) := rational.product_of([[10, 1] | some _ in numbers.range(1, n)])[0] if n > 0

# A range, on either side, leaves no single value.
case(outcome) := {"case": outcome.verdict} if {
	outcome.verdict in {"roundingOnly", "undetermined"}
} else := {"case": "range"} if {
	outcome.verdict == "inconsistent"
	not outcome.computed.value
} else := {}
