package report

import (
	"iter"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// heldRule is a rule with the checks that held.
type heldRule struct {
	ID, Title string
	N         int
	// Ties are those with figures, Plain the subjects of the others.
	Ties  []heldTie
	Plain []string
	More  int
}

// heldTie is a check that held, in one line.
type heldTie struct {
	Subject, Place   string
	Computed, Stated finding.Text
	Figures          []string
}

// maxHeld bounds the checks of a rule that are listed, maxFigures the operands
// that one of them shows.
const (
	maxHeld    = 2000
	maxFigures = 8
)

// held lists the checks that held, by rule.
func held(r *finding.Report, passes iter.Seq2[*finding.Finding, error]) ([]heldRule, error) {
	var list []heldRule
	at := map[string]int{}
	for f, err := range passes {
		if err != nil {
			return nil, err
		}
		if _, known := at[f.Rule]; !known {
			at[f.Rule] = len(list)
			list = append(list, heldRule{ID: f.Rule, Title: ruleOf(r, f.Rule).Title})
		}
		h := &list[at[f.Rule]]
		h.N++
		switch tie, figures := tieLine(f); {
		case h.N > maxHeld:
			h.More++
		case figures:
			h.Ties = append(h.Ties, tie)
		default:
			h.Plain = append(h.Plain, f.Subject)
		}
	}
	sortHeld(list)
	return list, nil
}

func tieLine(f *finding.Finding) (heldTie, bool) {
	t := heldTie{Subject: f.Subject, Place: f.Location.String()}
	e := f.Evidence
	if e == nil {
		return t, false
	}
	t.Computed, t.Stated = valueOf(e.Computed, e.Unit), valueOf(e.Reported, e.Unit)
	for _, o := range e.Operands {
		if o.Value == "" || isReported(o, e) {
			continue
		}
		if len(t.Figures) == maxFigures {
			t.Figures = append(t.Figures, "…")
			break
		}
		t.Figures = append(t.Figures, figureText(o).EN)
	}
	return t, t.Computed.EN != "" || t.Stated.EN != "" || len(t.Figures) > 1
}

func sortHeld(list []heldRule) {
	slices.SortFunc(list, func(a, b heldRule) int { return strings.Compare(a.ID, b.ID) })
}
