package anchor_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tieout/tieout/checker/internal/anchor"
)

const ledger = `
sources: {s: {title: S, kind: other, language: en, sha256: %s}}
---
concepts: {c: {labels: {en: C}, periodType: duration, sign: any}}
---
source: s
quantities:
  first: {concept: c, value: 1605, selector: {line: 2, exact: "1,605"}}
  again: {concept: c, value: 9, selector: {line: 4, exact: "9,000", occurrence: 2}}
  line: {concept: c, value: 9, selector: {line: 3}}
  gone: {concept: c, value: 77, selector: {line: 5, exact: "77 loaves"}}
  doubled: {concept: c, value: 41, selector: {line: 6, exact: "41 cakes"}}
  last: {concept: c, value: 8, selector: {line: 7}}
tables:
  t:
    concept: c
    columns: {a: {dimensions: {k: a}}, b: {dimensions: {k: b}}}
    rows: {r: {selector: {line: 4, exact: "250 tarts", split: ["250", " tarts"]}, cells: [250, {text: tarts}]}}
`

const (
	before = "Ledger\nbread 1,605\nbetween\nrolls 9,000 or 9,000, 250 tarts\n77 loaves\n41 cakes\nend\n"
	after  = "New head\nLedger\nbread 1,605\nbetween\nrolls 9,000 or 9,000, 250 tarts\nno loaves\n41 cakes\nmore\n41 cakes\nend\n"
)

func told(r *anchor.Relocation) string {
	lines := []string{fmt.Sprintf("%d stand", r.Standing)}
	for _, m := range r.Moved {
		lines = append(lines, fmt.Sprintf("%s %d.%d to %d.%d", m.Fact, m.Line, m.Occurrence, m.NewLine, m.NewOccurrence))
	}
	for _, m := range r.Lost {
		lines = append(lines, fmt.Sprintf("%s %d lost", m.Fact, m.Line))
	}
	return strings.Join(lines, "\n")
}

func relocate(t *testing.T, facts, text string) *anchor.Relocation {
	t.Helper()
	corpus := build(t, facts)
	all := anchor.Relocate(corpus, texts(t, corpus, library(t, map[string]string{"s.txt": text})))
	if len(all) != 1 {
		t.Fatalf("%d sources have a text", len(all))
	}
	return all[0]
}

// TestRelocate finds the selectors of an edited text again: each quotation once
// for all facts that share it, a line without one by the lines around it; what
// is gone, or could be in two places, is not guessed.
func TestRelocate(t *testing.T) {
	r := relocate(t, fmt.Sprintf(ledger, digest(before)), after)
	want := `0 stand
s/first 2.0 to 3.1
s/again 4.2 to 5.2
s/line 3.0 to 4.0
s/t.r.a 4.0 to 5.1
s/gone 5 lost
s/doubled 6 lost
s/last 7 lost`
	if got := told(r); got != want || !r.Edited() || r.Doubtful {
		t.Errorf("found\n%s\nwant\n%s", got, want)
	}
	if r = relocate(t, fmt.Sprintf(ledger, digest(before)), before); told(r) != "7 stand" || r.Edited() {
		t.Errorf("in the registered text: %s", told(r))
	}
}

// TestRelocateInRegistered mends a wrong line, too, in a text that is as it was
// registered.
func TestRelocateInRegistered(t *testing.T) {
	facts := strings.Replace(fmt.Sprintf(ledger, digest(before)), "line: 5", "line: 2", 1)
	r := relocate(t, facts, before)
	if got := told(r); got != "6 stand\ns/gone 2.0 to 5.1" || r.Edited() {
		t.Errorf("%s", got)
	}
}

// TestDoubtful corrects nothing by a file that only has the source's name.
func TestDoubtful(t *testing.T) {
	r := relocate(t, fmt.Sprintf(ledger, digest(before)), "quite another document\nwith 1,605 words\n")
	if !r.Doubtful || len(r.Edits()) > 0 {
		t.Errorf("%+v gives %v", r, r.Edits())
	}
}

// TestEdits changes the lines, occurrences and digest, and not one byte more,
// in whatever way the file is written.
func TestEdits(t *testing.T) {
	sum, edited := digest(before), strings.Replace(after, "9,000 or 9,000", "9,000 each", 1)
	facts := strings.NewReplacer(
		`selector: {line: 2, exact: "1,605"}`, "selector: {exact: '1,605' , \"line\":  2 }",
		`{line: 4, exact: "9,000", occurrence: 2}`, "{occurrence: 2, 'line': 4, exact: \"9,000\"}",
		"concept: c, value: 9, selector: {line: 3}", "concept: c, label: {ja: 数　値}, value: 9, selector: {line: 3}", "quantities:", "quantities: # line: 2",
	).Replace(fmt.Sprintf(ledger, "'"+sum+"'"))
	for name, change := range map[string]func(string) string{
		"LF":   func(s string) string { return s },
		"CRLF": func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
		"BOM":  func(s string) string { return "\ufeff" + strings.TrimPrefix(s, "\n") },
	} {
		written := change(facts)
		r := relocate(t, written, edited)
		got, err := anchor.Apply([]byte(written), r.Edits())
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		want := change(strings.NewReplacer(
			`"line":  2 }`, `"line":  3 }`, "{occurrence: 2, 'line': 4,", "{occurrence: 1, 'line': 5,", "selector: {line: 3}", "selector: {line: 4}",
			"line: 4, exact: \"250", "line: 5, exact: \"250", sum, digest(edited),
		).Replace(facts))
		if string(got) != want {
			t.Errorf("%s: written\n%s\nwant\n%s", name, got, want)
		}
	}
}

// TestApplyRefuses does not write into a file that has changed since it was
// read.
func TestApplyRefuses(t *testing.T) {
	written := fmt.Sprintf(ledger, digest(before))
	edits := relocate(t, written, after).Edits()
	for name, data := range map[string]string{
		"shorter": written[:len(written)/2], "empty": "", "other line": strings.Replace(written, "line: 2", "line: 8", 1),
		"moved": "# x\n" + written,
	} {
		if _, err := anchor.Apply([]byte(data), edits); err == nil {
			t.Errorf("%s: edited", name)
		}
	}
}

func FuzzApply(f *testing.F) {
	f.Add("a: {line: 2}\n", 1, 11, 1, 12)
	f.Add("\ufeffa\r\nb", 2, 1, 2, 2)
	f.Fuzz(func(t *testing.T, data string, line, column, endLine, endColumn int) {
		e := anchor.Edit{Old: "2", New: "31"}
		e.At.Start.Line, e.At.Start.Column, e.At.End.Line, e.At.End.Column = line, column, endLine, endColumn
		out, err := anchor.Apply([]byte(data), []anchor.Edit{e, e})
		if err == nil && len(out) != len(data)+1 {
			t.Errorf("%q became %q", data, out)
		}
	})
}
