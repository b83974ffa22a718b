package evaluate

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/policy"
)

// collector gathers what units return. Its result does not depend on the order
// in which they finish.
type collector struct {
	audit    bool
	rules    []*policy.Rule
	mu       sync.Mutex
	byRule   map[*policy.Rule]*Outcome
	problems map[*policy.Rule]problem
}

// problem is why a rule cannot be used, and the unit that showed it.
type problem struct {
	unit int
	at   *ast.Location
	text string
}

func newCollector(rules []*policy.Rule, audit bool) *collector {
	c := &collector{audit: audit, rules: rules, byRule: map[*policy.Rule]*Outcome{}, problems: map[*policy.Rule]problem{}}
	for _, r := range rules {
		c.byRule[r] = &Outcome{Rule: r}
	}
	return c
}

// add takes in the results of a unit. It gives what they come to, by rule, and
// whether no rule was refused.
func (c *collector) add(u *unit, rules []*policy.Rule, results []sets) ([]share, bool) {
	owns := u.owner()
	var shares []share
	for i, r := range rules {
		s := share{Rule: r.ID}
		checks, err := c.checks(r, u, owns, results[i], &s)
		if err != nil {
			c.refuse(u, r, err)
			continue
		}
		c.take(r, s.Population, checks)
		shares = append(shares, s)
	}
	return shares, len(shares) == len(rules)
}

// share is what a unit adds to a rule's outcome.
type share struct {
	Rule       string `json:"rule"`
	Population int    `json:"population"`
	Checks     []told `json:"checks"`
}

func (c *collector) take(r *policy.Rule, population int, checks []Check) {
	c.mu.Lock()
	defer c.mu.Unlock()
	o := c.byRule[r]
	o.Population += population
	o.Checks = append(o.Checks, checks...)
}

// refuse notes why a rule cannot be used. Of several reasons that of the first
// unit is kept, so that two runs say the same.
func (c *collector) refuse(u *unit, r *policy.Rule, err error) {
	p := problem{unit: u.index, at: r.At, text: err.Error()}
	if failed, ok := errors.AsType[*topdown.Error](err); ok {
		p.text = strings.Join(strings.Fields(failed.Message), " ")
		if at := failed.Location; at != nil && at.File != "" {
			p.at = at
		}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if old, ok := c.problems[r]; !ok || cmp.Or(cmp.Compare(p.unit, old.unit), strings.Compare(p.text, old.text)) < 0 {
		c.problems[r] = p
	}
}

// refused tells whether a rule cannot be used.
func (c *collector) refused(r *policy.Rule) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	_, ok := c.problems[r]
	return ok
}

// checks holds a rule's results to the contract, and decodes those that are
// kept; they are added to its share.
func (c *collector) checks(r *policy.Rule, u *unit, owns func(string) bool, s sets, of *share) ([]Check, error) {
	if s.subjects == nil || s.checks == nil {
		return nil, errors.New("`subjects` and `check` must be sets")
	}
	if err := s.subjects.Iter(func(t *ast.Term) error {
		if subject, ok := t.Value.(ast.String); !ok || !owns(string(subject)) {
			return fmt.Errorf("the subject %v must be %s", t, u.needs())
		}
		return nil
	}); err != nil {
		return nil, err
	}
	of.Population = s.subjects.Len()
	checks := make([]Check, 0, s.checks.Len())
	seen := make(map[string]bool, s.checks.Len())
	err := s.checks.Iter(func(t *ast.Term) error {
		check, err := readCheck(t)
		if err != nil {
			return err
		}
		switch _, known := r.WordingOf(check.Case); {
		case !known:
			return fmt.Errorf("METADATA has no case %q", check.Case)
		case !s.subjects.Contains(ast.StringTerm(check.Subject)):
			return fmt.Errorf("%q is checked, but is not one of the `subjects`", check.Subject)
		case seen[check.Subject]:
			return fmt.Errorf("%q is checked twice", check.Subject)
		}
		seen[check.Subject] = true
		if c.audit || check.Verdict != finding.Consistent {
			checks = append(checks, check)
			of.Checks = append(of.Checks, told{term: t})
		}
		return nil
	})
	if err == nil && c.audit && len(seen) != s.subjects.Len() {
		err = fmt.Errorf("%d subjects, but %d checks in audit mode", s.subjects.Len(), len(seen))
	}
	return checks, err
}

// outcomes gives the results, without the rules that cannot be used.
func (c *collector) outcomes() ([]Outcome, []finding.Finding) {
	var outcomes []Outcome
	var problems []finding.Finding
	for _, r := range c.rules {
		if p, ok := c.problems[r]; ok {
			problems = append(problems, policy.Problem(r.Location, p.at, finding.Text{
				EN: fmt.Sprintf("rule %s: %s", r.ID, p.text), JA: fmt.Sprintf("規則 %s: %s", r.ID, p.text),
			}))
			continue
		}
		o := c.byRule[r]
		slices.SortFunc(o.Checks, func(a, b Check) int { return strings.Compare(a.Subject, b.Subject) })
		outcomes = append(outcomes, *o)
	}
	return outcomes, problems
}
