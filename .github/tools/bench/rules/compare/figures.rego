# METADATA
# title: The figures of all documents, as intervals of whole numbers
# description: |
#   A figure stands for all that it may have been rounded from, or cut off from, as
#   its source does. Both ends are counted in halves of a thousandth, so that the
#   half of a last digit is a whole number, too; an open end is drawn in by 1, far
#   less than any two ends differ.
package compare.figures

import data.compare

by_id := {figure.id: figure | some figure in all}

valued := [figure | some figure in all; figure.low]

all := array.concat(
	[figure |
		some document in compare.documents
		mode := rounding(document)
		some id, quantity in document.quantities
		figure := of(concat("/", [document.source, id]), object.union(document.defaults, quantity), mode)
	],
	[figure |
		some document in compare.documents
		mode := rounding(document)
		some id, table in document.tables
		around := object.union(document.defaults, object.remove(table, ["columns", "rows", "foot", "crossFoot"]))
		names := [name | some name, _ in table.columns] # the corpora have them in this order
		some row, body in table.rows
		beside := object.union(around, object.remove(body, ["cells"]))
		some i, cell in body.cells
		figure := of(
			concat("", [document.source, "/", id, ".", row, ".", names[i]]),
			object.union_n([beside, table.columns[names[i]], cell]),
			mode,
		)
	],
)

rounding(document) := compare.sources[document.source].rounding

of(id, quantity, mode) := object.union(
	{
		"id": id,
		"concept": quantity.concept,
		"scope": concat("|", scope),
		"key": concat("|", array.concat([quantity.concept], array.concat(scope, [quantity.asOf | quantity.asOf]))),
	},
	ends,
) if {
	scope := array.concat(
		[quantity.entity, span(quantity.period), quantity.unit],
		[concat("=", [axis, member]) | some axis, member in quantity.dimensions],
	)
	ends := interval(quantity, mode)
}

span(period) := period if {
	is_string(period)
} else := concat("", [year, "-01-01/", year, "-12-31"]) if year := format_int(period, 10)

interval(quantity, mode) := bounded(object.get(quantity, "qualifiers", []), printed(quantity, mode)) if {
	quantity.value
} else := {}

# No figure comes near this one.
infinite := 1000000000000000000000000

bounded([], ends) := ends

bounded(["atLeast"], ends) := {"low": ends.low, "high": infinite}

bounded(["atMost"], ends) := {"low": 0 - infinite, "high": ends.high}

printed(quantity, mode) := {"low": (2 * x) * shift, "high": (2 * x) * shift} if {
	not quantity.rounded
	shift := shifts[object.get(quantity, "scale", 0)]
	x := round(quantity.value * 1000)
} else := {"low": ((2 * x) - u) * shift, "high": ((2 * x) + u) * shift} if {
	mode == "round"
	shift := shifts[object.get(quantity, "scale", 0)]
	x := round(quantity.value * 1000)
	u := unit(x)
} else := {"low": (2 * x) * shift, "high": (2 * ((x + unit(x)) * shift)) - 1} if {
	x := round(quantity.value * 1000)
	x > 0
	shift := shifts[object.get(quantity, "scale", 0)]
} else := {"low": (2 * ((x - unit(x)) * shift)) + 1, "high": high} if {
	x := round(quantity.value * 1000)
	shift := shifts[object.get(quantity, "scale", 0)]
	high := {true: (2 * x) * shift, false: (2 * (unit(x) * shift)) - 1}[x < 0]
}

shifts := [1, 10, 100, 1000, 10000, 100000, 1000000]

# The place of the last digit.
unit(x) := 1000 if {
	x % 1000 == 0
} else := 100 if {
	x % 100 == 0
} else := 10

whole(n) := 2000 * n

weighed(figure, weight) := {"low": figure.low * weight, "high": figure.high * weight} if {
	weight >= 0
} else := {"low": figure.high * weight, "high": figure.low * weight}
