# METADATA
# title: One concept, entity and period has one value
# description: Within rounding, in a source and across sources.
# custom:
#   id: equality/same-figure
#   severity: error
#   class: source
#   scope: corpus
#   kinds: [quantity]
#   group: {by: [concept, entity, period, unit, dimensions, asOf]}
#   fields: {quantity: [decimals, qualifiers, rounding, value]}
#   message: {en: "{subject} has several values.", ja: "{subject}の値が一致しません。"}
#   remediation: {en: Compare it with the source., ja: 資料と照合してください。}
package tieout.rules.equality.same_figure

import data.bench.ends

subjects contains group.key if some group in input.groups

check contains {"subject": group.key, "verdict": "inconsistent"} if {
	some group in input.groups
	count({fact.value | some fact in group.facts}) > 1
	max([low | some fact in group.facts; [low, _] := ends.of(fact)]) > min([high | some fact in group.facts; [_, high] := ends.of(fact)])
}
