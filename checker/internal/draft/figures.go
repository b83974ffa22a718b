package draft

import (
	"math/big"
	"strings"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/figure"
	"github.com/tieout/tieout/checker/internal/lazy"
	"github.com/tieout/tieout/checker/internal/number"
)

// maxNumber bounds a number's text: fact files read no longer one.
const maxNumber = 100

// line proposes what the tokens of a line say, and the claims that its markers
// ask for.
func (d *drafter) line(line int) {
	d.enumerations(line)
	var ids []string
	for i, s := range d.spans[line] {
		id := ""
		if !d.used[place{line, i}] {
			id = d.token(place{line, i}, s)
		}
		ids = append(ids, id)
	}
	d.claims(line, ids)
}

// token proposes a token, and gives the id of the quantity that it became.
func (d *drafter) token(p place, s figure.Span) (id string) {
	f := s.Figure
	switch f.Kind {
	case figure.Marker:
		return ""
	case figure.NotePointer:
		d.lonePointer(p, s)
		return ""
	case figure.Label:
		d.setAside(p.line, s)
		return ""
	case figure.Date, figure.Period:
		if date := d.eventDate(f); date != "" {
			d.event(p.line, date, s.Start, s.End)
			return ""
		}
	case figure.Range:
		if f.Lower == nil && d.dateRange(p.line, s) {
			return ""
		}
	case figure.Number:
		f = d.inTable(p, f)
	default:
	}
	q := new(flow).put("concept", fact.Unassigned)
	if !put(q, asYears(f)) {
		q.text("text", clip(s.Text))
	}
	d.notes(q, p)
	q.put("selector", d.selector(p.line, s.Start, s.End).String()).text("comment", d.headingOf(p.line))
	return d.propose(p.line, quantities, q)
}

// put writes a figure's value, unit, scale, precision and qualifiers. It tells
// whether the figure has them.
func put(q *flow, f figure.Figure) bool {
	if f.Kind == figure.Nil {
		q.put("status", "nil")
		return true
	}
	if !putValue(q, f) {
		return false
	}
	if unit := unitOf(f); unit != "" {
		q.put("unit", unit)
	}
	if f.Scale != 0 {
		q.put("scale", itoa(f.Scale))
	}
	switch {
	case f.Decimals < 0:
		q.put("decimals", itoa(f.Precision()))
	case rounded(f):
		q.put("rounded", "true")
	}
	if len(f.Qualifiers) > 0 {
		words := make([]string, len(f.Qualifiers))
		for i, w := range f.Qualifiers {
			words[i] = string(w)
		}
		q.put("qualifiers", sequence(words))
	}
	return true
}

// putValue writes a value, or the ends of a range.
func putValue(q *flow, f figure.Figure) bool {
	ends := []struct {
		key string
		x   *big.Rat
	}{{"value", f.Value}, {"lower", f.Lower}, {"upper", f.Upper}}
	if f.Value != nil {
		ends = ends[:1]
	}
	found := false
	for _, end := range ends {
		if end.x == nil {
			continue
		}
		if len(written(end.x, f.Decimals)) > maxNumber {
			return false
		}
		q.put(end.key, written(end.x, f.Decimals))
		found = true
	}
	return found
}

// written gives a number with the decimals that are printed, or as a fraction.
func written(x *big.Rat, decimals int) string {
	s := x.FloatString(max(decimals, 0))
	if y, ok := new(big.Rat).SetString(s); ok && y.Cmp(x) == 0 {
		return s
	}
	return quote(x.RatString())
}

// rounded tells a figure that is rounded to its last digit from a count, which
// is exact.
func rounded(f figure.Figure) bool {
	if f.Kind == figure.Fraction || f.Kind == figure.Ordinal || f.Has(number.Several) {
		return false
	}
	return f.Scale != 0 || f.Decimals > 0 || f.Unit != "" && f.Unit != "pure"
}

