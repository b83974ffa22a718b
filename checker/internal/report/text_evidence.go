package report

import (
	"fmt"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// The operands of a long sum are not all shown.
const (
	maxOperands   = 12
	shownOperands = 10
	// maxRole is the most columns that the roles of operands get.
	maxRole = 20
)

// row is a line of arithmetic: what part it plays, the figure, the interval
// that it stands for, and where it comes from.
type row struct {
	role, figure, interval, about string
	printed, passage              string // the figure, and the source's words around it, if they are at hand
	more                          int    // operands left out after this row
}

// evidence prints the arithmetic behind a finding at a place as notes.
func (p *printer) evidence(e *finding.Evidence, at finding.Range, gutter int) {
	p.rows(p.arithmetic(e, at), gutter)
	if len(e.Missing) > 0 {
		p.note(gutter, p.words.missing, strings.Join(p.missing(e.Missing), "; "), plain)
	}
	if e.Worlds != nil {
		p.note(gutter, p.words.worlds, strings.Join(p.worlds(e.Worlds), p.words.clause), plain)
	}
	if len(e.Explanations) > 0 {
		p.note(gutter, p.words.explanations, strings.Join(p.explanations(e.Explanations), "; "), plain)
	}
}

// worlds says under which ways of rounding the figures meet.
func (p *printer) worlds(w *finding.Worlds) (parts []string) {
	for _, name := range w.Meets {
		parts = append(parts, fmt.Sprintf(p.words.meets, p.words.world(name)))
	}
	for _, name := range w.Misses {
		parts = append(parts, fmt.Sprintf(p.words.misses, p.words.world(name)))
	}
	return parts
}

func (p *printer) explanations(list []finding.Text) (parts []string) {
	for _, t := range list {
		parts = append(parts, strings.TrimRight(t.In(p.lang), ".。"))
	}
	return parts
}

func (p *printer) missing(list []finding.Missing) []string {
	names := make([]string, len(list))
	for i, m := range list {
		name := m.Label.In(p.lang)
		if name == "" {
			name = m.Fact
		}
		if name == "" {
			name = in(p.words.roles, m.Role)
		}
		names[i] = name + ": " + in(p.words.causes, m.Cause)
	}
	return names
}

// arithmetic gives the rows of the operands and of what they come to.
func (p *printer) arithmetic(e *finding.Evidence, at finding.Range) []row {
	var rows []row
	shown := e.Operands
	if len(shown) > maxOperands {
		shown = shown[:shownOperands]
	}
	for _, o := range shown {
		rows = append(rows, p.operand(o, at))
	}
	if hidden := len(e.Operands) - len(shown); hidden > 0 {
		rows[len(rows)-1].more = hidden
	}
	if e.Computed != nil {
		rows = append(rows, p.figure(p.words.computed, e.Computed, e.Unit))
	}
	if e.Reported != nil {
		rows = append(rows, p.figure(p.words.reported, e.Reported, e.Unit))
	}
	if e.Deviation != "" {
		rows = append(rows, row{role: p.words.deviation, figure: p.words.distance(e.Deviation, e.Unit)})
	}
	return rows
}

func (p *printer) operand(o finding.Operand, at finding.Range) row {
	r := row{role: in(p.words.roles, o.Role), figure: o.Printed, interval: p.interval(o.Interval), printed: o.Printed, passage: o.Passage}
	if r.figure == "" {
		r.figure = amount(o.Value, o.Unit)
	}
	if r.figure == "" {
		r.figure = in(p.words.statuses, o.Status)
	}
	if o.Weight != "" && o.Weight != "1" {
		r.figure = amount(o.Weight, "") + " × " + r.figure
	}
	r.about = strings.Join(p.origin(o, at), p.words.listSeparator)
	return r
}

// origin says what an operand is and where it comes from, but for what stands
// at the head of the finding anyway.
func (p *printer) origin(o finding.Operand, at finding.Range) []string {
	var about []string
	label := o.Label.In(p.lang)
	if label == "" {
		label = o.Fact
	}
	if o.Location != at || o.Interval != "" {
		about = append(about, label)
	}
	if place := o.Location.String(); place != "" && o.Location != at {
		about = append(about, place)
	}
	if o.SourceLine > 0 {
		about = append(about, fmt.Sprintf(p.words.printedAt, o.Source, o.SourceLine))
	}
	return about
}

func (p *printer) figure(role string, f *finding.Figure, unit string) row {
	figure := f.Printed
	if figure == "" {
		figure = amount(f.Value, unit)
	}
	return row{role: role, figure: figure, interval: p.interval(f.Interval)}
}

// interval writes an interval for people. One for each way of rounding comes
// with the name of the way behind it. That of an exact figure says nothing more
// than the figure.
func (p *printer) interval(text string) string {
	if rePoint().MatchString(text) {
		return ""
	}
	for name, word := range p.words.worldWords {
		text = strings.ReplaceAll(text, " "+name, " "+word)
	}
	return intervals(text)
}

// rows prints rows in columns. What a row is about stands in the last column
// where that leaves every row on one line, and below the figures otherwise.
func (p *printer) rows(rows []row, gutter int) {
	role := 0
	for _, r := range rows {
		role = max(role, columns(short(r.role, maxRole)))
	}
	margin := strings.Repeat(" ", gutter+1)
	below := strings.Repeat(" ", gutter+3+role+2)
	for _, text := range aligned(rows, p.width-len(below)) {
		for i, line := range text.lines {
			if i == 0 {
				p.line(margin, p.paint(blue, "= "), p.paint(bold, pad(short(text.role, maxRole), role)), "  ", line)
			} else {
				p.line(below, line)
			}
		}
		p.passage(text.row, below)
		if text.more > 0 {
			p.line(margin, p.paint(blue, "= "), fmt.Sprintf(p.words.more, text.more))
		}
	}
}

// lines is a row, laid out.
type lines struct {
	row
	lines []string
}

// aligned lays rows out in columns: figure, interval, and what they are about.
func aligned(rows []row, width int) []lines {
	var figure, interval, about int
	for _, r := range rows {
		if r.figure != "" {
			figure = max(figure, columns(r.figure)+2)
		}
		if r.interval != "" {
			interval = max(interval, columns(r.interval)+2)
		}
		about = max(about, columns(r.about))
	}
	oneLine := figure+interval+about <= width
	// A figure in words may be long; the others keep their place.
	figure = min(figure, max(width-interval, minLine))
	var list []lines
	for _, r := range rows {
		text := strings.TrimRight(pad(r.figure, max(figure, columns(r.figure)+2))+pad(r.interval, interval), " ")
		l := lines{row: r}
		switch {
		case oneLine:
			text = strings.TrimRight(pad(text, figure+interval)+r.about, " ")
			l.lines = []string{text}
		case text != "":
			l.lines = fitted(text, width)
		}
		if !oneLine && r.about != "" {
			l.lines = append(l.lines, wrap(r.about, width, width)...)
		}
		list = append(list, l)
	}
	return list
}

// fitted leaves a text that fits as it is, blanks between its columns included.
func fitted(text string, width int) []string {
	if columns(text) <= width {
		return []string{text}
	}
	return wrap(text, width, width)
}
