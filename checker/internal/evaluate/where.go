package evaluate

import (
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/policy"
)

// reads tells whether a rule asks for a fact.
func reads(r *policy.Rule, f *fact.Fact) bool {
	if !slices.Contains(r.Kinds, string(f.Kind)) {
		return false
	}
	for field, values := range r.Where {
		if !admits(f, field, values) {
			return false
		}
	}
	return true
}

// admits tells whether a fact has one of the values in the field; facts of
// other kinds do.
func admits(f *fact.Fact, field string, values []string) bool {
	switch field {
	case "relation.type":
		return f.Relation == nil || slices.Contains(values, f.Relation.Type)
	case "claim.modality":
		return f.Claim == nil || slices.Contains(values, f.Claim.Modality)
	case "claim.citations":
		return f.Claim == nil || len(f.Claim.Citations) > 0
	case "quantity.role":
		return f.Quantity == nil || slices.Contains(values, f.Quantity.Role)
	case string(f.Kind) + ".refs":
		return len(f.Refs) > 0 || (f.Claim != nil && len(f.Claim.Citations) > 0)
	}
	return true
}

// filter tells which facts the rules of a query ask for: of each kind that one
// of them reads whole all facts, of the others what the rules narrow it to.
type filter map[string][]*policy.Rule

func newFilter(rules []*policy.Rule) filter {
	f := filter{}
	for _, r := range rules {
		for _, kind := range r.Kinds {
			narrowed, known := f[kind]
			switch {
			case !narrows(r, kind):
				f[kind] = nil
			case !known || narrowed != nil:
				f[kind] = append(narrowed, r)
			}
		}
	}
	return f
}

// narrows tells whether a rule reads less than the whole kind.
func narrows(r *policy.Rule, kind string) bool {
	for field := range r.Where {
		if of, _, _ := strings.Cut(field, "."); of == kind {
			return true
		}
	}
	return false
}

// wants tells whether one of the rules asks for the fact.
func (f filter) wants(of *fact.Fact) bool {
	narrowed, read := f[string(of.Kind)]
	return read && (narrowed == nil || slices.ContainsFunc(narrowed, func(r *policy.Rule) bool { return reads(r, of) }))
}

// needed leaves out the rules that ask for none of the facts.
func needed(rules []*policy.Rule, corpus *fact.Corpus) []*policy.Rule {
	return slices.DeleteFunc(slices.Clone(rules), func(r *policy.Rule) bool {
		f := newFilter([]*policy.Rule{r})
		return !slices.ContainsFunc(corpus.Sources, func(s *fact.SourceFacts) bool { return slices.ContainsFunc(s.Facts, f.wants) })
	})
}
