package evaluate

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/metrics"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/topdown"

	"github.com/tieout/tieout/checker/internal/policy"
)

// query is one prepared evaluation of several rules that read the same facts. It may be shared by workers.
type query struct {
	scope    scope
	rules    []*policy.Rule
	filter   filter
	read     selections
	prepared rego.PreparedEvalQuery
	compiler *ast.Compiler
	store    storage.Store
	// renewed takes the place of this query once rules of it cannot be used.
	renewed atomic.Pointer[renewal]
}

// renewal is a query for the units behind one, nil when no rule is left.
type renewal struct {
	from  int
	query *query
}

func newQuery(s scope, rules []*policy.Rule) *query {
	return &query{scope: s, rules: rules, filter: newFilter(rules), read: selectionsOf(rules[0])}
}

// latest gives the query that a unit has to be asked; nil when none is left.
func (q *query) latest(unit int) *query {
	for q != nil {
		next := q.renewed.Load()
		if next == nil || unit <= next.from {
			break
		}
		q = next.query
	}
	return q
}

// renew puts a query for some of the rules in the place of this one, for the
// units behind from. An earlier unit that fails, too, has the word.
func (q *query) renew(ctx context.Context, from int, rules []*policy.Rule) error {
	if old := q.renewed.Load(); old != nil && old.from <= from {
		return nil
	}
	next := &renewal{from: from}
	if len(rules) > 0 {
		var err error
		if next.query, err = q.of(ctx, rules...); err != nil {
			return err
		}
	}
	q.renewed.Store(next)
	return nil
}

// prepare makes the query ready to evaluate its rules together.
func (q *query) prepare(ctx context.Context, compiler *ast.Compiler, store storage.Store) error {
	q.compiler, q.store = compiler, store
	pairs := make([]string, len(q.rules))
	for i, r := range q.rules {
		pairs[i] = fmt.Sprintf("[%v.subjects, %v.check]", r.Package, r.Package)
	}
	var err error
	q.prepared, err = rego.New(
		rego.Query("result := ["+strings.Join(pairs, ", ")+"]"),
		rego.Compiler(compiler), rego.Store(store), rego.StrictBuiltinErrors(true),
		rego.GenerateJSON(func(t *ast.Term, _ *rego.EvalContext) (any, error) { return t, nil }),
	).PrepareForEval(ctx)
	if err != nil {
		return fmt.Errorf("prepare policies: %w", err)
	}
	return nil
}

// of is the query for some of its rules.
func (q *query) of(ctx context.Context, rules ...*policy.Rule) (*query, error) {
	some := newQuery(q.scope, rules)
	return some, some.prepare(ctx, q.compiler, q.store)
}

// readBy names the facts that a rule reads, in one word.
func readBy(r *policy.Rule) string {
	return fmt.Sprint(slices.Compact(slices.Sorted(slices.Values(r.Kinds))), r.Where, r.Fields) // maps print in order
}

// sets are what a rule returned for a unit of work; nil where it is no set.
type sets struct {
	subjects, checks ast.Set
}

// eval gives the sets of each rule of the query, in their order. It ends early
// when stop is told to. Further options let a test watch the engine.
func (q *query) eval(ctx context.Context, stop topdown.Cancel, input ast.Value, options ...rego.EvalOption) ([]sets, error) {
	results, err := q.prepared.Eval(ctx, append(options,
		rego.EvalParsedInput(input), rego.EvalExternalCancel(stop), rego.EvalMetrics(metrics.NoOp()))...)
	if err != nil {
		return nil, err
	}
	if len(results) != 1 {
		return nil, fmt.Errorf("the engine gave %d results instead of one", len(results))
	}
	term, ok := results[0].Bindings["result"].(*ast.Term)
	if !ok {
		return nil, fmt.Errorf("the engine gave a %T", results[0].Bindings["result"])
	}
	pairs, ok := term.Value.(*ast.Array)
	if !ok || pairs.Len() != len(q.rules) {
		return nil, fmt.Errorf("the engine gave a wrong %s", ast.ValueName(term.Value))
	}
	out := make([]sets, len(q.rules))
	for i := range q.rules {
		if pair, ok := pairs.Elem(i).Value.(*ast.Array); ok && pair.Len() == 2 {
			out[i].subjects, _ = pair.Elem(0).Value.(ast.Set)
			out[i].checks, _ = pair.Elem(1).Value.(ast.Set)
		}
	}
	return out, nil
}
