package fact

import "github.com/tieout/tieout/checker/internal/node"

// calls reads what the words of a fact call a figure, and tells whether the
// concept stands.
func (b *builder) calls(subject string, n *node.Node) (Calls, bool) {
	spec := n.Get("calls")
	if spec == nil {
		return Calls{}, true
	}
	return Calls{
		Concept: spec.Str("concept"), Dimensions: context{}.with(spec).dimensions,
	}, b.known("concept", subject, spec.Get("concept"))
}

// more reads what a claim says beside its words, and tells whether its names
// and dates stand.
func (b *builder) more(c *Claim, subject string, n *node.Node) bool {
	var named bool
	c.Calls, named = b.calls(subject, n)
	c.Topic, c.Office = n.Str("topic"), n.Str("office")
	if id := n.Str("outcome"); id != "" {
		c.Outcome = Ref{Role: "outcome", ID: b.fullID(id)}
	}
	if !b.known("entity", subject, n.Get("office")) || !named {
		return false
	}
	due := n.Get("due")
	if due == nil {
		return true
	}
	var err error
	if c.Due, err = b.period(due.Text, c.Entity); err != nil {
		b.badPeriod(subject, due, err)
	}
	return err == nil
}
