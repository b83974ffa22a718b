// Package evaluate runs the policies over the corpus: rules on single facts and
// on documents see the facts of one source, rules over the corpus see groups
// of quantities that were joined by key. What it hands on is raw: verdicts and
// evidence by the ids of facts. Words, places and decisions come later.
//
// The corpus is split into units, which a pool of workers evaluates one by
// one; each is written for the engine once, and every query of its scope runs
// over it. A query that fails or breaks the limits is taken apart afterwards,
// one rule at a time with nothing beside it, so that the right rule is named
// and the results of the others stay.
package evaluate

import (
	"context"

	"github.com/tieout/tieout/checker/internal/cache"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/policy"
	"github.com/tieout/tieout/checker/internal/progress"
)

// Outcome is what one rule did over the whole corpus.
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
	// Cache keeps the results of units for later runs of the same program, which
	// Program identifies; nil keeps none.
	Cache   *cache.Cache
	Program string
}

// Run evaluates all rules over the corpus. The outcomes come ordered by rule,
// their checks by subject, whatever the number of workers. A rule that fails,
// returns the wrong shape or exceeds the limits is reported at its place, and
// has no outcome.
func Run(ctx context.Context, policies *policy.Set, corpus *fact.Corpus, opts Options) ([]Outcome, []finding.Finding, error) {
	c := newCollector(policies.Rules, opts.Audit)
	r := &runner{collector: c, mode: "findings", workers: max(opts.Workers, 1), limits: opts.Limits.withDefaults()}
	if opts.Audit {
		r.mode = "audit"
	}
	r.memory = newMemory(opts, policies, corpus, r)
	planned := plan(policies, corpus)
	r.next = progress.From(ctx).Share(len(planned), int64(corpus.Len()))
	tasks, err := r.recall(ctx, planned)
	if err != nil {
		return nil, nil, err
	}
	if err := prepare(ctx, policies, corpus, tasks); err != nil {
		return nil, nil, err
	}
	for len(tasks) > 0 {
		failed, left, err := r.round(ctx, tasks)
		if err != nil {
			return nil, nil, err
		}
		if err := r.diagnose(ctx, failed); err != nil {
			return nil, nil, err
		}
		if tasks, err = r.again(ctx, left); err != nil {
			return nil, nil, err
		}
	}
	r.memory.close()
	outcomes, problems := c.outcomes()
	return outcomes, problems, nil
}
