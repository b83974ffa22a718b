package fact

import (
	"maps"

	"github.com/tieout/tieout/checker/internal/node"
)

// context is what a fact inherits: the fields written at the file, table, row,
// column or plan above it. It is a value: narrowing it changes no other.
type context struct {
	concept, entity, period, unit, asOf *node.Node
	scale                               int
	decimals                            *int
	rounded                             bool
	dimensions                          map[string]string
	notes                               *node.Node
	noteList, citationList, section     string
	selector                            Selector
}

// with gives the context below n: each field that n writes replaces the
// inherited one, dimensions key by key. `rounded` sets inherited decimals
// aside; decimals that stand beside it go first.
func (c context) with(n *node.Node) context {
	if n == nil || n.Kind != node.Object {
		return c
	}
	if rounded := n.Get("rounded"); rounded != nil {
		c.rounded, c.decimals = rounded.Text == "true", nil
	}
	for i := range n.Fields {
		c.take(&n.Fields[i])
	}
	return c
}

// take replaces what f writes.
func (c *context) take(f *node.Field) {
	v := f.Value
	switch f.Key {
	case "concept":
		c.concept = v
	case "entity":
		c.entity = v
	case "period":
		c.period = v
	case "unit":
		c.unit = v
	case "asOf":
		c.asOf = v
	case "scale":
		c.scale = whole(v)
	case "decimals":
		if d, ok := integer(v); ok {
			c.decimals = &d
		}
	case "notes":
		c.notes = v
	case "selector":
		c.selector = newSelector(v)
	case "dimensions":
		merged := make(map[string]string, len(c.dimensions)+len(v.Fields))
		maps.Copy(merged, c.dimensions)
		for _, d := range v.Fields {
			merged[d.Key] = d.Value.Text
		}
		c.dimensions = merged
	default:
		c.takeList(f)
	}
}

// takeList is take for the fields that say what markers point into, and where in
// the source a fact belongs.
func (c *context) takeList(f *node.Field) {
	switch f.Key {
	case "noteList":
		c.noteList = f.Value.Text
	case "citationList":
		c.citationList = f.Value.Text
	case "section":
		c.section = f.Value.Text
	}
}

// with gives the dimensions with one more; what it is given stays as it is.
func with(dimensions map[string]string, axis, member string) map[string]string {
	d := maps.Clone(dimensions)
	if d == nil {
		d = map[string]string{}
	}
	d[axis] = member
	return d
}

// newSelector reads a selector.
func newSelector(n *node.Node) Selector {
	s := Selector{Node: n}
	for i := range n.Fields {
		switch v := n.Fields[i].Value; n.Fields[i].Key {
		case "line":
			s.Line = whole(v)
		case "occurrence":
			s.Occurrence = whole(v)
		case "index":
			s.Index = whole(v)
		case "exact":
			s.Exact = v.Text
		case "split":
			s.Split = texts(v)
		}
	}
	return s
}
