package compare_test

import (
	"reflect"
	"testing"

	"github.com/tieout/tieout/checker/internal/compare"
	"github.com/tieout/tieout/checker/internal/finding"
)

func found(fingerprint, digest string, severity finding.Severity) finding.Finding {
	return finding.Finding{
		Fingerprint: fingerprint, Severity: severity, Verdict: finding.Inconsistent,
		Evidence: &finding.Evidence{Digest: digest},
	}
}

func report(findings ...finding.Finding) *finding.Report { return &finding.Report{Findings: findings} }

// states lists what became of each fingerprint, in order.
func states(changes []finding.Change) (list []string) {
	for _, c := range changes {
		f := c.New
		if f == nil {
			f = c.Old
		}
		list = append(list, f.Fingerprint+" "+string(c.State))
	}
	return list
}

// A reviewer has to see what a change makes worse, and nothing that it leaves
// as it was.
func TestCompare(t *testing.T) {
	moved := found("a", "1", finding.Error)
	moved.Location.Start.Line, moved.Message.EN = 7, "other words"
	decided := found("d", "1", finding.Error)
	decided.Disposition = &finding.Disposition{Status: "accepted", State: finding.DispositionLive}
	formed := finding.Finding{Fingerprint: "f", Severity: finding.Error}
	worse := found("g", "1", finding.Error)
	undecided := worse
	undecided.Verdict = finding.Undetermined

	old := report(found("z", "1", finding.Note), found("a", "1", finding.Error), found("b", "1", finding.Error),
		found("c", "1", finding.Error), found("d", "1", finding.Error), formed, undecided, found("e", "1", finding.Note))
	now := report(moved, found("b", "2", finding.Error), found("c", "1", finding.Warning), decided, formed, worse, found("n", "1", finding.Error))
	now.Passes = []finding.Finding{found("z", "1", finding.Note)}
	changes := compare.Compare(old, now)

	want := []string{"a unchanged", "b changed", "c changed", "d changed", "f unchanged", "g changed", "n new", "z gone", "e gone"}
	if got := states(changes); !reflect.DeepEqual(got, want) {
		t.Fatalf("got  %q\nwant %q", got, want)
	}
	for i, what := range [][3]bool{1: {true}, 2: {false, true}, 3: {false, false, true}, 5: {true}} {
		if c := changes[i]; [3]bool{c.Evidence, c.Severity, c.Decision} != what {
			t.Errorf("%s: evidence %v, severity %v, decision %v", states(changes)[i], c.Evidence, c.Severity, c.Decision)
		}
	}
	if last := changes[len(changes)-2:]; !last[0].Held || last[1].Held {
		t.Error("a check that holds now is not told from one that is not made any more")
	}
	if changes[0].Old != &old.Findings[1] || changes[0].New != &now.Findings[0] {
		t.Error("the pair is not the two findings")
	}
}

// A report that holds one fingerprint twice loses neither finding.
func TestFingerprintsThatMeet(t *testing.T) {
	a := found("a", "1", finding.Error)
	got := states(compare.Compare(report(a), report(a, a)))
	if want := []string{"a unchanged", "a new"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	got = states(compare.Compare(report(a, a), report(a)))
	if want := []string{"a unchanged", "a gone"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestNothingAgainstNothing(t *testing.T) {
	if got := compare.Compare(report(), report()); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}
