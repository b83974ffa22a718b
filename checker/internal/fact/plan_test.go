package fact_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// TestPlanDefaults keeps the unit, scale and decimals of the money from the
// percentages beside it, and a measure's print and notes from its figures.
func TestPlanDefaults(t *testing.T) {
	c := build(t, `
source: budget
defaults: {entity: city, period: FY2024, unit: JPY, scale: 6, decimals: -6, noteList: notes}
plans:
  bonus:
    period: FY2025
    overall: 10
    selector: {line: 1, exact: 10%}
    measures:
      sales:
        metric: revenue
        notes: [1]
        selector: {line: 2, exact: 20%}
        weight: 20
        score: {value: 1, unit: pure}
        target: {value: 61, notes: [2]}
        actual: {value: 50, selector: {line: 3, exact: "50"}}
        outcome: missed
references: {notes: {kind: notes, entries: {1: {form: note, begins: A}, 2: {form: note, begins: A}}}}
`)
	c.expect(t)
	for id, want := range map[string]string{
		"bonus.overall":      "||2024-07-01/2025-06-30|percent|plan=bonus",
		"bonus.sales.weight": "||2024-07-01/2025-06-30|percent|measure=sales|plan=bonus",
		"bonus.sales.score":  "||2024-07-01/2025-06-30|pure|measure=sales|plan=bonus",
		"bonus.sales.target": "revenue||2024-07-01/2025-06-30|JPY|plan=bonus|scenario=target",
		"bonus.sales.actual": "revenue||2024-07-01/2025-06-30|JPY",
	} {
		q := c.quantity(t, "budget/"+id)
		key := strings.TrimRight(strings.Join([]string{q.Concept, "", q.Period.Canonical, q.Unit, axes(q)}, "|"), "|")
		if key != want {
			t.Errorf("%s is %s, want %s", id, key, want)
		}
		if exact := q.Decimals == nil; exact != (q.Concept == "") {
			t.Errorf("%s: decimals %v", id, q.Decimals)
		}
	}
	m := c.Fact("budget/bonus.sales")
	if len(m.Notes) != 1 || len(m.Measure.Target.Notes) != 1 || m.Measure.Target.Notes[0].ID != "budget/notes.2" || m.Measure.Weight.Notes != nil {
		t.Error("the notes of the measure and of its figures are mixed up")
	}
	if s := m.Measure.Target.Selector; s.Printed() != "" || s.Line != 2 {
		t.Errorf("the target prints %q on line %d", s.Printed(), s.Line)
	}
	if s := m.Measure.Actual.Selector; s.Printed() != "50" || s.Line != 3 {
		t.Errorf("the actual prints %q on line %d", s.Printed(), s.Line)
	}
	if got := slices.Sorted(maps.Keys(m.Measure.Parts())); !slices.Equal(got, []string{"actual", "score", "target", "weight"}) {
		t.Errorf("parts %v", got)
	}
}

// TestPartialPlan leaves a measure out when one of its parts is wrong, so that
// no rule takes the part for missing or the weights for incomplete.
func TestPartialPlan(t *testing.T) {
	c := build(t, `
source: budget
defaults: {entity: city, period: 2025, unit: USD}
plans:
  metric: {measures: {a: {metric: revenu, weight: 40, target: 1}, b: {metric: revenue, weight: 60}}}
  figure: {measures: {a: {metric: revenue, weight: 40, target: 1e9}, b: {metric: revenue, weight: 60}}}
  form: {measures: {a: {metric: revenue, wait: 40}, b: {metric: revenue, weight: 60}}}
  clash: {overall: 1, measures: {overall: {metric: revenue, weight: 100}}}
  good: {measures: {a: {metric: revenue, weight: 100, outcome: {is: met}}}}
`)
	c.expect(t,
		"unknown-name facts.yaml:5:35 budget/metric.a",
		"excess-digits facts.yaml:6:64 budget/figure.a.target",
		"duplicate-id facts.yaml:8:34 budget/clash.overall",
	)
	for id, want := range map[string]string{"metric.b": "", "figure.b": "", "form.b": "", "good.a": "budget/good"} {
		f := c.Fact("budget/" + id)
		if f == nil || f.Measure.Plan != want {
			t.Errorf("%s: %v, want plan %q", id, f, want)
		}
	}
	for _, id := range []string{"metric.a", "figure.a", "metric.a.weight"} {
		if c.Fact("budget/"+id) != nil {
			t.Errorf("%s is still there", id)
		}
	}
	if c.Fact("budget/figure.a.weight") == nil {
		t.Error("a good part of a measure that was left out is gone, too")
	}
	if c.Fact("budget/clash.overall").Quantity == nil {
		t.Error("the second of two entries with an id took the place of the first")
	}
}

// TestPlanLimits hands a plan's floor and cap down to its measures, and keeps
// the threshold apart from the target.
func TestPlanLimits(t *testing.T) {
	c := build(t, `
source: budget
defaults: {entity: city, period: FY2024/FY2026, unit: USD, decimals: 0}
plans:
  bonus:
    floor: least
    cap: most
    measures:
      sales: {metric: revenue, target: {value: 9, period: FY2026, statedPeriod: FY2024}, threshold: 5, maximum: 12, unadjusted: 120, discretion: {is: reduced}}
      staff: {metric: revenue, weight: 40, cap: gone, discretion: changed}
quantities:
  least: {concept: share, unit: percent, value: 50}
  most: {concept: share, unit: percent, value: 125}
`)
	sales, staff := c.Fact("budget/bonus.sales"), c.Fact("budget/bonus.staff")
	if sales.Measure.Floor.Target != c.Fact("budget/least") || sales.Measure.Cap.Target != c.Fact("budget/most") {
		t.Errorf("floor %v, cap %v", sales.Measure.Floor, sales.Measure.Cap)
	}
	if staff.Measure.Cap.Exists() || len(staff.Refs) != 2 || staff.Refs[1].ID != "budget/gone" {
		t.Errorf("a measure's own cap that does not exist is no dangling reference: %v", staff.Refs)
	}
	if sales.Measure.Discretion != "reduced" || staff.Measure.Discretion != "changed" {
		t.Errorf("discretion %q and %q", sales.Measure.Discretion, staff.Measure.Discretion)
	}
	if want := "2023-07-01/2026-06-30"; sales.Measure.Period != want {
		t.Errorf("the plan's period is %q, want %q", sales.Measure.Period, want)
	}
	if target := sales.Measure.Target.Quantity; target.Period.Canonical != "2025-07-01/2026-06-30" || target.StatedPeriod != "2023-07-01/2024-06-30" {
		t.Errorf("the target is for %q, stated for %q", target.Period.Canonical, target.StatedPeriod)
	}
	for id, scenario := range map[string]string{"threshold": "threshold", "maximum": "maximum", "unadjusted": "unadjusted"} {
		if q := c.Fact("budget/bonus.sales." + id).Quantity; q.Dimensions["scenario"] != scenario || q.Role != id {
			t.Errorf("%s: %v as %q", id, q.Dimensions, q.Role)
		}
	}
}
