package fact_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/number"
)

// sumOf writes the parts of a sum with their weights, without their source.
func sumOf(r *fact.Relation) string {
	var b strings.Builder
	for _, o := range r.Operands[1:] {
		switch weight := number.Text(o.Weight); weight {
		case "1":
			b.WriteString("+")
		case "-1":
			b.WriteString("-")
		default:
			b.WriteString("+" + weight)
		}
		_, id, _ := strings.Cut(o.ID, "/")
		b.WriteString(id)
	}
	return strings.TrimPrefix(b.String(), "+")
}

// TestRelations holds each type to the roles that rules know its operands by.
func TestRelations(t *testing.T) {
	for written, want := range map[string]string{
		"sum: {total: a, parts: [b, {fact: audit/c, weight: -1}]}": "sum total=budget/a*1 part=budget/b*1 part=audit/c*-1",
		"sum: {total: a, parts: [{fact: b, weight: +2}]}":          "sum total=budget/a*1 part=budget/b*2",
		"share: {part: a, whole: b, result: c}":                    "share part=budget/a*1 whole=budget/b*1 result=budget/c*1",
		"ratio: {numerator: a, denominator: b, result: c}":         "ratio numerator=budget/a*1 denominator=budget/b*1 result=budget/c*1",
		"change: {from: a, to: b, result: c}":                      "change from=budget/a*1 to=budget/b*1 result=budget/c*1",
		"product: {factors: [a, b], result: c}":                    "product factor=budget/a*1 factor=budget/b*1 result=budget/c*1",
		"order: {lesser: a, greater: b}":                           "order lesser=budget/a*1 greater=budget/b*1",
		"rank: {fact: a, rank: b, among: [c, t.r.k]}":              "rank fact=budget/a*1 rank=budget/b*1 among=budget/c*1 among=budget/t.r.k*1",
		"count: {result: a, items: [b]}":                           "count result=budget/a*1 item=budget/b*1",
		"equal: {facts: [a, audit/a]}":                             "equal member=budget/a*1 member=audit/a*1",
		"count: {result: a, items: [b], of: c, having: {d: e}}":    "count result=budget/a*1 item=budget/b*1 of=budget/c*1",
		"whole: {parts: [a, {fact: b, weight: 3}]}":                "whole part=budget/a*1 part=budget/b*3",
		"weighted: {result: a, terms: [{fact: b, by: audit/c}]}":   "weighted result=budget/a*1 term=budget/b*1 by=audit/c*1",
		"mean: {result: a, members: [b], of: c, highest: d}":       "mean result=budget/a*1 member=budget/b*1 of=budget/c*1 highest=budget/d*1",
		"trend: {from: a, to: b, is: rose}":                        "trend from=budget/a*1 to=budget/b*1",
		"ranking: {ranks: [a, b]}":                                 "ranking rank=budget/a*1 rank=budget/b*1",
		"extreme: {fact: a, among: [b], is: largest}":              "extreme fact=budget/a*1 among=budget/b*1",
		"leavers: {result: a, persons: [b], on: c}":                "leavers result=budget/a*1 person=budget/b*1 on=budget/c*1",
	} {
		c := build(t, "source: budget\nrelations: {x: {"+written+"}}")
		f := c.Fact("budget/x")
		if f == nil {
			t.Errorf("%s: not built: %v %v", written, said(c.form), said(c.problems))
			continue
		}
		got := f.Relation.Type
		for _, o := range f.Relation.Operands {
			got += fmt.Sprintf(" %s=%s*%s", o.Role, o.ID, number.Text(o.Weight))
		}
		if got != want {
			t.Errorf("%s\nis   %s\nwant %s", written, got, want)
		}
		if len(c.dangling()) != len(f.Relation.Operands) {
			t.Errorf("%s: not all operands dangle: %v", written, c.dangling())
		}
	}
}

// TestRelationWords keeps what a relation says in words: with another word it
// would be held to something else.
func TestRelationWords(t *testing.T) {
	c := build(t, `
source: budget
relations:
  up: {trend: {from: a, to: b, is: doubled}}
  three: {count: {result: a, items: [b], having: {outcome: missed, year: 2025}}}
`)
	up, three := c.Fact("budget/up").Relation, c.Fact("budget/three").Relation
	if up.Is != "doubled" || len(up.Having) != 0 {
		t.Errorf("the trend is %q with %v", up.Is, up.Having)
	}
	if three.Is != "" || three.Having["outcome"] != "missed" || three.Having["year"] != "2025" || len(three.Operands) != 2 {
		t.Errorf("the count is of %v over %v", three.Having, three.Operands)
	}
}

// TestBadWeight leaves out a relation whose weight cannot be read: with another
// weight it would say something else.
func TestBadWeight(t *testing.T) {
	c := build(t, `
source: budget
relations: {x: {sum: {total: a, parts: [{fact: b, weight: 1e3}]}}}
`)
	c.expect(t, "excess-digits facts.yaml:3:59 budget/x")
	if c.Len() != 0 || c.Excluded != 1 {
		t.Errorf("%d facts, %d excluded", c.Len(), c.Excluded)
	}
}
