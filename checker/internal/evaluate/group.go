package evaluate

import (
	"context"
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
	// hashes are those of the groups of all facts that were added, in their order;
	// 0 for one that takes no part.
	hashes []uint64
	keys   keyer
}

func newIndex(registry fact.Registry, spec policy.Group) *index {
	i := &index{spec: spec, linked: func(string) bool { return true }, byKey: map[string]*group{}}
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
			i.hashes = append(i.hashes, i.take(f))
		}
	}
}

// take adds a fact to its group, and gives the group's hash.
func (i *index) take(f *fact.Fact) uint64 {
	if f.Quantity == nil || f.Quantity.Concept == "" || f.IsUnassigned() || !i.linked(f.Quantity.Concept) {
		return 0
	}
	k := i.keys.key(f.Quantity, i.spec.By)
	g := i.byKey[string(k)]
	if g == nil {
		g = &group{key: string(k), hash: hash(k)}
		i.byKey[g.key] = g
	}
	g.facts = append(g.facts, f)
	return g.hash
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
	n := 0
	for _, source := range c.Sources {
		for _, f := range source.Facts {
			takes := false
			for i, index := range groupings {
				hashes[i] = index.hashes[n]
				takes = takes || hashes[i] != 0
			}
			n++
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

// GroupsAtOnce is the number of groups after which their results are handed over:
// in audit mode they take some kilobytes each.
const GroupsAtOnce = 10 * groupsPerUnit

// Groups evaluates the groups that span several parts, over a corpus that has
// all their members, and hands take their results, some thousands at a time.
// order is a number as in Part, behind those of the parts; it and those behind it
// are taken.
func (e *Engine) Groups(ctx context.Context, order int, c *fact.Corpus, of Spanning, take func([]GroupResult) error) error {
	if err := e.ensure(ctx, e.lacking(c)); err != nil {
		return err
	}
	for i, spec := range e.groupings {
		if len(of[i]) == 0 {
			continue
		}
		index := newIndex(e.registry, spec)
		index.add(c)
		groups := slices.DeleteFunc(index.groups(), func(g group) bool { return !of[i][g.hash] })
		for some := range slices.Chunk(groups, e.groupsAtOnce) {
			s, err := e.run(ctx, order, e.grouped(i, some))
			if err != nil {
				return err
			}
			_, results := s.results()
			if err := take(results); err != nil {
				return err
			}
			order++
		}
	}
	return nil
}

// Groupings counts the ways in which rules group figures.
func (e *Engine) Groupings() int { return len(e.groupings) }

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
