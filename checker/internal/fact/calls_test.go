package fact_test

import "testing"

// TestCalls reads what a claim says beside its words, and leaves out one whose
// names or dates do not stand: rules would compare it with nothing.
func TestCalls(t *testing.T) {
	c := buildFiles(t, map[string]string{
		"a-registries.yaml": registries,
		"facts.yaml": `
source: budget
defaults: {entity: city, unit: USD, period: 2025}
quantities:
  named: {concept: revenue, value: 1, calls: {dimensions: {scope: group}}}
  misnamed: {concept: revenue, value: 1, calls: {concept: takings}}
claims:
  forecast: {text: A claim, modality: forecast, topic: trade, due: FY2026, outcome: named, office: shop, calls: {concept: staff}}
  nowhere: {text: A claim, modality: fact, office: palace}
  never: {text: A claim, modality: forecast, due: FY2026, entity: nobody}
  undated: {text: A claim, modality: forecast, due: 2025-02-30}
  open: {text: A claim, modality: forecast, outcome: gone}
`,
	})
	c.expect(t,
		"unknown-name facts.yaml:6:59 budget/misnamed",
		"unknown-name facts.yaml:9:52 budget/nowhere",
		"unknown-name facts.yaml:10:67 budget/never",
		"period facts.yaml:11:53 budget/undated",
	)
	claim := c.Fact("budget/forecast").Claim
	if claim.Topic != "trade" || claim.Due.Canonical != "2025-07-01/2026-06-30" || claim.Office != "shop" ||
		claim.Calls.Concept != "staff" || claim.Outcome.Target != c.Fact("budget/named") {
		t.Errorf("%+v", claim)
	}
	if scope := c.Fact("budget/named").Quantity.Calls.Dimensions["scope"]; scope != "group" {
		t.Errorf("the scope is called %q", scope)
	}
	if got := c.dangling(); len(got) != 1 || got[0] != "budget/open → budget/gone" {
		t.Errorf("dangling are %v", got)
	}
}

// TestHosts keeps the first of two entries for a host, and none of the wrong
// form.
func TestHosts(t *testing.T) {
	c := buildFiles(t, map[string]string{
		"a.yaml": "sources: {a: {title: A, kind: blog}}\nhosts: [{host: example.org, unfit: live}, {host: example.com, unfit: often}]\n",
		"b.yaml": "sources: {b: {title: B, kind: blog}}\nhosts: [{host: example.org, unfit: other}]\n",
	})
	if h := c.Registry.Hosts; len(h) != 1 || h["example.org"].Str("unfit") != "live" {
		t.Errorf("the hosts are %+v", h)
	}
	if len(c.form) != 1 {
		t.Errorf("%d faults of form, want that of the second host: %+v", len(c.form), c.form)
	}
}
