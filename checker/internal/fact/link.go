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
	if f.Kind != KindRelation || !slices.ContainsFunc(f.Relation.Operands, b.leadsOut) {
		return false
	}
	delete(b.c.byID, f.ID)
	b.c.excluded[f.ID] = true
	b.c.Excluded++
	return true
}

// leadsOut tells whether a reference leads to a fact that was left out.
func (b *builder) leadsOut(r Ref) bool {
	_, excluded := b.target(r.ID)
	return excluded
}

func (b *builder) linkFact(f *Fact) {
	b.resolve(f, f.Notes)
	switch f.Kind {
	case KindRelation:
		b.resolve(f, f.Relation.Operands)
	case KindMeasure:
		if b.partial[f.Measure.Plan] {
			f.Measure.Plan = ""
		}
		for _, limit := range []*Ref{&f.Measure.Floor, &f.Measure.Cap} {
			if *limit = b.resolved(*limit); limit.ID != "" {
				f.Refs = append(f.Refs, *limit)
			}
		}
	case KindClaim:
		b.resolve(f, f.Claim.Rests)
		if f.Claim.Outcome.ID != "" {
			f.Claim.Outcome = b.resolved(f.Claim.Outcome)
			f.Refs = append(f.Refs, f.Claim.Outcome)
		}
		for i := range f.Claim.Citations {
			// A printed number is the source's word, and no reference of the
			// record's: only an id that the fact author wrote can dangle.
			citation := &f.Claim.Citations[i]
			if citation.Ref = b.resolved(citation.Ref); citation.List == "" && citation.Ref.ID != "" {
				f.Refs = append(f.Refs, citation.Ref)
			}
		}
	default:
	}
}

// resolve resolves references of a fact in place, and adds those that lead to an
// id to all that go out from it: a marker without a list leads to none. Where
// they are all, the fact holds them once.
func (b *builder) resolve(f *Fact, refs []Ref) {
	leading := 0
	for i := range refs {
		refs[i].Target, refs[i].Excluded = b.target(refs[i].ID)
		if refs[i].ID != "" {
			leading++
		}
	}
	if leading == len(refs) && len(f.Refs) == 0 {
		f.Refs = slices.Clip(refs)
		return
	}
	f.Refs = slices.Grow(f.Refs, leading)
	for i := range refs {
		if refs[i].ID != "" {
			f.Refs = append(f.Refs, refs[i])
		}
	}
}

func (b *builder) resolved(r Ref) Ref {
	r.Target, r.Excluded = b.target(r.ID)
	return r
}

// target gives the fact with a full id, or tells that it was left out.
func (b *builder) target(id string) (f *Fact, excluded bool) {
	f = b.c.Fact(id)
	return f, f == nil && b.isExcluded(id)
}
