package fact

import "github.com/tieout/tieout/checker/internal/node"

// plan adds a pay plan: its measures, their parts, and the overall result.
func (b *builder) plan(entry *node.Field, base context) {
	n, id := entry.Value, entry.Key
	ctx := base.with(n)
	b.container(entry, func() {
		if !b.out {
			b.c.plans[b.source+"/"+id] = text(n.Get("label"))
		}
		if overall := n.Field("overall"); overall != nil {
			result := percent(ctx)
			result.dimensions = with(ctx.dimensions, "plan", id)
			b.figure(b.source+"/"+id+".overall", overall, result, "overall", b.source+"/"+id)
		}
		measures := fields(n.Get("measures"))
		for i := range measures {
			m := &measures[i]
			if b.invalid[m.Value] {
				b.leftOut(id + "." + m.Key)
				b.partial[b.source+"/"+id] = true
				continue
			}
			b.measure(id, n, m, ctx)
		}
	})
}

var percentNode = &node.Node{Kind: node.String, Text: "percent"}

// percent gives the context of a part that is a percentage of its own: it has
// no concept, and no unit, scale or decimals of the figures around it. The
// selector around it quotes something else.
func percent(ctx context) context {
	ctx.concept, ctx.scale, ctx.decimals = nil, 0, nil
	ctx.unit = percentNode
	ctx.selector.Shared = true
	return ctx
}

// measure adds a measure and its parts. One that is not known in full is left
// out: a rule would take a part that was left out for one that is not recorded.
func (b *builder) measure(plan string, planNode *node.Node, entry *node.Field, ctx context) {
	n, id := entry.Value, plan+"."+entry.Key
	full := b.source + "/" + id
	m := &Measure{
		Plan: b.source + "/" + plan, Metric: n.Str("metric"), Outcome: wordOf(n.Get("outcome")),
		Discretion: wordOf(n.Get("discretion")), Floor: b.limit("floor", planNode, n), Cap: b.limit("cap", planNode, n),
		Period: b.planPeriod(ctx),
	}
	ctx = ctx.with(n)
	f := &Fact{Kind: KindMeasure, Measure: m, Notes: b.noteRefs(ctx), Selector: ctx.selector}
	out := b.out
	b.out = !b.known("concept", full, n.Get("metric")) || out || !b.take(full, entry)
	if b.parts(m, full, entry, ctx) && !b.out {
		b.put(f, full, entry)
	} else {
		b.exclude(id)
		b.partial[m.Plan] = b.partial[m.Plan] || !out
	}
	b.out = out
}

// parts adds the figures of the measure with a full id, and tells whether all of them stand. The
// notes of a measure are not those of each of its figures, nor is what its
// selector quotes.
func (b *builder) parts(m *Measure, id string, entry *node.Field, ctx context) bool {
	complete, plan := true, m.Plan[len(b.source)+1:]
	ctx.notes, ctx.selector.Shared = nil, true
	planned := with(ctx.dimensions, "plan", plan)
	part := func(name, scenario string, ctx context) *Fact {
		p := entry.Value.Field(name)
		if p == nil {
			return nil
		}
		if scenario != "" {
			ctx.dimensions = with(ctx.dimensions, "scenario", scenario)
		}
		f := b.figure(id+"."+name, p, ctx, name, id)
		complete = complete && f != nil
		return f
	}

	shares := percent(ctx)
	shares.dimensions = with(planned, "measure", entry.Key)
	m.Weight, m.Achievement, m.Score = part("weight", "", shares), part("achievement", "", shares), part("score", "", shares)
	m.Unadjusted = part("unadjusted", "unadjusted", shares)

	figures := ctx
	figures.concept = entry.Value.Get("metric")
	m.Actual = part("actual", "", figures)
	figures.dimensions = planned
	m.Target, m.Threshold, m.Maximum = part("target", "target", figures), part("threshold", "threshold", figures), part("maximum", "maximum", figures)
	return complete
}

// limit gives the measure's own floor or cap, or else the plan's.
func (b *builder) limit(name string, plan, measure *node.Node) Ref {
	id := measure.Get(name)
	if id == nil {
		id = plan.Get(name)
	}
	if id == nil {
		return Ref{}
	}
	return Ref{Role: name, ID: b.fullID(id.Text)}
}

// planPeriod gives the period of the plan, or "" where none is known. One that
// cannot be read is reported by the figures that it is for.
func (b *builder) planPeriod(ctx context) string {
	if ctx.period == nil {
		return ""
	}
	period, err := b.period(ctx.period.Text, textOf(ctx.entity))
	if err != nil {
		return ""
	}
	return period.Canonical
}

// wordOf reads a word, or an object that has it with its place.
func wordOf(n *node.Node) string {
	if n != nil && n.Kind == node.Object {
		return n.Str("is")
	}
	return textOf(n)
}

// Parts gives the parts of a measure that are recorded, by role.
func (m *Measure) Parts() map[string]*Fact {
	parts := map[string]*Fact{}
	for role, f := range map[string]*Fact{
		"weight": m.Weight, "target": m.Target, "actual": m.Actual, "achievement": m.Achievement, "score": m.Score,
		"threshold": m.Threshold, "maximum": m.Maximum, "unadjusted": m.Unadjusted,
	} {
		if f != nil {
			parts[role] = f
		}
	}
	return parts
}
