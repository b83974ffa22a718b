package fact_test

import (
	"fmt"
	"strings"
	"testing"
)

// registerProblems lists what is found in the registries, by subject.
func registerProblems(t *testing.T, text string, complete bool) string {
	t.Helper()
	var found []string
	c := buildFiles(t, map[string]string{"f.yaml": text})
	for _, p := range c.frame.Register(c.Uses(), complete) {
		found = append(found, fmt.Sprintf("%s %s %s", p.Severity, p.Rule, p.Subject))
	}
	return strings.Join(found, "\n")
}

const unused = `
sources:
  drawn: {title: Drawn, kind: blog}
  idle: {title: Idle, kind: blog}
---
concepts:
  sold: {labels: {en: Sold}, unit: loaf, bounds: [{atMost: baked, necessity: necessary}]}
  baked: {labels: {en: Baked}, unit: loaf}
  profit: {labels: {en: Profit}}
  margin: {labels: {en: Margin}}
  staff: {labels: {en: Staff}, requiredOf: [primaryFiling], distinctFrom: [helpers]}
  helpers: {labels: {en: Helpers}}
  waste: {labels: {en: Waste}}
---
source: drawn
quantities: {loaves: {concept: sold, unit: loaf, value: 1}}
plans: {bonus: {measures: {profit: {metric: profit, weight: 100}}}}
claims: {rich: {text: The margin is high, modality: fact, calls: {concept: margin}}}
`

// TestUnused names the sources and concepts that nothing uses, in whatever way
// the others are used.
func TestUnused(t *testing.T) {
	if got, want := registerProblems(t, unused, true), "note register/unused sources/idle\nnote register/unused concepts/waste"; got != want {
		t.Errorf("found\n%s\nwant\n%s", got, want)
	}
}

// TestUnusedUnknown says nothing where facts were left out: what they use
// cannot be told.
func TestUnusedUnknown(t *testing.T) {
	if got := registerProblems(t, unused, false); got != "" {
		t.Errorf("found\n%s", got)
	}
}

// TestSameName finds two ids for one entity, however its name is written; a
// name that an entity bears twice is no other's.
func TestSameName(t *testing.T) {
	got := registerProblems(t, `
entities:
  bakery: {type: company, labels: {en: "Harbour Bakery, Ltd.", ja: 港製パン}, aliases: [Harbour Bakery Ltd]}
  harbour: {type: company, labels: {en: HARBOUR BAKERY LTD}, aliases: ["港 製パン"]}
  market: {type: company, labels: {en: Market Bakery}, aliases: ["-"]}
  sign: {type: other, labels: {en: "*"}}
  third: {type: company, labels: {en: The third}, aliases: [market bakery]}
`, true)
	if want := "warning register/same-name entities/harbour\nwarning register/same-name entities/third"; got != want {
		t.Errorf("found\n%s\nwant\n%s", got, want)
	}
}
