package fact_test

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/number"
)

var update = flag.Bool("update", false, "write the golden files")

// TestGolden holds a small file with every kind of fact to the facts that it
// stands for.
func TestGolden(t *testing.T) {
	data, err := os.ReadFile("testdata/rich.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c := buildFiles(t, map[string]string{"rich.yaml": string(data)})
	if len(c.form) > 0 {
		t.Fatalf("not valid: %v", c.form)
	}
	c.expect(t)
	got := write(c.Corpus)
	if *update {
		if err := os.WriteFile("testdata/rich.golden", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/rich.golden")
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the facts differ from testdata/rich.golden (run with -update and read the difference):\n%s", got)
	}
}

// TestDeterminism builds the same files again and again: maps are walked in
// another order each time.
func TestDeterminism(t *testing.T) {
	data, err := os.ReadFile("testdata/rich.yaml")
	if err != nil {
		t.Fatal(err)
	}
	broken := strings.NewReplacer("concept: revenue", "concept: revenu", "fiscalYearEnd", "fiscalYearEnds").Replace(string(data))
	for _, text := range []string{string(data), broken} {
		first := buildFiles(t, map[string]string{"rich.yaml": text})
		for range 20 {
			again := buildFiles(t, map[string]string{"rich.yaml": text})
			if write(first.Corpus) != write(again.Corpus) {
				t.Fatal("two builds of the same file differ")
			}
			again.expect(t, said(first.problems)...)
		}
	}
}

// write lists the facts of a corpus, one a paragraph.
func write(c *fact.Corpus) string {
	var b strings.Builder
	for _, s := range c.Sources {
		for _, f := range s.Facts {
			writeFact(&b, f)
			fmt.Fprintf(&b, "    label    %s | %s\n", c.Label(f).In("en"), c.Label(f).In("ja"))
		}
	}
	return b.String()
}

func writeFact(b *strings.Builder, f *fact.Fact) {
	fmt.Fprintf(b, "%s %s at %d:%d\n", f.Kind, f.ID, f.Focus.Start.Line, f.Focus.Start.Column)
	line := func(name, format string, args ...any) {
		if s := fmt.Sprintf(format, args...); strings.Trim(s, " []") != "" {
			fmt.Fprintf(b, "    %-8s %s\n", name, s)
		}
	}
	if q := f.Quantity; q != nil {
		writeQuantity(line, q)
	}
	if r := f.Relation; r != nil {
		line("relation", "%s %s", r.Type, r.Table)
		for _, o := range r.Operands {
			line("operand", "%s %s × %s, %t", o.Role, o.ID, number.Text(o.Weight), o.Exists())
		}
	}
	if m := f.Measure; m != nil {
		line("measure", "%s %s %s %s", m.Plan, m.Metric, m.Outcome, slices.Sorted(maps.Keys(m.Parts())))
	}
	if claim := f.Claim; claim != nil {
		line("claim", "%s, %s, %s, section %s", claim.Text, claim.Modality, claim.Entity, claim.Section)
		for _, cited := range claim.Citations {
			line("cites", "%s of %q: %s", cited.Marker, cited.List, cited.Ref.ID)
		}
		for _, r := range claim.Rests {
			line("rests", "%s", r.ID)
		}
	}
	if r := f.Reference; r != nil {
		line("entry", "%s %s (%s) %s %s %s %s %s", r.List, r.Number, r.ListKind, r.Section, r.URL, r.Form, r.Begins, r.Accessed)
	}
	if e := f.Event; e != nil {
		line("event", "%s %s %s", e.Date, e.Type, e.Entity)
	}
	line("printed", "%s", f.Selector.Printed())
	for _, n := range f.Notes {
		line("note", "%s %t", n.ID, n.Exists())
	}
}

// axes writes the dimensions of a quantity, in the order of their axes.
func axes(q *fact.Quantity) string {
	var pairs []string
	for _, axis := range slices.Sorted(maps.Keys(q.Dimensions)) {
		pairs = append(pairs, axis+"="+q.Dimensions[axis])
	}
	return strings.Join(pairs, "|")
}

func writeQuantity(line func(name, format string, args ...any), q *fact.Quantity) {
	line("figure", "%s of %s in %s, %s", q.Concept, q.Entity, q.Unit, q.Status)
	line("period", "%s", q.Period.Canonical)
	line("axes", "%s", axes(q))
	line("as of", "%s", q.AsOf)
	line("role", "%s %s", q.Role, q.Of)
	line("text", "%s", q.Text)
	if q.Value != nil {
		line("value", "%s (%s)", number.Text(q.Value), q.Written)
	}
	if q.Decimals != nil {
		line("decimals", "%d", *q.Decimals)
	}
	line("words", "%s", q.Qualifiers)
	for mode, interval := range q.Intervals.All() {
		line(mode.String(), "%s", interval)
	}
}
