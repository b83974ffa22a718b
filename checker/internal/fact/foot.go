package fact

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/tieout/tieout/checker/internal/node"
)

// tableFoot is a footing down the columns; it waits until all tables of the
// source are known, since its total may stand in another.
type tableFoot struct {
	origin
	table *table
	spec  *node.Node
}

// tablePart is a row or column that a footing adds up.
type tablePart struct {
	key    string
	weight *big.Rat
}

// footings adds the sums that a table asserts. A footing that names a row or
// column which the table lacks is left out as a whole: without it the sum would
// say something else.
func (b *builder) footings(t *table) {
	for _, spec := range items(t.entry.Value.Get("crossFoot")) {
		b.crossFoot(t, spec)
	}
	for _, spec := range items(t.entry.Value.Get("foot")) {
		b.foots = append(b.foots, tableFoot{b.origin, t, spec})
	}
}

// crossFoot adds, for every row, that the total column is the sum of parts.
func (b *builder) crossFoot(t *table, spec *node.Node) {
	subject, total := b.source+"/"+t.id, spec.Get("total")
	parts, ok := b.tableParts(subject, spec, t.columns)
	ok = b.hasKeys(t.columns, subject, total) && ok
	rows := t.rows.names
	if only := spec.Get("rows"); only != nil {
		ok = b.hasKeys(t.rows, subject, only) && ok
		rows = texts(only)
	}
	if !ok {
		return
	}
	for _, row := range rows {
		if !t.printed[[2]string{row, total.Text}] {
			continue
		}
		refs := append(make([]Ref, 0, 1+len(parts)), b.cellRef("total", t, row, total.Text, unweighted))
		for _, p := range parts {
			if t.printed[[2]string{row, p.key}] {
				refs = append(refs, b.cellRef("part", t, row, p.key, p.weight))
			}
		}
		b.tableSum(t, row, total.Text, refs)
	}
}

// foot adds, for every column, that the total row is the sum of part rows.
func (b *builder) foot(f tableFoot) {
	b.origin = f.origin
	t := f.table
	totals, total := b.totalRow(f)
	if totals == nil {
		return
	}
	subject := b.source + "/" + t.id
	parts, ok := b.tableParts(subject, f.spec, t.rows)
	ok = b.hasKeys(totals.rows, subject, total) && ok
	columns := t.columns.names
	if only := f.spec.Get("columns"); only != nil {
		ok = b.hasKeys(t.columns, subject, only) && b.hasKeys(totals.columns, subject, only) && ok
		columns = texts(only)
	}
	if !ok {
		return
	}
	for _, column := range columns {
		if !totals.printed[[2]string{total.Text, column}] {
			continue
		}
		refs := append(make([]Ref, 0, 1+len(parts)), b.cellRef("total", totals, total.Text, column, unweighted))
		for _, p := range parts {
			if t.printed[[2]string{p.key, column}] {
				refs = append(refs, b.cellRef("part", t, p.key, column, p.weight))
			}
		}
		b.tableSum(t, total.Text, column, refs)
	}
}

// totalRow gives the table and the key of the row that holds the total. The
// table is nil when it is unknown or was left out.
func (b *builder) totalRow(f tableFoot) (*table, *node.Node) {
	total := f.spec.Get("total")
	name := total.Get("table")
	if name == nil {
		return f.table, total
	}
	full := b.fullID(name.Text)
	t := b.tables[full]
	if t == nil && !b.isExcluded(full) {
		b.unknown("table", b.source+"/"+f.table.id, name, b.tableNames(), "`tables`")
	}
	return t, total.Get("row")
}

// tableNames gives the ids of the source's tables, in search of the nearest.
func (b *builder) tableNames() []string {
	if b.compared > maxCompared {
		return nil
	}
	var names []string
	for _, id := range keys(b.tables) {
		if local, ok := strings.CutPrefix(id, b.source+"/"); ok {
			names = append(names, local)
		}
	}
	return names
}

// tableParts reads the parts of a footing: keys, or objects of key and weight.
func (b *builder) tableParts(subject string, spec *node.Node, among keyList) ([]tablePart, bool) {
	list := items(spec.Get("parts"))
	parts, ok := make([]tablePart, len(list)), true
	for i, item := range list {
		key := item
		if item.Kind == node.Object {
			key = item.Get(among.kind)
		}
		weight, read := b.weight(subject, item.Get("weight"))
		parts[i] = tablePart{textOf(key), weight}
		ok = b.hasKeys(among, subject, key) && read && ok
	}
	return parts, ok
}

// hasKeys reports the names of rows or columns that are not among a table's.
func (b *builder) hasKeys(among keyList, subject string, n *node.Node) bool {
	if n == nil {
		return false
	}
	names := []*node.Node{n}
	if n.Kind == node.Array {
		names = n.Items
	}
	ok := true
	for _, item := range names {
		if !among.has(item.Text) {
			b.unknown(among.kind, subject, item, among.names, "the table's `"+among.kind+"s`")
			ok = false
		}
	}
	return ok
}

func (b *builder) cellRef(role string, t *table, row, column string, weight *big.Rat) Ref {
	return Ref{Role: role, ID: b.source + "/" + t.id + "." + row + "." + column, Weight: weight}
}

// tableSum adds one sum of a footing. Its id names the row and column of the
// total, so that it outlives their order; a second footing of the same total is
// told apart by its number. A person looks first at the total, which is the
// first of the operands; there is no sum without another.
func (b *builder) tableSum(t *table, row, column string, operands []Ref) {
	if len(operands) == 1 {
		return
	}
	id := b.source + "/" + t.id + "." + row + "." + column + ".sum"
	unique := id
	for n := 2; ; n++ {
		if _, taken := b.standing(unique); !taken {
			break
		}
		unique = fmt.Sprintf("%s%d", id, n)
	}
	f := &Fact{Kind: KindRelation, Relation: &Relation{
		Type: "sum", Table: b.source + "/" + t.id, Operands: operands,
	}}
	if cell := b.c.byID[operands[0].ID]; cell != nil {
		f.Focus = cell.Focus
	}
	b.add(f, unique, &node.Field{
		Key: t.entry.Key, KeyStart: t.entry.KeyStart, KeyEnd: t.entry.KeyEnd, Value: &node.Node{End: t.entry.Value.End},
	})
}
