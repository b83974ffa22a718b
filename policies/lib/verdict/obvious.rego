package tieout.lib.verdict

import data.tieout.lib.interval
import data.tieout.lib.rational

# METADATA
# title: Whether printed parts give exactly the printed total
# description: |
#   A figure can always be what it is printed as, unless its words say that it is
#   not. So printed figures that hold as they stand hold in every world, and where
#   nobody wants their evidence no interval has to be looked at. The functions
#   here are never true in audit mode, and never for anything but consistency.
obviously_sums(total, parts) if {
	_in_a_hurry
	applying := _applying(parts)
	count(applying) > 0
	faces := [rational.multiply(object.get(part, "weight", [1, 1]), face) |
		some part in applying
		face := _face(part)
	]
	count(faces) == count(applying)
	rational.same(_face(total), rational.total(faces))
}

# METADATA
# title: Whether the lesser is printed as at most the greater
obviously_ordered(lesser, greater) if {
	_in_a_hurry
	low := _face(lesser)
	high := _face(greater)
	not rational.less(high, low)
}

# METADATA
# title: Whether all members are printed as the same figure
obviously_same(members) if {
	_in_a_hurry
	applying := _applying(members)
	count(applying) > 0
	faces := [face | some member in applying; face := _face(member)]
	count(faces) == count(applying)
	every face in faces { rational.same(face, faces[0]) }
}

# METADATA
# title: Whether the printed numerator by the printed denominator can be the printed result
# description: The denominator is above zero, and the result's every interval holds the quotient.
obviously_divides(numerator, denominator, result) if _quotient_in_all(numerator, denominator, result, 0)

# METADATA
# title: Whether the change between the printed figures can be the printed one
# description: The figure to begin with is above zero, and the result's every interval holds the change.
obviously_changes(from, to, result) if _quotient_in_all(to, from, result, 1)

_quotient_in_all(numerator, denominator, result, less) if {
	_in_a_hurry
	over := _face(numerator)
	under := _face(denominator)
	under[0] > 0
	_face(result)
	per := _per(result.fact)
	n := ((over[0] * under[1]) * per) * _per(denominator.fact)
	d := (over[1] * under[0]) * _per(numerator.fact)
	quotient := [n - ((less * per) * d), d]
	every i in result.fact.intervals { _holds(i, quotient) }
}

# METADATA
# title: Whether the printed factors can make the printed result
# description: The result's every interval holds their product.
obviously_multiplies(factors, result) if {
	_in_a_hurry
	count(factors) > 0
	faces := [face | some factor in factors; face := _face(factor)]
	count(faces) == count(factors)
	_face(result)
	lifts := [[1, _per(factor.fact)] | some factor in factors]
	made := rational.multiply(rational.product_of(array.concat(faces, lifts)), [_per(result.fact), 1])
	every i in result.fact.intervals { _holds(i, made) }
}

_holds(i, q) if {
	# The common case, told apart for speed alone.
	i.lower[0] * q[1] < q[0] * i.lower[1]
	q[0] * i.upper[1] < i.upper[0] * q[1]
} else := interval.holds(i, q)

_in_a_hurry if input.mode == "findings"

# The value that an operand prints, if that is one it can stand for.
_face(o) := fact.value if {
	# The common case, told apart for speed alone.
	fact := o.fact
	fact.qualifiers == []
	fact.intervals
} else := fact.value if {
	[fact] := _facts(o)
	fact.intervals
	not _worded(fact)
}

_worded(fact) if {
	some word in fact.qualifiers
	word in {"above", "below", "odd", "several"}
}
