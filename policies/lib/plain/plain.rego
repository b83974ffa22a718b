# METADATA
# title: What figures printed without any words settle by themselves
# description: |
#   Most figures hold as they stand. The functions here find that out in a few steps. They are never true
#   in audit mode, where the evidence is wanted, and where they are not true
#   nothing is said: the verdicts of tieout.lib.verdict then decide.
package tieout.lib.plain

# METADATA
# title: Whether the operands are a total and its parts, and these make the total
sums(operands) if {
	input.mode == "findings"
	count(operands) > 1
	terms := [term |
		some operand in operands
		fact := operand.fact
		fact.status == "disclosed"
		fact.qualifiers == []
		fact.intervals
		fact.value[1] == 1
		operand.weight[1] == 1
		sign := {"total": -1, "part": 1}[operand.role]
		term := (sign * operand.weight[0]) * fact.value[0]
	]
	count(terms) == count(operands)
	sum(terms) == 0
}

# METADATA
# title: Whether the facts are all printed as one figure
same(facts) if {
	input.mode == "findings"
	values := [fact.value |
		some fact in facts
		fact.status == "disclosed"
		fact.qualifiers == []
		fact.intervals
	]
	count(values) == count(facts)
	count({value | some value in values}) == 1
}

# METADATA
# title: Whether one fact is printed as at most another, and nothing stands beside either
ordered(lesser, greater) if {
	input.mode == "findings"
	count(lesser) == 1
	count(greater) == 1
	low := lesser[0]
	high := greater[0]
	low.qualifiers == []
	high.qualifiers == []
	low.intervals
	high.intervals
	low.value[0] * high.value[1] <= high.value[0] * low.value[1]
}
