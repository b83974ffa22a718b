package checker_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/tieout/tieout/checker"
)

// expectation is an entry of the stranger's expected.yaml.
type expectation struct {
	Rule, Subject, Total, Direction, Plan, Verdict, Severity, Case, Why string
	Table                                                               string
	Members, Lesser, Greater                                            []string
	Deviation                                                           yaml.Node
	Missing                                                             any
}

func (e expectation) String() string {
	return fmt.Sprintf("%s %s%s%s%v%v", e.Rule, e.Subject, e.Total, e.Plan, e.Members, e.Lesser)
}

// fits reports whether a finding is the one that is expected.
func (e expectation) fits(f checker.Finding) bool {
	if f.Rule != e.Rule || (e.Severity != "" && string(f.Severity) != e.Severity) {
		return false
	}
	switch {
	case e.Total != "":
		return slices.Equal(operandIDs(f, "total"), []string{e.Total})
	case e.Plan != "":
		return f.Subject == e.Plan
	case e.Members != nil:
		return sameIDs(operandIDs(f, "member"), e.Members)
	case e.Lesser != nil:
		return sameIDs(operandIDs(f, "lesser"), e.Lesser) && sameIDs(operandIDs(f, "greater"), e.Greater)
	}
	return f.Subject == e.Subject
}

func sameIDs(a, b []string) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}

// TestStranger runs a corpus of another trade, with concepts of its own and
// planted errors, which was written from the design before the rules. The
// checker must find the planted errors and nothing else, without knowing the
// trade.
func TestStranger(t *testing.T) {
	var want struct {
		Errors       []expectation `yaml:"errors"`
		Consequences []expectation `yaml:"consequences"`
		Undetermined []expectation `yaml:"undetermined"`
		RoundingOnly []expectation `yaml:"roundingOnly"`
	}
	readYAML(t, "testdata/stranger/expected.yaml", &want)
	r := run(t, files(t, "testdata/stranger/facts"), false)

	left := slices.Clone(r.Findings)
	take := func(e expectation, verdict string) {
		i := slices.IndexFunc(left, func(f checker.Finding) bool { return e.fits(f) && (verdict == "" || string(f.Verdict) == verdict) })
		if i < 0 {
			t.Errorf("not found (%s): %v\n\t%s", verdict, e, e.Why)
			return
		}
		left = slices.Delete(left, i, i+1)
	}
	for _, e := range want.Errors {
		verdict := e.Verdict
		if e.Rule == "pay/missing-target" {
			verdict = "" // the corpus was written before its verdicts were fixed
		}
		take(e, verdict)
	}
	for _, e := range want.Consequences {
		take(e, e.Verdict)
	}
	for _, e := range want.Undetermined {
		take(e, "undetermined")
	}
	for _, e := range want.RoundingOnly {
		take(e, "roundingOnly")
	}
	for _, f := range left {
		t.Errorf("false alarm: %s[%s %s] %s: %s", f.Severity, f.Rule, f.Verdict, f.Subject, f.Message.EN)
	}
}

// TestBrokenRecords holds the checks on form to the place and the words that a
// stranger would expect.
func TestBrokenRecords(t *testing.T) {
	var want struct {
		Findings []struct {
			At, Rule, Why string
			Names         []string
		}
	}
	readYAML(t, "testdata/stranger/broken/expected.yaml", &want)
	r := run(t, files(t, "testdata/stranger/broken/facts"), false)
	left := slices.Clone(r.Findings)
	for _, w := range want.Findings {
		i := slices.IndexFunc(left, func(f checker.Finding) bool { return f.Location.String() == w.At && f.Rule == w.Rule })
		if i < 0 {
			t.Errorf("no %s at %s: %s", w.Rule, w.At, w.Why)
			continue
		}
		for _, name := range w.Names {
			if text := left[i].Message.EN + " " + left[i].Help.EN; !strings.Contains(text, name) {
				t.Errorf("%s: %q is not named in: %s", w.At, name, text)
			}
		}
		left = slices.Delete(left, i, i+1)
	}
	for _, f := range left {
		t.Errorf("false alarm: %s %s: %s", f.Location, f.Rule, f.Message.EN)
	}
}

func readYAML(t *testing.T, file string, to any) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(data, to); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
}
