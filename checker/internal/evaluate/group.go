package evaluate

import (
	"maps"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/policy"
)

// group is the quantities that are alike in the dimensions of a grouping.
type group struct {
	key   string
	facts []*fact.Fact
}

// groups joins the quantities of all sources as spec says, and keeps the
// groups that can disagree: those of two or more figures, and, between linked
// concepts, of two or more concepts. They come ordered by key.
func groups(corpus *fact.Corpus, spec policy.Group) []group {
	linked := func(string) bool { return true }
	if spec.Linked == policy.LinkedBounds {
		ends := boundEnds(corpus)
		linked = func(concept string) bool { return ends[concept] }
	}
	index := map[string]*group{}
	for _, source := range corpus.Sources {
		for _, f := range source.Facts {
			if f.Quantity == nil || f.Quantity.Concept == "" || f.IsUnassigned() || !linked(f.Quantity.Concept) {
				continue
			}
			k := key(f.Quantity, spec.By)
			if index[k] == nil {
				index[k] = &group{key: k}
			}
			index[k].facts = append(index[k].facts, f)
		}
	}
	var kept []group
	for _, g := range index {
		if len(g.facts) > 1 && (spec.Linked == "" || severalConcepts(g.facts)) {
			kept = append(kept, *g)
		}
	}
	slices.SortFunc(kept, func(a, b group) int { return strings.Compare(a.key, b.key) })
	return kept
}

func boundEnds(corpus *fact.Corpus) map[string]bool {
	ends := map[string]bool{}
	for id, c := range corpus.Registry.Concepts {
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
