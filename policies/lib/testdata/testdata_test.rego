# METADATA
# title: Facts for the tests of rules
# description: |
#   Builders of facts in the shape that a rule sees, so that a test states only
#   what it is about. All facts stand in one source, unless a test overrides it.
package tieout.lib.testdata

# A quantity without any value: the base of all others.
quantity(id, overrides) := object.union(
	{
		"id": id,
		"kind": "quantity",
		"source": "ledger",
		"status": "disclosed",
		"qualifiers": [],
		"dimensions": {},
		"unit": "USD",
		"rounding": "unknown",
		"notes": [],
		"refs": [],
	},
	overrides,
)

# An exact whole number, such as a head count.
exact(id, value) := quantity(id, {
	"value": [value, 1],
	"printed": format_int(value, 10),
	"intervals": {"rounded": point([value, 1]), "truncated": point([value, 1])},
})

# A positive figure printed in whole units, in a source whose way of rounding
# is unknown.
rounded(id, value) := quantity(id, {
	"value": [value, 1],
	"decimals": 0,
	"printed": format_int(value, 10),
	"intervals": {
		"rounded": between([(2 * value) - 1, 2], [(2 * value) + 1, 2], false, false),
		"truncated": between([value, 1], [value + 1, 1], false, true),
	},
})

# A printed range; null for an end that is open to infinity.
ranged(id, lower, upper) := quantity(id, {"intervals": {
	"rounded": between(lower, upper, false, false),
	"truncated": between(lower, upper, false, false),
}})

# A figure that the source withholds, or that its text has lost.
without_value(id, status) := quantity(id, {"status": status})

# A grade or another word.
word(id, text) := quantity(id, {"text": text, "printed": text})

point(value) := between(value, value, false, false)

between(lower, upper, lower_open, upper_open) := {
	"lower": lower,
	"upper": upper,
	"lowerOpen": lower_open,
	"upperOpen": upper_open,
}

# A relation's operand with the weight 1.
operand(role, fact) := weighted(role, fact, 1)

weighted(role, fact, weight) := {
	"role": role,
	"ref": fact.id,
	"weight": [weight, 1],
	"fact": fact,
}

# A relation's operand that no fact is recorded for.
dangling(role, id) := {"role": role, "ref": id, "weight": [1, 1]}

relation(id, type, operands) := {
	"id": id,
	"kind": "relation",
	"source": "ledger",
	"type": type,
	"operands": operands,
	"refs": [],
}

measure(id, plan, parts) := object.union(
	{
		"id": id,
		"kind": "measure",
		"source": "ledger",
		"plan": plan,
		"metric": "profit",
		"notes": [],
		"refs": [],
	},
	parts,
)

claim(id, modality, overrides) := object.union(
	{
		"id": id,
		"kind": "claim",
		"source": "ledger",
		"text": "Sales rose faster than costs",
		"modality": modality,
		"entity": "bakery",
		"citations": [],
		"rests": [],
		"refs": [],
	},
	overrides,
)

# The input of a rule over the facts of one source.
document(mode, kind, facts) := {"source": "ledger", "mode": mode, "facts": {kind: facts}}

# The input of a rule over the corpus.
corpus(mode, groups) := {"mode": mode, "groups": groups}

# Whether two fractions are the same number: evidence is not reduced.
same(a, b) if a[0] * b[1] == b[0] * a[1]

# Whether an audit tells of every subject, and of each that it is consistent:
# what looks settled at a glance must also hold when the evidence is worked out.
quiet(subjects, checks) if {
	subjects == {c.subject | some c in checks}
	every c in checks {
		c.verdict == "consistent"
		not c.case
	}
}

# A relation between the same figures that another rule is about.
otherwise(relation) := object.union(relation, {"type": "unheard-of"})
