# METADATA
# title: A figure lies where figures of its concept can lie
# description: |
#   The concept registry says which values are possible: a minimum, a maximum, a sign. A share of more than
#   the whole, a negative number of persons or a score beyond its scale cannot be right, whatever the
#   source. Rounded and qualified figures and ranges stand for intervals; one fails only where all that it
#   can stand for is impossible.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS2305
#     description: "PCAOB AS 2305, Substantive Analytical Procedures: plausible relationships among data, and differences to be explained"
#   - ref: https://doi.org/10.1177/1948550616673876
#     description: "Brown and Heathers (2017), The GRIM Test: figures that cannot be"
# custom:
#   id: order/possible-range
#   severity: error
#   class: source
#   scope: fact
#   kinds: [quantity]
#   remediation:
#     en: Compare the figure and its sign with the source as printed, and check the limits in the concept registry; if both are right, report the figure to the source's author.
#     ja: 数値と符号を資料の記載と突合し、概念レジストリの範囲を確認のうえ、いずれも正しければ作成者に照会してください。
#   message:
#     en: "{fact.label} is printed as {fact.printed}, above the greatest value that is possible."
#     ja: "{fact.label}の記載{fact.printed}は、取り得る最大値を上回っています。"
#   cases:
#     below:
#       message:
#         en: "{fact.label} is printed as {fact.printed}, below the least value that is possible."
#         ja: "{fact.label}の記載{fact.printed}は、取り得る最小値を下回っています。"
#     roundingOnly:
#       severity: note
#       remediation:
#         en: Nothing needs mending; keep it in the working papers that the figure was rounded.
#         ja: 修正は不要です。端数処理後の値であることを調書に残してください。
#       message:
#         en: "{fact.label}, printed as {fact.printed}, is possible only within the rounding of the figure."
#         ja: "{fact.label}の記載{fact.printed}は、端数処理を考慮した場合に限り取り得る値です。"
package tieout.rules.order.possible_range

import data.tieout.lib.rational
import data.tieout.lib.verdict

severities := ["inconsistent", "roundingOnly", "consistent"]

subjects contains fact.id if some fact in limited

# A hall of which 110 percent is taken, a class of minus three pupils.
check contains object.union(case(worst), {
	"subject": fact.id,
	"verdict": worst.outcome.verdict,
	"evidence": object.union(
		object.filter(verdict.evidence(worst.outcome, []), ["worlds", "deviation"]),
		{"operands": [{"fact": fact.id, "role": "fact"}]},
	),
}) if {
	some fact in limited
	not plainly(fact)
	worst := [j | some severity in severities; some j in judgements(fact); j.outcome.verdict == severity][0]
	verdict.wanted(worst.outcome.verdict)
}

# What the registry says of the concepts at hand that have limits.
limited := [fact |
	known := limits
	count(known) > 0
	some fact in input.facts.quantity
	known[fact.concept]
	fact.intervals
]

limits := {id: limit |
	some id in {fact.concept | some fact in input.facts.quantity}
	concept := data.registry.concepts[id]
	limit := object.union_n([
		{"lower": [0, 1] | concept.sign in {"nonNegative", "positive"}},
		{"lower": concept.minimum | true},
		{"upper": concept.maximum | true},
		{"open": true | concept.sign == "positive"; not concept.minimum},
	])
	limit != {}
}

# Most figures are plainly possible, and nobody asks for their evidence.
plainly(fact) if {
	input.mode == "findings"
	fact.qualifiers == []
	limit := limits[fact.concept]
	not short(fact.value, limit)
	not beyond(fact.value, limit)
}

plainly(fact) if {
	input.mode == "findings"
	fact.qualifiers != []
	limit := limits[fact.concept]
	every interval in fact.intervals {
		reaches(interval.lower, limit)
		keeps(interval.upper, limit)
	}
}

# Whether what begins or ends at a value, and not at infinity, is possible.
reaches(_, limit) if not limit.lower

reaches(lower, limit) if {
	limit.lower
	lower != null
	not short(lower, limit)
}

keeps(_, limit) if not limit.upper

keeps(upper, limit) if {
	limit.upper
	upper != null
	not beyond(upper, limit)
}

short(value, limit) if value[0] * limit.lower[1] < limit.lower[0] * value[1]

short(value, limit) if {
	limit.open
	value[0] <= 0
}

beyond(value, limit) if limit.upper[0] * value[1] < value[0] * limit.upper[1]

judgements(fact) := array.concat(
	[{"case": "above", "outcome": o} |
		upper := limits[fact.concept].upper
		o := verdict.order(verdict.operand("fact", fact), verdict.constant("limit", upper))
	],
	[{"case": "below", "outcome": o} |
		o := reached(limits[fact.concept], fact)
	],
)

# A rounded figure that prints 0 may still be positive.
reached(limit, fact) := object.union(ordered, {"verdict": "roundingOnly"}) if {
	limit.open
	rational.sign(fact.value) == 0
	ordered := verdict.order(least(limit), verdict.operand("fact", fact))
	ordered.verdict == "consistent"
} else := verdict.order(least(limit), verdict.operand("fact", fact))

# What must be positive is more than 0: the end of nothing is left out.
least(limit) := verdict.constant("limit", limit.lower) if {
	not limit.open
} else := object.union(verdict.constant("limit", limit.lower), {"fact": {"intervals": {"rounded": {"lowerOpen": true}}}})

case(worst) := {"case": worst.outcome.verdict} if {
	worst.outcome.verdict == "roundingOnly"
} else := {"case": "below"} if {
	worst.outcome.verdict == "inconsistent"
	worst.case == "below"
} else := {}
