package corpora

import (
	"fmt"
	"strconv"
	"strings"
)

var (
	bound   = &block{facts: 2, weight: 8, make: (*document).bound}
	within  = &block{facts: 3, weight: 4, make: (*document).within}
	ordered = &block{facts: 3, weight: 4, make: (*document).ordered}
	ranked  = &block{facts: 6, weight: 3, make: (*document).ranked}
	ranking = &block{facts: 5, weight: 2, make: (*document).ranking}
	extreme = &block{facts: 5, weight: 3, make: (*document).extreme}
)

// scope gives the key by which reports know the figures of one scope: what they
// share, in the order in which the rule groups by it.
func scope(company int, period, unit string, at field, before ...string) string {
	member, _ := at.value.(string)
	return strings.Join(append(before, companyID(company), period, unit, at.key+"="+member), "|")
}

func span(year int) string { return fmt.Sprintf("%d-01-01/%[1]d-12-31", year) }

func (d *document) bound(flaw string) bool {
	at := d.member()
	received := d.between(40, 4_000)
	settled := received * d.between(50, 100) / 100
	if flaw != "" {
		settled = received + d.between(1, 30)
	}
	d.quantity(quantity{concept: "complaintsReceived", axes: object{at}, n: whole(received)})
	lesser := d.quantity(quantity{concept: "complaintsSettled", axes: object{at}, n: whole(settled)})
	if flaw != "" {
		d.plant("order/declared-bound", "", inconsistent, scope(d.company, span(d.year), "complaint", at)+"|complaintsSettled≤complaintsReceived", lesser)
	}
	return true
}

func (d *document) within(flaw string) bool {
	at := d.member()
	women, men := d.between(10, 400), d.between(10, 400)
	staff := women + men
	if flaw != "" {
		staff -= min(women, men) / 2
	}
	d.quantity(quantity{concept: "women", axes: object{at}, n: whole(women)})
	d.quantity(quantity{concept: "men", axes: object{at}, n: whole(men)})
	all := d.quantity(quantity{concept: "staff", axes: object{at}, n: whole(staff)})
	if flaw != "" {
		day := strconv.Itoa(d.year) + "-12-31"
		d.plant("order/parts-within-whole", "", inconsistent, scope(d.company, day, "person", at)+"|men+women≤staff", all)
	}
	return true
}

func (d *document) ordered(flaw string) bool {
	lesser := d.money()
	greater := lesser * d.between(105, 180) / 100
	if flaw != "" {
		lesser, greater = greater, lesser
	}
	o := object{
		{"lesser", d.quantity(quantity{concept: "wages", axes: object{d.member()}, n: whole(lesser)})},
		{"greater", d.quantity(quantity{concept: "costs", axes: object{d.member()}, n: whole(greater)})},
	}
	if id := d.relation("order", o); flaw != "" {
		d.plant("order/stated-order", "", inconsistent, d.full(id), id)
	}
	return true
}

// heights gives so many amounts, each well above the one before.
func (d *document) heights(n int) []int {
	all := make([]int, n)
	for i, height := 0, d.between(900, 4_000); i < n; i++ {
		all[i] = height
		height += d.between(200, 2_000)
	}
	return all
}

func (d *document) ranked(flaw string) bool {
	var ids [4]string
	for i, n := range d.heights(4) {
		ids[i] = d.quantity(quantity{concept: "visitors", axes: object{d.member()}, n: whole(n)})
	}
	i := d.below(3)
	rank := 4 - i
	if flaw != "" {
		rank--
	}
	among := list{}
	for j, id := range ids {
		if j != i {
			among = append(among, id)
		}
	}
	o := object{
		{"fact", ids[i]}, {"rank", d.quantity(quantity{concept: "place", axes: object{d.member()}, n: whole(rank)})}, {"among", among},
	}
	if id := d.relation("rank", o); flaw != "" {
		d.plant("order/rank", "", inconsistent, d.full(id), id)
	}
	return true
}

func (d *document) ranking(flaw string) bool {
	ranks, at := list{}, d.between(1, 5)
	for i := range 4 {
		if flaw != "" && i == 2 {
			at++
		}
		ranks = append(ranks, d.quantity(quantity{concept: "place", axes: object{d.member()}, n: whole(at + i)}))
	}
	if id := d.relation("ranking", object{{"ranks", ranks}}); flaw != "" {
		d.plant("order/ranking", "", inconsistent, d.full(id), id)
	}
	return true
}

func (d *document) extreme(flaw string) bool {
	var ids [4]string
	for i, n := range d.heights(4) {
		ids[i] = d.quantity(quantity{concept: d.trade.output, axes: object{d.member()}, n: whole(n)})
	}
	largest := 3
	if flaw != "" {
		largest = 2
	}
	among := list{}
	for i, id := range ids {
		if i != largest {
			among = append(among, id)
		}
	}
	if id := d.relation("extreme", object{{"fact", ids[largest]}, {"among", among}, {"is", "largest"}}); flaw != "" {
		d.plant("order/extreme", "", inconsistent, d.full(id), id)
	}
	return true
}
