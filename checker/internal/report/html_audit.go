package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// coverageView is what of a source's text is accounted for.
type coverageView struct {
	*finding.Coverage
	Accounted string
	Shares    []barShare
	Sections  []sectionView
}

type sectionView struct {
	finding.CoverageSection
	Shares []barShare
}

func coverageViews(r *finding.Report) []coverageView {
	var list []coverageView
	for i := range r.Coverage {
		c := &r.Coverage[i]
		v := coverageView{Coverage: c, Shares: tokenShares(c.TokenCount), Accounted: tenths(c.Tokens-c.Unaccounted, c.Tokens)}
		for _, s := range c.Sections {
			if s.Tokens > 0 {
				v.Sections = append(v.Sections, sectionView{s, tokenShares(s.TokenCount)})
			}
		}
		list = append(list, v)
	}
	return list
}

// tenths writes a share as a percentage, rounded down, so that 100.0 is all.
func tenths(part, whole int) string {
	if whole == 0 {
		return "–"
	}
	n := int64(part) * 1000 / int64(whole)
	return fmt.Sprintf("%d.%d%%", n/10, n%10)
}

func tokenShares(c finding.TokenCount) []barShare {
	return barShares([]barShare{
		{Class: "checked", N: c.Checked, Text: word("tokens.checked")},
		{Class: "drawn", N: c.Drawn - c.Checked, Text: word("tokens.drawn")},
		{Class: "aside", N: c.SetAside, Text: word("tokens.setAside")},
		{Class: "lost", N: c.Unaccounted, Text: word("tokens.unaccounted")},
	})
}

// mapView is the reference map of a source: the markers on which its lists
// disagree, and the others.
type mapView struct {
	*finding.ReferenceMap
	Disputed, Settled []markerView
	Cited             int // numbers
}

// markerView is a marker with the places that it leads to.
type markerView struct {
	Number string
	Claims int
	Places []placeView
}

// placeView is a place that entries lead to; Letter tells the places of one
// marker apart.
type placeView struct {
	Letter, URL, Words string
	Lists              []string
}

func mapViews(maps []finding.ReferenceMap) []mapView {
	var list []mapView
	for i := range maps {
		v := mapView{ReferenceMap: &maps[i]}
		for _, m := range maps[i].Markers {
			if m.Claims > 0 {
				v.Cited++
			}
			if m.Disagrees {
				v.Disputed = append(v.Disputed, viewMarker(m))
			} else {
				v.Settled = append(v.Settled, viewMarker(m))
			}
		}
		list = append(list, v)
	}
	return list
}

func viewMarker(m finding.Marker) markerView {
	v := markerView{Number: m.Number, Claims: m.Claims}
	at := map[string]int{}
	for _, e := range m.Entries {
		words := strings.TrimSpace(e.Form + " " + e.Begins)
		key := e.URL + "\x00" + words
		if _, known := at[key]; !known {
			at[key] = len(v.Places)
			v.Places = append(v.Places, placeView{Letter: letter(len(v.Places)), URL: e.URL, Words: words})
		}
		list := e.List
		if e.SourceLine > 0 {
			list += ":" + strconv.Itoa(e.SourceLine)
		}
		place := &v.Places[at[key]]
		place.Lists = append(place.Lists, list)
	}
	return v
}

// letter numbers places as a, b, …, z, 27, 28.
func letter(i int) string {
	if letters := "abcdefghijklmnopqrstuvwxyz"; i < len(letters) {
		return letters[i : i+1]
	}
	return strconv.Itoa(i + 1)
}

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
func held(r *finding.Report) []heldRule {
	var list []heldRule
	at := map[string]int{}
	for i := range r.Passes {
		f := &r.Passes[i]
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
	return list
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
