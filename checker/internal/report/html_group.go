package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// ruleGroup is a rule with the findings that it made, and why it looks.
type ruleGroup struct {
	finding.RuleResult
	Anchor string
	Worst  finding.Severity
	Cards  []card
}

// Checked counts the checks that were decided.
func (g ruleGroup) Checked() int { return g.Population - g.Undetermined }

// findings makes a card of each finding: those that ask for attention by rule,
// the gravest first, those that a decision sets aside apart.
func (p *auditPage) findings() {
	r := p.Report
	groups := map[string]*ruleGroup{}
	for i := range r.Findings {
		f := &r.Findings[i]
		if !f.Active() {
			c := p.card(f, i, false)
			c.Apart = true
			p.Decided = append(p.Decided, c)
			continue
		}
		g := groups[f.Rule]
		if g == nil {
			g = &ruleGroup{RuleResult: ruleOf(r, f.Rule), Anchor: "rule-" + anchorOf(f.Rule), Worst: f.Severity}
			groups[f.Rule] = g
		}
		if f.Severity.Rank() > g.Worst.Rank() {
			g.Worst = f.Severity
		}
		g.Cards = append(g.Cards, p.card(f, i, false))
	}
	for _, g := range groups {
		p.Groups = append(p.Groups, *g)
	}
	slices.SortFunc(p.Groups, func(a, b ruleGroup) int {
		return cmp.Or(cmp.Compare(b.Worst.Rank(), a.Worst.Rank()), strings.Compare(a.ID, b.ID))
	})
	p.arrange()
	if r.Baseline != nil {
		for i := range r.Baseline.Gone {
			p.Gone = append(p.Gone, p.card(&r.Baseline.Gone[i], i, true))
		}
	}
}

// arrange numbers the groups and tells which cards open by themselves: the
// errors, and the first of every other rule as an example of its kind.
func (p *auditPage) arrange() {
	names := map[string]bool{}
	for i := range p.Groups {
		g := &p.Groups[i]
		slices.SortStableFunc(g.Cards, func(a, b card) int { return cmp.Compare(b.Severity.Rank(), a.Severity.Rank()) })
		for j := range g.Cards {
			c := &g.Cards[j]
			c.RuleIndex, c.Open = i, j == 0 || c.Severity == finding.Error && j < openErrors
			if c.Help == g.Remediation {
				c.Help = finding.Text{}
			}
			for _, s := range c.Sources {
				names[s] = true
			}
		}
	}
	for name := range names {
		p.Sources = append(p.Sources, name)
	}
	slices.Sort(p.Sources)
}

// Long tells whether there are so many findings that cards are filled later.
func (p *auditPage) Long() bool { return len(p.Report.Findings) >= laterFrom }

// laterFrom is the number of findings from which cards are filled later.
const laterFrom = 400

// openErrors bounds the errors of a rule that are shown unfolded.
const openErrors = 25

func ruleOf(r *finding.Report, id string) finding.RuleResult {
	for i := range r.Rules {
		if r.Rules[i].ID == id {
			return r.Rules[i]
		}
	}
	return finding.RuleResult{Rule: finding.Rule{ID: id, Title: id}}
}
