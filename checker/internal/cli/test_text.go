package cli

import (
	"bufio"
	"io"
)

// killed counts the mutants that a test noticed.
func (t *tested) killed() int {
	n := 0
	for _, m := range t.Mutants {
		if m.Killed {
			n++
		}
	}
	return n
}

// passed tells whether everything held; a folder without tests holds nothing.
func (t *tested) passed(asked least) bool {
	tests, examples := t.failed()
	covered, lines := t.lines()
	return len(t.Tests) > 0 && tests+examples == 0 && 100*covered >= asked.coverage*lines && 100*t.killed() >= asked.killed*len(t.Mutants)
}

func (t *tested) print(w io.Writer, asked least) error {
	p := page{bufio.NewWriter(w)}
	for _, x := range t.Tests {
		if !x.Passed {
			p.line(0, "FAILED %s:%d: %s", x.File, x.Line, x.Name)
			p.detail(x.Detail)
		}
	}
	for _, x := range t.Examples {
		for _, problem := range x.Problems {
			p.line(0, "FAILED example of %s: %s", x.Rule, x.Title)
			p.detail(problem)
		}
	}
	for _, f := range t.Coverage {
		for _, line := range f.Gaps {
			p.line(0, "not covered: %s:%d", f.File, line)
		}
	}
	for _, m := range t.Mutants {
		if !m.Killed {
			p.line(0, "survives: %s:%d: %s", m.File, m.Line, m.Change)
		}
	}
	t.sums(p, asked)
	return p.out.Flush()
}

// sums prints the last lines: how many of how many.
func (t *tested) sums(p page, asked least) {
	tests, examples := t.failed()
	covered, lines := t.lines()
	p.line(0, "%d of %d tests passed, %d of %d examples; tests reach %d of %d lines",
		len(t.Tests)-tests, len(t.Tests), len(t.Examples)-examples, len(t.Examples), covered, lines)
	if len(t.Tests) == 0 {
		p.line(0, "no tests (*_test.rego) are here")
	}
	if 100*covered < asked.coverage*lines {
		p.line(0, "that is less than the %d%% of lines asked for", asked.coverage)
	}
	if len(t.Mutants) == 0 {
		return
	}
	p.line(0, "tests notice %d of %d ways to break a rule", t.killed(), len(t.Mutants))
	if 100*t.killed() < asked.killed*len(t.Mutants) {
		p.line(0, "that is less than the %d%% of them asked for", asked.killed)
	}
}
