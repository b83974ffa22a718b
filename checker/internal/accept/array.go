package accept

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/tieout/tieout/checker/internal/node"
)

// array is what a schema says about the items of an array.
type array struct {
	items *rule
	// fewest and most bound their number; most is -1 without a bound.
	fewest, most int
	unique       bool
}

func (a *array) accepts(items []*node.Node) bool {
	if len(items) < a.fewest || a.most >= 0 && len(items) > a.most {
		return false
	}
	if a.items != nil {
		for _, item := range items {
			if !a.items.accepts(item) {
				return false
			}
		}
	}
	return !a.unique || allDifferent(items)
}

// manyItems is the number of items from which on they are looked up rather
// than compared with one another.
const manyItems = 16

func allDifferent(items []*node.Node) bool {
	if len(items) < manyItems {
		for i, item := range items {
			if slices.ContainsFunc(items[:i], func(other *node.Node) bool { return same(item, other) }) {
				return false
			}
		}
		return true
	}
	seen := make(map[string]struct{}, len(items))
	for _, item := range items {
		key := canonical(item)
		if _, twice := seen[key]; twice {
			return false
		}
		seen[key] = struct{}{}
	}
	return true
}

// same reports whether two values are equal as JSON Schema means it: 1 is 1.0,
// and the order of members does not matter.
func same(a, b *node.Node) bool {
	if a.Kind != b.Kind {
		return false
	}
	switch a.Kind {
	case node.Null:
		return true
	case node.String, node.Bool:
		return a.Text == b.Text
	case node.Number:
		if a.Text == b.Text {
			return true
		}
	default:
	}
	return canonical(a) == canonical(b)
}

// canonical writes a value such that two values are written alike when they
// are equal.
func canonical(n *node.Node) string {
	var b strings.Builder
	writeCanonical(&b, n)
	return b.String()
}

func writeCanonical(b *strings.Builder, n *node.Node) {
	switch n.Kind {
	case node.Null:
		b.WriteString("null")
	case node.Bool:
		b.WriteString(n.Text)
	case node.Number:
		b.WriteString(rational(n.Text).RatString())
	case node.Array:
		b.WriteByte('[')
		for _, item := range n.Items {
			writeCanonical(b, item)
			b.WriteByte(',')
		}
		b.WriteByte(']')
	case node.Object:
		b.WriteByte('{')
		members := make(map[string]*node.Node, len(n.Fields))
		for _, f := range n.Fields {
			members[f.Key] = f.Value
		}
		for _, key := range slices.Sorted(maps.Keys(members)) {
			b.WriteString(strconv.Quote(key))
			writeCanonical(b, members[key])
			b.WriteByte(',')
		}
		b.WriteByte('}')
	default:
		b.WriteString(strconv.Quote(n.Text))
	}
}
