package corpora

import "strconv"

var (
	restated = &block{facts: 2, weight: 4, make: (*document).restated}
	tied     = &block{facts: 3, weight: 5, make: (*document).tied}
	called   = &block{facts: 1, weight: 3, make: (*document).called}
	// quotedWrong prints a figure of another document otherwise; it is never met
	// without a flaw.
	quotedWrong = &block{facts: 1, make: (*document).quotedWrong}
)

func (d *document) restated(flaw string) bool {
	at, n := d.member(), d.money()
	d.quantity(quantity{concept: "sales", axes: object{at}, n: whole(n)})
	if flaw != "" {
		n += n/7 + 5
	}
	again := d.quantity(quantity{concept: "sales", axes: object{at}, n: whole(n)})
	if flaw != "" {
		d.plant("equality/same-figure", "", inconsistent, scope(d.company, span(d.year), "USD", at, "sales"), again)
	}
	return true
}

func (d *document) tied(flaw string) bool {
	q := quantity{concept: "costs", axes: object{d.member()}, n: whole(d.money())}
	first := d.quantity(q)
	q.axes = object{d.member()}
	rule, year := "equality/stated-tie", strconv.Itoa(d.year)
	switch flaw {
	case "value":
		q.n = q.n.plus(q.n.digits/9 + 7)
	case "qualifier":
		rule, q.words = "equality/tied-qualifier", list{"atLeast"}
	case "period":
		rule, q.day = "time/tie-across-periods", year+"-04-01/"+strconv.Itoa(d.year+1)+"-03-31"
	}
	second := d.quantity(q)
	if id := d.relation("equal", object{{"facts", list{first, second}}}); flaw != "" {
		d.plant(rule, "", inconsistent, d.full(id), id)
	}
	return true
}

func (d *document) called(flaw string) bool {
	q := quantity{concept: "wages", axes: object{d.member()}, n: whole(d.money())}
	as := q.concept
	if flaw != "" {
		as = "rents"
	}
	d.use(as)
	q.more = object{{"calls", object{{"concept", as}}}}
	if id := d.quantity(q); flaw != "" {
		d.plant("equality/label-drift", "", inconsistent, d.full(id), id)
	}
	return true
}

func (d *document) quotedWrong(flaw string) bool {
	slots := map[string][]int{
		"next": {slotNext}, "far": {slotFar}, "three": {slotThree}, "bound": {slotBound},
		"qualifier": {slotNext, slotFar}, "day": {slotFar, slotNext},
	}[flaw]
	quoted, ok := d.take(slots...)
	if !ok {
		return false
	}
	q := d.repeat(quoted)
	rule, verdict, of := "equality/same-figure", inconsistent, ""
	key := quoted.key(q, q.concept)
	switch flaw {
	case "bound":
		rule, q.n, of = "order/declared-bound", whole(d.shared(quoted.home, quoted.set, quoted.slot).n.digits*9/8+1), "expected"
		key = quoted.key(q) + "|grants≤applications"
	case "qualifier":
		rule, q.words = "equality/qualifier-drift", list{"atLeast"}
	case "day":
		rule, verdict, q.asOf = "time/incomparable-dates", "undetermined", strconv.Itoa(q.year+1)+"-02-15"
		q.n = q.n.plus(q.n.digits/9 + 7)
	default:
		q.n = q.n.plus(q.n.digits/9 + 7)
	}
	d.plant(rule, of, verdict, key, d.quantity(q))
	return true
}
