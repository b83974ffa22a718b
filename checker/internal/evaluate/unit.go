package evaluate

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/policy"
)

// The sizes of units: large enough to pay for a call of the engine, small
// enough to share out and to be dropped soon.
const (
	factsPerUnit  = 2000
	groupsPerUnit = 500
)

// unit is what one evaluation sees: facts of a source, or groups of the corpus.
type unit struct {
	index  int
	scope  string
	source string
	facts  []*fact.Fact
	groups []group
}

// input writes the unit for a query.
func (u *unit) input(e *encoder, q *query, mode string) ast.Value {
	if u.scope == policy.ScopeCorpus {
		return e.groupsInput(mode, u.groups)
	}
	return e.documentInput(u.source, mode, q.kinds, u.facts)
}

// owner gives the test whether a subject belongs to the unit. A rule that
// answers for something else could count it twice, or differently with other
// units; and a subject is what a finding is known by.
func (u *unit) owner() func(subject string) bool {
	switch u.scope {
	case policy.ScopeFact:
		ids := make(map[string]bool, len(u.facts))
		for _, f := range u.facts {
			ids[f.ID] = true
		}
		return func(subject string) bool { return ids[subject] }
	case policy.ScopeDocument:
		return func(subject string) bool {
			return subject == u.source || strings.HasPrefix(subject, u.source+"/")
		}
	}
	keys := make(map[string]bool, len(u.groups))
	for _, g := range u.groups {
		keys[g.key] = true
	}
	return func(subject string) bool {
		for key := subject; ; {
			if keys[key] {
				return true
			}
			i := strings.LastIndex(key, separator)
			if i < 0 {
				return false
			}
			key = key[:i]
		}
	}
}

// needs says in the words of rules what a subject must be.
func (u *unit) needs() string {
	switch u.scope {
	case policy.ScopeFact:
		return "the id of a fact in its input"
	case policy.ScopeDocument:
		return "the id of the source, or one that begins with it and a slash"
	}
	return "the key of a group in its input, or one that begins with it and a bar"
}

// plan splits the corpus into units: facts and documents by source, the corpus
// by grouping. The rules of a scope that read the same kinds share a query.
func plan(ctx context.Context, policies *policy.Set, corpus *fact.Corpus) ([]task, error) {
	store := registryStore(corpus.Registry, policies.Rules)
	byScope := map[string]map[string][]*policy.Rule{}
	for _, r := range policies.Rules {
		scope := r.Scope
		if r.Group != nil {
			scope += ":" + r.Group.Key()
		}
		if byScope[scope] == nil {
			byScope[scope] = map[string][]*policy.Rule{}
		}
		byScope[scope][kindsOf(r)] = append(byScope[scope][kindsOf(r)], r)
	}
	var tasks []task
	for _, scope := range slices.Sorted(maps.Keys(byScope)) {
		var queries []*query
		for _, kinds := range slices.Sorted(maps.Keys(byScope[scope])) {
			q, err := prepare(ctx, policies.Compiler, store, byScope[scope][kinds])
			if err != nil {
				return nil, err
			}
			queries = append(queries, q)
		}
		for _, u := range split(corpus, queries) {
			u.index = len(tasks)
			tasks = append(tasks, task{u, queries})
		}
	}
	return tasks, nil
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

// documents makes a unit of each source that has facts of the queries' kinds,
// in parts of at most size facts unless size is 0.
func documents(corpus *fact.Corpus, queries []*query, scope string, size int) []*unit {
	read := map[string]bool{}
	for _, q := range queries {
		maps.Copy(read, q.kinds)
	}
	var units []*unit
	for _, source := range corpus.Sources {
		facts := slices.DeleteFunc(slices.Clone(source.Facts), func(f *fact.Fact) bool { return !read[string(f.Kind)] })
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
