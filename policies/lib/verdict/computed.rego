package tieout.lib.verdict

# METADATA
# title: Whether a figure computed as a weighted sum is the result
# description: |
#   As sum, but for results that a source computes rather than adds up, such as
#   means and rates: these are rounded by nature, so what the printed parts give
#   need only lie in the interval of the printed result to be consistent.
computed(result, parts) := object.union(added, {"verdict": "consistent"}) if {
	added := sum(result, parts)
	added.verdict == "roundingOnly"
	sum(_unprinted(result), parts).verdict == "consistent"
} else := sum(result, parts)

# The figure as the interval that it stands for, without its printed value.
_unprinted(o) := object.union(object.remove(o, ["fact"]), {"fact": object.remove(o.fact, ["value"])})
