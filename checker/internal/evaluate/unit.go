package evaluate

import (
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
	index    int
	scope    string
	source   string
	facts    []*fact.Fact
	grouping int
	groups   []group
	// ids are those of the facts, once a rule has named one.
	ids map[string]bool
}

// input writes the unit for a query.
func (u *unit) input(e *encoder, q *query, mode string) ast.Value {
	if u.scope == policy.ScopeCorpus {
		return e.groupsInput(mode, u.groups)
	}
	return e.documentInput(u.source, mode, q.filter, u.facts)
}

// concerns tells whether the unit gives the rules of the query, which read
// alike, anything to check.
func (u *unit) concerns(q *query) bool {
	return u.scope == policy.ScopeCorpus || slices.ContainsFunc(u.facts, func(f *fact.Fact) bool { return occasions(q.rules[0], f) })
}

// owner gives the test whether a subject belongs to the unit; of groups it also
// gives the key of the one that the subject belongs to. A rule that answers for
// something else could count it twice, or differently with other units; and a
// subject is what a finding is known by.
func (u *unit) owner() func(subject string) (key string, owned bool) {
	switch u.scope {
	case policy.ScopeFact:
		if u.ids == nil {
			u.ids = make(map[string]bool, len(u.facts))
			for _, f := range u.facts {
				u.ids[f.ID] = true
			}
		}
		return func(subject string) (string, bool) { return "", u.ids[subject] }
	case policy.ScopeDocument:
		return func(subject string) (string, bool) {
			return "", subject == u.source || strings.HasPrefix(subject, u.source+"/")
		}
	}
	keys := make(map[string]bool, len(u.groups))
	for _, g := range u.groups {
		keys[g.key] = true
	}
	return func(subject string) (string, bool) {
		for key := subject; ; {
			if keys[key] {
				return key, true
			}
			i := strings.LastIndex(key, separator)
			if i < 0 {
				return "", false
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
