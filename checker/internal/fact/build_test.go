package fact_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/validate"
)

// registries are the names that most tests use.
const registries = `
sources:
  budget: {title: City budget, kind: primaryFiling, language: en, entity: city, rounding: round}
  audit: {title: Audit, kind: analysis, language: en}
---
entities:
  city: {type: government, labels: {en: City of Example, ja: 例の市}, fiscalYearEnd: "06-30", fiscalYearNamedBy: end}
  shop: {type: company, labels: {ja: 製パン所}, fiscalYearEnd: "03-31", fiscalYearNamedBy: start}
---
concepts:
  revenue: {labels: {en: Revenue, ja: 歳入}, unit: [USD, JPY], periodType: duration, sign: any}
  staff: {labels: {en: Staff}, unit: person, periodType: instant, sign: nonNegative}
  rating: {labels: {en: Rating}, periodType: duration, sign: any}
`

// corpus is what a test builds: the facts, what validation found, and what Build
// found.
type corpus struct {
	*fact.Corpus
	frame    *fact.Frame
	form     []finding.Finding
	problems []finding.Finding
}

// build reads the registries and one more file.
func build(t testing.TB, facts string) corpus {
	t.Helper()
	return buildFiles(t, map[string]string{"a-registries.yaml": registries, "facts.yaml": facts})
}

// buildFiles reads files, in the order of their names.
func buildFiles(t testing.TB, files map[string]string) corpus {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, data := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(data)}
	}
	loaded, err := load.Load(context.Background(), fsys, []string{"."})
	if err != nil {
		t.Fatal(err)
	}
	if len(loaded.Problems) > 0 {
		t.Fatalf("the test's files cannot be read: %v", loaded.Problems)
	}
	valid := validate.Documents(loaded.Documents)
	built, problems := fact.Build(loaded.Documents, valid.Invalid, loaded.Incomplete())
	frame, _ := fact.NewFrame(loaded.Documents, valid.Invalid, loaded.Incomplete())
	return corpus{built, frame, valid.Findings, problems}
}

// said writes findings as "rule place subject".
func said(findings []finding.Finding) []string {
	lines := make([]string, len(findings))
	for i, f := range findings {
		lines[i] = fmt.Sprintf("%s %s %s", strings.TrimPrefix(f.Rule, "record/"), f.Location, f.Subject)
	}
	return lines
}

// expect fails unless Build found exactly what is wanted.
func (c corpus) expect(t *testing.T, want ...string) {
	t.Helper()
	for _, f := range c.form {
		t.Logf("not valid: %s: %s", f.Location, f.Message.EN)
	}
	if got := said(c.problems); !slices.Equal(got, want) {
		t.Errorf("problems:\n\t%s\nwant:\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// quantity gives the quantity with an id.
func (c corpus) quantity(t *testing.T, id string) *fact.Quantity {
	t.Helper()
	f := c.Fact(id)
	if f == nil || f.Quantity == nil {
		t.Fatalf("no quantity %s; problems: %v %v", id, said(c.form), said(c.problems))
	}
	return f.Quantity
}

// dangling lists the references that lead nowhere, as "fact → id".
func (c corpus) dangling() []string {
	var refs []string
	for _, s := range c.Sources {
		for _, f := range s.Facts {
			for _, r := range f.Refs {
				if !r.Exists() {
					refs = append(refs, f.ID+" → "+r.ID)
				}
			}
		}
	}
	return refs
}
