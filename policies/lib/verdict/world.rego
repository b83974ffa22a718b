package tieout.lib.verdict

import data.tieout.lib.interval

# METADATA
# title: How many sources of unknown rounding are taken apart
# description: |
#   Each doubles the worlds. The figures of further sources keep, in every world,
#   the hull of their intervals where figures are asked to meet, and the common
#   part where the printed ones are asked to hold. So neither an inconsistency
#   nor a consistency is ever claimed wrongly, though more ends as roundingOnly.
most_sources := 4

# The terms of the operands, and the worlds to look at them in.
_setting(operands) := {"terms": terms, "worlds": worlds, "missing": _missing(operands, terms)} if {
	raw := [_term(o) | some o in operands]
	sources := sort({source | some term in raw; some source in term.sources})
	all_worlds := _worlds(sources)
	terms := [term | some r in raw; term := _resolved(r, all_worlds, sources)]
	worlds := [world |
		some world in all_worlds
		_possible(world, terms)
	]
}

# The ways in which the sources may have rounded: a mode for each source whose
# way is unknown and makes a difference.
_worlds([]) := [{"name": "", "modes": {"": "", "*": ""}}]

_worlds([source]) := [
	{"name": "rounded", "modes": {"": "", "*": "rounded", source: "rounded"}},
	{"name": "truncated", "modes": {"": "", "*": "truncated", source: "truncated"}},
]

_worlds(sources) := [{"name": name, "modes": object.union(modes, {"": "", "*": name})} |
	some first in ["rounded", "truncated"]
	some second in ["rounded", "truncated"]
	some third in _modes(sources, 2)
	some fourth in _modes(sources, 3)
	modes := {source: mode |
		some k, mode in [first, second, third, fourth]
		source := sources[k]
	}
	name := concat(",", [pair |
		some source in sources
		pair := concat("=", [source, modes[source]])
	])
] if {
	count(sources) > 1
}

_modes(sources, k) := ["rounded", "truncated"] if k < count(sources)

_modes(sources, k) := [""] if k >= count(sources)

# Most terms are read by their source's mode alone. The others get an interval
# for each world: those of several figures, and those of sources not taken apart.
_resolved(term, worlds, sources) := object.union(term, {
	"source": "*",
	"at": {world.name: i | some world in worlds; i := _joint(term, world, "outer")},
	"sure": {world.name: i | some world in worlds; i := _joint(term, world, "inner")},
}) if {
	_beyond_modes(term, sources)
} else := term

_beyond_modes(term, _) if term.figures

_beyond_modes(term, sources) if term.source in array.slice(sources, most_sources, count(sources))

_joint(term, world, side) := interval.intersection([_reading(figure, world, side) |
	some figure in object.get(term, "figures", [term])
])

_reading(figure, world, side) := figure.at[world.modes[figure.source]] if {
	world.modes[figure.source]
} else := interval.hull([i | some i in figure.at]) if {
	side == "outer"
} else := interval.intersection([i | some i in figure.at])

# A world is impossible when the figures of one term have nothing in common in it.
_possible(world, terms) if {
	every term in terms {
		term.at[world.modes[term.source]]
	}
}
