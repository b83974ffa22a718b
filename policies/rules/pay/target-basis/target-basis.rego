# METADATA
# title: A target is for the period and on the basis that its plan says
# description: |
#   A result is only as good as the likeness of what is compared. A target whose note gives another period
#   than its column, one for a period outside of its plan's, and one whose period, unit or scope (retail
#   against wholesale, one segment against the group) differs from the actual's, are found. Period, unit
#   and scope are only compared where a result was drawn from them; a figure that is withheld still has its
#   period and scope. Measures without a target are no subjects.
# related_resources:
#   - ref: https://www.law.cornell.edu/cfr/text/17/229.402
#     description: "Regulation S-K Item 402(b): performance targets and how they are calculated"
#   - ref: https://laws.e-gov.go.jp/law/348M50000040005
#     description: "企業内容等の開示に関する内閣府令: 業績連動報酬の指標の目標及び実績"
# custom:
#   id: pay/target-basis
#   severity: warning
#   class: source
#   scope: fact
#   kinds: [measure]
#   remediation:
#     en: Compare the period, unit and scope of target and actual with the source as printed; if the record is right, ask the source's author which of them holds.
#     ja: 目標値と実績値の期間・単位・対象範囲を資料の記載と突合し、記録に誤りがなければ、いずれが正しいかを作成者に照会してください。
#   message:
#     en: "The target of {measure.label} stands for {params.target}, but the source says of it that it is for {params.other}."
#     ja: "{measure.label}の目標値の期間は{params.target}と記載されていますが、資料の注記等では{params.other}とされています。"
#   cases:
#     outside:
#       message:
#         en: "The target of {measure.label} is for {params.target}, which lies outside of the plan's {params.other}."
#         ja: "{measure.label}の目標値の期間{params.target}は、制度の対象期間{params.other}の外にあります。"
#     period:
#       message:
#         en: "A result was drawn for {measure.label} from a target for {params.target} and an actual for {params.other}."
#         ja: "{measure.label}の結果は、{params.target}の目標値と{params.other}の実績値によるもので、期間が一致しません。"
#     unit:
#       message:
#         en: "A result was drawn for {measure.label} from a target in {params.target} and an actual in {params.other}."
#         ja: "{measure.label}の結果は、単位{params.target}の目標値と単位{params.other}の実績値によるもので、単位が一致しません。"
#     scope:
#       message:
#         en: "A result was drawn for {measure.label} from a target for {params.target} and an actual for {params.other}: their scopes differ."
#         ja: "{measure.label}の結果は、対象範囲が{params.target}の目標値と{params.other}の実績値によるもので、範囲が一致しません。"
package tieout.rules.pay.target_basis

# Axes on which a target differs from its actual by nature.
own := {"plan", "scenario", "measure"}

subjects contains measure.id if some measure in aimed

# A target for next year that a note calls this year's.
check contains object.union(object.remove(first, ["params"]), {
	"subject": measure.id,
	"verdict": "inconsistent",
	"evidence": {"operands": operands(measure), "params": first.params},
}) if {
	some measure in aimed
	first := differences(measure)[0]
}

check contains {"subject": measure.id, "verdict": "consistent", "evidence": {"operands": operands(measure)}} if {
	input.mode == "audit"
	some measure in aimed
	differences(measure) == []
}

aimed contains measure if {
	some measure in input.facts.measure
	measure.target.status in {"disclosed", "undisclosed", "nil"}
}

# What differs, the gravest first: one finding a measure.
differences(measure) := [d |
	some find in ["stated", "outside", "period", "unit", "scope"]
	d := difference(find, measure)
]

difference("stated", measure) := {"params": {"target": target.period, "other": target.statedPeriod}} if {
	target := measure.target
	target.period != target.statedPeriod
}

difference("outside", measure) := {"case": "outside", "params": {"target": measure.target.period, "other": measure.period}} if {
	not within(days(measure.target.period), days(measure.period))
}

difference("period", measure) := {"case": "period", "params": {"target": measure.target.period, "other": measure.actual.period}} if {
	concluded(measure)
	measure.target.period != measure.actual.period
}

difference("unit", measure) := {"case": "unit", "params": {"target": measure.target.unit, "other": measure.actual.unit}} if {
	concluded(measure)
	measure.target.unit != measure.actual.unit
	measure.target.intervals
	measure.actual.intervals
}

difference("scope", measure) := {"case": "scope", "params": {"target": told(target), "other": told(actual)}} if {
	concluded(measure)
	target := scope(measure.target)
	actual := scope(measure.actual)
	target != actual
}

# A result was drawn: the figures were held against each other.
concluded(measure) if measure.outcome

concluded(measure) if measure.achievement

concluded(measure) if measure.score

# The first and the last day of a period.
days(period) := [parts[0], parts[count(parts) - 1]] if parts := split(period, "/")

# ISO 8601 dates sort as text.
within(inner, outer) if {
	inner[0] >= outer[0]
	inner[1] <= outer[1]
}

scope(figure) := {axis: member | some axis, member in figure.dimensions; not axis in own}

told(members) := concat(", ", [concat(": ", [axis, member]) | some axis, member in members]) if {
	count(members) > 0
} else := "all"

operands(measure) := array.concat(
	[{"fact": measure.id, "role": "measure"}],
	[{"fact": measure[role].id, "role": role} | some role in ["target", "actual"]],
)
