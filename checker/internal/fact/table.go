package fact

import (
	"github.com/tieout/tieout/checker/internal/node"
)

// table is a table while it is being spread into cells.
type table struct {
	id            string
	entry         *node.Field
	columns, rows keyList
	// printed holds the row and column of each cell that is printed, also of those
	// that were left out.
	printed map[[2]string]bool
	// contexts are those of the columns, made for the first row that has a cell
	// for each of them.
	contexts []context
}

// keyList is the keys of a table's rows or columns, in the order of the file.
type keyList struct {
	kind  string
	names []string
	index map[string]int
}

func newKeyList(kind string, fields []node.Field) keyList {
	k := keyList{kind: kind, names: make([]string, len(fields)), index: make(map[string]int, len(fields))}
	for i, f := range fields {
		k.names[i], k.index[f.Key] = f.Key, i
	}
	return k
}

func (k keyList) has(name string) bool {
	_, ok := k.index[name]
	return ok
}

// table spreads a table into its cells, and its footings into sums.
func (b *builder) table(entry *node.Field, base context) {
	n := entry.Value
	columns, rows := fields(n.Get("columns")), fields(n.Get("rows"))
	t := &table{
		id: entry.Key, entry: entry, printed: map[[2]string]bool{},
		columns: newKeyList("column", columns), rows: newKeyList("row", rows),
	}
	ctx := base.with(n)
	b.container(entry, func() {
		if full := b.source + "/" + t.id; b.tables[full] == nil {
			b.tables[full] = t
		}
		for i := range rows {
			row := &rows[i]
			if b.invalid[row.Value] {
				b.leftOutRow(t, row.Key)
				continue
			}
			b.row(t, row, columns, ctx)
		}
		b.footings(t)
	})
}

// leftOutRow notes that a row takes no part, nor do the sums over its cells.
func (b *builder) leftOutRow(t *table, row string) {
	b.leftOut(t.id + "." + row)
	for _, column := range t.columns.names {
		t.printed[[2]string{row, column}] = true
	}
}

// row adds the cells of a row, in the order of the columns.
func (b *builder) row(t *table, row *node.Field, columns []node.Field, tableContext context) {
	cells := row.Value.Get("cells")
	if cells == nil || len(cells.Items) != len(columns) {
		b.badRow(t, row, items(cells))
		return
	}
	if t.contexts == nil {
		t.contexts = make([]context, len(columns))
		for i := range columns {
			t.contexts[i] = tableContext.with(columns[i].Value)
		}
	}
	selectors := b.selectors(t, row, cells)
	for i, cell := range cells.Items {
		if cell.Kind == node.Null {
			continue
		}
		column := columns[i].Key
		t.printed[[2]string{row.Key, column}] = true
		ctx := t.contexts[i].with(row.Value)
		ctx.selector = selectors(cell, ctx.selector)
		id := b.source + "/" + t.id + "." + row.Key + "." + column
		b.figure(id, &node.Field{Key: column, KeyStart: cell.Start, KeyEnd: cell.End, Value: cell}, ctx, "", "")
	}
}

func (b *builder) badRow(t *table, row *node.Field, cells []*node.Node) {
	at := row.Value
	if n := row.Value.Get("cells"); n != nil {
		at = n
	}
	b.badTable(b.source+"/"+t.id+"."+row.Key, at,
		say("the row has %d cells, the table %d columns", "行のセル数は %d ですが、表の列数は %d です", len(cells), len(t.columns.names)),
		say("write one cell a column, `null` where none is printed, and \"-\" for a printed dash",
			"列ごとに1セルを書き、印字のないセルは `null`、ダッシュは \"-\" としてください"))
	b.leftOutRow(t, row.Key)
	for _, cell := range cells {
		if cell.Kind != node.Null {
			b.c.Excluded++
		}
	}
}

// selectors gives each cell of a row its selector, in the order of the cells. A
// cell without its own takes the next piece of the row's split, else the row's
// selector, else the one that it inherits from its column or table.
func (b *builder) selectors(t *table, row *node.Field, cells *node.Node) func(cell *node.Node, inherited Selector) Selector {
	n := row.Value.Get("selector")
	if n == nil {
		return func(_ *node.Node, inherited Selector) Selector {
			inherited.Shared = true
			return inherited
		}
	}
	bare := 0
	for _, cell := range cells.Items {
		if cell.Kind != node.Null && cell.Get("selector") == nil {
			bare++
		}
	}
	s := newSelector(n)
	s.Shared = bare > 1
	if pieces := len(s.Split); pieces > 0 && pieces != bare {
		b.badTable(b.source+"/"+t.id+"."+row.Key, n.Get("split"),
			say("`split` has %d pieces for %d cells", "`split` は %d 個ですが、対応するセルは %d 個です", pieces, bare),
			say("write one piece for each cell that has no selector of its own", "固有の selector を持たないセルごとに1つずつ書いてください"))
		s.Split, s.Shared = nil, true
	}
	next := 0
	return func(cell *node.Node, _ Selector) Selector {
		if cell.Get("selector") == nil {
			next++
		}
		own := s
		own.Index = next
		return own
	}
}
