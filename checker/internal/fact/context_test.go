package fact_test

import (
	"fmt"
	"testing"
)

// TestPrecedence holds the cell's own field over that of its row, the row's over
// the column's, that over the table's and that over the document's: what a
// figure is must not depend on where an author finds it shortest to say so.
func TestPrecedence(t *testing.T) {
	for level, want := range []string{"2020", "2021", "2022", "2023", "2024"} {
		period := make([]string, 5)
		for i := range period {
			if i <= level {
				period[i] = fmt.Sprintf("period: %d, ", 2020+i)
			}
		}
		c := build(t, fmt.Sprintf(`
source: budget
defaults: {%s entity: city, unit: USD, dimensions: {a: document, b: document}}
tables:
  pay:
    %s
    columns: {total: {%s concept: revenue, dimensions: {b: column, c: column}}}
    rows: {city: {%s dimensions: {c: row, d: row}, cells: [{%s value: 1, dimensions: {d: cell}}]}}
`, period[0], flow(period[1]), period[2], period[3], period[4]))
		q := c.quantity(t, "budget/pay.city.total")
		if q.Period.Written != want {
			t.Errorf("with the period given down to level %d it is %q, want %s", level, q.Period.Written, want)
		}
		if got := axes(q); got != "a=document|b=column|c=row|d=cell" {
			t.Errorf("the dimensions are %s", got)
		}
	}
}

// flow turns a field of a flow mapping into a line of its own.
func flow(field string) string {
	if field == "" {
		return "comment: none"
	}
	return field[:len(field)-len(", ")]
}

// TestPrecision holds how `rounded` and `decimals` go together, whatever their
// order: a figure that is taken for exact when it is rounded fails every sum.
func TestPrecision(t *testing.T) {
	for _, test := range []struct{ defaults, own, want string }{
		{"", "", "exact"},
		{"rounded: true", "", "-6"},
		{"rounded: true", "rounded: false", "exact"},
		{"rounded: true", "decimals: -3", "-3"},
		{"decimals: -6", "", "-6"},
		{"decimals: -6", "rounded: false", "exact"},
		{"decimals: -3", "rounded: true", "-6"},
		{"", "decimals: -3, rounded: true", "-3"},
		{"", "rounded: true, decimals: -3", "-3"},
		{"rounded: true", "scale: 0", "0"},
		{"rounded: true", "scale: 3.0", "-3"},
	} {
		c := build(t, fmt.Sprintf(`
source: budget
defaults: {entity: city, period: 2025, unit: USD, scale: 6, %s}
quantities: {x: {concept: revenue, value: 1605, %s}}
`, test.defaults, test.own))
		got := "exact"
		if q := c.quantity(t, "budget/x"); q.Decimals != nil {
			got = fmt.Sprint(*q.Decimals)
		}
		if got != test.want {
			t.Errorf("{%s} with {%s}: decimals %s, want %s", test.defaults, test.own, got, test.want)
		}
	}
}
