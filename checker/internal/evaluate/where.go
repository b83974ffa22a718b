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
	kind, _, _ := strings.Cut(field, ".")
	if kind != string(f.Kind) {
		return true
	}
	switch field {
	case "relation.type":
		return slices.Contains(values, f.Relation.Type)
	case "relation.having":
		return f.Relation.Having != nil
	case "claim.modality":
		return slices.Contains(values, f.Claim.Modality)
	case "quantity.role":
		return slices.Contains(values, f.Quantity.Role)
	case "quantity.calls":
		return called(f.Quantity.Calls)
	case "quantity.asOf":
		return f.Quantity.AsOf != ""
	case kind + ".refs":
		return len(f.Refs) > 0 || (f.Claim != nil && len(f.Claim.Citations) > 0)
	}
	return f.Claim == nil || carries(f.Claim, field)
}

// carries tells whether a claim has something in the field.
func carries(c *fact.Claim, field string) bool {
	switch field {
	case "claim.citations":
		return len(c.Citations) > 0
	case "claim.rests":
		return len(c.Rests) > 0
	case "claim.calls":
		return called(c.Calls)
	case "claim.topic":
		return c.Topic != ""
	case "claim.due":
		return c.Due.Canonical != ""
	case "claim.office":
		return c.Office != ""
	}
	return true
}

// occasions tells whether a fact can give a rule something to check: one of a
// kind that it narrows, if it narrows any.
func occasions(r *policy.Rule, f *fact.Fact) bool {
	return reads(r, f) && (len(r.Where) == 0 || narrows(r, string(f.Kind)))
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

// needed leaves out the rules that none of the facts gives anything to check.
func needed(rules []*policy.Rule, corpora ...*fact.Corpus) []*policy.Rule {
	return slices.DeleteFunc(slices.Clone(rules), func(r *policy.Rule) bool {
		occasion := func(f *fact.Fact) bool { return occasions(r, f) }
		return !slices.ContainsFunc(corpora, func(c *fact.Corpus) bool {
			return slices.ContainsFunc(c.Sources, func(s *fact.SourceFacts) bool { return slices.ContainsFunc(s.Facts, occasion) })
		})
	})
}
