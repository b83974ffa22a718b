package report_test

import (
	"encoding/xml"
	"strings"
	"testing"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/report"
)

// suites is the report as a build server reads it.
type suites struct {
	counts
	Suites []struct {
		counts
		Name       string `xml:"name,attr"`
		Properties []struct {
			Name  string `xml:"name,attr"`
			Value string `xml:"value,attr"`
		} `xml:"properties>property"`
		Cases []testcase `xml:"testcase"`
	} `xml:"testsuite"`
}

type counts struct {
	Tests    int `xml:"tests,attr"`
	Failures int `xml:"failures,attr"`
	Skipped  int `xml:"skipped,attr"`
}

type testcase struct {
	Name    string `xml:"name,attr"`
	Skipped *struct {
		Message string `xml:"message,attr"`
	} `xml:"skipped"`
	Failure *struct {
		Message string `xml:"message,attr"`
		Type    string `xml:"type,attr"`
		Text    string `xml:",chardata"`
	} `xml:"failure"`
	Out string `xml:"system-out"`
}

func junit(t *testing.T, r *finding.Report) suites {
	t.Helper()
	var s suites
	if err := xml.Unmarshal([]byte(render(t, report.JUnit{Lang: "en"}, r)), &s); err != nil {
		t.Fatal(err)
	}
	return s
}

// Build servers count cases, whatever the attributes say; the two have to agree.
func TestJUnitCountsItsCases(t *testing.T) {
	all := cases()
	all["flood"] = flood(3_000)
	for name, r := range all {
		s := junit(t, r)
		var total counts
		for _, suite := range s.Suites {
			var got counts
			seen := map[string]bool{}
			for _, c := range suite.Cases {
				got.Tests++
				if c.Failure != nil {
					got.Failures++
				}
				if c.Skipped != nil {
					got.Skipped++
				}
				if seen[c.Name] || c.Name == "" {
					t.Errorf("%s, %s: two cases, or one without a name: %q", name, suite.Name, c.Name)
				}
				seen[c.Name] = true
			}
			if got != suite.counts {
				t.Errorf("%s, %s: says %v, has %v", name, suite.Name, suite.counts, got)
			}
			total.Tests, total.Failures, total.Skipped = total.Tests+got.Tests, total.Failures+got.Failures, total.Skipped+got.Skipped
		}
		if total != s.counts {
			t.Errorf("%s: says %v, has %v", name, s.counts, total)
		}
	}
}

// With the passes at hand, every subject is a case: as many as the population.
func TestJUnitListsThePasses(t *testing.T) {
	r := base()
	for _, subject := range []string{"a/1", "a/2", "a/3"} {
		pass := shares()
		pass.Subject, pass.Verdict = subject, finding.Consistent
		r.Passes = append(r.Passes, pass)
	}
	r.Findings = []finding.Finding{shares()}
	r.Rules[0].Population, r.Rules[0].Consistent, r.Rules[0].Inconsistent = 4, 3, 1
	s := junit(t, &r).Suites[0]
	if s.Tests != 4 || s.Failures != 1 || s.Cases[3].Name != "a/3" {
		t.Errorf("got %+v", s)
	}
}

func TestJUnitOutcomes(t *testing.T) {
	s := junit(t, compared()).Suites[0]
	if s.Failures != 3 || s.Skipped != 1 || s.Cases[1].Skipped.Message != "accepted, by finance review: Known." {
		t.Errorf("got %+v", s)
	}
	failure := s.Cases[0].Failure
	if failure.Type != "error" || !strings.Contains(failure.Text, "facts/bakery.yaml:12:10") || !strings.Contains(failure.Text, "[61.5, 64.5]") {
		t.Errorf("the failure lacks its evidence: %+v", failure)
	}
	for _, suite := range junit(t, undecided()).Suites {
		if suite.Name == "pay/target" && (suite.Skipped != 2 || suite.Failures != 0) {
			t.Errorf("what is undecided is not skipped: %+v", suite)
		}
	}
	rounding := base()
	f := shares()
	f.Verdict = finding.RoundingOnly
	rounding.Findings = []finding.Finding{f}
	if s := junit(t, &rounding).Suites[0]; s.Failures+s.Skipped != 0 || !strings.Contains(s.Cases[0].Out, "63%") {
		t.Errorf("what holds through rounding does not pass, or does not say how: %+v", s)
	}
}

// Markup in a fact stays text, and what XML cannot hold is still to be seen.
func TestJUnitShowsHostileText(t *testing.T) {
	r := base()
	f := shares()
	f.Message.EN = "]]></failure><testcase name=\"x\"/>\x00\x1b\ufffe" + strings.Repeat("y", 1<<20)
	r.Findings = []finding.Finding{f}
	c := junit(t, &r).Suites[0].Cases[0]
	if want := "]]></failure><testcase name=\"x\"/>\\u0000\\u001b\ufffdy"; !strings.HasPrefix(c.Failure.Message, want) {
		t.Errorf("got %.80q", c.Failure.Message)
	}
	if n := len(c.Failure.Text); n > 110_000 {
		t.Errorf("a text of %d bytes, which parsers refuse", n)
	}
}
