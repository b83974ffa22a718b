# METADATA
# title: No weight of a plan rests on undisclosed targets
# description: |
#   What part of a pay plan a reader can verify shows in the weights: those of measures with withheld
#   targets add up to the part that must be taken on trust. pay/missing-target names each such measure;
#   this rule tells for the plan how much hangs on them together. Targets that are lost or not recorded
#   are for the record to mend and do not count.
# related_resources:
#   - ref: https://www.law.cornell.edu/cfr/text/17/229.402
#     description: "Regulation S-K Item 402(b): performance targets, and when they may be withheld"
#   - ref: https://laws.e-gov.go.jp/law/348M50000040005
#     description: "企業内容等の開示に関する内閣府令: 業績連動報酬の指標の目標及び実績"
# custom:
#   id: pay/undisclosed-weight-share
#   severity: warning
#   class: gap
#   scope: document
#   kinds: [measure]
#   remediation:
#     en: Report this part of the plan as not verifiable from what is disclosed; ask the issuer for the targets once the reason for withholding them has passed.
#     ja: この部分は開示情報からは検証不能と報告し、非開示の理由がなくなった後に発行者へ目標値を照会してください。
#   message:
#     en: "{computed.value} of the weight of {subject} rests on measures whose targets are not disclosed ({measure.label})."
#     ja: "{subject}のウエイトのうち{computed.value}は、目標値が開示なしの指標（{measure.label}）によるもので、検証できません。"
#   cases:
#     unweighted:
#       message:
#         en: "How much of {subject} rests on undisclosed targets ({measure.label}) is not known, because a weight is missing: {missing}."
#         ja: "ウエイトが不足しており（{missing}）、{subject}のうち開示なしの目標値（{measure.label}）による割合が分かりません。"
#     unit:
#       message:
#         en: "Part of {subject} rests on undisclosed targets ({measure.label}), and their weights cannot be added in unlike units: {params.units}."
#         ja: "{subject}の一部は開示なしの目標値（{measure.label}）によりますが、ウエイトの単位が異なるため（{params.units}）合計できません。"
package tieout.rules.pay.undisclosed_weight_share

import data.tieout.lib.verdict

# What brings a weight to percent.
factors := {"percent": [100, 100], "pure": [100, 1]}

subjects contains plan if some plan in plans

# Two measures of 20 and 10 percent whose targets the report withholds.
check contains object.union(case(total, units), {
	"subject": plan,
	"verdict": "undetermined",
	"evidence": evidence(total, measures, units),
}) if {
	some plan in plans
	all_measures := [measure | some measure in input.facts.measure; measure.plan == plan]
	measures := hidden(all_measures)
	count(measures) > 0
	units := {measure.weight.unit | some measure in measures; measure.weight.status == "disclosed"}
	total := verdict.sum(verdict.constant("whole", [0, 1]), [weight(measure, units) | some measure in measures])
}

check contains {
	"subject": plan,
	"verdict": "consistent",
	"evidence": {"operands": operands(measures)},
} if {
	input.mode == "audit"
	some plan in plans
	measures := [measure | some measure in input.facts.measure; measure.plan == plan]
	count(hidden(measures)) == 0
}

# A plan takes part as soon as one of its measures carries a weight.
plans contains measure.plan if {
	some measure in input.facts.measure
	weighs(measure)
}

weighs(measure) if measure.weight.status != "notApplicable"

# The measures whose targets are withheld, but those that carry no weight by their nature.
hidden(measures) := [measure |
	some measure in measures

	# A dash is 0 in a sum, but nobody is paid for reaching 0.
	measure.target.status in {"undisclosed", "nil"}
	not measure.weight.status == "notApplicable"
]

weight(measure, units) := object.union(verdict.operand("weight", measure.weight), {
	"weight": factor(measure.weight.unit, units),
	"nonNegative": true,
})

weight(measure, _) := object.union(verdict.absent("weight"), {"nonNegative": true}) if not measure.weight

# Weights in one unit stay as they are; percent and plain numbers meet in percent.
factor(unit, units) := [1, 1] if count(units | {unit}) == 1

factor(unit, units) := object.get(factors, unit, [1, 1]) if count(units | {unit}) > 1

unlike(units) if {
	count(units) > 1
	some unit in units
	not factors[unit]
}

evidence(total, measures, units) := object.union_n([
	{"operands": operands(measures)},
	{"computed": total.computed | not unlike(units)},
	{"unit": unit | count(units) == 1; some unit in units},
	{"unit": "percent" | count(units) > 1; not unlike(units)},
	{"params": {"units": concat(", ", units)} | unlike(units)},
	{"missing": array.concat(
		[m | some m in total.missing; m.fact],
		[{"role": "weight", "fact": m.id, "cause": "absent"} | some m in measures; not m.weight],
	)},
])

operands(measures) := [{"fact": part.id, "role": role} |
	some measure in measures
	some role in ["measure", "weight", "target"]
	part := object.union(measure, {"measure": measure})[role]
]

case(total, units) := {"case": "unweighted"} if {
	count(total.missing) > 0
} else := {"case": "unit"} if {
	unlike(units)
} else := {}
