package fact

import (
	"slices"

	"github.com/tieout/tieout/checker/internal/node"
)

// quantity adds the figure of an entry.
func (b *builder) quantity(entry *node.Field, ctx context) {
	b.figure(b.source+"/"+entry.Key, entry, ctx, "", "")
}

// figure adds a quantity with a full id, which is an object or a bare value; it
// may play role in the measure or plan with the full id of. It gives nil when
// the figure takes no part.
func (b *builder) figure(id string, entry *node.Field, ctx context, role, of string) *Fact {
	ctx = ctx.with(entry.Value)
	q := &Quantity{
		Concept: textOf(ctx.concept), Entity: textOf(ctx.entity), Unit: textOf(ctx.unit),
		Dimensions: ctx.dimensions, AsOf: textOf(ctx.asOf), Rounding: "unknown", Role: role, Of: of,
	}
	if b.src != nil {
		q.Rounding = b.src.Rounding
	}
	named, placed := b.conceptFits(q, id, ctx, entry), b.placed(q, id, ctx)
	calls, called := b.calls(id, entry.Value)
	q.Calls = calls
	placed = b.stated(q, id, entry.Value.Get("statedPeriod")) && placed
	if !named || !placed || !called || !b.value(q, id, entry.Value, ctx) {
		b.exclude(b.local(id))
		return nil
	}
	f := &Fact{Kind: KindQuantity, Quantity: q, Selector: ctx.selector, Notes: b.noteRefs(ctx)}
	if q.ValueNode != nil {
		f.Focus = q.ValueNode.Range(b.file)
	}
	if !b.add(f, id, entry) {
		return nil
	}
	return f
}

// conceptFits tells whether the figure's concept is known and allows its unit.
func (b *builder) conceptFits(q *Quantity, subject string, ctx context, entry *node.Field) bool {
	if !b.known("concept", subject, ctx.concept) {
		return false
	}
	concept := b.c.Registry.Concepts[q.Concept]
	if concept == nil || len(concept.Units) == 0 || slices.Contains(concept.Units, q.Unit) ||
		ctx.unit == nil && !hasNumber(entry.Value) {
		return true
	}
	at, wrong := entry.KeyRange(b.file), ctx.concept
	if ctx.unit != nil && ctx.unit.Start.IsValid() {
		at, wrong = ctx.unit.Range(b.file), ctx.unit
	}
	if b.first(wrong, "unit of "+concept.ID) {
		b.badUnit(subject, concept, ctx.unit, at)
	}
	return false
}

// hasNumber tells whether an entry holds a number, which needs a unit; words and
// figures that are withheld or lost do without.
func hasNumber(n *node.Node) bool {
	return n.Kind != node.Object || n.Get("value") != nil || n.Get("lower") != nil || n.Get("upper") != nil
}

// placed sets the period, and tells whether entity and period stand.
func (b *builder) placed(q *Quantity, subject string, ctx context) bool {
	if !b.known("entity", subject, ctx.entity) {
		return false
	}
	if ctx.period == nil {
		return true
	}
	var err error
	q.Period, err = b.period(ctx.period.Text, q.Entity)
	if err != nil && b.first(ctx.period, "period of "+q.Entity) {
		b.badPeriod(subject, ctx.period, err)
	}
	return err == nil
}

// stated sets the period that is said apart from the figure, and tells whether
// it can be read.
func (b *builder) stated(q *Quantity, subject string, n *node.Node) bool {
	if n == nil {
		return true
	}
	period, err := b.period(n.Text, q.Entity)
	if err != nil {
		b.badPeriod(subject, n, err)
		return false
	}
	q.StatedPeriod = period.Canonical
	return true
}
