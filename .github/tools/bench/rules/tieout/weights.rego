# METADATA
# title: The weights of a plan add up to 100
# description: Within the rounding of each.
# custom:
#   id: pay/weights
#   severity: error
#   class: source
#   scope: document
#   kinds: [measure]
#   fields: {measure: [plan, weight], quantity: [decimals, qualifiers, rounding, value]}
#   message: {en: "The weights of {subject} do not make 100.", ja: "{subject}のウエイトの合計が100になりません。"}
#   remediation: {en: Compare it with the source., ja: 資料と照合してください。}
package tieout.rules.pay.weights

import data.bench.ends

subjects contains plan if some plan in plans

check contains {"subject": plan, "verdict": "inconsistent"} if {
	some plan in plans
	weights := [measure.weight | some measure in input.facts.measure; measure.plan == plan]
	sum([weight.value[0] | some weight in weights; weight.value[1] == 1]) != 100
	lows := [low | some weight in weights; [low, _] := ends.of(weight)]
	highs := [high | some weight in weights; [_, high] := ends.of(weight)]
	astray(sum(lows), sum(highs))
}

plans := {measure.plan | some measure in input.facts.measure}

astray(low, _) if low > 100 * ends.unit

astray(_, high) if high < 100 * ends.unit
