package checker_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tieout/tieout/checker"
)

// ownFacts are the facts of this repository.
const ownFacts = "../facts"

// payTable matches the footings of the pay tables.
var payTable = regexp.MustCompile(`^yuho-126/(class|person)-pay\..*\.sum$`)

// TestOwnFacts holds the run over this repository's facts to what its readers
// rely on: the findings that are known to be true are there, nothing is wrong
// with the record, and the pay tables tie.
func TestOwnFacts(t *testing.T) {
	r := run(t, files(t, ownFacts), true)
	for _, f := range r.Findings {
		if f.Class == "record" {
			t.Errorf("the record is wrong: %s %s: %s", f.Location, f.Rule, f.Message.EN)
		}
	}
	for _, rule := range r.Rules {
		if sum := rule.Consistent + rule.RoundingOnly + rule.Inconsistent + rule.Undetermined; sum != rule.Population {
			t.Errorf("%s: the verdicts add up to %d of %d", rule.ID, sum, rule.Population)
		}
	}
	if a := r.Summary.Anchors; a.Verified == 0 || a.Stale+a.Unverified > 0 {
		t.Errorf("anchors.lock is behind (%+v): run check --record with the sources", a)
	}
	t.Run("grants above applications", func(t *testing.T) {
		found := byRule(r, "order/declared-bound")
		i := slices.IndexFunc(found, func(f checker.Finding) bool {
			return slices.Contains(operandIDs(f, "greater"), "ip-report/nissan-published")
		})
		if i < 0 {
			t.Fatalf("not found among %d findings", len(found))
		}
		if len(found[i].Evidence.Explanations) == 0 || found[i].Severity != "warning" {
			t.Errorf("want a warning with the declared explanations, got %+v", found[i])
		}
	})
	t.Run("missing targets", func(t *testing.T) {
		if got := len(byRule(r, "pay/missing-target")); got != 9 {
			t.Errorf("%d measures without a target, want 9", got)
		}
	})
	t.Run("pay tables", func(t *testing.T) {
		tables := 0
		for _, f := range r.Passes {
			if f.Rule == "arithmetic/sum" && payTable.MatchString(f.Subject) {
				if tables++; f.Evidence.Computed == nil || len(f.Evidence.Operands) < 3 {
					t.Errorf("%s holds, but shows no arithmetic", f.Subject)
				}
			}
		}
		for _, f := range byRule(r, "arithmetic/sum") {
			if payTable.MatchString(f.Subject) {
				t.Errorf("a pay table does not tie: %s: %s", f.Subject, f.Message.EN)
			}
		}
		if tables < 15 {
			t.Errorf("%d footings of the pay tables hold, want at least 15", tables)
		}
	})
}

// TestOneDigit changes single digits in the repository's facts: each change
// must give a finding at that line and column.
func TestOneDigit(t *testing.T) {
	const every = 12 // a run over the facts takes a while
	own := files(t, ownFacts)
	value := regexp.MustCompile(`\bvalue: ([1-9][0-9.]*)(?:[,}]|$)`)
	seen, changed := 0, 0
	for _, name := range slices.Sorted(maps.Keys(own)) {
		if !strings.HasSuffix(name, ".yaml") {
			continue
		}
		lines := strings.Split(string(own[name].Data), "\n")
		for i, line := range lines {
			m := value.FindStringSubmatchIndex(line)
			if m == nil || strings.Contains(line, "qualifiers") {
				continue
			}
			if seen++; seen%every != 0 {
				continue
			}
			changed++
			edited := slices.Clone(lines)
			last := m[3] - 1
			edited[i] = line[:last] + string('0'+(line[last]-'0'+1)%10) + line[last+1:]
			want := fmt.Sprintf("%s:%d:%d", name, i+1, len([]rune(line[:m[2]]))+1)
			r := run(t, with(own, name, edited), false)
			if !slices.ContainsFunc(r.Findings, func(f checker.Finding) bool { return f.Location.String() == want }) {
				t.Errorf("no finding at %s after the change to %q", want, edited[i])
			}
		}
	}
	if changed < 10 {
		t.Fatalf("only %d figures were changed", changed)
	}
}

