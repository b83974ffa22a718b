package checker_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/tieout/tieout/checker"
)

// words are one word or a list of them.
type words []string

func (w *words) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode {
		*w = words{n.Value}
		return nil
	}
	return n.Decode((*[]string)(w))
}

// told is an entry of the ferry's expected.yaml that a finding answers to.
type told struct {
	ID, Of, Direction, Why    string
	Family, Verdict, Subjects words
	Worlds                    []string
}

func (e told) String() string {
	return fmt.Sprintf("%s%s %v %v %v: %s", e.ID, e.Of, e.Family, e.Verdict, e.Subjects, e.Why)
}

// fits says how well a finding answers to an entry: 0 not at all, more the more
// of its subjects it names, and most where it stands on one.
func (e told) fits(f checker.Finding) int {
	family, _, _ := strings.Cut(f.Rule, "/")
	if !slices.Contains(e.Family, family) || !slices.Contains(e.Verdict, string(f.Verdict)) {
		return 0
	}
	if e.Direction != "" && e.Direction != direction(f) {
		return 0
	}
	if e.Worlds != nil && (f.Evidence.Worlds == nil || !slices.Equal(f.Evidence.Worlds.Meets, e.Worlds)) {
		return 0
	}
	fit := 0
	for _, s := range e.Subjects {
		if standsOn(f, s) {
			fit += 100
		}
		if names(f, s) {
			fit++
		}
	}
	return fit
}

// standsOn reports whether a check is of subject: of the fact itself, of the
// sums that end in it, of it in its registry, or of what a source owes of it.
func standsOn(f checker.Finding, subject string) bool {
	if f.Rule == "arithmetic/sum" && f.Evidence != nil && slices.Equal(operandIDs(f, "total"), []string{subject}) {
		return true
	}
	head, last, _ := strings.Cut(f.Subject, "/")
	return f.Subject == subject || last == "["+subject+"]" ||
		last == subject && slices.Contains([]string{"concepts", "sources", "entities"}, head)
}

func names(f checker.Finding, subject string) bool {
	if f.Evidence == nil {
		return false
	}
	for _, o := range f.Evidence.Operands {
		if o.Fact == subject {
			return true
		}
	}
	return false
}

// direction is the way in which a table is added up: its parts stand in the
// total's row, or below each other.
func direction(f checker.Finding) string {
	if f.Evidence == nil {
		return ""
	}
	total, parts := operandIDs(f, "total"), operandIDs(f, "part")
	if len(total) != 1 || len(parts) == 0 {
		return ""
	}
	row := func(id string) string { return id[:max(strings.LastIndex(id, "."), 0)] }
	if row(total[0]) == row(parts[0]) {
		return "crossFoot"
	}
	return "foot"
}

// A stranger to the rules planted errors in the ferry corpus and said what an
// auditor should be told of it. The checker tells that, whether or not it is
// asked for the checks that hold, and nothing else.
func TestFerry(t *testing.T) {
	var want struct {
		Errors       []told `yaml:"errors"`
		Consequences []told `yaml:"consequences"`
		Undetermined []told `yaml:"undetermined"`
		RoundingOnly []told `yaml:"roundingOnly"`
	}
	readYAML(t, "testdata/ferry/expected.yaml", &want)
	for i := range want.Undetermined {
		want.Undetermined[i].Verdict = words{"undetermined"}
	}
	for i := range want.RoundingOnly {
		want.RoundingOnly[i].Verdict = words{"roundingOnly"}
	}
	for _, audit := range []bool{false, true} {
		t.Run(fmt.Sprintf("audit=%t", audit), func(t *testing.T) {
			r := run(t, files(t, "testdata/ferry/facts"), audit)
			answers := map[int][]told{} // by the index of the finding
			for _, e := range slices.Concat(want.Errors, want.Consequences, want.Undetermined, want.RoundingOnly) {
				i := answerTo(r.Findings, answers, e)
				if i < 0 {
					t.Errorf("not found: %v", e)
					continue
				}
				answers[i] = append(answers[i], e)
			}
			for i, f := range r.Findings {
				if answers[i] == nil {
					t.Errorf("false alarm: %s[%s %s] %s: %s", f.Severity, f.Rule, f.Verdict, f.Subject, f.Message.EN)
				}
			}
		})
	}
}

// answerTo is the index of the finding that answers best to an entry, or -1. One
// finding may answer to several entries, as a list of lost figures does, but
// not to two on the same subjects.
func answerTo(findings []checker.Finding, taken map[int][]told, e told) int {
	best, found := 0, -1
	for i, f := range findings {
		fit := 2 * e.fits(f)
		if fit == 0 || slices.ContainsFunc(taken[i], func(o told) bool { return slices.Equal(o.Subjects, e.Subjects) }) {
			continue
		}
		if taken[i] == nil {
			fit++
		}
		if fit > best {
			best, found = fit, i
		}
	}
	return found
}
