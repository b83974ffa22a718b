package fact_test

import (
	"fmt"
	"strings"
	"testing"
)

// TestSelectors holds each cell to the print that is its own: a figure compared
// with its neighbour's print is a false alarm.
func TestSelectors(t *testing.T) {
	c := build(t, `
source: budget
defaults: {entity: city, period: 2025, unit: USD}
tables:
  pay:
    concept: revenue
    selector: {line: 1, exact: Pay}
    columns: {a: {}, b: {}, c: {selector: {line: 2, exact: Column}}}
    rows:
      split: {selector: {line: 3, exact: "12-4", split: ["12", "-", "4"]}, cells: [12, "-", 4]}
      own: {selector: {line: 4, exact: 12-, split: ["12", "-"]}, cells: [12, {value: 7, selector: {line: 9, exact: "7"}}, "-"]}
      gap: {selector: {line: 5, exact: "124", split: ["12", "4"]}, cells: [12, null, 4]}
      single: {selector: {line: 6, exact: "12"}, cells: [null, 12, null]}
      shared: {selector: {line: 7, exact: 12 and 4}, cells: [12, 4, null]}
      inherited: {cells: [1, null, 3]}
`)
	c.expect(t)
	for _, test := range []struct {
		id, printed string
		line        int
	}{
		{"split.a", "12", 3},
		{"split.b", "-", 3},
		{"split.c", "4", 3},
		{"own.a", "12", 4},
		{"own.b", "7", 9},
		{"own.c", "-", 4},
		{"gap.a", "12", 5},
		{"gap.c", "4", 5},
		{"single.b", "12", 6},
		{"shared.a", "", 7},
		{"inherited.a", "", 1},
		{"inherited.c", "", 2},
	} {
		s := c.Fact("budget/pay." + test.id).Selector
		if s.Printed() != test.printed || s.Line != test.line {
			t.Errorf("%s is %q on line %d, want %q on line %d", test.id, s.Printed(), s.Line, test.printed, test.line)
		}
	}
	for _, id := range []string{"gap.b", "single.a", "single.c"} {
		if c.Fact("budget/pay."+id) != nil {
			t.Errorf("the cell %s is not printed, but is a fact", id)
		}
	}
}

// TestBadRows reports a row whose cells or pieces do not fit once, without
// findings on its cells and sums.
func TestBadRows(t *testing.T) {
	c := build(t, `
source: budget
defaults: {entity: city, period: 2025, unit: USD}
tables:
  pay:
    concept: revenue
    columns: {total: {}, base: {dimensions: {k: base}}}
    rows:
      short: {cells: [1]}
      long: {dimensions: {r: long}, cells: [1, null, 3]}
      pieces: {dimensions: {r: pieces}, selector: {line: 3, exact: "123", split: ["1", "2", "3"]}, cells: [1, 1]}
      good: {dimensions: {r: good}, cells: [4, 4]}
    crossFoot: [{total: total, parts: [base]}]
    foot: [{total: good, parts: [short, pieces]}]
relations:
  over: {equal: {facts: [pay.short.total, pay.good.total]}}
`)
	c.expect(t,
		"table facts.yaml:9:22 budget/pay.short",
		"table facts.yaml:10:44 budget/pay.long",
		"table facts.yaml:11:82 budget/pay.pieces",
	)
	if refs := c.dangling(); len(refs) > 0 {
		t.Errorf("dangling: %v", refs)
	}
	if printed := c.Fact("budget/pay.pieces.total").Selector.Printed(); printed != "" {
		t.Errorf("a cell of a row that is split wrongly prints %q", printed)
	}
	// short has one cell, long two; three sums over short, two over long.
	for _, id := range []string{"pay.pieces.total.sum", "pay.good.total.sum"} {
		if c.Fact("budget/"+id) == nil {
			t.Errorf("the sum %s is missing", id)
		}
	}
	if c.Fact("budget/pay.short.total.sum") != nil || c.Fact("budget/over") != nil {
		t.Error("a relation over a row that was left out is still there")
	}
}

// BenchmarkTable shows that the cost of a cell does not grow with its table.
func BenchmarkTable(b *testing.B) {
	for _, rows := range []int{100, 1_000, 10_000} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			text := largeTable(rows)
			for b.Loop() {
				if c := build(b, text); len(c.problems) > 0 || c.Len() != 4*rows+3 {
					b.Fatalf("%d facts, %v", c.Len(), said(c.problems))
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*rows), "ns/row")
		})
	}
}

// TestLargeTable spreads a table of ten thousand rows, all of them added up.
func TestLargeTable(t *testing.T) {
	c := build(t, largeTable(10_000))
	c.expect(t)
	if c.Len() != 40_003 {
		t.Errorf("%d facts", c.Len())
	}
}

func largeTable(rows int) string {
	var text, names strings.Builder
	for i := range rows {
		fmt.Fprintf(&text, "      r%d: {cells: [2, 1, 1]}\n", i)
		if i > 0 {
			fmt.Fprintf(&names, ", r%d", i)
		}
	}
	return fmt.Sprintf(`
source: budget
defaults: {entity: city, period: 2025, unit: USD}
tables:
  pay:
    concept: revenue
    columns: {total: {}, a: {}, b: {}}
    crossFoot: [{total: total, parts: [a, b]}]
    foot: [{total: r0, parts: [%s]}]
    rows:
%s`, strings.TrimPrefix(names.String(), ", "), text.String())
}
