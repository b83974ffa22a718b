package evaluate

import (
	"slices"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/policy"
)

// task is what a worker does at once, one after the other.
type task []work

// work is a unit with the queries to run over it.
type work struct {
	unit    *unit
	queries []*query
}

// split gives the units of the facts and documents of a part.
func (e *Engine) split(c *fact.Corpus) []work {
	var works []work
	for name, size := range map[string]int{policy.ScopeFact: factsPerUnit, policy.ScopeDocument: 0} {
		works = append(works, documents(c, e.asking(scope{of: name}), name, size)...)
	}
	// Where units stand among each other decides which of two failures is told.
	slices.SortStableFunc(works, func(a, b work) int { return len(b.unit.scope) - len(a.unit.scope) })
	return works
}

// documents makes a unit of each source that has facts which the queries ask
// for, in parts of at most size facts unless size is 0.
func documents(c *fact.Corpus, queries []*query, scope string, size int) []work {
	if len(queries) == 0 {
		return nil
	}
	var rules []*policy.Rule
	for _, q := range queries {
		rules = append(rules, q.rules...)
	}
	wanted := newFilter(rules)
	var works []work
	for _, source := range c.Sources {
		facts := slices.DeleteFunc(slices.Clone(source.Facts), func(f *fact.Fact) bool { return !wanted.wants(f) })
		if len(facts) == 0 {
			continue
		}
		n := size
		if n == 0 {
			n = len(facts)
		}
		for part := range slices.Chunk(facts, n) {
			works = append(works, work{&unit{scope: scope, source: source.ID, facts: part}, queries})
		}
	}
	return works
}

// grouped gives the units of the groups of a grouping.
func (e *Engine) grouped(grouping int, groups []group) []work {
	queries := e.asking(scope{policy.ScopeCorpus, grouping})
	if len(queries) == 0 {
		return nil
	}
	var works []work
	for part := range slices.Chunk(groups, groupsPerUnit) {
		works = append(works, work{&unit{scope: policy.ScopeCorpus, grouping: grouping, groups: part}, queries})
	}
	return works
}

// tasks joins the units of one small source, and those of groups.
func tasks(works []work) []task {
	var tasks []task
	small := map[string]int{}
	for _, w := range works {
		if len(w.unit.facts) <= factsPerUnit && len(w.unit.groups) < groupsPerUnit {
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
