package settle

import (
	"strings"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/figure"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/number"
	"github.com/tieout/tieout/checker/internal/policy"
)

// unfilled stands where the evidence has nothing for a place, so that a
// sentence never ends in a brace.
const unfilled = "—"

// message fills a template in both languages.
func (s settler) message(template finding.Text, f *finding.Finding) finding.Text {
	fill := func(text, lang string) string {
		return policy.Fill(text, func(p policy.Place) string {
			if words := s.fill(f, p, lang); words != "" {
				return words
			}
			return unfilled
		})
	}
	return finding.Text{EN: fill(template.EN, "en"), JA: fill(template.JA, "ja")}
}

// fill gives the words for a place of a template.
func (s settler) fill(f *finding.Finding, p policy.Place, lang string) string {
	e := f.Evidence
	switch p.Name {
	case "subject":
		return s.subject(f, lang)
	case "deviation":
		return distance(e.Deviation, e.Unit, lang)
	case "unit":
		return unitWord(e.Unit, lang)
	case "missing":
		return joined(each(e.Missing, func(m finding.Missing) string { return missing(m, lang) }), lang)
	case "worlds":
		return worlds(e.Worlds, lang)
	case "explanations":
		return explanations(e.Explanations, lang)
	case "params":
		return e.Params[p.Field]
	case "computed":
		return s.figureField(e.Computed, e.Unit, p.Field, lang)
	case "reported":
		return s.figureField(e.Reported, e.Unit, p.Field, lang)
	}
	return s.operandsField(e.Operands, p, lang)
}

// subject names what was checked: a fact by its label, what a source holds by
// its id in there, a group by its key.
func (s settler) subject(f *finding.Finding, lang string) string {
	if f := s.corpus.Fact(f.Subject); f != nil {
		return s.corpus.Label(f).In(lang)
	}
	if plan := s.corpus.PlanLabel(f.Subject); plan != (finding.Text{}) {
		return plan.In(lang)
	}
	if source, id, found := strings.Cut(f.Subject, "/"); found && s.corpus.Registry.Sources[source] != nil {
		return id
	}
	return f.Subject
}

// operandsField lists a field of all operands with the role. A figure that is
// recorded several times (one label, one print) is told once; but parts that
// happen to be equal are all told, or they would not seem to add up.
func (s settler) operandsField(operands []finding.Operand, p policy.Place, lang string) string {
	var words []string
	var told finding.Operand
	seen := map[[2]string]bool{}
	for _, o := range operands {
		if o.Role != p.Name {
			continue
		}
		word := s.operandField(o, p.Field, lang)
		same := [2]string{word}
		if p.Field == "printed" || p.Field == "value" || p.Field == "interval" {
			same[1] = o.Label.EN
		}
		if word != "" && !seen[same] {
			seen[same] = true
			words, told = append(words, word), o
		}
	}
	if len(words) == 1 && p.Field == "printed" {
		return words[0] + scaledUp(told, lang)
	}
	return joined(words, lang)
}

// scaledUp gives the value of a figure, in brackets, whose print leaves its
// scale to the head of a table: 1,607 says little beside a computed 1,605,000.
func scaledUp(o finding.Operand, lang string) string {
	read, err := figure.Parse(o.Printed)
	if err != nil || read.Scaled() == nil || o.Value == "" || number.Text(read.Scaled()) == o.Value {
		return ""
	}
	if lang == "ja" {
		return "（" + amount(o.Value, o.Unit, lang) + "）"
	}
	return " (" + amount(o.Value, o.Unit, lang) + ")"
}

func (s settler) operandField(o finding.Operand, field, lang string) string {
	switch field {
	case "label":
		return o.Label.In(lang)
	case "place":
		return o.Location.String()
	case "source":
		return s.source(o.Source, lang)
	case "interval":
		if f := s.corpus.Fact(o.Fact); f != nil && f.Quantity != nil {
			return intervals(f.Quantity, lang)
		}
	case "printed":
		if o.Printed != "" {
			return o.Printed
		}
		return valueOf(o, lang)
	case "value":
		return valueOf(o, lang)
	}
	return ""
}

// valueOf gives an operand's value, or the word for why it has none.
func valueOf(o finding.Operand, lang string) string {
	if o.Value == "" {
		return statusWord(fact.Status(o.Status), lang)
	}
	return amount(o.Value, o.Unit, lang)
}

// source names a source by its title.
func (s settler) source(id, lang string) string {
	if source := s.corpus.Registry.Sources[id]; source != nil {
		return source.Title.In(lang)
	}
	return id
}

func (s settler) figureField(g *finding.Figure, unit, field, lang string) string {
	if g == nil {
		return ""
	}
	switch field {
	case "printed":
		if g.Printed != "" {
			return g.Printed
		}
		return amount(g.Value, unit, lang)
	case "value":
		return amount(g.Value, unit, lang)
	case "interval":
		return g.Interval
	}
	if f := s.corpus.Fact(g.Fact); f != nil {
		return s.operandField(finding.Operand{Label: s.corpus.Label(f), Location: f.Focus, Source: f.Source}, field, lang)
	}
	return ""
}
