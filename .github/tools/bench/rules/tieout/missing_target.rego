# METADATA
# title: A measure has a target
# description: What is withheld or lost is none.
# custom:
#   id: pay/missing-target
#   severity: error
#   class: source
#   scope: fact
#   kinds: [measure]
#   fields: {measure: [id, target], quantity: [status]}
#   message: {en: "{subject} has no target.", ja: "{subject}の目標値がありません。"}
#   remediation: {en: Compare it with the source., ja: 資料と照合してください。}
package tieout.rules.pay.missing_target

subjects contains measure.id if some measure in input.facts.measure

check contains {"subject": measure.id, "verdict": "inconsistent"} if {
	some measure in input.facts.measure
	untargeted(measure)
}

untargeted(measure) if not measure.target

untargeted(measure) if measure.target.status in {"undisclosed", "nil", "lost"}
