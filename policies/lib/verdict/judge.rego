package tieout.lib.verdict

import data.tieout.lib.interval

# A judgement joins the outcomes of a relation in all worlds. An outcome is
#   world      the world's name
#   meets      whether the intervals have something in common
#   plain      whether the printed figures hold without the leeway of rounding
#   settled    whether the relation holds whatever the missing operands are
# and what evidence shows, each a list of one, or empty where it is unknown:
#   computed, reported   the intervals on both sides
#   given, demanded      the same from the printed figures alone
#   distance             between given and demanded
_judgement(operands, setting, reported, outcomes) := object.union_n([
	{"verdict": verdict, "missing": setting.missing, "worlds": _told_worlds(meeting, missing)},
	_figure_evidence("computed", shown.computed, [i.lower | some i in shown.given; interval.value(i)]),
	_figure_evidence("reported", shown.reported, [i.lower | some i in reported.point]),
	{"deviation": distance | some distance in shown.distance; verdict != "undetermined"},
]) if {
	count(outcomes) > 0
	meeting := [outcome | some outcome in outcomes; outcome.meets]
	missing := [outcome | some outcome in outcomes; not outcome.meets]
	verdict := _verdict(setting.missing, outcomes, meeting)
	shown := array.concat(meeting, outcomes)[0]
} else := {
	"verdict": "undetermined",
	"missing": array.concat(setting.missing, conflicting),
	"worlds": {"meets": [], "misses": []},
} if {
	# No world is left in which the facts of a merged operand agree.
	conflicting := [m |
		some o in operands
		count(o.facts) > 1
		m := {"role": o.role, "fact": o.ref, "cause": "several"}
	]
}

_verdict(missing, outcomes, meeting) := "inconsistent" if {
	count(meeting) == 0
} else := "undetermined" if {
	count(missing) > 0
	count([outcome | some outcome in meeting; outcome.settled]) < count(outcomes)
} else := "consistent" if {
	count(missing) > 0
} else := "consistent" if {
	count([outcome | some outcome in meeting; outcome.plain]) == count(outcomes)
} else := "roundingOnly"

# With one world there is nothing to tell apart.
_told_worlds(meeting, missing) := {
	"meets": [outcome.world | some outcome in meeting],
	"misses": [outcome.world | some outcome in missing],
} if {
	count(meeting) + count(missing) > 1
} else := {"meets": [], "misses": []}

_figure_evidence(name, intervals, values) := {name: object.union(
	{"interval": i | some i in intervals},
	{"value": value | some value in values},
)}
