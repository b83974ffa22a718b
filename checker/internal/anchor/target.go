package anchor

import (
	"context"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/sourcetext"
)

// target is a place of a source that a fact names: that of the fact itself, or
// of a note pointer or citation marker that is printed apart from it.
type target struct {
	fact.Selector
	fact *fact.Fact
	// pointer is the number or id of the note or reference that is pointed to;
	// empty for the fact's own place.
	pointer string
}

// targets lists the places that a fact names.
func targets(f *fact.Fact) []target {
	var all []target
	add := func(s fact.Selector, pointer string) {
		if s.Line > 0 {
			all = append(all, target{Selector: s, fact: f, pointer: pointer})
		}
	}
	add(f.Selector, "")
	for _, ref := range f.Notes {
		add(ref.Selector, ref.ID)
	}
	if f.Claim != nil {
		for _, c := range f.Claim.Citations {
			add(c.Ref.Selector, c.Marker)
		}
	}
	return all
}

// Open looks for the texts of the registered sources in a folder. An empty dir
// means that they are not at hand.
func Open(ctx context.Context, corpus *fact.Corpus, dir string) (*sourcetext.Texts, error) {
	wanted := make(map[string]sourcetext.Wanted, len(corpus.Registry.Sources))
	for id, s := range corpus.Registry.Sources {
		wanted[id] = sourcetext.Wanted{
			SHA256: s.SHA256, MediaType: s.Node.Str("mediaType"), Charset: s.Node.Str("charset"), Location: s.Place,
		}
	}
	for _, source := range corpus.Sources {
		w, ok := wanted[source.ID]
		if !ok || dir == "" {
			continue
		}
		for _, f := range source.Facts {
			for _, t := range targets(f) {
				if t.Exact != "" {
					w.Quotations = append(w.Quotations, quotation(t))
				}
			}
		}
		wanted[source.ID] = w
	}
	return sourcetext.Open(ctx, dir, wanted)
}

func quotation(t target) sourcetext.Quotation {
	return sourcetext.Quotation{Line: t.Line, Exact: t.Exact, Occurrence: t.Occurrence}
}
