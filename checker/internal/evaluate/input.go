package evaluate

import (
	"maps"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/tieout/tieout/checker/internal/fact"
)

// documentInput is the input of rules on facts and documents.
func (e *encoder) documentInput(source, mode string, wanted filter, facts []*fact.Fact) ast.Value {
	byKind := map[fact.Kind][]*ast.Term{}
	for _, f := range facts {
		if wanted.wants(f) {
			byKind[f.Kind] = append(byKind[f.Kind], e.fact(f))
		}
	}
	var groups, input pairs
	for _, kind := range slices.Sorted(maps.Keys(byKind)) {
		groups.add(e.word(string(kind)), ast.ArrayTerm(byKind[kind]...))
	}
	input.add(keyFacts, groups.term())
	input.text(keyMode, mode)
	input.text(keySource, source)
	return input.term().Value
}

// groupsInput is the input of rules over the corpus.
func (e *encoder) groupsInput(mode string, groups []group) ast.Value {
	var input pairs
	input.add(keyGroups, list(groups, func(g group) *ast.Term {
		var p pairs
		p.add(keyFacts, list(g.facts, e.fact))
		p.add(keyKey, ast.StringTerm(g.key))
		return p.term()
	}))
	input.text(keyMode, mode)
	return input.term().Value
}
