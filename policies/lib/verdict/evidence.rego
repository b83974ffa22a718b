package tieout.lib.verdict

# METADATA
# title: The judgement's evidence, as the reports expect it
# description: |
#   What the judgement leaves out is left out. Numbers that no fact prints are no
#   operands. The reported figure is the operand with the role total, result or
#   greater. Add unit, explanations or params by object.union.
evidence(judgement, operands) := object.union_n([
	{
		"operands": _told_operands(operands),
		"missing": judgement.missing,
		"worlds": judgement.worlds,
	},
	{key: judgement[key] |
		some key in ["computed", "reported"]
		judgement[key] != {}
	},
	{"reported": {"fact": fact} | some fact in _reported_fact(judgement, operands)},
	{"deviation": judgement.deviation | judgement.deviation},
])

_told_operands(operands) := [told |
	some o in operands
	some ref in _refs(o)
	told := object.union({"fact": ref, "role": o.role}, {"weight": o.weight | o.weight})
]

_refs(o) := [fact.id | some fact in o.facts] if o.facts

else := [o.ref]

_reported_fact(judgement, operands) := [o.ref |
	judgement.reported != {}
	some o in operands
	o.role in {"total", "result", "greater"}
]
