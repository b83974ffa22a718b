package corpora

var (
	total = &block{facts: 6, weight: 8, make: (*document).total}
	table = &block{facts: 19, weight: 10, make: (*document).table}
)

func (d *document) total(flaw string) bool {
	at, concept := d.member(), "sales"
	if flaw == "" && d.below(3) == 0 {
		concept = d.trade.output
	}
	parts, sum := list{}, 0
	for i := range 4 {
		n, weight := d.money(), 1
		axes := object{at, {"kind", []string{"counter", "orders", "season", "returned"}[i]}}
		of := concept
		if i == 3 && concept == "sales" {
			of, n, weight = "refunds", n/50, -1
		}
		id := d.quantity(quantity{concept: of, axes: axes, n: whole(n)})
		sum += weight * n
		if weight < 0 {
			parts = append(parts, object{{"fact", id}, {"weight", weight}})
		} else {
			parts = append(parts, id)
		}
	}
	switch flaw {
	case "beyond":
		sum += d.between(20, 400)
	case "rounding":
		sum++
	}
	all := d.quantity(quantity{concept: concept, axes: object{at}, n: whole(sum)})
	id := d.relation("sum", object{{"total", all}, {"parts", parts}})
	switch flaw {
	case "beyond":
		d.plant("arithmetic/sum", "", inconsistent, d.full(id), id)
	case "rounding":
		d.plant("arithmetic/sum", "roundingOnly", "roundingOnly", d.full(id), id)
	}
	return true
}

// table adds amounts by place and kind, with their totals both ways.
func (d *document) table(flaw string) bool {
	id, k := d.next("table"), d.use("sales")
	rows := []string{"first", "second", "third", "all"}
	var cells [4][3]int
	for r := range 3 {
		cells[r][1], cells[r][2] = d.money(), d.money()
		if d.below(6) == 0 {
			cells[r][1] = 0
		}
		cells[r][0] = cells[r][1] + cells[r][2]
		for c := range 3 {
			cells[3][c] += cells[r][c]
		}
	}
	if flaw != "" {
		cells[1][2] += d.between(20, 400)
	}
	d.tables.open(id)
	d.tables.entry("concept", k.id)
	d.tables.entry("columns", object{
		{"all", object{{"dimensions", object{{"kind", "all"}}}}},
		{"counter", object{{"dimensions", object{{"kind", "counter"}}}}},
		{"orders", object{{"dimensions", object{{"kind", "orders"}}}}},
	})
	d.tables.open("rows")
	for r, row := range rows {
		printed := list{}
		for _, n := range cells[r] {
			if n == 0 {
				printed = append(printed, object{{"status", "nil"}, {"selector", d.at("-")}})
				continue
			}
			printed = append(printed, d.cell(whole(n).printed(), whole(n)))
		}
		d.tables.entry(row, object{{"dimensions", object{d.member()}}, {"cells", printed}})
	}
	d.tables.shut()
	d.tables.entry("crossFoot", list{object{{"total", "all"}, {"parts", list{"counter", "orders"}}}})
	d.tables.entry("foot", list{object{{"total", "all"}, {"parts", list{"first", "second", "third"}}}})
	d.tables.shut()
	d.count += 12 + 4 + 3
	if flaw != "" {
		across, down := id+".second.all.sum", id+".all.orders.sum"
		d.plant("arithmetic/sum", "", inconsistent, d.full(across), across)
		d.follows("arithmetic/sum", "", inconsistent, d.full(down), down)
	}
	return true
}
