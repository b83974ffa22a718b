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
