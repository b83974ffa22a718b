# METADATA
# title: Parts add up to the total, within rounding
# description: Nearly all do as printed; the ends of their intervals are asked for where they do not.
# custom:
#   id: arithmetic/sum
#   severity: error
#   class: source
#   scope: fact
#   kinds: [relation]
#   where: {relation.type: [sum]}
#   fields: {relation: [id, operands], quantity: [decimals, qualifiers, rounding, value]}
#   message: {en: "{subject} does not add up.", ja: "{subject}の合計が一致しません。"}
#   remediation: {en: Compare it with the source., ja: 資料と照合してください。}
package tieout.rules.arithmetic.sum

import data.bench.ends

subjects contains relation.id if some relation in input.facts.relation

check contains {"subject": relation.id, "verdict": "inconsistent"} if {
	some relation in input.facts.relation
	not plain(relation.operands)
	apart(relation.operands)
}

# Of whole numbers that all count once, the total is half of all.
plain(operands) if {
	operands[0].role == "total"
	numbers := [fact.value[0] |
		some operand in operands
		operand.weight == [1, 1]
		fact := operand.fact
		fact.qualifiers == []
		fact.value[1] == 1
	]
	count(numbers) == count(operands)
	sum(numbers) == 2 * numbers[0]
} else if {
	terms := [term |
		some operand in operands
		fact := operand.fact
		fact.qualifiers == []
		fact.value[1] == 1
		term := (signs[operand.role] * operand.weight[0]) * fact.value[0]
	]
	count(terms) == count(operands)
	sum(terms) == 0
}

# What the parts make lies above the total, or below it.
apart(operands) if {
	least := [low | some operand in operands; [low, _] := term(operand)]
	count(least) == count(operands)
	sum(least) > 0
}

apart(operands) if {
	most := [high | some operand in operands; [_, high] := term(operand)]
	count(most) == count(operands)
	sum(most) < 0
}

term(operand) := [w * low, w * high] if {
	w := signs[operand.role] * operand.weight[0]
	w >= 0
	[low, high] := ends.of(operand.fact)
} else := [w * high, w * low] if {
	w := signs[operand.role] * operand.weight[0]
	[low, high] := ends.of(operand.fact)
}

signs := {"total": -1, "part": 1}
