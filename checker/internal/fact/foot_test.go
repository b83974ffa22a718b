package fact_test

import (
	"strings"
	"testing"
)

// TestFootings holds the sums of a table to what its author asserts, over rows,
// columns, tables and documents.
func TestFootings(t *testing.T) {
	c := buildFiles(t, map[string]string{
		"a-registries.yaml": registries,
		"b.yaml": `
source: budget
defaults: {entity: city, period: 2025, unit: USD}
tables:
  pay:
    concept: revenue
    columns: {net: {}, gross: {}, tax: {}}
    rows:
      one: {cells: [8, 10, 2]}
      two: {cells: [7, 7, null]}
      all: {cells: [15, 17, 2]}
      none: {cells: [1, null, null]}
    crossFoot:
      - {total: net, parts: [gross, {column: tax, weight: -1}]}
      - {total: gross, parts: [net, tax], rows: [one]}
    foot:
      - {total: all, parts: [one, two]}
      - {total: all, parts: [one, {row: two, weight: "0.5"}], columns: [net]}
      - {total: {table: other, row: sum}, parts: [one, two]}
`,
		"c.yaml": `
source: budget
defaults: {entity: city, period: 2025, unit: USD, scale: 3}
tables:
  other: {concept: revenue, columns: {tax: {}, net: {}, more: {}}, rows: {sum: {cells: [2, 15, 1]}}}
`,
	})
	c.expect(t)
	want := map[string]string{
		"pay.one.net.sum":   "pay.one.gross-pay.one.tax",
		"pay.one.gross.sum": "pay.one.net+pay.one.tax",
		"pay.two.net.sum":   "pay.two.gross",
		"pay.all.gross.sum": "pay.one.gross+pay.two.gross",
		"pay.all.tax.sum":   "pay.one.tax",
		"pay.all.net.sum":   "pay.all.gross-pay.all.tax",
		"pay.all.net.sum2":  "pay.one.net+pay.two.net",
		"pay.all.net.sum3":  "pay.one.net+0.5pay.two.net",
		"pay.sum.net.sum":   "pay.one.net+pay.two.net",
		"pay.sum.tax.sum":   "pay.one.tax",
	}
	for _, s := range c.Sources {
		for _, f := range s.Facts {
			if f.Relation == nil {
				continue
			}
			id := strings.TrimPrefix(f.ID, "budget/")
			if got := sumOf(f.Relation); got != want[id] {
				t.Errorf("%s adds up %s, want %s", id, got, want[id])
			}
			delete(want, id)
		}
	}
	for id := range want {
		t.Errorf("%s is missing", id)
	}
	if total := c.Fact("budget/pay.sum.net.sum").Relation.Operands[0].ID; total != "budget/other.sum.net" {
		t.Errorf("the total of another table is %s", total)
	}
}

// TestBadFootings reports each name once, and leaves out the whole footing: a
// sum without one of its parts would be wrong.
func TestBadFootings(t *testing.T) {
	c := build(t, `
source: audit
tables: {others: {concept: rating, columns: {a: {}}, rows: {r: {cells: [1]}}}}
---
source: budget
defaults: {entity: city, period: 2025, unit: USD}
tables:
  other: {concept: revenue, columns: {total: {}}, rows: {sum: {cells: [9]}}}
  pay:
    concept: revenue
    columns: {total: {}, base: {}, bonus: {}}
    rows: {one: {cells: [1, 1, 1]}, two: {cells: [1, 1, 1]}}
    crossFoot:
      - {total: totl, parts: [base, bnus]}
      - {total: total, parts: [base, bonus], rows: [three]}
      - {total: total, parts: [base, {column: bonus, weight: 1e3}]}
    foot:
      - {total: twoo, parts: [one]}
      - {total: two, parts: [one, thre]}
      - {total: {table: othr, row: sum}, parts: [one]}
      - {total: {table: others, row: sum}, parts: [one]}
      - {total: {table: other, row: summ}, parts: [one]}
      - {total: two, parts: [one], columns: [ttal]}
      - {total: {table: other, row: sum}, parts: [one], columns: [base]}
`)
	c.expect(t,
		"unknown-name facts.yaml:14:37 budget/pay",
		"unknown-name facts.yaml:14:17 budget/pay",
		"unknown-name facts.yaml:15:53 budget/pay",
		"excess-digits facts.yaml:16:62 budget/pay",
		"unknown-name facts.yaml:18:17 budget/pay",
		"unknown-name facts.yaml:19:35 budget/pay",
		"unknown-name facts.yaml:20:25 budget/pay",
		"unknown-name facts.yaml:21:25 budget/pay",
		"unknown-name facts.yaml:22:37 budget/pay",
		"unknown-name facts.yaml:23:46 budget/pay",
		"unknown-name facts.yaml:24:67 budget/pay",
	)
	if near := c.problems[6].Message.EN; !strings.Contains(near, "did you mean `other`?") {
		t.Errorf("the nearest table is not named: %s", near)
	}
	for _, s := range c.Sources {
		for _, f := range s.Facts {
			if f.Relation != nil {
				t.Errorf("%s is still there", f.ID)
			}
		}
	}
}

// TestFootOfLeftOutTable says nothing of a total in a table that is already
// reported.
func TestFootOfLeftOutTable(t *testing.T) {
	c := build(t, `
source: budget
defaults: {entity: city, period: 2025, unit: USD}
tables:
  broken: {concept: revenue, colums: {}, columns: {total: {}}, rows: {sum: {cells: [9]}}}
  pay:
    concept: revenue
    columns: {total: {}}
    rows: {one: {cells: [1]}}
    foot: [{total: {table: broken, row: sum}, parts: [one]}]
`)
	c.expect(t)
	if len(c.form) != 1 || c.Len() != 1 {
		t.Errorf("%v, %d facts", said(c.form), c.Len())
	}
}
