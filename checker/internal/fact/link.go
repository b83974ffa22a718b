package fact

import "slices"

// link resolves every reference of every fact, once all facts are known.
func (b *builder) link() {
	for _, group := range b.c.Sources {
		group.Facts = slices.DeleteFunc(group.Facts, b.undecidable)
	}
	b.c.Sources = slices.DeleteFunc(b.c.Sources, func(s *SourceFacts) bool { return len(s.Facts) == 0 })
	for _, group := range b.c.Sources {
		for _, f := range group.Facts {
			b.linkFact(f)
		}
	}
}

// undecidable leaves out a relation that rests on a fact that was left out: the
// mistake there is reported, and nothing can be said here until it is mended.
func (b *builder) undecidable(f *Fact) bool {
	if f.Kind != KindRelation || !slices.ContainsFunc(f.Relation.Operands, func(r Ref) bool { return b.resolved(r).Excluded }) {
		return false
	}
	delete(b.c.byID, f.ID)
	b.c.excluded[f.ID] = true
	b.c.Excluded++
	return true
}

func (b *builder) linkFact(f *Fact) {
	f.Refs = append(f.Refs, b.resolve(f.Notes)...)
	switch f.Kind {
	case KindRelation:
		f.Refs = append(f.Refs, b.resolve(f.Relation.Operands)...)
	case KindMeasure:
		if b.partial[f.Measure.Plan] {
			f.Measure.Plan = ""
		}
		for _, limit := range []*Ref{&f.Measure.Floor, &f.Measure.Cap} {
			*limit = b.resolved(*limit)
			f.Refs = append(f.Refs, b.resolve([]Ref{*limit})...)
		}
	case KindClaim:
		f.Refs = append(f.Refs, b.resolve(f.Claim.Rests)...)
		if f.Claim.Outcome.ID != "" {
			f.Claim.Outcome = b.resolved(f.Claim.Outcome)
			f.Refs = append(f.Refs, f.Claim.Outcome)
		}
		for i := range f.Claim.Citations {
			// A printed number is the source's word, and no reference of the
			// record's: only an id that the fact author wrote can dangle.
			if f.Claim.Citations[i].List == "" {
				f.Refs = append(f.Refs, b.resolve([]Ref{f.Claim.Citations[i].Ref})...)
			}
			f.Claim.Citations[i].Ref = b.resolved(f.Claim.Citations[i].Ref)
		}
	default:
	}
}

// resolve resolves references in place, and gives those that lead to an id: a
// marker without a list leads to none.
func (b *builder) resolve(refs []Ref) []Ref {
	var leading []Ref
	for i := range refs {
		refs[i] = b.resolved(refs[i])
		if refs[i].ID != "" {
			leading = append(leading, refs[i])
		}
	}
	return leading
}

func (b *builder) resolved(r Ref) Ref {
	r.Target = b.c.Fact(r.ID)
	r.Excluded = r.Target == nil && b.isExcluded(r.ID)
	return r
}
