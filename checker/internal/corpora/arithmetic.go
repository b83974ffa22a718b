package corpora

var (
	shareOf  = &block{facts: 4, weight: 6, make: (*document).shareOf}
	ratio    = &block{facts: 4, weight: 5, make: (*document).ratio}
	change   = &block{facts: 4, weight: 8, make: (*document).change}
	product  = &block{facts: 4, weight: 3, make: (*document).product}
	mean     = &block{facts: 5, weight: 3, make: (*document).mean}
	trend    = &block{facts: 3, weight: 3, make: (*document).trend}
	exhaust  = &block{facts: 4, weight: 3, make: (*document).exhaust}
	weighted = &block{facts: 6, weight: 2, make: (*document).weighted}
)

// relation adds a relation and gives its id.
func (d *document) relation(kind string, o object) string {
	d.count++
	id := d.next(kind)
	d.relations.entry(id, object{{kind, o}})
	return id
}

// money gives an amount with room for errors that rounding cannot explain.
func (d *document) money() int { return d.between(900, 60_000) }

// three adds the figures of a relation between two figures and a third that
// follows from them; the third is off where the flaw is not empty.
func (d *document) three(flaw, rule, kind string, roles [3]string, q [3]quantity, off int) bool {
	if flaw != "" {
		q[2].n = q[2].n.plus(off)
	}
	o := object{}
	for i, role := range roles {
		o = append(o, field{role, d.quantity(q[i])})
	}
	if id := d.relation(kind, o); flaw != "" {
		d.plant(rule, "", inconsistent, d.full(id), id)
	}
	return true
}

func (d *document) shareOf(flaw string) bool {
	at := d.member()
	n := d.between(1_000, 9_000)
	part := n * d.between(5, 60) / 100
	result := quotient(part*100, n, 1, d.truncate)
	return d.three(flaw, "arithmetic/share", "share", [3]string{"part", "whole", "result"}, [3]quantity{
		{concept: "respondents", axes: object{at, {"answer", "yes"}}, n: whole(part)},
		{concept: "respondents", axes: object{at}, n: whole(n)},
		{concept: "part", axes: object{at, {"answer", "yes"}}, n: result},
	}, d.between(20, 90))
}

func (d *document) ratio(flaw string) bool {
	axes := object{d.member()}
	over, under := d.money()*2, d.money()
	return d.three(flaw, "arithmetic/ratio", "ratio", [3]string{"numerator", "denominator", "result"}, [3]quantity{
		{concept: "sales", axes: axes, n: whole(over)},
		{concept: "rents", axes: axes, n: whole(under)},
		{concept: "multiple", axes: axes, n: quotient(over, under, 2, d.truncate)},
	}, over*100/under/3+9)
}

func (d *document) change(flaw string) bool {
	axes := object{d.member()}
	concept := pick(&d.random, []string{"sales", "costs", "wages", "repairs", d.trade.output})
	from := d.money()
	to := from * d.between(70, 160) / 100
	return d.three(flaw, "arithmetic/change", "change", [3]string{"from", "to", "result"}, [3]quantity{
		{concept: concept, axes: axes, n: whole(from), year: d.year - 1},
		{concept: concept, axes: axes, n: whole(to)},
		{concept: "growth", axes: axes, n: quotient((to-from)*100, from, 1, d.truncate)},
	}, d.between(20, 90))
}

func (d *document) product(flaw string) bool {
	axes := object{d.member()}
	price, number := figure{d.between(200, 4_000), 2}, d.between(20_000, 200_000)
	result := quotient(price.digits*number, 100*1000, 0, d.truncate)
	q := []quantity{
		{concept: "price", axes: axes, n: price}, {concept: d.trade.output, axes: axes, n: whole(number)}, {concept: "sales", axes: axes, n: result},
	}
	if flaw != "" {
		q[2].n = q[2].n.plus(d.between(20, 90))
	}
	o := object{{"factors", list{d.quantity(q[0]), d.quantity(q[1])}}, {"result", d.quantity(q[2])}}
	if id := d.relation("product", o); flaw != "" {
		d.plant("arithmetic/product", "", inconsistent, d.full(id), id)
	}
	return true
}

func (d *document) mean(flaw string) bool {
	members, sum := list{}, 0
	for range 3 {
		n := d.money()
		sum += n
		members = append(members, d.quantity(quantity{concept: "sales", axes: object{d.member()}, n: whole(n)}))
	}
	n := quotient(sum, 3, 0, d.truncate)
	if flaw != "" {
		n = n.plus(d.between(20, 90))
	}
	result := d.quantity(quantity{concept: "meanSales", axes: object{d.member()}, n: n})
	if id := d.relation("mean", object{{"result", result}, {"members", members}}); flaw != "" {
		d.plant("arithmetic/mean", "", inconsistent, d.full(id), id)
	}
	return true
}

func (d *document) trend(flaw string) bool {
	axes, is := object{d.member()}, pick(&d.random, []string{"rose", "fell", "doubled"})
	from := d.money()
	to := map[string]int{"rose": from * 5 / 4, "fell": from * 3 / 4, "doubled": from * d.between(185, 215) / 100}[is]
	if flaw != "" {
		is, to = "rose", from*d.between(70, 90)/100
	}
	o := object{
		{"from", d.quantity(quantity{concept: "visitors", axes: axes, n: whole(from), year: d.year - 1})},
		{"to", d.quantity(quantity{concept: "visitors", axes: axes, n: whole(to)})},
		{"is", is},
	}
	if id := d.relation("trend", o); flaw != "" {
		d.plant("arithmetic/trend", "", inconsistent, d.full(id), id)
	}
	return true
}

func (d *document) exhaust(flaw string) bool {
	at := d.member()
	n := [3]int{d.between(10, 40), d.between(10, 40), 0}
	n[2] = 100 - n[0] - n[1]
	if flaw != "" {
		n[2] -= d.between(5, 9)
	}
	parts := list{}
	for i, way := range []string{"cash", "card", "account"} {
		parts = append(parts, d.quantity(quantity{concept: "part", axes: object{at, {"paid-by", way}}, n: whole(n[i])}))
	}
	if id := d.relation("whole", object{{"parts", parts}}); flaw != "" {
		d.plant("arithmetic/whole", "", inconsistent, d.full(id), id)
	}
	return true
}

func (d *document) weighted(flaw string) bool {
	at := d.member()
	w := 10 * d.between(3, 8)
	a, b := 10*d.between(4, 12), 10*d.between(4, 12)
	n := whole((w*a + (100-w)*b) / 100)
	if flaw != "" {
		n = n.plus(d.between(5, 20))
	}
	house, own := field{"of", "house"}, field{"of", "own"}
	o := object{
		{"result", d.quantity(quantity{concept: "payout", axes: object{at}, n: n})},
		{"terms", list{
			object{{"fact", d.quantity(quantity{concept: "result", axes: object{at, house}, n: whole(a)})}, {"by", d.quantity(quantity{concept: "weight", axes: object{at, house}, n: whole(w)})}},
			object{{"fact", d.quantity(quantity{concept: "result", axes: object{at, own}, n: whole(b)})}, {"by", d.quantity(quantity{concept: "weight", axes: object{at, own}, n: whole(100 - w)})}},
		}},
	}
	if id := d.relation("weighted", o); flaw != "" {
		d.plant("arithmetic/weighted", "", inconsistent, d.full(id), id)
	}
	return true
}
