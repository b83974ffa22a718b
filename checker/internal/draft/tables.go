package draft

import (
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/figure"
)

// tableGap is how many lines may stand between two rows of a table.
const tableGap = 8

// row is a run of digits that was the cells of a row.
type row struct {
	place
	text string
	// total is the number that stands alone above the row and may be its total;
	// nil for none.
	total     *place
	totalSize int64
	cells     cells
}

// key names a row by its line, and its place there.
func (r *row) key() string { return "l" + itoa(r.line+1) + "-" + itoa(r.token+1) }

// tables proposes the rows of digits run together, where they add up in one way
// only.
func (d *drafter) tables() {
	c := search{separated: d.separated()}
	var rows []*row
	flush := func() {
		if layout, ok := c.solve(rows); ok {
			d.table(rows, layout)
		}
		rows = nil
	}
	for line, spans := range d.spans {
		for i, s := range spans {
			if s.Figure.Kind != figure.Unknown || d.used[place{line, i}] || !isRun(s.Text) {
				continue
			}
			if len(rows) > 0 && (line-rows[len(rows)-1].line > tableGap || d.above(line) != d.above(rows[0].line)) {
				flush()
			}
			r := &row{place: place{line, i}, text: s.Text}
			d.totalAbove(r)
			if c.solvable(r) {
				rows = append(rows, r)
			}
		}
	}
	flush()
}

// separated tells whether the text writes thousands with separators: then a
// number of four digits without one is none.
func (d *drafter) separated() bool {
	for _, spans := range d.spans {
		for _, s := range spans {
			if f := s.Figure; f.Kind == figure.Number && f.Value != nil && strings.Contains(s.Text, ",") {
				return true
			}
		}
	}
	return false
}

// totalAbove looks for a total that stands on a line of its own above a row:
// a bare number that ends its line.
func (d *drafter) totalAbove(r *row) {
	for line := r.line - 1; line >= max(0, r.line-3); line-- {
		for i, s := range slices.Backward(d.spans[line]) {
			p, f := place{line, i}, s.Figure
			if f.Kind == figure.NotePointer {
				continue
			}
			if f.Kind == figure.Number && f.Unit == "" && f.Counter == "" && f.Scale == 0 && len(f.Qualifiers) == 0 && f.Value != nil && f.Value.IsInt() &&
				f.Value.Num().IsInt64() && !d.used[p] {
				r.total, r.totalSize = &p, f.Value.Num().Int64()
			}
			return
		}
	}
}

// table proposes a table of rows that were split.
func (d *drafter) table(rows []*row, l layout) {
	extra := false
	for _, r := range rows {
		extra = extra || r.cells.extra
	}
	columns := l.columns()
	var b strings.Builder
	b.WriteString("\n    concept: " + fact.Unassigned)
	unit, stated := d.unitOf(rows[0].line)
	if stated {
		h := figure.Figure{Unit: unit.Unit, Counter: unit.Counter}
		if u := unitOf(h); u != "" {
			b.WriteString("\n    unit: " + u)
		}
		if unit.Scale != 0 {
			b.WriteString("\n    scale: " + itoa(unit.Scale) + "\n    rounded: true")
		}
	}
	b.WriteString("\n    columns:")
	for _, c := range columns {
		b.WriteString("\n      " + c + ": {}")
	}
	if extra {
		b.WriteString("\n      other: {unit: " + fact.Unassigned + ", scale: 0, rounded: false}")
	}
	b.WriteString("\n    rows:")
	for _, r := range rows {
		d.row(&b, r, extra)
		d.used[r.place] = true
	}
	parts := columns[1:]
	total := columns[0]
	if l.totalLast {
		parts, total = columns[:len(columns)-1], columns[len(columns)-1]
	}
	b.WriteString("\n    crossFoot:\n      - {total: " + total + ", parts: " + sequence(parts) + "}")
	if comment := d.headingOf(rows[0].line); comment != "" {
		b.WriteString("\n    comment: " + quote(comment))
	}
	d.add(rows[0].line, tables, "t"+itoa(rows[0].line+1), b.String())
}

// row writes a row of a table.
func (d *drafter) row(b *strings.Builder, r *row, extra bool) {
	s := d.spans[r.line][r.token]
	pieces := make([]string, len(r.cells.texts))
	var values []string
	if r.cells.outside {
		t := d.spans[r.total.line][r.total.token]
		values = append(values, new(flow).put("value", itoa(int(r.totalSize))).
			put("selector", d.selector(r.total.line, t.Start, t.End).String()).String())
		d.used[*r.total] = true
	}
	for i, text := range r.cells.texts {
		pieces[i] = quote(text)
		if isDash(firstRune(text)) {
			values = append(values, `"-"`)
			continue
		}
		values = append(values, strings.ReplaceAll(text, ",", ""))
	}
	if extra && !r.cells.extra {
		values = append(values, "null")
	}
	selector := d.quotation(r.line, s.Start, s.End, maxRun).put("split", sequence(pieces)).put("splitBasis", "footing")
	b.WriteString("\n      " + r.key() + ":\n        selector: " + selector.String() + "\n        cells: " + sequence(values))
}
