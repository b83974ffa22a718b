package main

import (
	"strconv"
	"strings"
)

// hundred is 100 as intervals count.
const hundred = 200_000

// check holds a document to the rules that need no other.
func (d *document) check(r registries, figures map[string]figure, report func(rule, id string)) {
	d.plans(report)
	for id, c := range d.Claims {
		if c.Modality == "fact" && len(c.Citations) == 0 && d.owes(c, r) {
			report("citation/claim-without-citation", id)
		}
		for _, cited := range c.Citations {
			list, number, byID := d.cited(c, cited)
			if _, ok := d.References[list].Entries[number]; !ok && !byID {
				report("citation/marker-without-entry", id)
				break
			}
		}
	}
	d.values(report)
	d.lists(report)
	d.sums(figures, report)
}

func (d *document) plans(report func(rule, id string)) {
	for id, p := range d.Plans {
		var low, high int64
		for name, m := range p.Measures {
			if t := m.Target; t == nil || t.Status == "undisclosed" || t.Status == "nil" || t.Status == "lost" {
				report("pay/missing-target", id+"."+name)
			}
			if m.Weight == nil {
				continue
			}
			w := *m.Weight
			w.Rounded = d.Defaults.Rounded
			least, most, _ := interval(w, d.source.Rounding)
			low, high = low+least, high+most
		}
		if high < hundred || hundred < low {
			report("pay/weights", id)
		}
	}
}

// owes tells whether the source must cite for a claim: some must for
// everything, others for what is not about themselves and those who hold office
// there.
func (d *document) owes(c claim, r registries) bool {
	duty, entity := d.source.CitationDuty, c.Entity
	if duty == "" {
		switch d.source.Kind {
		case "primaryFiling", "slides", "statistics", "press":
			duty = "ownFigures"
		default:
			duty = "all"
		}
	}
	if entity == "" {
		entity = d.Defaults.Entity
	}
	if duty != "ownFigures" || entity == d.source.Entity {
		return duty == "all"
	}
	for _, office := range r.Entities[entity].Offices {
		if office.Organisation == d.source.Entity {
			return false
		}
	}
	return true
}

// cited gives the list and number of what a claim cites: by a number of its
// list, or by an entry's id.
func (d *document) cited(c claim, cited any) (list, number string, byID bool) {
	list = c.CitationList
	if list == "" {
		list = d.Defaults.CitationList
	}
	switch cited := cited.(type) {
	case float64:
		return list, strconv.Itoa(int(cited)), false
	case string:
		if of, number, ok := strings.Cut(cited, "."); ok {
			return of, number, true
		}
		return list, cited, false
	}
	return list, "", false
}

// values tells of figures that are withheld, lost, or not placed where most
// others are.
func (d *document) values(report func(rule, id string)) {
	status, unplaced := map[string]bool{}, 0
	for _, q := range d.Quantities {
		status[q.Status] = true
		if q.Selector.Line == 0 {
			unplaced++
		}
	}
	for _, p := range d.Plans {
		for _, m := range p.Measures {
			for _, part := range []*fields{m.Weight, m.Target, m.Actual, m.Achievement, m.Score, m.Threshold, m.Maximum} {
				if part != nil {
					status[part.Status] = true
				}
			}
		}
	}
	status["unanchored"] = unplaced > 0 && 2*unplaced < len(d.Quantities)
	for _, aspect := range []string{"undisclosed", "lost", "unanchored"} {
		if status[aspect] {
			report("completeness/figures-without-value", "["+aspect+"]")
		}
	}
}

// lists looks at the entries of the lists of references.
func (d *document) lists(report func(rule, id string)) {
	places := map[string]string{}
	contested := map[string]bool{}
	for id, l := range d.References {
		if l.Kind != "references" {
			continue
		}
		seen, twice := map[string]bool{}, false
		for number, entry := range l.Entries {
			if entry.URL == "" {
				if entry.Form == "text" || entry.Form == "other" {
					report("citation/entry-without-address", id+"."+number)
				}
				continue
			}
			place := address(entry.URL)
			twice = twice || seen[place]
			seen[place] = true
			if other, ok := places[number]; ok && other != place {
				contested[number] = true
			}
			places[number] = place
		}
		if twice {
			report("citation/duplicate-entry", id)
		}
	}
	for _, c := range d.Claims {
		for _, cited := range c.Citations {
			if _, number, _ := d.cited(c, cited); contested[number] {
				contested[number] = false
				report("citation/number-leads-to-two-places", "["+number+"]")
			}
		}
	}
}

// address leaves out what leads to the same place either way.
func address(url string) string {
	url, _, _ = strings.Cut(url, "#")
	return strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(url, "https://"), "http://"), "/")
}
