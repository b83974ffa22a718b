package fact

import (
	"math/big"
	"strings"

	"github.com/tieout/tieout/checker/internal/node"
	"github.com/tieout/tieout/checker/internal/number"
)

// dash is how a cell writes a printed nil.
const dash = "-"

// value sets status, value, decimals and intervals, and tells whether the
// figure can be read.
func (b *builder) value(q *Quantity, subject string, n *node.Node, ctx context) bool {
	q.Status, q.ValueNode = Disclosed, n
	if n.Kind == node.Object {
		q.ValueNode = n.Get("value")
		q.Qualifiers = texts(n.Get("qualifiers"))
		q.Text = n.Str("text")
		if s := n.Str("status"); s != "" {
			q.Status = Status(s)
		}
	} else if n.Text == dash {
		q.Status = Nil
	}
	r := reading{builder: b, subject: subject, entry: n, ctx: ctx}
	switch {
	case q.Status == Nil:
		q.Value = new(big.Rat)
		q.Intervals = worlds(q.Rounding, func(number.Mode) (number.Interval, bool) { return number.Point(q.Value), true })
	case q.Status != Disclosed:
	case q.ValueNode != nil:
		return r.single(q)
	case n.Get("lower") != nil || n.Get("upper") != nil:
		return r.ranged(q)
	default:
		q.ValueNode = n.Get("text")
	}
	return true
}

// reading is the reading of one figure's numbers.
type reading struct {
	*builder
	subject string
	entry   *node.Node
	ctx     context
}

// single reads a figure with one value.
func (r reading) single(q *Quantity) bool {
	v, ok := r.number(q.ValueNode)
	if !ok {
		return false
	}
	step, ok := r.step()
	if !ok {
		return false
	}
	q.Written, q.Scale = unsigned(q.ValueNode.Text), r.ctx.scale
	q.Value, q.Decimals = v.value, v.decimals
	q.Intervals = worlds(q.Rounding, func(mode number.Mode) (number.Interval, bool) {
		return v.interval(q.Qualifiers, step, mode)
	})
	return true
}

// ranged reads a figure that is printed as a range, whose ends each have their
// own precision. The range's is that of its coarser end.
func (r reading) ranged(q *Quantity) bool {
	step, ok := r.step()
	if !ok {
		return false
	}
	var ends [2]*figure
	for i, n := range []*node.Node{r.entry.Get("lower"), r.entry.Get("upper")} {
		if n == nil {
			continue
		}
		v, ok := r.number(n)
		if !ok {
			return false
		}
		ends[i] = &v
		if q.ValueNode == nil {
			q.ValueNode = n
		}
		if v.decimals != nil && (q.Decimals == nil || *v.decimals < *q.Decimals) {
			q.Decimals = v.decimals
		}
	}
	if ends[0] != nil && ends[1] != nil && ends[0].value.Cmp(ends[1].value) > 0 {
		r.report(RuleExcess, r.subject, q.ValueNode.Range(r.file),
			say("the range is empty: `lower` lies above `upper`", "範囲が空です（`lower` が `upper` を超えています）"),
			say("write the smaller end as `lower`", "小さいほうを `lower` に書いてください"))
		return false
	}
	q.Scale = r.ctx.scale
	if ends[0] != nil {
		q.Lower = ends[0].value
	}
	if ends[1] != nil {
		q.Upper = ends[1].value
	}
	q.Intervals = worlds(q.Rounding, func(mode number.Mode) (number.Interval, bool) {
		return between(ends, q.Qualifiers, step, mode)
	})
	return true
}

// number reads a number, its scale applied.
func (r reading) number(n *node.Node) (figure, bool) {
	d, ok := r.decimal(r.subject, n)
	if !ok {
		return figure{}, false
	}
	x, ok := number.Scale(d.Value, r.ctx.scale)
	if !ok {
		r.badScale(r.subject, n, r.ctx.scale)
		return figure{}, false
	}
	v := figure{value: x, decimals: decimals(d, r.ctx), fraction: d.Fraction && r.ctx.scale == 0}
	if v.decimals != nil && !number.Fits(x, *v.decimals) {
		r.excess(r.subject, n, d.Places-r.ctx.scale, *v.decimals)
		return figure{}, false
	}
	return v, true
}

// step reads the recorded width of a qualifier, nil when there is none.
func (r reading) step() (*big.Rat, bool) {
	n := r.entry.Get("step")
	if n == nil {
		return nil, true
	}
	d, ok := r.decimal(r.subject, n)
	if !ok {
		return nil, false
	}
	step, ok := number.Scale(d.Value, r.ctx.scale)
	switch {
	case !ok:
		r.badScale(r.subject, n, r.ctx.scale)
	case step.Sign() <= 0:
		r.report(RuleExcess, r.subject, n.Range(r.file),
			say("a `step` of %s has no width", "`step` が %s では幅がありません", brief(n.Text)),
			say("write the place value that the print shows, such as 5", "印字が示す刻み幅（5 など）を書いてください"))
		return nil, false
	}
	return step, ok
}

// decimals gives the precision of a figure: as recorded, else, for a rounded
// one, as printed. A fraction is never rounded to decimals.
func decimals(d number.Decimal, ctx context) *int {
	switch {
	case d.Fraction:
		return nil
	case ctx.decimals != nil:
		return ctx.decimals
	case !ctx.rounded:
		return nil
	}
	n := d.Places - ctx.scale
	return &n
}

// decimal reads a number as it is written, and reports what is none.
func (b *builder) decimal(subject string, n *node.Node) (number.Decimal, bool) {
	d, err := number.Parse(unsigned(n.Text))
	if err != nil {
		b.badNumber(subject, n)
	}
	return d, err == nil
}

// unsigned takes away a plus, which says nothing.
func unsigned(s string) string { return strings.TrimPrefix(s, "+") }

// weight reads the factor of an operand: 1 unless it is given.
func (b *builder) weight(subject string, n *node.Node) (*big.Rat, bool) {
	if n == nil {
		return unweighted, true
	}
	d, ok := b.decimal(subject, n)
	return d.Value, ok
}
