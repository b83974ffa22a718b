// Package evaluate runs the policies over the corpus, part by part: rules on
// single facts and on documents see the facts of one source, rules over the
// corpus see groups of quantities that were joined by key. What it hands on is
// raw: verdicts and evidence by the ids of facts. Words, places and decisions
// come later.
//
// A part is split into units, which a pool of workers evaluates one by one;
// each is written for the engine once, and every query of its scope runs over
// it. A query that fails or breaks the limits is taken apart, one rule at a time
// with nothing beside it, so that the right rule is named and the results of the
// others stay.
//
// A group of figures may have members in several parts. A part evaluates its
// groups as if they were whole, and tells their keys; whoever has seen all parts
// knows which groups are not, and has these evaluated again with all members.
package evaluate

import (
	"context"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/policy"
)

// Outcome is what one rule did over a part of the corpus, or over all of it.
type Outcome struct {
	Rule *policy.Rule
	// Population counts the rule's subjects.
	Population int
	// Checks are those that are not consistent; all of them in audit mode.
	Checks []Check
}

// Options steer an evaluation.
type Options struct {
	// Audit keeps the checks that held, too.
	Audit bool
	// Workers is the number of units evaluated at once.
	Workers int
	Limits  Limits
}

// Run evaluates all rules over the whole corpus. The outcomes come ordered by
// rule, their checks by subject, whatever the number of workers. A rule that
// fails, returns the wrong shape or exceeds the limits is reported at its place,
// and has no outcome.
func Run(ctx context.Context, policies *policy.Set, corpus *fact.Corpus, opts Options) ([]Outcome, []finding.Finding, error) {
	e := NewEngine(policies, corpus.Registry, opts)
	if err := e.Prepare(ctx, corpus); err != nil {
		return nil, nil, err
	}
	result, err := e.Part(ctx, 0, corpus)
	if err != nil {
		return nil, nil, err
	}
	all := result.Outcomes
	for _, g := range result.Groups {
		all = append(all, g.Outcomes...)
	}
	return e.merge(all), e.Problems(), nil
}

// merge joins outcomes by rule, in the order of the rules; those that are
// refused have none, and those without subjects an empty one.
func (e *Engine) merge(outcomes []Outcome) []Outcome {
	byRule := map[*policy.Rule]*Outcome{}
	for _, o := range outcomes {
		if byRule[o.Rule] == nil {
			byRule[o.Rule] = &Outcome{Rule: o.Rule}
		}
		byRule[o.Rule].Population += o.Population
		byRule[o.Rule].Checks = append(byRule[o.Rule].Checks, o.Checks...)
	}
	var merged []Outcome
	for _, r := range e.policies.Rules {
		switch o := byRule[r]; {
		case e.Refused(r):
		case o == nil:
			merged = append(merged, Outcome{Rule: r})
		default:
			slices.SortFunc(o.Checks, func(a, b Check) int { return strings.Compare(a.Subject, b.Subject) })
			merged = append(merged, *o)
		}
	}
	return merged
}
