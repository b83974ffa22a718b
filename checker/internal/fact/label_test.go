package fact_test

import "testing"

// TestLabels names facts in both languages, each falling back on what there is.
func TestLabels(t *testing.T) {
	c := build(t, `
source: budget
defaults: {entity: city, unit: USD}
quantities:
  plain: {concept: revenue, value: 1}
  axes: {concept: revenue, value: 1, entity: shop, period: FY2024, dimensions: {b: west, a: city}}
  named: {concept: revenue, value: 1, label: {ja: 歳入額}}
  one-language: {concept: staff, value: 1, unit: person}
relations: {tie: {equal: {facts: [plain, axes]}}}
claims: {c: {text: It grew., modality: fact}}
plans:
  bonus:
    measures:
      m: {metric: revenue, weight: 1, target: {value: 2, dimensions: {b: west}}}
  other: {label: {en: Other plan}, overall: 3, measures: {}}
tables: {t: {concept: revenue, columns: {c: {dimensions: {k: c}}}, rows: {r: {cells: [1]}}}}
`)
	c.expect(t)
	for id, want := range map[string][2]string{
		"plain":          {"Revenue (City of Example)", "歳入（例の市）"},
		"axes":           {"Revenue (製パン所, City of Example, west, FY2024)", "歳入（製パン所、例の市、west、FY2024）"},
		"named":          {"歳入額", "歳入額"},
		"one-language":   {"Staff (City of Example)", "Staff（例の市）"},
		"tie":            {"tie", "tie"},
		"c":              {"It grew.", "It grew."},
		"bonus.m":        {"Revenue", "歳入"},
		"bonus.m.weight": {"weight of Revenue (City of Example, bonus)", "歳入の評価割合（例の市、bonus）"},
		"bonus.m.target": {"target of Revenue (City of Example, west, bonus)", "歳入の目標値（例の市、west、bonus）"},
		"other.overall":  {"overall result (City of Example, Other plan)", "総合達成率（例の市、Other plan）"},
		"t.r.c":          {"Revenue (City of Example, c)", "歳入（例の市、c）"},
	} {
		label := c.Label(c.Fact("budget/" + id))
		if label.In("en") != want[0] || label.In("ja") != want[1] {
			t.Errorf("%s is %s | %s", id, label.In("en"), label.In("ja"))
		}
	}
}
