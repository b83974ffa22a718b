package corpora

import "strconv"

// quantity is a figure with what a document says of it. What is empty is the
// document's own.
type quantity struct {
	concept string
	axes    object
	n       figure
	entity  string
	year    int
	day     string // in place of a year
	asOf    string
	status  string
	words   list // its qualifiers
	notes   list
	more    object
	// id is made up where it is empty; bare figures have no place in the text.
	id   string
	bare bool
}

// quantity adds a figure and gives its id.
func (d *document) quantity(q quantity) string {
	if q.id == "" {
		q.id = d.next(q.concept)
	}
	d.count++
	d.quantities.entry(q.id, append(d.fields(q), d.named(q)...))
	return q.id
}

// cell gives a figure as the cell of a table or a part of a measure has it,
// where the concept is known.
func (d *document) cell(exact string, n figure) object {
	return object{{"value", n}, {"selector", d.at(exact)}}
}

func (d *document) fields(q quantity) object {
	k := d.use(q.concept)
	o := append(make(object, 0, 12), field{"concept", q.concept})
	if q.entity != "" {
		o = append(o, field{"entity", q.entity})
	}
	switch {
	case q.day != "":
		o = append(o, field{"period", q.day})
	case q.year != 0 && q.year != d.year:
		o = append(o, field{"period", q.year})
	case k.instant:
		o = append(o, field{"period", strconv.Itoa(d.year) + "-12-31"})
	}
	if len(q.axes) > 0 {
		o = append(o, field{"dimensions", q.axes})
	}
	if q.asOf != "" {
		o = append(o, field{"asOf", q.asOf})
	}
	o = append(o, k.format()...)
	exact := k.print(q.n)
	if q.status != "" {
		o, exact = append(o, field{"status", q.status}), ""
	} else {
		o = append(o, field{"value", q.n})
	}
	if q.words != nil {
		o = append(o, field{"qualifiers", q.words})
		if q.words[0] == "atLeast" {
			exact = "at least " + exact
		}
	}
	if q.notes != nil {
		o = append(o, field{"notes", q.notes})
	}
	o = append(o, q.more...)
	if !q.bare {
		o = append(o, field{"selector", d.at(exact)})
	}
	return o
}

// named gives most figures the words that stand beside them.
func (d *document) named(q quantity) object {
	if d.below(4) == 0 {
		return nil
	}
	k, w := known[q.concept], word{d.name(d.company).en, d.name(d.company).ja}
	label := object{{"en", k.labels.en + " of the " + w.en}}
	if d.ja {
		label = append(label, field{"ja", w.ja + "の" + k.labels.ja})
	}
	return object{{"label", label}}
}

// format is how the concept's figures differ from the document's defaults.
func (k *concept) format() object {
	switch k.manner {
	case things:
		return object{{"unit", k.unit}, {"scale", 0}, {"rounded", false}}
	case share, plainly:
		return object{{"unit", k.unit}, {"scale", 0}}
	case dollars:
		return object{{"scale", 0}, {"rounded", false}}
	case thousands:
	}
	return nil
}

// print gives a figure of the concept as documents print it.
func (k *concept) print(n figure) string {
	if k.manner == share {
		return n.printed() + "%"
	}
	return n.printed()
}

// member gives a member of the trade's axis that no other figure of the corpus
// has, so that nothing is compared by chance.
func (d *document) member() field {
	d.serial++
	return field{d.trade.axis, pick(&d.random, d.trade.members) + "-" + strconv.Itoa(d.index) + "-" + strconv.Itoa(d.serial)}
}
