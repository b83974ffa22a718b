package evaluate

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sync"

	"github.com/open-policy-agent/opa/v1/storage"
	"golang.org/x/sync/errgroup"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/policy"
)

// Engine evaluates policies on the parts of a corpus that share registries. Its
// methods may be called from several goroutines.
type Engine struct {
	policies  *policy.Set
	registry  fact.Registry
	groupings []policy.Group
	mode      string
	workers   int
	limits    Limits
	// groupsAtOnce is GroupsAtOnce, unless a test has fewer groups.
	groupsAtOnce int
	refusals
	// alone is held, exclusively, while the memory that is used up has to be that
	// of one rule.
	alone sync.RWMutex

	mu       sync.RWMutex
	prepared map[*policy.Rule]bool
	queries  []*query
	store    storage.Store
}

// NewEngine gives an engine for the policies. Nothing is compiled before it is
// needed.
func NewEngine(policies *policy.Set, registry fact.Registry, opts Options) *Engine {
	e := &Engine{
		policies: policies, registry: registry, mode: "findings", workers: max(opts.Workers, 1), limits: opts.Limits.withDefaults(),
		groupsAtOnce: GroupsAtOnce, prepared: map[*policy.Rule]bool{}, refusals: refusals{problems: map[*policy.Rule]problem{}},
	}
	if opts.Audit {
		e.mode = "audit"
	}
	specs := map[string]policy.Group{}
	for _, r := range policies.Rules {
		if r.Group != nil {
			specs[r.Group.Key()] = *r.Group
		}
	}
	for _, key := range slices.Sorted(maps.Keys(specs)) {
		e.groupings = append(e.groupings, specs[key])
	}
	return e
}

// Prepare compiles the rules that the corpora give something to check, together,
// which is cheaper than when each is met; without corpora it compiles all rules.
func (e *Engine) Prepare(ctx context.Context, corpora ...*fact.Corpus) error {
	rules := e.policies.Rules
	if len(corpora) > 0 {
		rules = needed(rules, corpora...)
	}
	return e.ensure(ctx, rules)
}

// ensure compiles those of the rules that are not compiled yet. Rules of a scope
// that read the same facts share a query.
func (e *Engine) ensure(ctx context.Context, rules []*policy.Rule) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	byFacts := map[string][]*policy.Rule{}
	var missing []*policy.Rule
	for _, r := range rules {
		if !e.prepared[r] {
			missing = append(missing, r)
			name := e.scopeOf(r).name() + " " + readBy(r)
			byFacts[name] = append(byFacts[name], r)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	compiler, err := e.policies.Compile(missing)
	if err != nil {
		return fmt.Errorf("compile policies: %w", err)
	}
	if e.store == nil {
		e.store = registryStore(e.registry, e.policies.Rules)
	}
	for _, name := range slices.Sorted(maps.Keys(byFacts)) {
		q := newQuery(e.scopeOf(byFacts[name][0]), byFacts[name])
		if err := q.prepare(ctx, compiler, e.store); err != nil {
			return err
		}
		e.queries = append(e.queries, q)
	}
	for _, r := range missing {
		e.prepared[r] = true
	}
	return nil
}

// scope is what the units of a rule are made of: facts, documents, or the groups
// of one grouping.
type scope struct {
	of       string
	grouping int
}

func (s scope) name() string { return fmt.Sprintf("%s:%d", s.of, s.grouping) }

func (e *Engine) scopeOf(r *policy.Rule) scope {
	s := scope{of: r.Scope}
	if r.Group != nil {
		s.grouping = slices.IndexFunc(e.groupings, func(g policy.Group) bool { return g.Key() == r.Group.Key() })
	}
	return s
}

// asking gives the queries of a scope.
func (e *Engine) asking(s scope) []*query {
	e.mu.RLock()
	defer e.mu.RUnlock()
	return slices.DeleteFunc(slices.Clone(e.queries), func(q *query) bool { return q.scope != s })
}

// Result is what the rules did over a part.
type Result struct {
	// Outcomes are those of rules on facts and documents, by rule.
	Outcomes []Outcome
	// Groups are the groups of the part, evaluated as if they were whole.
	Groups []GroupResult
	Keys   Keys
}

// GroupResult is what the rules did over the groups of a grouping whose keys
// have one hash.
type GroupResult struct {
	Grouping int
	Hash     uint64
	Outcomes []Outcome
}

// Part evaluates all rules over a part. order is its number among the parts:
// where several of them show that a rule cannot be used, the first is told of.
func (e *Engine) Part(ctx context.Context, order int, c *fact.Corpus) (Result, error) {
	if err := e.ensure(ctx, e.lacking(c)); err != nil {
		return Result{}, err
	}
	var r Result
	s, err := e.run(ctx, order, e.units(c, &r))
	if err != nil {
		return r, err
	}
	r.Outcomes, r.Groups = s.results()
	return r, nil
}

// units gives the units of a part, and notes the keys of its figures.
func (e *Engine) units(c *fact.Corpus, r *Result) []work {
	works := e.split(c)
	indexes := make([]*index, len(e.groupings))
	for i, spec := range e.groupings {
		indexes[i] = newIndex(e.registry, spec)
		indexes[i].add(c)
		works = append(works, e.grouped(i, indexes[i].groups())...)
	}
	r.Keys = keysOf(c, indexes)
	return works
}

// lacking gives the rules that have something to check and are not compiled.
func (e *Engine) lacking(c *fact.Corpus) []*policy.Rule {
	e.mu.RLock()
	defer e.mu.RUnlock()
	if len(e.prepared) == len(e.policies.Rules) {
		return nil
	}
	unprepared := slices.DeleteFunc(slices.Clone(e.policies.Rules), func(r *policy.Rule) bool { return e.prepared[r] })
	return needed(unprepared, c)
}

// run evaluates units by a pool of workers. The units of a small source are one
// task: what is written of its facts for one rule serves the others, too.
func (e *Engine) run(ctx context.Context, order int, works []work) (*sink, error) {
	s := &sink{audit: e.mode == "audit"}
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(e.workers)
	for i := range works {
		works[i].unit.index = order<<unitBits | i
	}
	all := tasks(works)
	do := func(t task) error {
		encode := newEncoders()
		for _, w := range t {
			for _, q := range w.queries {
				if err := e.evaluate(ctx, encode, w.unit, q, s); err != nil {
					return err
				}
			}
		}
		return nil
	}
	for _, t := range all {
		if len(all) == 1 {
			return s, do(t)
		}
		g.Go(func() error { return do(t) })
	}
	return s, g.Wait()
}

// unitBits is room for the units of one part, behind the part's own number.
const unitBits = 24
