package evaluate

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/policy"
)

// plan splits the corpus into units: facts and documents by source, the corpus
// by grouping. The rules of a scope that read the same kinds share a query;
// rules that have nothing to read take no part.
func plan(policies *policy.Set, corpus *fact.Corpus) []task {
	byScope := map[string]map[string][]*policy.Rule{}
	for _, r := range needed(policies.Rules, corpus) {
		scope := r.Scope
		if r.Group != nil {
			scope += ":" + r.Group.Key()
		}
		if byScope[scope] == nil {
			byScope[scope] = map[string][]*policy.Rule{}
		}
		byScope[scope][kindsOf(r)] = append(byScope[scope][kindsOf(r)], r)
	}
	var works []work
	for _, scope := range slices.Sorted(maps.Keys(byScope)) {
		var queries []*query
		for _, kinds := range slices.Sorted(maps.Keys(byScope[scope])) {
			queries = append(queries, newQuery(byScope[scope][kinds]))
		}
		for _, u := range split(corpus, queries) {
			u.index = len(works)
			works = append(works, work{unit: u, queries: queries})
		}
	}
	return tasks(works)
}

// prepare compiles what the tasks need.
func prepare(ctx context.Context, policies *policy.Set, corpus *fact.Corpus, tasks []task) error {
	var queries []*query
	var rules []*policy.Rule
	for _, w := range slices.Concat(tasks...) {
		for _, q := range w.queries {
			if !slices.Contains(queries, q) {
				queries = append(queries, q)
				rules = append(rules, q.rules...)
			}
		}
	}
	if len(queries) == 0 {
		return nil
	}
	compiler, err := policies.Compile(rules)
	if err != nil {
		return fmt.Errorf("compile policies: %w", err)
	}
	store := registryStore(corpus.Registry, policies.Rules)
	for _, q := range queries {
		if err := q.prepare(ctx, compiler, store); err != nil {
			return err
		}
	}
	return nil
}

// tasks joins the units of one small source: what is written of its facts for
// the rules on single facts serves those on the document, too.
func tasks(works []work) []task {
	var tasks []task
	small := map[string]int{}
	for _, w := range works {
		if w.unit.scope != policy.ScopeCorpus && len(w.unit.facts) <= factsPerUnit {
			if i, ok := small[w.unit.source]; ok {
				tasks[i] = append(tasks[i], w)
				continue
			}
			small[w.unit.source] = len(tasks)
		}
		tasks = append(tasks, task{w})
	}
	return tasks
}

// split gives the units of queries of one scope.
func split(corpus *fact.Corpus, queries []*query) []*unit {
	switch rule := queries[0].rules[0]; rule.Scope {
	case policy.ScopeFact:
		return documents(corpus, queries, policy.ScopeFact, factsPerUnit)
	case policy.ScopeDocument:
		return documents(corpus, queries, policy.ScopeDocument, 0)
	default:
		var units []*unit
		for part := range slices.Chunk(groups(corpus, *rule.Group), groupsPerUnit) {
			units = append(units, &unit{scope: policy.ScopeCorpus, groups: part})
		}
		return units
	}
}

// documents makes a unit of each source that has facts which the queries ask
// for, in parts of at most size facts unless size is 0.
func documents(corpus *fact.Corpus, queries []*query, scope string, size int) []*unit {
	var rules []*policy.Rule
	for _, q := range queries {
		rules = append(rules, q.rules...)
	}
	wanted := newFilter(rules)
	var units []*unit
	for _, source := range corpus.Sources {
		facts := slices.DeleteFunc(slices.Clone(source.Facts), func(f *fact.Fact) bool { return !wanted.wants(f) })
		if len(facts) == 0 {
			continue
		}
		n := size
		if n == 0 {
			n = len(facts)
		}
		for part := range slices.Chunk(facts, n) {
			units = append(units, &unit{scope: scope, source: source.ID, facts: part})
		}
	}
	return units
}
