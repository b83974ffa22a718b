package report

import (
	"fmt"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// card is a finding as the page shows it.
type card struct {
	*finding.Finding
	// Anchor is the id on the page, from the fingerprint: links to it live as
	// long as the finding does.
	Anchor, Mark, VerdictMark string
	// Order is the place among all findings, RuleIndex that of its rule.
	Order, RuleIndex int
	Sources          []string
	Places           []string
	Status           string
	Open             bool
	// Apart: it stands in no rule's section, and is a heading of its own.
	Apart bool
	// Later says that, where scripts run, the card is filled when it comes into
	// view: a page of many thousands would take a minute to build otherwise.
	Later    bool
	Line     *numberLine
	Outcome  []labelled
	Operands []operandRow
	Missing  []finding.Text
	Worlds   []finding.Text
	// Help is left out where it is the rule's own.
	Help finding.Text
}

// Foldable tells whether there is anything behind a finding to unfold.
func (c card) Foldable() bool {
	return len(c.Operands)+len(c.Outcome)+len(c.Missing)+len(c.Worlds)+len(c.Related) > 0 || c.Help.EN != "" ||
		c.Evidence != nil && len(c.Evidence.Explanations) > 0
}

// labelled is a value with its name.
type labelled struct {
	Name, Value finding.Text
	Class       string
}

// operandRow is a fact that takes part in a check.
type operandRow struct {
	Role              finding.Text
	Figure            finding.Text
	Interval          []finding.Text
	Label             finding.Text
	Fact, Place, Line string
	Source            string
	// Before, Printed and After are the passage, parted at the figure.
	Before, Printed, After string
}

func (p *auditPage) card(f *finding.Finding, order int, gone bool) card {
	c := card{
		Finding: f, Order: order, Mark: severityMarks[f.Severity], VerdictMark: markOf(f.Verdict), Status: "open", Help: f.Help,
		Later: p.Long(),
	}
	if f.Disposition != nil {
		c.Status = f.Disposition.State
	}
	prefix := "f-"
	if gone {
		prefix = "gone-"
	}
	c.Anchor = p.anchor(prefix + anchorOf(f.Fingerprint))
	if e := f.Evidence; e != nil {
		c.evidence(e)
	}
	return c
}

// anchor gives an id of the page that no other element has.
func (p *auditPage) anchor(id string) string {
	p.anchors[id]++
	if n := p.anchors[id]; n > 1 {
		return fmt.Sprintf("%s-%d", id, n)
	}
	return id
}

// anchorOf makes a text fit for an id: what is not a letter, a digit or a hyphen
// becomes a hyphen.
func anchorOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			return r
		}
		return '-'
	}, s[:min(len(s), 120)])
}

func (c *card) evidence(e *finding.Evidence) {
	seen := map[string]bool{}
	for _, o := range e.Operands {
		c.Operands = append(c.Operands, operandOf(o))
		if o.Source != "" && !seen[o.Source] {
			seen[o.Source] = true
			c.Sources = append(c.Sources, o.Source)
		}
	}
	c.Line = drawn(e)
	c.Outcome = outcomes(e)
	for _, m := range e.Missing {
		c.Missing = append(c.Missing, missingText(m))
	}
	if e.Worlds != nil {
		for _, name := range e.Worlds.Meets {
			c.Worlds = append(c.Worlds, pattern(func(w *words) string { return w.meets }, name))
		}
		for _, name := range e.Worlds.Misses {
			c.Worlds = append(c.Worlds, pattern(func(w *words) string { return w.misses }, name))
		}
	}
}

// pattern fills a sentence about a way of rounding in both languages.
func pattern(sentence func(*words) string, world string) finding.Text {
	return finding.Text{
		EN: fmt.Sprintf(sentence(&english), english.world(world)),
		JA: fmt.Sprintf(sentence(&japanese), japanese.world(world)),
	}
}

func missingText(m finding.Missing) finding.Text {
	name := m.Label
	if name.EN == "" {
		name = finding.Text{EN: m.Fact}
	}
	if name.EN == "" {
		name = tableText(func(w *words) map[string]string { return w.roles }, m.Role)
	}
	cause := tableText(func(w *words) map[string]string { return w.causes }, m.Cause)
	return finding.Text{EN: name.EN + ": " + cause.EN, JA: name.In("ja") + "：" + cause.In("ja")}
}

// tableText gives a word of the text format's tables in both languages.
func tableText(table func(*words) map[string]string, name string) finding.Text {
	return finding.Text{EN: in(table(&english), name), JA: in(table(&japanese), name)}
}
