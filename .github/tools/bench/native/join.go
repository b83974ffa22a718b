package main

import (
	"encoding/json"
	"math"
	"strings"
)

// common is a figure by a key that others may have, too, with the ends that
// count there.
type common struct {
	key       string
	low, high int64
}

// gathered is what the rules over all documents need of one.
type gathered struct {
	same, bounds []common
	distant      []distant
}

// gather gives it, and reports what refers to nothing in the document itself.
func (c *checker) gather(d *document, figures map[string]figure, report func(rule, id string)) gathered {
	var g gathered
	for _, f := range figures {
		if !f.valued {
			continue
		}
		g.same = append(g.same, common{f.key(), f.low, f.high})
		// Of what is bounded only the least counts, of what bounds it the greatest.
		for _, bound := range c.Concepts[f.concept].Bounds {
			g.bounds = append(g.bounds, common{f.scope + "|" + f.concept + "≤" + bound.AtMost, f.low, math.MaxInt64})
		}
		for _, lesser := range c.bounding[f.concept] {
			g.bounds = append(g.bounds, common{f.scope + "|" + lesser + "≤" + f.concept, math.MinInt64, f.high})
		}
	}
	local := d.recorded(figures)
	d.references(func(id, to string) {
		switch {
		case local[to]:
		case strings.Contains(to, "/"):
			g.distant = append(g.distant, distant{d.Source + "/" + id, to})
		default:
			report("register/dangling-reference", id)
		}
	})
	return g
}

// bounded gives, by concept, those that cannot exceed it.
func (r registries) bounded() map[string][]string {
	all := map[string][]string{}
	for id, concept := range r.Concepts {
		for _, bound := range concept.Bounds {
			all[bound.AtMost] = append(all[bound.AtMost], id)
		}
	}
	return all
}

func join(all map[string]*shared, figures []common) {
	for _, f := range figures {
		s := all[f.key]
		if s == nil {
			s = &shared{low: math.MinInt64, high: math.MaxInt64}
			all[f.key] = s
		}
		s.low, s.high = max(s.low, f.low), min(s.high, f.high)
	}
}

// join tells what the documents together do not bear out.
func (c *checker) join() error {
	for key, s := range c.same {
		if s.low > s.high {
			c.found = append(c.found, finding{"equality/same-figure", key})
		}
	}
	for key, s := range c.bounds {
		if s.low > s.high {
			c.found = append(c.found, finding{"order/declared-bound", key})
		}
	}
	recorded := map[string]map[string]bool{}
	for _, ref := range c.distant {
		source, id, _ := strings.Cut(ref.to, "/")
		if recorded[source] == nil && c.files[source] != "" {
			d := new(document)
			if err := decode(c.files[source], d); err != nil {
				return err
			}
			recorded[source] = d.recorded(d.figures())
		}
		if !recorded[source][id] {
			c.found = append(c.found, finding{"register/dangling-reference", ref.subject})
		}
	}
	return nil
}

// recorded gives the ids of all that a document records.
func (d *document) recorded(figures map[string]figure) map[string]bool {
	ids := make(map[string]bool, 2*len(figures))
	for id := range figures {
		ids[id] = true
	}
	for id := range d.Relations {
		ids[id] = true
	}
	for id := range d.Claims {
		ids[id] = true
	}
	for id := range d.Events {
		ids[id] = true
	}
	for id, l := range d.References {
		for number := range l.Entries {
			ids[id+"."+number] = true
		}
	}
	for id, p := range d.Plans {
		for measure := range p.Measures {
			ids[id+"."+measure] = true
		}
	}
	return ids
}

// references tells of each fact what it refers to.
func (d *document) references(tell func(id, to string)) {
	for id, relation := range d.Relations {
		for _, body := range relation {
			var operands map[string]any
			if json.Unmarshal(body, &operands) == nil {
				for field, value := range operands {
					if field != "is" && field != "having" && field != "along" {
						listed(value, func(to string) { tell(id, to) })
					}
				}
			}
		}
	}
	for id, claim := range d.Claims {
		for _, to := range claim.Rests {
			tell(id, to)
		}
		for _, cited := range claim.Citations {
			if list, number, byID := d.cited(claim, cited); byID {
				tell(id, list+"."+number)
			}
		}
	}
	for id, p := range d.Plans {
		for _, limit := range []any{p.Cap, p.Floor} {
			if to, ok := limit.(string); ok {
				tell(id, to)
			}
		}
	}
}

// listed gives the ids in an operand, or in a list of operands.
func listed(value any, tell func(to string)) {
	switch value := value.(type) {
	case string:
		tell(value)
	case []any:
		for _, item := range value {
			listed(item, tell)
		}
	case map[string]any:
		for _, field := range []string{"fact", "by"} {
			if to, ok := value[field].(string); ok {
				tell(to)
			}
		}
	}
}
