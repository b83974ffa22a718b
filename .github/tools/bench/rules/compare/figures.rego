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

# Figures without a value take no part. What a figure leaves to the fields around
# it is looked up there.
all := [figure |
	some [id, quantity, around, mode] in printed
	scope := [
		object.get(quantity, "entity", around.entity),
		object.get(quantity, "period", around.period),
		object.get(quantity, "unit", around.unit),
		object.get(quantity, "dimensions", {}),
	]
	ends := interval(quantity, around, mode)
	figure := {
		"id": id,
		"concept": quantity.concept,
		"scope": scope,
		"key": [quantity.concept, scope, object.get(quantity, "asOf", "")],
		"low": ends[0],
		"high": ends[1],
	}
]

printed := array.concat(
	[[concat("/", [document.source, id]), quantity, document.defaults, mode] |
		some document in compare.documents
		mode := compare.sources[document.source].rounding
		some id, quantity in document.quantities
	],
	[[concat("", [document.source, "/", id, ".", row, ".", names[i]]), quantity, quantity, mode] |
		some document in compare.documents
		mode := compare.sources[document.source].rounding
		some id, table in document.tables
		around := object.union(document.defaults, object.remove(table, ["columns", "rows", "foot", "crossFoot"]))
		names := [name | some name, _ in table.columns] # the corpora have them in this order
		some row, body in table.rows
		beside := object.union(around, object.remove(body, ["cells"]))
		some i, cell in body.cells
		quantity := object.union_n([beside, table.columns[names[i]], cell])
	],
)

# A year is written as a number.
span(period) := period if {
	is_string(period)
} else := concat("", [year, "-01-01/", year, "-12-31"]) if year := format_int(period, 10)

interval(quantity, around, mode) := [exactly, exactly] if {
	not object.get(quantity, "rounded", object.get(around, "rounded", false))
	not quantity.qualifiers
	exactly := (2 * shifts[object.get(quantity, "scale", object.get(around, "scale", 0))]) * round(quantity.value * 1000)
} else := [
	shift * ((x - (reach.below * half)) + reach.hair_below),
	shift * ((x + (reach.above * half)) - reach.hair_above),
] if {
	not quantity.qualifiers
	x := 2 * round(quantity.value * 1000)
	half := halves[abs(x) % 2000]
	shift := shifts[object.get(quantity, "scale", object.get(around, "scale", 0))]
	reach := reaches[mode][x > 0][x < 0]
} else := [least, infinite] if {
	quantity.qualifiers == ["atLeast"]
	least := (2 * shifts[object.get(quantity, "scale", object.get(around, "scale", 0))]) * round(quantity.value * 1000)
} else := [0 - infinite, most] if {
	quantity.qualifiers == ["atMost"]
	most := (2 * shifts[object.get(quantity, "scale", object.get(around, "scale", 0))]) * round(quantity.value * 1000)
}

shifts := [1, 10, 100, 1000, 10000, 100000, 1000000]

# Half of the place of the last digit, by what is left of the figure.
halves := [half | some rest in numbers.range(0, 1999); half := half_of(rest)]

half_of(rest) := 1000 if {
	rest == 0
} else := 100 if {
	rest % 200 == 0
} else := 10

# In halves of a last digit, how far a figure reaches down and up: by how its source
# rounds, whether it is more than 0, and whether it is less.
reaches := {
	"round": {true: {false: both}, false: {true: both, false: both}},
	"truncate": {true: {false: up}, false: {true: down, false: either}},
}

both := {"below": 1, "hair_below": 0, "above": 1, "hair_above": 0}

up := {"below": 0, "hair_below": 0, "above": 2, "hair_above": 1}

down := {"below": 2, "hair_below": 1, "above": 0, "hair_above": 0}

either := {"below": 2, "hair_below": 1, "above": 2, "hair_above": 1}

# No figure comes near this one.
infinite := 1000000000000000000

weighed(figure, weight) := {"low": figure.low * weight, "high": figure.high * weight} if {
	weight >= 0
} else := {"low": figure.high * weight, "high": figure.low * weight}