// inTable gives a bare number the unit that is printed apart from it: at the
// beginning of the next line, or in the head of its table. A number alone on a
// line may be a count, and is left as it is.
func (d *drafter) inTable(p place, f figure.Figure) figure.Figure {
	if f.Unit != "" || f.Counter != "" || f.Scale != 0 {
		return f
	}
	s := d.spans[p.line][p.token]
	if h, ok := d.unitBelow(p.line, s.End); ok {
		f.Scale, f.Unit, f.Counter = h.Scale, h.Unit, h.Counter
		return f
	}
	h, ok := d.unitOf(p.line)
	if ok && (strings.Contains(s.Text, ",") || len(d.spans[p.line]) > 1) {
		f.Scale, f.Unit, f.Counter = h.Scale, h.Unit, h.Counter
	}
	return f
}

var unitAtStart = lazy.Regexp(`^[^\s\d(（、。]{1,8}`)

// unitBelow reads the unit that the next line begins with, when a number ends
// its own.
func (d *drafter) unitBelow(line, end int) (figure.Header, bool) {
	if strings.TrimSpace(d.lines[line][end:]) != "" || d.blank(line+1) {
		return figure.Header{}, false
	}
	h, err := figure.ParseHeader(unitAtStart().FindString(d.lines[line+1]))
	return h, err == nil && (h.Unit != "" || h.Scale != 0)
}

// day is a date that an event can have; years of four digits only.
var day = lazy.Regexp(`^[1-9]\d{3}(-\d\d(-\d\d)?)?$`)

// eventDate gives the date of an event, "" when the print says less: a decade,
// a day without its year, a fiscal year whose calendar is not known.
func (d *drafter) eventDate(f figure.Figure) string {
	switch {
	case !day().MatchString(f.Date):
		return ""
	case !f.Fiscal:
		return f.Date
	case len(f.Date) == 4 && d.source.FiscalYears:
		return "FY" + f.Date
	}
	return ""
}

// asYears makes a fiscal year or a decade a number of years; other figures stay
// as they are. From a decade on is from its first year, up to it to its last.
func asYears(f figure.Figure) figure.Figure {
	if f.Kind != figure.Period || len(f.Date) != len("2006") {
		return f
	}
	first, ok := new(big.Rat).SetString(strings.Replace(f.Date, "X", "0", 1))
	if !ok {
		return f
	}
	years := figure.Figure{Kind: figure.Range, Counter: "年", Qualifiers: f.Qualifiers}
	if !strings.HasSuffix(f.Date, "X") {
		years.Kind, years.Value = figure.Ordinal, first
		return years
	}
	last := new(big.Rat).Add(first, big.NewRat(9, 1))
	switch years.Qualifiers = nil; {
	case f.Has(number.AtLeast):
		years.Lower = first
	case f.Has(number.UpTo):
		years.Upper = last
	default:
		years.Lower, years.Upper, years.Qualifiers = first, last, f.Qualifiers
	}
	return years
}

func (d *drafter) event(line int, date string, start, end int) {
	d.propose(line, events, new(flow).put("date", date).put("type", fact.Unassigned).
		put("selector", d.selector(line, start, end).String()).text("comment", d.headingOf(line)))
}

// dateRange proposes the two ends of a range of dates, where each is printed
// whole.
func (d *drafter) dateRange(line int, s figure.Span) bool {
	from, to, _ := strings.Cut(s.Figure.Date, "/")
	for cut := range s.Text {
		left, err := figure.Parse(s.Text[:cut])
		if err != nil || left.Date != from || d.eventDate(left) == "" {
			continue
		}
		for next := range s.Text[cut:] {
			right, err := figure.Parse(s.Text[cut+next:])
			if err != nil || right.Date != to || d.eventDate(right) == "" {
				continue
			}
			d.event(line, d.eventDate(left), s.Start, s.Start+cut)
			d.event(line, d.eventDate(right), s.Start+cut+next, s.End)
			return true
		}
	}
	return false
}

// setAside notes the number of a heading or of a list's entry, which no fact
// says.
func (d *drafter) setAside(line int, s figure.Span) {
	reason := "listOrdinal"
	if at := d.above(line); at >= 0 && d.headings[at].line == line {
		reason = "headingNumber"
	}
	d.aside(line, s, reason, "")
}

// aside notes a token that is to be set aside. Without a quotation, its whole
// line would be.
func (d *drafter) aside(line int, s figure.Span, reason, comment string) {
	if item := d.selector(line, s.Start, s.End); len(item.members) > 1 {
		d.asides = append(d.asides, "- "+item.put("reason", reason).text("comment", comment).String())
	}
}
