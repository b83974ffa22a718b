package cli

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/report"
	"github.com/tieout/tieout/checker/internal/rulebook"
)

// page prints lines, each escaped. Its writer keeps the first error.
type page struct{ out *bufio.Writer }

func (p page) line(indent int, format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	if text != "" {
		_, _ = p.out.WriteString(strings.Repeat(" ", indent) + report.Escape(text))
	}
	_ = p.out.WriteByte('\n')
}

// block prints a text of several lines.
func (p page) block(indent int, text string) {
	for line := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
		p.line(indent, "%s", line)
	}
}

// explainRule prints all that there is to know about a rule.
func explainRule(w io.Writer, e *checker.Explanation) error {
	p := page{bufio.NewWriter(w)}
	p.line(0, "%s: %s", e.ID, e.Title)
	p.line(0, "")
	p.line(2, "severity    %s", e.Severity)
	p.line(2, "class       %s: %s", e.Class, rulebook.ClassMeanings[e.Class])
	p.line(2, "population  %s", rulebook.Population(e))
	if e.Description != "" {
		p.line(0, "")
		p.block(2, e.Description)
	}
	p.line(0, "")
	p.line(0, "What to do")
	p.text(e.Remediation)
	p.cases(e.Cases)
	if len(e.Related) > 0 {
		p.line(0, "")
		p.line(0, "Further reading")
	}
	for _, link := range e.Related {
		p.line(2, "%s", link.Ref)
		if link.Description != "" {
			p.line(4, "%s", link.Description)
		}
	}
	p.examples(e.Examples)
	return p.out.Flush()
}

// text prints a sentence in both languages.
func (p page) text(t checker.Text) {
	p.line(2, "%s", t.EN)
	if t.JA != "" && t.JA != t.EN {
		p.line(2, "%s", t.JA)
	}
}

func (p page) cases(cases []checker.Case) {
	if len(cases) > 0 {
		p.line(0, "")
		p.line(0, "Cases")
	}
	for _, c := range cases {
		p.line(2, "%s (%s, %s)", c.Name, c.Severity, c.Class)
		p.line(4, "%s", c.Remediation.EN)
	}
}

func (p page) examples(examples []checker.Example) {
	for _, e := range examples {
		p.line(0, "")
		if e.Expect == nil {
			p.line(0, "Good: %s", e.Title)
		} else {
			verdict := string(e.Expect.Verdict)
			if e.Expect.Case != "" && e.Expect.Case != verdict {
				verdict += ", " + e.Expect.Case
			}
			p.line(0, "Bad: %s (%s: %s)", e.Title, e.Expect.Subject, verdict)
		}
		p.block(4, e.Facts)
	}
}
