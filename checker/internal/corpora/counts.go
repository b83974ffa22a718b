package corpora

var (
	counted  = &block{facts: 5, weight: 4, make: (*document).counted}
	property = &block{facts: 6, weight: 3, make: (*document).property}
	compared = &block{facts: 7, weight: 3, make: (*document).compared}
	noted    = &block{facts: 3, weight: 6, make: (*document).noted}
)

func (d *document) counted(flaw string) bool {
	items, n := list{}, 3
	for range n {
		items = append(items, d.claim(object{{"modality", "opinion"}}, pick(&d.random, opinions)))
	}
	if flaw != "" {
		n++
	}
	o := object{{"result", d.quantity(quantity{concept: "listed", axes: object{d.member()}, n: whole(n)})}, {"items", items}}
	if id := d.relation("count", o); flaw != "" {
		d.plant("count/stated-count", "", inconsistent, d.full(id), id)
	}
	return true
}

func (d *document) property(flaw string) bool {
	items, north := list{}, 0
	for range 4 {
		side := pick(&d.random, []string{"north", "south"})
		if side == "north" {
			north++
		}
		items = append(items, d.quantity(quantity{concept: "repairs", axes: object{d.member(), {"side", side}}, n: whole(d.money())}))
	}
	if flaw != "" {
		north++
	}
	o := object{
		{"result", d.quantity(quantity{concept: "listed", axes: object{d.member()}, n: whole(north)})},
		{"items", items},
		{"having", object{{"side", "north"}}},
	}
	if id := d.relation("count", o); flaw != "" {
		d.plant("count/property", "", inconsistent, d.full(id), id)
	}
	return true
}

func (d *document) compared(flaw string) bool {
	introduced, shown := list{}, list{}
	for i := range 3 {
		at := d.member()
		introduced = append(introduced, d.quantity(quantity{concept: "visitors", axes: object{at}, n: whole(d.money())}))
		if flaw == "" || i != 1 {
			shown = append(shown, d.quantity(quantity{concept: "sales", axes: object{at}, n: whole(d.money())}))
		}
	}
	o := object{{"introduced", introduced}, {"compared", shown}, {"along", d.trade.axis}}
	if id := d.relation("comparison", o); flaw != "" {
		d.plant("completeness/comparison-set", "", inconsistent, d.full(id), id)
	}
	return true
}

// noted adds a figure with a note; the flaw is a note that nothing points to.
func (d *document) noted(flaw string) bool {
	d.quantity(quantity{concept: "repairs", axes: object{d.member()}, n: whole(d.money()), notes: list{d.note()}})
	if flaw != "" {
		idle := entryID("notes", d.note())
		d.plant("completeness/notes-and-pointers", "", inconsistent, d.full(idle), idle)
	}
	return true
}
