package evaluate

import (
	"context"

	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/topdown"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/policy"
)

// Steps counts what the engine does to evaluate one rule over a corpus, as it
// tells of it to tracers: expressions evaluated, functions and rules entered,
// and what was tried again. It does not depend on the machine.
func Steps(ctx context.Context, set *policy.Set, rule *policy.Rule, corpus *fact.Corpus) (steps int, err error) {
	e := NewEngine(&policy.Set{Rules: []*policy.Rule{rule}}, corpus.Registry, Options{Audit: true})
	compiler, err := set.Compile([]*policy.Rule{rule})
	if err != nil {
		return 0, err
	}
	q := newQuery(e.scopeOf(rule), []*policy.Rule{rule})
	if err := q.prepare(ctx, compiler, registryStore(corpus.Registry, set.Rules)); err != nil {
		return 0, err
	}
	e.queries = []*query{q}
	for _, w := range e.units(corpus, &Result{}) {
		var c counter
		if !w.unit.concerns(q) {
			continue
		}
		if _, err := q.eval(ctx, topdown.NewCancel(), w.unit.input(newEncoders().of(q), q, "audit"), rego.EvalQueryTracer(&c)); err != nil {
			return 0, err
		}
		steps += int(c)
	}
	return steps, nil
}

// HandOver has the results of groups handed over after so many.
func (e *Engine) HandOver(groups int) { e.groupsAtOnce = groups }

// counter counts the events of a trace.
type counter int

func (*counter) Enabled() bool { return true }

func (*counter) Config() topdown.TraceConfig { return topdown.TraceConfig{} }

func (c *counter) TraceEvent(topdown.Event) { *c++ }
