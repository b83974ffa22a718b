package corpora

import "strconv"

var (
	lone     = &block{facts: 1, weight: 30, make: (*document).lone}
	sequence = &block{facts: 3, weight: 4, make: (*document).sequence}
	dated    = &block{facts: 1, weight: 3, make: (*document).dated}
)

// lone adds a figure that stands for itself.
func (d *document) lone(flaw string) bool {
	q := quantity{concept: "sales", axes: object{d.member()}, n: whole(d.money())}
	if flaw != "" {
		return d.loneWrong(flaw, q)
	}
	switch d.below(10) {
	case 8:
		q.concept, q.text = "rating", pick(&d.random, []string{"A", "A-", "BBB+", "BBB"})
	case 9:
		d.vague(&q)
	case 0:
		q.concept, q.n = "satisfaction", figure{d.between(300, 990), 1}
	case 1:
		q.concept = "visitors"
	case 2:
		q.concept, q.n = "accidents", whole(d.between(0, 60))
	case 3, 4:
		q.concept = d.trade.output
	case 5:
		q.concept, q.n = "margin", figure{d.between(-50, 300), 1}
	default:
		q.concept = pick(&d.random, []string{"sales", "costs", "wages", "rents", "repairs", "profit"})
	}
	d.quantity(q)
	return true
}

// vague makes a figure one that is not printed to the last digit.
func (d *document) vague(q *quantity) {
	if d.below(2) == 0 {
		q.concept, q.n, q.upper = "satisfaction", whole(d.between(30, 60)), whole(d.between(61, 95))
		return
	}
	q.concept, q.n, q.words = "visitors", whole(100*d.between(9, 600)), list{"about"}
}

func (d *document) loneWrong(flaw string, q quantity) bool {
	switch flaw {
	case "undisclosed":
		q.status = "undisclosed"
		d.plant(withoutValue, "", "undetermined", d.full("[undisclosed]"), d.quantity(q))
	case "lost":
		q.status = "lost"
		d.plant(withoutValue, "lost", "undetermined", d.full("[lost]"), d.quantity(q))
	case "unanchored":
		if d.size < 60 {
			return false // too few others have a place for this one to be missed
		}
		q.bare = true
		d.plant(withoutValue, "unanchored", inconsistent, d.full("[unanchored]"), d.quantity(q))
	case "headCount":
		if !d.obliged() {
			return false
		}
		d.headed = true
		d.use("headCount")
		d.plantIn("sources", "completeness/required-concept", d.full("[headCount]"))
	case "negative":
		q.concept, q.n = "accidents", whole(-d.between(1, 9))
		id := d.quantity(q)
		d.plant("order/possible-range", "below", inconsistent, d.full(id), id)
	default:
		d.registerWrong(flaw, q)
	}
	return true
}

// registerWrong plants what is wrong with a registry, or with a name or value
// that leaves the figure out.
func (d *document) registerWrong(flaw string, q quantity) {
	switch flaw {
	case "name":
		id := companyID(d.company) + "-" + strconv.Itoa(d.year)
		d.extra = append(d.extra, field{id, object{{"type", "company"}, {"labels", object{{"en", d.name(d.company).en}}}}})
		d.plantIn("entities", "register/same-name", "entities/"+id)
	case "unused":
		id := "tolls-" + strconv.Itoa(d.index)
		d.retired = append(d.retired, id)
		d.plantIn("concepts", "register/unused", "concepts/"+id)
	case "concept":
		id := d.next("salse")
		d.count++
		d.quantities.entry(id, object{{"concept", "salse"}, {"value", q.n}, {"selector", d.at("")}})
		d.plant("record/unknown-name", "", inconsistent, d.full(id), id)
	case "value":
		id := d.next("sales")
		d.count++
		d.quantities.entry(id, object{{"concept", d.use("sales").id}, {"dimensions", q.axes}, {"selector", d.at("")}})
		d.plant("record/schema", "anyOf", inconsistent, d.full(id), id)
	}
}

func (d *document) sequence(flaw string) bool {
	months := [2]int{d.between(1, 5), d.between(7, 12)}
	if flaw != "" {
		months[0], months[1] = months[1], months[0]
	}
	var ids [2]string
	for i, of := range []word{{"Order of the works", "工事の発注"}, {"Opening of the works", "施設の開業"}} {
		ids[i] = d.next("event")
		d.count++
		day := strconv.Itoa(d.year) + "-" + strconv.Itoa(100 + months[i])[1:] + "-1" + strconv.Itoa(d.below(10))
		d.events.entry(ids[i], object{{"date", day}, {"type", "works"}, {"label", of.label(d.ja)}, {"selector", d.at("")}})
	}
	if id := d.relation("sequence", object{{"earlier", ids[0]}, {"later", ids[1]}}); flaw != "" {
		d.plant("time/sequence", "", inconsistent, d.full(id), id)
	}
	return true
}

// dated adds a figure that is told with the day of its counting.
func (d *document) dated(flaw string) bool {
	day := strconv.Itoa(d.year+1) + "-01-31"
	if flaw != "" {
		day = strconv.Itoa(d.year) + "-10-31"
	}
	id := d.quantity(quantity{concept: "visitors", axes: object{d.member()}, n: whole(d.money()), asOf: day})
	if flaw != "" {
		d.plant("time/incomplete-period", "", inconsistent, d.full("["+span(d.year)+"@"+day+"]"), id)
	}
	return true
}
