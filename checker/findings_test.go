package checker_test

import (
	"bytes"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/tieout/tieout/checker"
)

var update = flag.Bool("update", false, "write testdata/findings.yaml anew; new findings need a reason before the test passes")

// ownFindings is the list of the findings on this repository's facts.
const ownFindings = "testdata/findings.yaml"

const ownFindingsHead = `# Every finding on this repository's facts, and why it is true of the document:
# read in the source by a person, in one line. A finding that a change of facts,
# rules or code adds or takes away fails TestOwnFindings until the list says so:
#
#	go test ./checker -run TestOwnFindings -update
#
# keeps the reasons and adds what is new with an empty one, to be written.
`

// judged is a finding with the reason why it is true.
type judged struct {
	Rule     string `yaml:"rule"`
	Case     string `yaml:"case,omitempty"`
	Subject  string `yaml:"subject"`
	Verdict  string `yaml:"verdict"`
	Severity string `yaml:"severity"`
	Reason   string `yaml:"reason"`
}

// key names the finding without its reason.
func (j judged) key() string {
	return strings.Join([]string{j.Rule, j.Case, j.Subject, j.Verdict, j.Severity}, " ")
}

// TestOwnFindings holds the findings on this repository's facts to those that
// were read in the documents and found true: one more would be a claim about a
// document that nobody has verified, one less an error that is no longer seen.
func TestOwnFindings(t *testing.T) {
	listed := readJudged(t)
	found := findJudged(run(t, files(t, ownFacts), false))
	if *update {
		writeJudged(t, listed, found)
		return
	}
	for _, drift := range drifted(listed, found) {
		t.Error(drift)
	}
}

// TestOwnFindingsDrift holds the comparison to its word: it names what is new,
// gone, doubled or without a reason.
func TestOwnFindingsDrift(t *testing.T) {
	a := judged{Rule: "r/a", Subject: "s/a", Verdict: "inconsistent", Severity: "error", Reason: "printed so"}
	b, c := a, a
	b.Subject, c.Reason = "s/b", " "
	for name, test := range map[string]struct {
		listed, found []judged
		want          string
	}{
		"new":      {[]judged{a}, []judged{a, b}, "not in the list"},
		"gone":     {[]judged{a, b}, []judged{a}, "no longer found"},
		"doubled":  {[]judged{a, a}, []judged{a}, "listed twice"},
		"unargued": {[]judged{c}, []judged{c}, "has no reason"},
	} {
		if got := drifted(test.listed, test.found); len(got) != 1 || !strings.Contains(got[0], test.want) {
			t.Errorf("%s: %q, want one line with %q", name, got, test.want)
		}
	}
	if got := drifted([]judged{a, b}, []judged{b, a}); got != nil {
		t.Errorf("the same findings in another order: %q", got)
	}
}

// drifted tells what differs between the list and the findings, a line each.
func drifted(listed, found []judged) []string {
	var lines []string
	reasons := map[string]bool{}
	for _, j := range listed {
		key := j.key()
		if reasons[key] {
			lines = append(lines, "listed twice: "+key)
		}
		reasons[key] = true
		if strings.TrimSpace(j.Reason) == "" {
			lines = append(lines, "has no reason why it is true: "+key)
		}
	}
	seen := map[string]bool{}
	for _, j := range found {
		key := j.key()
		seen[key] = true
		if !reasons[key] {
			lines = append(lines, "found, but not in the list: "+key)
		}
	}
	for _, j := range listed {
		if key := j.key(); !seen[key] {
			lines = append(lines, "no longer found: "+key)
		}
	}
	return lines
}

func findJudged(r *checker.Report) []judged {
	var all []judged
	for _, f := range r.Findings {
		all = append(all, judged{
			Rule: f.Rule, Case: f.Case, Subject: f.Subject,
			Verdict: string(f.Verdict), Severity: string(f.Severity),
		})
	}
	slices.SortStableFunc(all, func(a, b judged) int { return strings.Compare(a.key(), b.key()) })
	return all
}

func readJudged(t *testing.T) []judged {
	t.Helper()
	data, err := os.ReadFile(ownFindings)
	if err != nil {
		t.Fatal(err)
	}
	var list struct {
		Findings []judged `yaml:"findings"`
	}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	decoder.KnownFields(true)
	if err := decoder.Decode(&list); err != nil {
		t.Fatalf("%s: %v", ownFindings, err)
	}
	return list.Findings
}

// writeJudged writes the findings with the reasons that the list gives them.
func writeJudged(t *testing.T, listed, found []judged) {
	t.Helper()
	reasons := map[string]string{}
	for _, j := range listed {
		reasons[j.key()] = j.Reason
	}
	for i, j := range found {
		found[i].Reason = reasons[j.key()]
	}
	data, err := yaml.Marshal(map[string][]judged{"findings": found})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(ownFindings, append([]byte(ownFindingsHead), data...), 0o600); err != nil {
		t.Fatal(err)
	}
}
