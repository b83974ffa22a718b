package tieout.lib.verdict

import data.tieout.lib.interval

# A term is an operand made ready for arithmetic:
#   at       its interval, by the mode of its source: "rounded" or "truncated", or
#            "" for what is the same under both
#   sure     the same, but for sources beyond most_sources what is sure of them
#   source   whose mode at and sure are looked up by; "" for what needs none
#   point    a list of one, the value as it is printed; empty for a range
#   bound    whether the figure has no end on one side
#   per      how many of the unit make one: 100 for percent
# A term that is not known may be anything.
_term(o) := {
	"known": true,
	"source": figure.source,
	"sources": figure.sources,
	"at": figure.at,
	"sure": figure.at,
	"point": figure.point,
	"bound": figure.bound,
	"weight": object.get(o, "weight", [1, 1]),
	"per": _per(o.fact),
} if {
	figure := _figure(o.fact)
} else := _merged_term(o, figures) if {
	figures := [figure | some fact in o.facts; figure := _figure(fact)]
	count(figures) > 0
} else := {
	"known": false,
	"source": "",
	"sources": [],
	"at": {"": i},
	"sure": {"": i},
	"point": [],
	"bound": true,
	"weight": object.get(o, "weight", [1, 1]),
	"per": _per(object.get(o, "fact", {})),
} if {
	i := {false: interval.everything, true: interval.non_negative}[object.get(o, "nonNegative", false)]
}

_merged_term(o, figures) := {
	"known": true,
	"source": "*",
	"sources": [source | some figure in figures; some source in figure.sources],
	"figures": figures,
	"point": [point | some point in points; count(points) == 1],
	"bound": true in [figure.bound | some figure in figures],
	"weight": object.get(o, "weight", [1, 1]),
	"per": _per(o.facts[0]),
} if {
	points := {point | some figure in figures; some point in figure.point}
}

_figure(fact) := {
	"source": "",
	"sources": [],
	"at": {"": i},
	"point": [_point(value) | value := fact.value],
	"bound": null in [i.lower, i.upper],
} if {
	readings := {reading | some reading in fact.intervals}
	count(readings) == 1
	some i in readings
} else := {
	"source": fact.source,
	"sources": [fact.source],
	"at": fact.intervals,
	"point": [_point(value) | value := fact.value],
	"bound": false,
} if {
	fact.intervals
} else := {
	"source": "",
	"sources": [],
	"at": {"": interval.point([0, 1])},
	"point": [interval.point([0, 1])],
	"bound": false,
} if {
	fact.status == "nil"
}

_point(value) := {"lower": value, "upper": value, "lowerOpen": false, "upperOpen": false}

# How many of a unit make one: a percentage stays a percentage.
_per(fact) := object.get({"percent": 100, "permille": 1000, "basisPoint": 10000}, object.get(fact, "unit", ""), 1)

# What a term prints: its value, or the range that it names instead.
_printed(term, world) := term.point[0] if {
	count(term.point) == 1
} else := term.sure[world.modes[term.source]]

# What a term demands of a figure computed for it: its value, or the bound.
_demanded(term, world) := term.sure[world.modes[term.source]] if {
	term.bound
} else := _printed(term, world)
