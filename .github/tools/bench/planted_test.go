package main

import (
	"strings"
	"testing"

	"github.com/tieout/tieout/checker/internal/corpora"
)

var planted = []corpora.Planted{
	{Rule: "arithmetic/sum", Verdict: "inconsistent", Subject: "s1/total", Facts: []string{"s1/total"}},
	{Rule: "equality/same-figure", Verdict: "inconsistent", Subject: "sales|town|2024", Facts: []string{"s2/sales"}},
	{Rule: "arithmetic/sum", Verdict: "roundingOnly", Subject: "s1/near"},
	{Rule: "time/sequence", Verdict: "inconsistent", Subject: "s1/order"},
}

func TestOnlyWhatIsPlantedPasses(t *testing.T) {
	a := expect(planted, compared)
	for name, test := range map[string]struct {
		found []found
		wrong string
	}{
		"all, by subject":     {[]found{{"arithmetic/sum", "s1/total"}, {"equality/same-figure", "sales|town|2024"}}, ""},
		"all, by fact":        {[]found{{"arithmetic/sum", "s1/total"}, {"equality/same-figure", "s2/sales"}}, ""},
		"one error less":      {[]found{{"arithmetic/sum", "s1/total"}}, "missed 1 (equality/same-figure sales|town|2024)"},
		"one error more":      {[]found{{"arithmetic/sum", "s1/total"}, {"equality/same-figure", "s2/sales"}, {"arithmetic/sum", "s9/x"}}, "found 1 that are none (arithmetic/sum s9/x)"},
		"under another rule":  {[]found{{"arithmetic/sum", "s1/total"}, {"arithmetic/sum", "s2/sales"}}, "missed 1"},
		"what only rounds":    {[]found{{"arithmetic/sum", "s1/total"}, {"equality/same-figure", "s2/sales"}, {"arithmetic/sum", "s1/near"}}, "found 1 that are none"},
		"nothing, of nothing": {nil, "missed 2"},
	} {
		err := a.check(test.found)
		if test.wrong == "" && err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if test.wrong != "" && (err == nil || !strings.Contains(err.Error(), test.wrong)) {
			t.Errorf("%s: got %v, want %q", name, err, test.wrong)
		}
	}
}

func TestEachReportIsReadAlike(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		read reader
	}{
		"lines": {"pay/weights\ts1/plan\npay/weights\ts2/plan\tinconsistent\npay/weights\ts3/plan\troundingOnly\n", readLines},
		"csv": {
			"\ufeffrule,case,verdict,subject\r\npay/weights,,inconsistent,s1/plan\r\npay/weights,,roundingOnly,s3/plan\r\npay/weights,unit,undetermined,s2/plan\r\n",
			readCSV,
		},
		"policies": {"pay/weights\ts1/plan\nregister/same-name\tentities/x\npay/weights\ts2/plan\n", ofPolicies(readLines)},
		"conftest": {`[{"filename":"Combined","successes":0,"failures":[{"msg":"pay/weights s1/plan"},{"msg":"pay/weights s2/plan"}]}]`, readConftest},
		"opa":      {`["pay/weights s1/plan","pay/weights s2/plan"]`, readMessages},
		"tabbed":   {`["pay/weights\ts1/plan\tinconsistent","pay/weights\ts2/plan\tundetermined","pay/weights\ts3/plan\troundingOnly"]`, readTabbed},
	} {
		all, err := test.read(strings.NewReader(test.text))
		if err != nil || len(all) != 2 || all[0] != (found{"pay/weights", "s1/plan"}) || all[1] != (found{"pay/weights", "s2/plan"}) {
			t.Errorf("%s: got %v, %v", name, all, err)
		}
	}
}

func TestReportsOfAnotherFormAreNoResult(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		read reader
	}{
		"lines":    {"panic: out of memory\n", readLines},
		"csv":      {"a,b\n1,2\n", readCSV},
		"conftest": {`[{"failures":[{"msg":"nothing"}]}]`, readConftest},
		"opa":      {`{"errors":[]}`, readMessages},
		"empty":    {"", readMessages},
	} {
		if all, err := test.read(strings.NewReader(test.text)); err == nil {
			t.Errorf("%s: got %v without an error", name, all)
		}
	}
}
