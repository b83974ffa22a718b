package accept

import "github.com/tieout/tieout/checker/internal/node"

// object is what a schema says about the members of an object.
type object struct {
	properties map[string]*rule
	// named are the properties too, when they are few: other members than
	// these need not be looked at.
	named []property
	// additional is for the members that are not among properties.
	additional *rule
	names      *rule
	required   []string
	dependents []dependent
	// fewest and most bound the number of members; most is -1 without a bound.
	fewest, most int
}

type property struct {
	name string
	rule *rule
}

// dependent is what holds when a member is there.
type dependent struct {
	name     string
	required []string
	// rule holds for the whole object; it may be nil.
	rule *rule
}

// few is the number of properties up to which members are looked up one by
// one.
const few = 4

// settle prepares the look-up of members once all keywords are read.
func (o *object) settle() {
	if o.additional != nil || len(o.properties) > few {
		return
	}
	for name, r := range o.properties {
		o.named = append(o.named, property{name, r})
	}
	o.properties = nil
}

func (o *object) accepts(n *node.Node) bool {
	if len(n.Fields) < o.fewest || o.most >= 0 && len(n.Fields) > o.most {
		return false
	}
	if !o.acceptsMembers(n) || !have(n, o.required) {
		return false
	}
	for i := range o.dependents {
		d := &o.dependents[i]
		if n.Field(d.name) == nil {
			continue
		}
		if !have(n, d.required) || d.rule != nil && !d.rule.accepts(n) {
			return false
		}
	}
	return true
}

func (o *object) acceptsMembers(n *node.Node) bool {
	for _, p := range o.named {
		if f := n.Field(p.name); f != nil && !p.rule.accepts(f.Value) {
			return false
		}
	}
	if o.properties == nil && o.additional == nil && o.names == nil {
		return true
	}
	for i := range n.Fields {
		f := &n.Fields[i]
		r := o.properties[f.Key]
		if r == nil {
			r = o.additional
		}
		if r != nil && !r.accepts(f.Value) || o.names != nil && !o.names.acceptsText(f.Key) {
			return false
		}
	}
	return true
}

// have reports whether the object has all members of these names.
func have(n *node.Node, names []string) bool {
	for _, name := range names {
		if n.Field(name) == nil {
			return false
		}
	}
	return true
}
