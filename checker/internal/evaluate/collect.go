package evaluate

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/policy"
)

// sink gathers what the units of a part return. Its results do not depend on the
// order in which they finish.
type sink struct {
	audit bool

	mu     sync.Mutex
	byRule map[*policy.Rule]*Outcome
	groups map[groupID]map[*policy.Rule]*Outcome
}

type groupID struct {
	grouping int
	hash     uint64
}

// add holds a rule's results for a unit to the contract, and takes them in.
func (s *sink) add(u *unit, owner func(string) (string, bool), r *policy.Rule, results sets) error {
	if results.subjects == nil || results.checks == nil {
		return errors.New("`subjects` and `check` must be sets")
	}
	o := Outcome{Rule: r}
	whose := map[string]string{}
	if err := results.subjects.Iter(func(t *ast.Term) error {
		subject, _ := t.Value.(ast.String)
		key, owned := owner(string(subject))
		if !owned {
			return fmt.Errorf("the subject %v must be %s", t, u.needs())
		}
		if u.scope == policy.ScopeCorpus {
			whose[string(subject)] = key
		}
		return nil
	}); err != nil {
		return err
	}
	o.Population = results.subjects.Len()
	var err error
	if o.Checks, err = s.checks(r, results); err != nil {
		return err
	}
	s.take(u, o, whose)
	return nil
}

// take adds an outcome; one over groups is shared out by the groups' keys.
func (s *sink) take(u *unit, o Outcome, whose map[string]string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if u.scope != policy.ScopeCorpus {
		if s.byRule == nil {
			s.byRule = map[*policy.Rule]*Outcome{}
		}
		into(s.byRule, o.Rule, o.Population, o.Checks...)
		return
	}
	if s.groups == nil {
		s.groups = map[groupID]map[*policy.Rule]*Outcome{}
	}
	of := func(key string) map[*policy.Rule]*Outcome {
		id := groupID{u.grouping, hash(key)}
		if s.groups[id] == nil {
			s.groups[id] = map[*policy.Rule]*Outcome{}
		}
		return s.groups[id]
	}
	for _, key := range whose {
		into(of(key), o.Rule, 1)
	}
	for _, check := range o.Checks {
		into(of(whose[check.Subject]), o.Rule, 0, check)
	}
}

func into(outcomes map[*policy.Rule]*Outcome, r *policy.Rule, population int, checks ...Check) {
	if outcomes[r] == nil {
		outcomes[r] = &Outcome{Rule: r}
	}
	outcomes[r].Population += population
	outcomes[r].Checks = append(outcomes[r].Checks, checks...)
}

// checks decodes what a rule says of its subjects, as far as that is kept.
func (s *sink) checks(r *policy.Rule, results sets) ([]Check, error) {
	checks := make([]Check, 0, results.checks.Len())
	seen := make(map[string]bool, results.checks.Len())
	err := results.checks.Iter(func(t *ast.Term) error {
		check, err := readCheck(t)
		if err != nil {
			return err
		}
		switch _, known := r.WordingOf(check.Case); {
		case !known:
			return fmt.Errorf("METADATA has no case %q", check.Case)
		case !results.subjects.Contains(ast.StringTerm(check.Subject)):
			return fmt.Errorf("%q is checked, but is not one of the `subjects`", check.Subject)
		case seen[check.Subject]:
			return fmt.Errorf("%q is checked twice", check.Subject)
		}
		seen[check.Subject] = true
		if s.audit || check.Verdict != finding.Consistent {
			checks = append(checks, check)
		}
		return nil
	})
	if err == nil && s.audit && len(seen) != results.subjects.Len() {
		err = fmt.Errorf("%d subjects, but %d checks in audit mode", results.subjects.Len(), len(seen))
	}
	return checks, err
}

// results gives what was gathered, in order.
func (s *sink) results() (outcomes []Outcome, groups []GroupResult) {
	for _, id := range slices.SortedFunc(maps.Keys(s.groups), func(a, b groupID) int {
		return cmp.Or(cmp.Compare(a.grouping, b.grouping), cmp.Compare(a.hash, b.hash))
	}) {
		groups = append(groups, GroupResult{Grouping: id.grouping, Hash: id.hash, Outcomes: sorted(s.groups[id])})
	}
	return sorted(s.byRule), groups
}

func sorted(byRule map[*policy.Rule]*Outcome) []Outcome {
	var list []Outcome
	for _, o := range byRule {
		slices.SortFunc(o.Checks, func(a, b Check) int { return strings.Compare(a.Subject, b.Subject) })
		list = append(list, *o)
	}
	slices.SortFunc(list, func(a, b Outcome) int { return strings.Compare(a.Rule.ID, b.Rule.ID) })
	return list
}
