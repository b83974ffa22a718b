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

// refusals are the rules that cannot be used.
type refusals struct {
	guard    sync.Mutex
	problems map[*policy.Rule]problem
}

// problem is why a rule cannot be used, and the unit that showed it.
type problem struct {
	unit int
	at   *ast.Location
	text string
	// limit says that the rule broke the limits.
	limit bool
}

// refuse notes why a rule cannot be used. Of several reasons that of the first
// unit is kept, so that two runs say the same.
func (x *refusals) refuse(u *unit, r *policy.Rule, err error) {
	p := problem{unit: u.index, at: r.At, text: err.Error(), limit: errors.Is(err, errLimit)}
	if failed, ok := errors.AsType[*topdown.Error](err); ok {
		p.text = strings.Join(strings.Fields(failed.Message), " ")
		if at := failed.Location; at != nil && at.File != "" {
			p.at = at
		}
	}
	x.guard.Lock()
	defer x.guard.Unlock()
	if old, ok := x.problems[r]; !ok || cmp.Or(cmp.Compare(p.unit, old.unit), strings.Compare(p.text, old.text)) < 0 {
		x.problems[r] = p
	}
}

// Refused tells whether a rule cannot be used: what it gave for some parts does
// not count either.
func (x *refusals) Refused(r *policy.Rule) bool {
	x.guard.Lock()
	defer x.guard.Unlock()
	_, ok := x.problems[r]
	return ok
}

// Failed tells whether some rule cannot be used.
func (x *refusals) Failed() bool {
	x.guard.Lock()
	defer x.guard.Unlock()
	return len(x.problems) > 0
}

// stopped tells whether a rule has broken the limits.
func (x *refusals) stopped(r *policy.Rule) bool {
	x.guard.Lock()
	defer x.guard.Unlock()
	return x.problems[r].limit
}

// Problems are the findings on rules that cannot be used, by rule.
func (e *Engine) Problems() []finding.Finding {
	var found []finding.Finding
	for _, r := range slices.Clone(e.policies.Rules) {
		if p, ok := e.problems[r]; ok {
			found = append(found, policy.Problem(r.Location, p.at, finding.Text{
				EN: fmt.Sprintf("rule %s: %s", r.ID, p.text), JA: fmt.Sprintf("規則 %s: %s", r.ID, p.text),
			}))
		}
	}
	return found
}
