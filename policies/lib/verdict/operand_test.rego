package tieout.lib.verdict_test

import data.tieout.lib.interval
import data.tieout.lib.rational
import data.tieout.lib.verdict

known := exact("k", [10, 1])

causes := {
	"undisclosed": withheld("x", "undisclosed"),
	"lost": withheld("x", "lost"),
	"several": object.union(withheld("x", "disclosed"), {"qualifiers": ["several"]}),
	"text": object.union(withheld("x", "disclosed"), {"text": "A-", "qualifiers": []}),
	"absent": withheld("x", "notApplicable"),
}

test_an_operand_without_value_is_named_with_its_cause if {
	every cause, fact in causes {
		v := verdict.ratio(verdict.operand("numerator", known), verdict.operand("denominator", fact), result(known))
		v.verdict == "undetermined"
		v.missing == [{"role": "denominator", "fact": "x", "cause": cause}]
		not v.deviation
	}
}

test_a_dangling_operand_is_named_by_its_reference if {
	v := verdict.sum(total(known), [{"role": "part", "ref": "s/gone"}])
	v.verdict == "undetermined"
	v.missing == [{"role": "part", "fact": "s/gone", "cause": "dangling"}]
}

test_an_operand_never_recorded_is_absent if {
	v := verdict.order(verdict.one([], "lesser"), verdict.operand("greater", known))
	v.verdict == "undetermined"
	v.missing == [{"role": "lesser", "cause": "absent"}]
}

test_known_parts_alone_exceed_the_total if {
	hidden := verdict.operand("part", object.union(withheld("h", "undisclosed"), {"concept": "revenue"}))
	concepts := {"revenue": {"sign": "nonNegative"}, "profit": {"sign": "any"}}
	more := parts([exact("a", [11, 1])])
	bounded := verdict.sum(total(known), array.concat(more, [verdict.signed(hidden, concepts)]))
	bounded.verdict == "inconsistent"
	rational.same(bounded.deviation, [1, 1])
	count(bounded.missing) == 1
	verdict.sum(total(known), array.concat(more, [hidden])).verdict == "undetermined"
	verdict.signed(total(object.union(known, {"concept": "profit"})), concepts).fact.id == "k"
}

test_bounds_settle_a_sum_that_holds_whatever_is_missing if {
	hidden := object.union(verdict.operand("part", withheld("h", "lost")), {"nonNegative": true})
	v := verdict.sum(total(at_least([10, 1])), array.concat(parts([exact("a", [11, 1])]), [hidden]))
	v.verdict == "consistent"
	v.missing == [{"role": "part", "fact": "h", "cause": "lost"}]
}

test_bounds_settle_an_order if {
	low := verdict.operand("lesser", exact("low", [-1, 1]))
	high := object.union(verdict.operand("greater", withheld("h", "lost")), {"nonNegative": true})
	verdict.order(low, high).verdict == "consistent"
}

test_a_dash_counts_as_zero if {
	dash := object.union(withheld("d", "nil"), {"value": [0, 1]})
	v := verdict.sum(total(known), parts([known, dash]))
	v.verdict == "consistent"
	v.missing == []
}

test_parts_that_do_not_apply_take_no_part if {
	v := verdict.sum(total(known), parts([known, withheld("n", "notApplicable")]))
	v.verdict == "consistent"
	v.missing == []
	verdict.same([verdict.operand("member", withheld("n", "notApplicable"))]).verdict == "consistent"
	verdict.same([verdict.operand("member", withheld("n", "lost"))]).verdict == "undetermined"
}

test_merged_facts_narrow_each_other if {
	rough := verdict.merged("lesser", [
		only_rounded("a", [10, 1], [1, 2]),
		object.union(only_rounded("b", [104, 10], [1, 20]), {"source": "other"}),
	])
	high := verdict.operand("greater", only_rounded("g", [10, 1], [1, 4]))
	v := verdict.order(rough, high)
	v.verdict == "inconsistent"
	rational.same(v.computed.interval.lower, [207, 20])
}

test_merged_facts_that_disagree_leave_it_undetermined if {
	torn := verdict.merged("lesser", [exact("a", [1, 1]), exact("b", [2, 1])])
	v := verdict.order(torn, verdict.operand("greater", known))
	v.verdict == "undetermined"
	v.missing == [{"role": "lesser", "fact": "a", "cause": "several"}]
}

test_merged_facts_that_agree_in_one_world_leave_that_world if {
	in_one := verdict.merged("lesser", [whole("a", 10), exact("b", [191, 20])])
	v := verdict.order(in_one, verdict.operand("greater", known))
	v.verdict == "consistent"
	v.worlds == {"meets": [], "misses": []}
}

test_merged_facts_without_any_value_are_missing if {
	none := verdict.merged("lesser", [withheld("a", "lost"), withheld("b", "undisclosed")])
	verdict.order(none, verdict.operand("greater", known)).missing == [{"role": "lesser", "fact": "a", "cause": "lost"}]
}

test_a_constant_is_no_operand_of_the_evidence if {
	operands := [verdict.constant("total", [100, 1]), verdict.operand("part", known)]
	v := verdict.sum(operands[0], [operands[1]])
	v.verdict == "inconsistent"
	e := verdict.evidence(v, operands)
	e.operands == [{"fact": "k", "role": "part", "weight": [1, 1]}]
	not e.reported.fact
	rational.same(e.deviation, [90, 1])
}

test_evidence_names_the_reported_fact if {
	operands := array.concat([total(known)], parts([exact("a", [4, 1]), exact("b", [5, 1])]))
	e := verdict.evidence(verdict.sum(operands[0], verdict.having(operands, "part")), operands)
	e.reported == {"fact": "k", "value": [10, 1], "interval": interval.point([10, 1])}
	rational.same(e.computed.value, [9, 1])
	rational.same(e.deviation, [1, 1])
	count(e.operands) == 3
	e.missing == []
	e.worlds == {"meets": [], "misses": []}
}

test_evidence_leaves_out_what_is_unknown if {
	operands := [verdict.merged("member", [withheld("m", "lost"), withheld("n", "lost")])]
	e := verdict.evidence(verdict.same(operands), operands)
	[told.fact | some told in e.operands] == ["m", "n"]
	object.keys(e) == {"operands", "missing", "worlds"}
}

test_wanted if {
	verdict.wanted("consistent") == false with input as {"mode": "findings"}
	verdict.wanted("roundingOnly") with input as {"mode": "findings"}
	verdict.wanted("consistent") with input as {"mode": "audit"}
}
