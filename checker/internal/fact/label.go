package fact

import (
	"maps"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// roleWords name the parts of measures and plans.
var roleWords = map[string]finding.Text{
	"weight":      {EN: "weight", JA: "評価割合"},
	"target":      {EN: "target", JA: "目標値"},
	"actual":      {EN: "actual", JA: "実績値"},
	"achievement": {EN: "achievement", JA: "達成率"},
	"score":       {EN: "score", JA: "評点"},
	"threshold":   {EN: "threshold", JA: "下限値"},
	"maximum":     {EN: "maximum", JA: "上限値"},
	"unadjusted":  {EN: "unadjusted achievement", JA: "調整前達成率"},
	"overall":     {EN: "overall result", JA: "総合達成率"},
}

// Label names a fact in words: its own label, or its concept with entity,
// dimensions and period.
func (c *Corpus) Label(f *Fact) finding.Text {
	if f.Named != (finding.Text{}) {
		return f.Named
	}
	switch f.Kind {
	case KindQuantity:
		return c.quantityLabel(f)
	case KindMeasure:
		if concept := c.Registry.Concepts[f.Measure.Metric]; concept != nil {
			return concept.Labels
		}
	case KindClaim:
		return finding.Text{EN: f.Claim.Text}
	default:
	}
	_, id, _ := strings.Cut(f.ID, "/")
	return finding.Text{EN: id}
}

func (c *Corpus) quantityLabel(f *Fact) finding.Text {
	q := f.Quantity
	var head finding.Text
	if concept := c.Registry.Concepts[q.Concept]; concept != nil {
		head = concept.Labels
	}
	if word, ok := roleWords[q.Role]; ok {
		if of := c.Fact(q.Of); of != nil && of.Kind == KindMeasure {
			metric := c.Label(of)
			head = finding.Text{EN: word.EN + " of " + metric.EN, JA: metric.In("ja") + "の" + word.JA}
		} else {
			head = word
		}
	}
	if head.EN == "" {
		_, head.EN, _ = strings.Cut(f.ID, "/")
	}
	return c.qualify(head, f)
}

// PlanLabel gives the label of the plan with the full id, if it has one.
func (c *Corpus) PlanLabel(id string) finding.Text {
	if label, ok := c.plans[id]; ok || c.abroad == nil {
		return label
	}
	return c.abroad.plans[id]
}

// qualify puts a figure's entity, dimensions and period in brackets behind its
// label. Scenario and measure are left out: the role says the same.
func (c *Corpus) qualify(head finding.Text, f *Fact) finding.Text {
	q := f.Quantity
	var en, ja []string
	add := func(t finding.Text) {
		if t.EN != "" {
			en, ja = append(en, t.EN), append(ja, t.In("ja"))
		}
	}
	add(c.name(q.Entity))
	for _, axis := range slices.Sorted(maps.Keys(q.Dimensions)) {
		switch plan := c.PlanLabel(f.Source + "/" + q.Dimensions[axis]); {
		case axis == "scenario" || axis == "measure":
		case axis == "plan" && plan != (finding.Text{}):
			add(plan)
		default:
			add(c.name(q.Dimensions[axis]))
		}
	}
	add(finding.Text{EN: q.Period.Written})
	if len(en) == 0 {
		return head
	}
	return finding.Text{
		EN: head.EN + " (" + strings.Join(en, ", ") + ")",
		JA: head.In("ja") + "（" + strings.Join(ja, "、") + "）",
	}
}

// name gives an entity's label, or the word itself for a free dimension.
func (c *Corpus) name(id string) finding.Text {
	if e := c.Registry.Entities[id]; e != nil {
		return e.Labels
	}
	return finding.Text{EN: id}
}
