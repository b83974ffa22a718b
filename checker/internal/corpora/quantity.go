package corpora

import (
	"fmt"
	"strconv"
)

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
	// upper is the end of a range that begins at n, text stands in place of both.
	upper figure
	text  string
	// bare figures have no place in the text.
	bare bool
}

// quantity adds a figure and gives its id.
func (d *document) quantity(q quantity) string {
	d.count++
	id := d.next(q.concept)
	d.quantities.entry(id, append(d.fields(q), d.named(q)...))
	return id
}

// cell gives a figure as the cell of a table or a part of a measure has it. Its
// concept stands elsewhere.
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
	o, exact := append(o, k.format()...), ""
	switch {
	case q.status != "":
		o = append(o, field{"status", q.status})
	case q.text != "":
		o, exact = append(o, field{"text", q.text}), q.text
	case q.upper != figure{}:
		o, exact = append(o, field{"lower", q.n}, field{"upper", q.upper}), q.n.printed()+"–"+k.print(q.upper)
	default:
		o, exact = append(o, field{"value", q.n}), k.print(q.n)
	}
	if q.words != nil {
		o = append(o, field{"qualifiers", q.words})
		exact = qualified[q.words[0]] + exact
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

// qualified are the words of qualifiers as documents print them.
var qualified = map[any]string{"atLeast": "at least ", "about": "about "}

// named gives most figures the words that stand beside them, and some a remark
// of whoever drew them.
func (d *document) named(q quantity) object {
	var o object
	if d.below(8) != 0 {
		k, w := known[q.concept], d.name(d.company)
		o = append(o, field{"label", object{{"en", fmt.Sprintf("%s of the %s, by its report for %d", k.labels.en, w.en, d.year)}}})
		if d.ja {
			o[0].value = object{{"en", k.labels.en + " of the " + w.en}, {"ja", fmt.Sprintf("%sの%s（%d年の報告による）", w.ja, k.labels.ja, d.year)}}
		}
	}
	if d.below(3) == 0 {
		o = append(o, field{"comment", pick(&d.random, comments)})
	}
	return o
}

// format is how the concept's figures differ from the document's defaults.
func (k *concept) format() object {
	switch k.manner {
	case words:
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
