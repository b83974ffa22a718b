package evaluate

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/policy"
)

// group is the quantities that are alike in the dimensions of a grouping.
type group struct {
	key   string
	hash  uint64
	facts []*fact.Fact
}

// index joins quantities by the key of a grouping.
type index struct {
	spec   policy.Group
	linked func(concept string) bool
	byKey  map[string]*group
	hashes map[*fact.Fact]uint64
}

func newIndex(registry fact.Registry, spec policy.Group) *index {
	i := &index{spec: spec, linked: func(string) bool { return true }, byKey: map[string]*group{}, hashes: map[*fact.Fact]uint64{}}
	if spec.Linked == policy.LinkedBounds {
		ends := boundEnds(registry)
		i.linked = func(concept string) bool { return ends[concept] }
	}
	return i
}

// add takes in the quantities of all sources of a corpus.
func (i *index) add(c *fact.Corpus) {
	for _, source := range c.Sources {
		for _, f := range source.Facts {
			i.take(f)
		}
	}
}

func (i *index) take(f *fact.Fact) {
	if f.Quantity == nil || f.Quantity.Concept == "" || f.IsUnassigned() || !i.linked(f.Quantity.Concept) {
		return
	}
	k := key(f.Quantity, i.spec.By)
	g := i.byKey[k]
	if g == nil {
		g = &group{key: k, hash: hash(k)}
		i.byKey[k] = g
	}
	g.facts = append(g.facts, f)
	i.hashes[f] = g.hash
}

// groups gives the groups that can disagree: those of two or more figures, and,
// between linked concepts, of two or more concepts. They come ordered by key.
func (i *index) groups() []group {
	var kept []group
	for _, g := range i.byKey {
		if len(g.facts) > 1 && (i.spec.Linked == "" || severalConcepts(g.facts)) {
			kept = append(kept, *g)
		}
	}
	slices.SortFunc(kept, func(a, b group) int { return strings.Compare(a.key, b.key) })
	return kept
}

// Spanning is a choice of groups by the hashes of their keys, for each grouping:
// those that have members in several parts.
type Spanning []map[uint64]bool

// Keys are the figures of a part that are compared with others, with the keys of
// their groups.
type Keys struct {
	// IDs are those of the figures.
	IDs []string
	// Hashes are those of the keys, for each grouping in the order of IDs; 0 for a
	// figure that takes no part in it.
	Hashes [][]uint64
}

// keysOf notes the groups of the figures of a part.
func keysOf(c *fact.Corpus, groupings []*index) Keys {
	all := Keys{Hashes: make([][]uint64, len(groupings))}
	hashes := make([]uint64, len(groupings))
	for _, source := range c.Sources {
		for _, f := range source.Facts {
			takes := false
			for i, index := range groupings {
				hashes[i] = index.hashes[f]
				takes = takes || hashes[i] != 0
			}
			if !takes {
				continue
			}
			all.IDs = append(all.IDs, f.ID)
			for i, h := range hashes {
				all.Hashes[i] = append(all.Hashes[i], h)
			}
		}
	}
	return all
}

// Groups evaluates the groups that span several parts, over a corpus that has
// all their members. order is a number as in Part, behind those of the parts.
func (e *Engine) Groups(ctx context.Context, order int, c *fact.Corpus, of Spanning) ([]GroupResult, error) {
	if err := e.ensure(ctx, e.lacking(c)); err != nil {
		return nil, err
	}
	var works []work
	for i, spec := range e.groupings {
		index := newIndex(e.registry, spec)
		index.add(c)
		groups := slices.DeleteFunc(index.groups(), func(g group) bool { return !of[i][g.hash] })
		works = append(works, e.grouped(i, groups)...)
	}
	s, err := e.run(ctx, order, works)
	if err != nil {
		return nil, err
	}
	_, groups := s.results()
	return groups, nil
}

// Groupings counts the ways in which rules group figures.
func (e *Engine) Groupings() int { return len(e.groupings) }

// hash is that of a key, the same in every run (FNV-1a). That two keys share one
// costs time, and changes no result.
func hash(key string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(key) {
		h = (h ^ uint64(key[i])) * 1099511628211
	}
	return max(h, 1) // 0 stands for none
}

func boundEnds(registry fact.Registry) map[string]bool {
	ends := map[string]bool{}
	for id, c := range registry.Concepts {
		for _, bound := range c.Bounds {
			if bound.AtMost != nil {
				ends[id], ends[bound.AtMost.Text] = true, true
			}
			for _, other := range bound.Together {
				ends[other.Text] = true
			}
		}
	}
	return ends
}

func severalConcepts(facts []*fact.Fact) bool {
	return slices.ContainsFunc(facts, func(f *fact.Fact) bool { return f.Quantity.Concept != facts[0].Quantity.Concept })
}

// separator stands between the parts of a group's key.
const separator = "|"

// escaper keeps the signs that give a key its form out of its parts.
var escaper = strings.NewReplacer("%", "%25", separator, "%7C", "=", "%3D")

// key gives the dimensions of a quantity in one line: the parts named, in
// their order, an axis with its member as axis=member. No two quantities that
// differ in a part share a key: every part but an axis has its place, whether
// it is empty or not, and only the empty ones at the end are left out.
func key(q *fact.Quantity, by []string) string {
	parts := make([]string, 0, len(by)+len(q.Dimensions))
	add := func(part string) { parts = append(parts, escaper.Replace(part)) }
	for _, dimension := range by {
		switch dimension {
		case "concept":
			add(q.Concept)
		case "entity":
			add(q.Entity)
		case "period":
			add(q.Period.Canonical)
		case "unit":
			add(q.Unit)
		case "asOf":
			add(q.AsOf)
		case "dimensions":
			for _, axis := range slices.Sorted(maps.Keys(q.Dimensions)) {
				parts = append(parts, escaper.Replace(axis)+"="+escaper.Replace(q.Dimensions[axis]))
			}
		}
	}
	for len(parts) > 0 && parts[len(parts)-1] == "" {
		parts = parts[:len(parts)-1]
	}
	return strings.Join(parts, separator)
}
