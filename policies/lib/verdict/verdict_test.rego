package tieout.lib.verdict_test

import data.tieout.lib.interval
import data.tieout.lib.rational
import data.tieout.lib.testdata
import data.tieout.lib.verdict

# A figure of a source, as the loader hands it over: value v, half a unit of its
# last digit u/2.
rounded(v, half) := {
	"lower": rational.subtract(v, half),
	"upper": rational.add(v, half),
	"lowerOpen": false,
	"upperOpen": false,
}

truncated(v, half) := {
	"lower": v,
	"upper": rational.add(v, rational.add(half, half)),
	"lowerOpen": false,
	"upperOpen": true,
}

figure(id, value, intervals) := {
	"id": id,
	"source": "ledger",
	"status": "disclosed",
	"value": value,
	"intervals": intervals,
}

exact(id, v) := figure(id, v, {"rounded": interval.point(v), "truncated": interval.point(v)})

whole(id, v) := figure(id, [v, 1], {"rounded": rounded([v, 1], [1, 2]), "truncated": truncated([v, 1], [1, 2])})

only_rounded(id, v, half) := figure(id, v, {"rounded": rounded(v, half)})

withheld(id, status) := {"id": id, "source": "ledger", "status": status}

between(value, lower, upper) := figure("a", value, {"rounded": i, "truncated": i}) if {
	i := {"lower": lower, "upper": upper, "lowerOpen": false, "upperOpen": false}
}

bound(value, i) := figure("bound", value, {"rounded": i, "truncated": i})

at_least(v) := bound(v, {"lower": v, "upper": null, "lowerOpen": false, "upperOpen": true})

above(v) := bound(v, {"lower": v, "upper": null, "lowerOpen": true, "upperOpen": true})

percent(fact) := object.union(fact, {"unit": "percent"})

total(fact) := verdict.operand("total", fact)

result(fact) := verdict.operand("result", fact)

parts(facts) := [verdict.operand("part", fact) | some fact in facts]

about(value, lower, upper) := between([value, 1], lower, upper)

about_parts := parts([about(35, [69, 2], [71, 2]), about(18, [35, 2], [37, 2]), about(10, [19, 2], [21, 2])])

test_example_about_parts_of_sixty_percent if {
	v := verdict.sum(total(only_rounded("t", [60, 1], [1, 2])), about_parts)
	v.verdict == "inconsistent"
	rational.same(v.deviation, [3, 1])
	rational.same(v.computed.interval.lower, [123, 2])
	rational.same(v.computed.interval.upper, [129, 2])
	rational.same(v.reported.interval.lower, [119, 2])
}

test_example_about_parts_of_about_sixty_percent if {
	v := verdict.sum(total(about(60, [55, 1], [65, 1])), about_parts)
	v.verdict == "roundingOnly"
	rational.same(v.deviation, [3, 1])
}

test_example_two_parts_one_short if {
	v := verdict.sum(total(whole("t", 58)), parts([whole("a", 12), whole("b", 45)]))
	v.verdict == "roundingOnly"
	v.worlds == {"meets": ["rounded", "truncated"], "misses": []}
}

test_example_touching_in_the_rounded_world_only if {
	v := verdict.sum(total(whole("t", 29)), parts([whole("a", 10), whole("b", 20)]))
	v.verdict == "roundingOnly"
	v.worlds == {"meets": ["rounded"], "misses": ["truncated"]}
	rational.same(v.computed.interval.lower, [29, 1])
	rational.same(v.reported.interval.upper, [59, 2])
}

test_example_millions if {
	million := [500000, 1]
	v := verdict.sum(total(only_rounded("t", [8974000000, 1], million)), parts([
		only_rounded("a", [6360000000, 1], million),
		only_rounded("b", [2613000000, 1], million),
	]))
	v.verdict == "roundingOnly"
	v.worlds == {"meets": [], "misses": []}
}

count_share(printed) := verdict.share(
	null,
	verdict.operand("whole", exact("w", [17, 1])),
	result(percent(whole("r", printed))),
	true,
)

test_example_share_of_a_count_that_exists if count_share(35).verdict == "consistent"

test_example_share_of_a_count_that_cannot_be if count_share(33).verdict == "inconsistent"

test_example_about_a_twelfth if {
	twelfth := figure("r", [1, 12], {"rounded": {
		"lower": [2, 25],
		"upper": [2, 23],
		"lowerOpen": true,
		"upperOpen": false,
	}})
	v := verdict.share(
		verdict.operand("part", exact("p", [421, 1])),
		verdict.operand("whole", exact("w", [5001, 1])),
		result(twelfth),
		true,
	)
	v.verdict == "consistent"
	rational.same(v.computed.value, [421, 5001])
}

test_example_ratio_that_rounds if {
	v := verdict.ratio(
		verdict.operand("numerator", exact("n", [698, 1])),
		verdict.operand("denominator", exact("d", [126332, 1])),
		result(percent(only_rounded("r", [6, 10], [1, 20]))),
	)
	v.verdict == "consistent"
	rational.same(v.computed.value, [69800, 126332])
}

test_example_one_hundred_is_not_above_one_hundred if {
	v := verdict.sum(total(above([100, 1])), parts([exact("a", [60, 1]), exact("b", [40, 1])]))
	v.verdict == "inconsistent"
}

test_example_cents if {
	p := [
		verdict.operand("part", exact("a", [100, 1])),
		object.union(verdict.operand("part", exact("b", [9999, 100])), {"weight": [-1, 1]}),
	]
	v := verdict.sum(total(exact("t", [1, 100])), p)
	v.verdict == "consistent"
	rational.same(v.computed.value, [1, 100])
	rational.same(v.deviation, [0, 1])
}

# The helper that the tests of most rules lean on.
test_pass_only_quiet_audits_are_quiet if {
	said := {"subject": "ledger/a", "verdict": "consistent"}
	testdata.quiet({"ledger/a"}, {said})
	not testdata.quiet({"ledger/a", "ledger/b"}, {said})
	not testdata.quiet({"ledger/a"}, {object.union(said, {"case": "rounded"})})
	not testdata.quiet({"ledger/a"}, {object.union(said, {"verdict": "inconsistent"})})
}
