package checker

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"github.com/tieout/tieout/checker/internal/anchor"
)

// Relocation says where the selectors of one source stand in its text now.
type Relocation = anchor.Relocation

// Move is a selector that does not stand where it says.
type Move = anchor.Move

// Edit is a change of one value in a fact file.
type Edit = anchor.Edit

// Relocations is where the selectors of all sources stand now.
type Relocations struct {
	// Sources are those with a text at hand, by id; Missing those without.
	Sources []*Relocation
	Missing []string
	// Unusable counts the findings on fact files for which some of their entries
	// were left out.
	Unusable int

	fsys fs.FS
}

// Relocate looks where the selectors of the facts stand in the source texts as
// they are now, registered or edited.
func Relocate(ctx context.Context, opts Options) (*Relocations, error) {
	opts = opts.withDefaults()
	opts.retain = true
	in, err := survey(ctx, opts, true)
	if err != nil {
		return nil, err
	}
	corpus, unusable, err := in.facts(ctx)
	if err != nil {
		return nil, err
	}
	texts, err := anchor.Open(ctx, corpus, opts.Sources)
	if err != nil {
		return nil, fmt.Errorf("open source texts: %w", err)
	}
	all := &Relocations{Sources: anchor.Relocate(corpus, texts), Unusable: unusable, fsys: opts.FS}
	for _, source := range corpus.Sources {
		if !slices.ContainsFunc(all.Sources, func(r *Relocation) bool { return r.Source == source.ID }) {
			all.Missing = append(all.Missing, source.ID)
		}
	}
	return all, nil
}

// Edits lists the changes that let all selectors that moved stand again, by
// place.
func (r *Relocations) Edits() []Edit {
	var all []Edit
	for _, source := range r.Sources {
		all = append(all, source.Edits()...)
	}
	slices.SortFunc(all, func(a, b Edit) int { return a.At.Compare(b.At) })
	return all
}

// Files gives the fact files as they are after the edits, by path. Only the
// edited values differ.
func (r *Relocations) Files() (map[string][]byte, error) {
	byFile := map[string][]Edit{}
	for _, e := range r.Edits() {
		byFile[e.At.File] = append(byFile[e.At.File], e)
	}
	files := map[string][]byte{}
	for _, file := range slices.Sorted(maps.Keys(byFile)) {
		data, err := fs.ReadFile(r.fsys, file)
		if err != nil {
			return nil, fmt.Errorf("edit facts: %w", err)
		}
		if files[file], err = anchor.Apply(data, byFile[file]); err != nil {
			return nil, fmt.Errorf("edit facts: %w", err)
		}
	}
	return files, nil
}
