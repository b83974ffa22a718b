# METADATA
# title: A printed pay result can be performed again
# description: |
#   To perform a measure's result again takes its target and its actual. Where the source prints a score
#   or an achievement but withholds one of them, or gives words in their place, the figure that was paid
#   on must be taken on trust. pay/missing-target tells of a target withheld; this rule tells of a result
#   that was printed all the same. So must a zero within a fifth of the target where no threshold is
#   printed at which it starts, and a result that is exactly full though the target was exceeded and no
#   cap stops there. A grade counts as a figure. A measure that has no target by its nature, and one whose
#   figures are lost or not recorded, is no subject.
# related_resources:
#   - ref: https://pcaobus.org/oversight/standards/auditing-standards/details/AS1105
#     description: "PCAOB AS 1105, Audit Evidence: recalculation and reperformance"
#   - ref: https://laws.e-gov.go.jp/law/348M50000040005
#     description: "企業内容等の開示に関する内閣府令: 業績連動報酬の指標の目標及び実績"
# custom:
#   id: pay/not-reperformable
#   severity: note
#   class: gap
#   scope: fact
#   kinds: [measure]
#   remediation:
#     en: Report the result as not verifiable from what is disclosed, and ask the issuer for the figures behind it.
#     ja: この結果は開示情報からは検証不能と報告し、根拠となる数値を発行者に照会してください。
#   message:
#     en: "The result printed for {measure.label} ({result.printed}) cannot be performed again, because neither its target nor its actual is disclosed."
#     ja: "{measure.label}について記載された結果（{result.printed}）は、目標値・実績値とも開示なしのため検算できません。"
#   cases:
#     target:
#       message:
#         en: "The result printed for {measure.label} ({result.printed}) cannot be performed again, because its target is not disclosed; its actual is {actual.printed}."
#         ja: "{measure.label}について記載された結果（{result.printed}）は、目標値が開示なしのため、実績値{actual.printed}からは検算できません。"
#     actual:
#       message:
#         en: "The result printed for {measure.label} ({result.printed}) cannot be performed again, because its actual is not disclosed; its target is {target.printed}."
#         ja: "{measure.label}について記載された結果（{result.printed}）は、実績値が開示なしのため、目標値{target.printed}からは検算できません。"
#     near:
#       message:
#         en: "{measure.label} came to {actual.printed} against a target of {target.printed}, yet its result is {result.printed}, and no threshold is disclosed that it fell short of."
#         ja: "{measure.label}は目標値{target.printed}に対し実績値{actual.printed}でしたが、結果は{result.printed}で、下回ったとされる閾値（下限）は開示なしです。"
#     full:
#       message:
#         en: "{measure.label} is said to have exceeded its target, yet its result of {result.printed} is exactly that of a target met, and nothing disclosed shows why it is no more."
#         ja: "{measure.label}は目標を上回ったとされていますが、結果は{result.printed}で目標達成時と同じ値であり、それを超えない理由は開示されていません。"
package tieout.rules.pay.not_reperformable

import data.tieout.lib.measure as measures
import data.tieout.lib.rational

subjects contains measure.id if some measure in resulting

# A score of 10 percent for a target and an actual that the report withholds.
check contains object.union(case(measure), {
	"subject": measure.id,
	"verdict": "undetermined",
	"evidence": {
		"operands": operands(measure),
		"missing": [{"role": role, "fact": measure[role].id, "cause": "undisclosed"} |
			some role in withheld(measure)
		],
	},
}) if {
	some measure in resulting
	unexplained(measure)
}

check contains {"subject": measure.id, "verdict": "consistent", "evidence": {"operands": operands(measure)}} if {
	input.mode == "audit"
	some measure in resulting
	not unexplained(measure)
}

# What prints a result, with its target and its actual or what stands in their place.
resulting contains measure if {
	some measure in input.facts.measure
	count(results(measure)) > 0
	every role in ["target", "actual"] {
		measure[role].status in {"disclosed", "nil", "undisclosed"}
	}
}

results(measure) := [fact |
	some role in ["achievement", "score"]
	fact := measure[role]
	fact.status in {"disclosed", "nil"}
]

withheld(measure) := [role |
	some role in ["target", "actual"]
	measure[role].status in silent[role]
]

# A dash is 0 in a sum, but nobody is paid for reaching 0.
silent := {"target": {"undisclosed", "nil"}, "actual": {"undisclosed"}}

unexplained(measure) if count(withheld(measure)) > 0

unexplained(measure) if near(measure)

unexplained(measure) if full(measure)

# A zero although less than a fifth of the target was missing.
near(measure) if {
	measures.unearned(measure)
	not measure.threshold.intervals
	rational.sign(measure.target.value) > 0
	measure.target.unit == measure.actual.unit
	short_by_little(measures.direction(measure), measure.target.value, measure.actual.value)
}

short_by_little("higher", target, actual) if not rational.less(rational.multiply(actual, [5, 1]), rational.multiply(target, [4, 1]))

short_by_little("lower", target, actual) if not rational.less(rational.multiply(target, [5, 1]), rational.multiply(actual, [4, 1]))

# Exactly what a target that is met earns, for one that was exceeded.
full(measure) if {
	measure.outcome == "exceeded"
	rational.same(met(measure).value, measures.result(measure).value)
	not stopped(measure)
}

met(measure) := measure.weight if {
	measures.result(measure).role == "score"
	measure.weight.unit == measure.score.unit
	rational.sign(measure.weight.value) > 0
}

met(measure) := {"value": [100, 1]} if {
	measures.result(measure).role == "achievement"
	measure.achievement.unit == "percent"
}

# A cap at the full result explains it.
stopped(measure) if {
	measure.cap.unit == "percent"
	rational.same(measure.cap.value, [100, 1])
}

case(measure) := {"case": "full"} if {
	full(measure)
} else := {"case": withheld(measure)[0]} if {
	count(withheld(measure)) == 1
} else := {"case": "near"} if {
	count(withheld(measure)) == 0
} else := {}

operands(measure) := array.concat(
	[{"fact": measure.id, "role": "measure"}],
	array.concat(
		[{"fact": measure[role].id, "role": role} | some role in ["target", "actual"]],
		[{"fact": fact.id, "role": "result"} | some fact in results(measure)],
	),
)
