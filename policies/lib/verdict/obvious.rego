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
obviously_divides(numerator, denominator, result) if {
	_in_a_hurry
	_holds(result, _divided_faces(numerator, denominator, result))
}

# METADATA
# title: Whether the printed result can be the change from one printed figure to the other
# description: The earlier figure is above zero, and the result's every interval holds the change.
obviously_changes(from, to, result) if {
	_in_a_hurry
	[over, under] := _divided_faces(to, from, result)
	_holds(result, [over - (_per(result.fact) * under), under])
}

# METADATA
# title: Whether the printed factors multiplied can be the printed result
# description: The result's every interval holds the product.
obviously_multiplies(factors, result) if {
	_in_a_hurry
	applying := _applying(factors)
	count(applying) > 0
	faces := [face | some factor in applying; face := rational.multiply(_face(factor), [1, _per(factor.fact)])]
	count(faces) == count(applying)
	_holds(result, rational.product_of(array.concat(faces, [[_per(result.fact), 1]])))
}

_holds(result, value) if {
	_face(result)
	every i in result.fact.intervals { interval.holds(i, value) }
}

# What is printed above by what is printed below, in the result's unit.
_divided_faces(numerator, denominator, result) := [(over[0] * under[1]) * lift[0], (over[1] * under[0]) * lift[1]] if {
	over := _face(numerator)
	under := _face(denominator)
	under[0] > 0
	lift := [_per(result.fact) * _per(denominator.fact), _per(numerator.fact)]
}

_in_a_hurry if input.mode == "findings"

# The value that an operand prints, if that is one it can stand for.
_face(o) := fact.value if {
	[fact] := _facts(o)
	fact.intervals
	not _worded(fact)
}

_worded(fact) if {
	some word in fact.qualifiers
	word in {"above", "below", "odd", "several"}
}
