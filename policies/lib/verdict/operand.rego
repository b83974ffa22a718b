package tieout.lib.verdict

import data.tieout.lib.interval

# METADATA
# title: A fact as an operand
operand(role, fact) := {"role": role, "ref": fact.id, "weight": [1, 1], "fact": fact}

# METADATA
# title: Several facts of one thing as one operand
# description: |
#   For operands found by their dimensions. The figure lies in all the facts'
#   intervals; worlds where these have nothing in common are left out, and when
#   none is left the verdict is undetermined: it is for the rule on equal
#   figures to report the facts.
merged(role, facts) := {"role": role, "ref": facts[0].id, "weight": [1, 1], "facts": facts}

# METADATA
# title: An exact number that no fact prints, such as the 100 of 100%
constant(role, q) := {"role": role, "weight": [1, 1], "fact": {
	"status": "disclosed",
	"value": q,
	"intervals": {"rounded": interval.point(q)},
}}

# METADATA
# title: An operand that was never recorded
absent(role) := {"role": role, "weight": [1, 1]}

# METADATA
# title: The operands with the role, in order
having(operands, role) := [o | some o in operands; o.role == role]

# METADATA
# title: The first operand with the role, or an absent one
one(operands, role) := operand if {
	operand := having(operands, role)[0]
} else := absent(role)

# METADATA
# title: The operand, known to be zero or more if its concept is
# description: |
#   concepts is the registry. Only an operand without a value changes: it may be
#   any number from zero, instead of any number.
signed(o, concepts) := object.union(o, {"nonNegative": true}) if _never_negative(o, concepts)

signed(o, concepts) := o if not _never_negative(o, concepts)

_never_negative(o, concepts) if {
	some fact in _facts(o)
	concepts[fact.concept].sign in {"nonNegative", "positive"}
}

_facts(o) := o.facts if {
	o.facts
} else := [o.fact] if {
	o.fact
} else := []

# Parts, factors and members that do not apply take no part.
_applying(operands) := [o |
	some o in operands
	object.get(o, ["fact", "status"], "") != "notApplicable"
]

# METADATA
# title: The operands without a value, and why
# description: As the judgement of any relation between them lists them.
missing(operands) := _missing(applying, [_term(o) | some o in applying]) if {
	applying := _applying(operands)
}

# The operands without a value, and why. terms are theirs, in order.
_missing(operands, terms) := [m |
	some k, term in terms
	not term.known
	not operands[k].unstated
	m := _missing_operand(operands[k])
]

_missing_operand(o) := {"role": o.role, "fact": o.ref, "cause": _missing_cause(o)}

_missing_operand(o) := {"role": o.role, "cause": _missing_cause(o)} if not o.ref

_missing_cause(o) := _cause(_facts(o)[0])

_missing_cause(o) := "dangling" if {
	count(_facts(o)) == 0
	o.ref
}

_missing_cause(o) := "absent" if {
	count(_facts(o)) == 0
	not o.ref
}

_cause(fact) := fact.status if {
	fact.status in {"undisclosed", "lost", "excluded"}
} else := "several" if {
	"several" in fact.qualifiers
} else := "text" if {
	fact.text
} else := "absent"
