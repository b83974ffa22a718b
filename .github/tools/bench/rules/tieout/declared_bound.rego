# METADATA
# title: A figure keeps within its bound
# description: The concept registry declares which concept cannot exceed which other.
# custom:
#   id: order/declared-bound
#   severity: error
#   class: source
#   scope: corpus
#   kinds: [quantity]
#   group: {by: [entity, period, unit, dimensions], linked: bounds}
#   fields: {quantity: [concept, decimals, qualifiers, rounding, value]}
#   message: {en: "{subject} is not kept.", ja: "{subject}を超えています。"}
#   remediation: {en: Compare it with the source., ja: 資料と照合してください。}
package tieout.rules.order.declared_bound

import data.bench.ends

subjects contains pair.subject if some pair in pairs

check contains {"subject": pair.subject, "verdict": "inconsistent"} if {
	some pair in pairs
	exceeds(pair.lesser.value, pair.greater.value)
	[low, _] := ends.of(pair.lesser)
	[_, high] := ends.of(pair.greater)
	low > high
}

pairs := [{"subject": subject, "lesser": lesser, "greater": greater} |
	some group in input.groups
	some lesser in group.facts
	some bound in data.registry.concepts[lesser.concept].bounds
	some greater in group.facts
	greater.concept == bound.atMost
	subject := concat("", [group.key, "|", lesser.concept, "≤", bound.atMost])
]

# Only a figure that is printed as more than its bound can lie above it.
exceeds(a, b) if a[0] * b[1] > b[0] * a[1]