// TestRemovedTarget takes a target away: the measure must be reported.
func TestRemovedTarget(t *testing.T) {
	own := files(t, ownFacts)
	const name = "facts/yuho-126.yaml"
	before := len(byRule(run(t, own, false), "pay/missing-target"))
	lines := strings.Split(string(own[name].Data), "\n")
	i := slices.IndexFunc(lines, func(l string) bool { return regexp.MustCompile(`^ +target: \{.*value: .*\}$`).MatchString(l) })
	if i < 0 {
		t.Fatal("no target on a line of its own")
	}
	after := byRule(run(t, with(own, name, slices.Delete(slices.Clone(lines), i, i+1)), false), "pay/missing-target")
	if len(after) != before+1 {
		t.Errorf("%d measures without a target after removing one, want %d", len(after), before+1)
	}
}

// TestFingerprints holds fingerprints still while lines move, languages change
// and groups grow.
func TestFingerprints(t *testing.T) {
	own := files(t, ownFacts)
	want := fingerprints(run(t, own, false))
	for name, file := range own {
		if !strings.HasSuffix(name, ".yaml") {
			continue
		}
		moved := with(own, name, append([]string{"# a comment", "", ""}, strings.Split(string(file.Data), "\n")...))
		if got := fingerprints(run(t, moved, false)); !slices.Equal(got, want) {
			t.Errorf("moving the lines of %s changed fingerprints", name)
		}
	}
	grown := with(own, "facts/more.yaml", []string{
		"source: ip-report", "defaults: {entity: nissan, period: 2025, asOf: 2025-11-06, unit: patent}",
		"quantities:", "  one-more:", "    concept: patentGrants", "    value: 529", "    selector: {line: 588}",
	})
	if got := fingerprints(run(t, grown, false)); !slices.Equal(got, want) {
		t.Errorf("a further fact in a group changed fingerprints")
	}
}

// TestSameBytes runs twice, with other numbers of workers, and compares.
func TestSameBytes(t *testing.T) {
	own := files(t, ownFacts)
	var first []byte
	for workers := range 4 {
		r, err := checker.Run(context.Background(), checker.Options{FS: own, AsOf: asOf, Audit: true, Workers: workers})
		if err != nil {
			t.Fatal(err)
		}
		out, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = out
		}
		if !bytes.Equal(first, out) {
			t.Fatalf("the report differs with %d workers", workers)
		}
	}
}

// TestModes holds both modes to the same findings and counts.
func TestModes(t *testing.T) {
	for _, dir := range []string{ownFacts, "testdata/stranger/facts"} {
		corpus := files(t, dir)
		audit, plain := run(t, corpus, true), run(t, corpus, false)
		if a, b := fingerprints(audit), fingerprints(plain); !slices.Equal(a, b) {
			t.Errorf("%s: %d findings in audit mode, %d without", dir, len(a), len(b))
		}
		for i := range audit.Rules {
			if a, b := audit.Rules[i], plain.Rules[i]; a.Population != b.Population || a.Consistent != b.Consistent {
				t.Errorf("%s: %s counts %d of %d in audit mode, %d of %d without", dir, a.ID, a.Consistent, a.Population, b.Consistent, b.Population)
			}
		}
	}
}

func fingerprints(r *checker.Report) []string {
	var prints []string
	for _, f := range r.Findings {
		prints = append(prints, f.Fingerprint)
	}
	slices.Sort(prints)
	return prints
}

// with gives the files with one replaced or added.
func with(m fstest.MapFS, name string, lines []string) fstest.MapFS {
	edited := maps.Clone(m)
	edited[name] = &fstest.MapFile{Data: []byte(strings.Join(lines, "\n"))}
	return edited
}

// BenchmarkCheck is the whole run over this repository's facts.
func BenchmarkCheck(b *testing.B) {
	for _, audit := range []bool{false, true} {
		b.Run(fmt.Sprintf("audit=%t", audit), func(b *testing.B) {
			for b.Loop() {
				opts := checker.Options{FS: os.DirFS(".."), AsOf: asOf, Audit: audit}
				if _, err := checker.Run(context.Background(), opts); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
