package accept

import (
	"slices"

	"github.com/tieout/tieout/checker/internal/node"
)

// rule is one schema, ready to hold values to: all that is set must hold.
type rule struct {
	// never is the schema false.
	never bool
	types types
	// values are those of enum and of const.
	values []*values
	text   *text
	number *bounds
	object *object
	array  *array
	place  *place
}

func (r *rule) accepts(n *node.Node) bool {
	if r.never || !r.types.have(n) {
		return false
	}
	for _, v := range r.values {
		if !v.have(n) {
			return false
		}
	}
	return r.suits(n) && (r.place == nil || r.place.accepts(n))
}

// suits holds a value to what is asked of its kind.
func (r *rule) suits(n *node.Node) bool {
	switch n.Kind {
	case node.Object:
		return r.object == nil || r.object.accepts(n)
	case node.Array:
		return r.array == nil || r.array.accepts(n.Items)
	case node.Number:
		return r.number == nil || r.number.accept(n.Text)
	case node.String:
		return r.text == nil || r.text.accepts(n.Text)
	default:
		return true
	}
}

// acceptsText is accepts for a text that is no node.
func (r *rule) acceptsText(text string) bool {
	if r.values == nil && r.place == nil {
		return !r.never && r.types.haveText() && (r.text == nil || r.text.accepts(text))
	}
	return r.accepts(&node.Node{Kind: node.String, Text: text})
}

// types is a set of the kinds of values. The zero value holds all of them.
type types struct {
	kinds uint8
	// integers tells that of the numbers only those are meant.
	integers bool
}

func (t types) have(n *node.Node) bool {
	if t.kinds == 0 {
		return true
	}
	return t.kinds&(1<<n.Kind) != 0 && (n.Kind != node.Number || !t.integers || isInteger(n.Text))
}

func (t types) haveText() bool { return t.kinds == 0 || t.kinds&(1<<node.String) != 0 }

// values are the only ones that are allowed.
type values struct {
	texts []string
	// others are values of other kinds in their canonical form.
	others []string
}

func (v *values) have(n *node.Node) bool {
	if n.Kind == node.String {
		return slices.Contains(v.texts, n.Text)
	}
	return v.others != nil && slices.Contains(v.others, canonical(n))
}

// place holds what a schema says about a value by way of other schemas.
type place struct {
	all, any, one             []*rule
	not, cond, then, elseRule *rule
}

func (p *place) accepts(n *node.Node) bool {
	for _, r := range p.all {
		if !r.accepts(n) {
			return false
		}
	}
	if p.any != nil && !slices.ContainsFunc(p.any, func(r *rule) bool { return r.accepts(n) }) {
		return false
	}
	if p.one != nil && !exactlyOne(p.one, n) {
		return false
	}
	if p.not != nil && p.not.accepts(n) {
		return false
	}
	if p.cond == nil || p.then == nil && p.elseRule == nil {
		return true
	}
	next := p.elseRule
	if p.cond.accepts(n) {
		next = p.then
	}
	return next == nil || next.accepts(n)
}

func exactlyOne(rules []*rule, n *node.Node) bool {
	count := 0
	for _, r := range rules {
		if r.accepts(n) {
			count++
		}
	}
	return count == 1
}
