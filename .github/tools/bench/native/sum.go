package main

import "encoding/json"

// sum is a total with its parts, as a relation states it.
type sum struct {
	Total string
	Parts []part
}

// part is a part of a total: an id, or one with its weight.
type part struct {
	Fact   string
	Weight int64
}

// UnmarshalJSON reads both forms of a part.
func (p *part) UnmarshalJSON(data []byte) error {
	p.Weight = 1
	if data[0] == '"' {
		return json.Unmarshal(data, &p.Fact)
	}
	type plain part
	return json.Unmarshal(data, (*plain)(p))
}

// sums holds totals to their parts: those of relations, and of tables both ways.
func (d *document) sums(figures map[string]figure, report func(rule, id string)) {
	test := func(id string, s sum) {
		var low, high int64
		for _, p := range s.Parts {
			f := figures[p.Fact]
			least, most := f.low*p.Weight, f.high*p.Weight
			low, high = low+min(least, most), high+max(least, most)
		}
		if total := figures[s.Total]; high < total.low || total.high < low {
			report("arithmetic/sum", id)
		}
	}
	for id, relation := range d.Relations {
		var s sum
		if body, ok := relation["sum"]; ok && json.Unmarshal(body, &s) == nil {
			test(id, s)
		}
	}
	for id, t := range d.Tables {
		for _, foot := range t.CrossFoot {
			for row := range t.Rows {
				s := sum{Total: id + "." + row + "." + foot.Total}
				for _, column := range foot.Parts {
					s.Parts = append(s.Parts, part{id + "." + row + "." + column, 1})
				}
				test(s.Total+".sum", s)
			}
		}
		for _, foot := range t.Foot {
			for column := range t.Columns {
				s := sum{Total: id + "." + foot.Total + "." + column}
				for _, row := range foot.Parts {
					s.Parts = append(s.Parts, part{id + "." + row + "." + column, 1})
				}
				test(s.Total+".sum", s)
			}
		}
	}
}
