package evaluate

import (
	"context"
	"encoding/json"
	"fmt"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"github.com/tieout/tieout/checker/internal/cache"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/policy"
)

// memory holds the results of units that earlier runs evaluated, by all that
// the rules saw: the unit as it was written for them, the registries and the
// policies. Only whole results are kept, of units in which no rule failed. A
// nil memory holds nothing.
type memory struct {
	cache *cache.Cache
	// base is the part of the keys that all units share.
	base cache.Key
	mode string
	// empty says that no run has kept anything under base.
	empty bool
	added atomic.Bool
}

// unkept is the key of units whose results are not kept: rules have failed.
var unkept = new(cache.Key)

func newMemory(opts Options, policies *policy.Set, corpus *fact.Corpus, r *runner) *memory {
	if opts.Cache == nil || opts.Program == "" || policies.Digest == "" {
		return nil
	}
	registries, err := registryDigest(corpus.Registry, policies.Rules)
	if err != nil {
		return nil
	}
	m := &memory{cache: opts.Cache, mode: r.mode}
	m.base = cache.KeyOf("units", opts.Program, policies.Digest, registries, r.mode, fmt.Sprint(r.limits))
	_, known := m.cache.Get(m.base)
	m.empty = !known
	return m
}

// key is the key of a unit's results.
func (m *memory) key(w work, e *encoder) cache.Key {
	parts := []string{string(m.base[:]), w.unit.scope, w.unit.source}
	for _, q := range w.queries {
		if !w.unit.concerns(q) {
			continue
		}
		for _, r := range q.rules {
			parts = append(parts, r.ID)
		}
		parts = append(parts, "", digest(w.unit.input(e, q, m.mode)))
	}
	return cache.KeyOf(parts...)
}

// keep keeps the results of a unit.
func (m *memory) keep(w work, e *encoder, shares []share) {
	if m == nil || w.key == unkept {
		return
	}
	data, err := json.Marshal(shares)
	if err != nil {
		return
	}
	if w.key == nil {
		key := m.key(w, e)
		w.key = &key
	}
	m.cache.Put(*w.key, data)
	// The next run looks for what a run has kept that was stopped on its way, too.
	if !m.added.Swap(true) && m.empty {
		m.cache.Put(m.base, nil)
	}
}

// close ends a run that may have kept something.
func (m *memory) close() {
	if m != nil && m.added.Load() {
		m.cache.Trim()
	}
}

// recall takes in what earlier runs have kept, and gives the tasks that are
// left.
func (r *runner) recall(ctx context.Context, tasks []task) ([]task, error) {
	m := r.memory
	if m == nil || m.empty {
		return tasks, nil
	}
	rules := map[string]*policy.Rule{}
	for _, rule := range r.collector.rules {
		rules[rule.ID] = rule
	}
	left := make([]task, len(tasks))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(r.workers)
	for i, t := range tasks {
		g.Go(func() error {
			e := newEncoder()
			for _, w := range t {
				if ctx.Err() != nil {
					return ctx.Err()
				}
				key := m.key(w, e)
				w.key = &key
				if kept, ok := m.get(key, rules); ok {
					for _, k := range kept {
						r.collector.take(k.rule, k.population, k.checks)
					}
					continue
				}
				left[i] = append(left[i], w)
			}
			if len(left[i]) == 0 {
				r.next()
			}
			return nil
		})
	}
	return left, g.Wait()
}

// kept is a share, read again.
type kept struct {
	rule       *policy.Rule
	population int
	checks     []Check
}

// get gives the results of a unit, if they are whole.
func (m *memory) get(key cache.Key, rules map[string]*policy.Rule) ([]kept, bool) {
	data, ok := m.cache.Get(key)
	var shares []share
	if !ok || json.Unmarshal(data, &shares) != nil {
		return nil, false
	}
	var all []kept
	for _, s := range shares {
		k := kept{rule: rules[s.Rule], population: s.Population, checks: make([]Check, len(s.Checks))}
		if k.rule == nil {
			return nil, false
		}
		for i, data := range s.Checks {
			var err error
			if k.checks[i], err = decodeCheck(data); err != nil {
				return nil, false
			}
		}
		all = append(all, k)
	}
	return all, true
}
