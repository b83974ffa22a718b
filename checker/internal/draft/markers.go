package draft

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/figure"
)

const (
	maxCitations = 100
	maxNotes     = 50
	maxRests     = 10_000
)

// pointer is a marker or note pointer: the number that it prints, and where.
type pointer struct {
	place
	number int
}

// attachNotes gives each figure the note pointers that stand directly behind
// it or its unit, on its line or at the beginning of the next.
func (d *drafter) attachNotes() {
	d.pointed = map[place][]pointer{}
	var last place
	var end spot
	bearing := false
	for line, spans := range d.spans {
		for i, s := range spans {
			p := place{line, i}
			if d.used[p] || s.Figure.Kind != figure.NotePointer {
				last, end, bearing = p, d.behind(p, s), d.bears(p)
				continue
			}
			if bearing = bearing && d.adjoins(end, spot{line, s.Start}) && d.point(last, p); bearing {
				d.used[p], end = true, spot{line, s.End}
			}
		}
	}
}

// point gives a figure a note pointer, if there is a list that it leads into
// with those that the figure has.
func (d *drafter) point(at, p place) bool {
	all := slices.Concat(d.pointed[at], d.numbersAt(p))
	if len(all) > maxNotes || d.listFor("notes", at.line, all) == "" {
		return false
	}
	d.pointed[at] = all
	return true
}

// numbersAt gives the numbers of a marker or note pointer.
func (d *drafter) numbersAt(p place) []pointer {
	var pointers []pointer
	for _, n := range d.spans[p.line][p.token].Figure.Numbers {
		pointers = append(pointers, pointer{p, n})
	}
	return pointers
}

// spot is a place in the text, in bytes of its line.
type spot struct{ line, at int }

// behind gives the end of a figure with its unit, which may stand on the next
// line.
func (d *drafter) behind(p place, s figure.Span) spot {
	if f := s.Figure; f.Kind == figure.Number && f.Unit == "" && f.Counter == "" && f.Scale == 0 {
		if _, ok := d.unitBelow(p.line, s.End); ok {
			return spot{p.line + 1, len(unitAtStart().FindString(d.lines[p.line+1]))}
		}
	}
	return spot{p.line, s.End}
}

// adjoins tells whether nothing but a blank or one end of a line stands between
// two places.
func (d *drafter) adjoins(a, b spot) bool {
	switch b.line {
	case a.line:
		return a.at <= b.at && strings.TrimSpace(d.lines[a.line][a.at:b.at]) == ""
	case a.line + 1:
		return strings.TrimSpace(d.lines[a.line][a.at:]) == "" && strings.TrimSpace(d.lines[b.line][:b.at]) == ""
	}
	return false
}

// bears tells whether a token becomes a quantity, which can have notes.
func (d *drafter) bears(p place) bool {
	if d.used[p] {
		return false
	}
	switch f := d.spans[p.line][p.token].Figure; f.Kind {
	case figure.Number, figure.Fraction, figure.Multiple:
		return true
	case figure.Range:
		return f.Lower != nil
	default:
		return false
	}
}

// notes writes the notes that a figure points to.
func (d *drafter) notes(q *flow, p place) {
	pointers := d.pointed[p]
	if len(pointers) == 0 {
		return
	}
	var items []string
	for _, p := range pointers {
		if item := d.placed("note", p); !slices.Contains(items, item) {
			items = append(items, item)
		}
	}
	q.put("notes", sequence(items)).put("noteList", d.listFor("notes", p.line, pointers))
}

// numbers writes the numbers of pointers. Those of the first token, which is
// what the fact quotes, stand alone, the others with their places.
func (d *drafter) numbers(member string, pointers []pointer) []string {
	var items []string
	seen := map[string]bool{}
	for _, p := range pointers {
		item := itoa(p.number)
		if p.place != pointers[0].place {
			item = d.placed(member, p)
		}
		if !seen[item] {
			seen[item] = true
			items = append(items, item)
		}
	}
	return items
}

// placed writes the number of a pointer with its place.
func (d *drafter) placed(member string, p pointer) string {
	s := d.spans[p.line][p.token]
	return new(flow).put(member, itoa(p.number)).put("selector", d.selector(p.line, s.Start, s.End).String()).String()
}

// claims proposes a claim for each sentence of a line that has markers, resting
// on the sentence's figures, whose ids are given.
func (d *drafter) claims(line int, ids []string) {
	spans := d.spans[line]
	from, ended := 0, false
	for i := 1; i < len(spans); i++ {
		between := d.lines[line][spans[i-1].End:spans[i].Start]
		at := sentenceEnd(between, spans[i].Figure.Kind == figure.Marker)
		ended = ended || at >= 0
		// Markers directly behind the end of a sentence still belong to it.
		if rest := between[max(at, 0):]; !ended || spans[i].Figure.Kind == figure.Marker && strings.IndexFunc(rest, unicode.IsLetter) < 0 {
			continue
		}
		d.sentence(line, from, i, ids)
		from, ended = i, false
	}
	d.sentence(line, from, len(spans), ids)
}

// sentenceEnd gives the place of the last end of a sentence in a text, -1 when
// there is none. A full stop is one before a blank or a marker.
func sentenceEnd(text string, marked bool) int {
	at := strings.LastIndexAny(text, "。！？!?")
	for i, r := range text {
		if r == '.' && (i+1 < len(text) && unicode.IsSpace(rune(text[i+1])) || i+1 == len(text) && marked) {
			at = max(at, i)
		}
	}
	return at
}

func (d *drafter) sentence(line, from, to int, ids []string) {
	var markers []pointer
	var rests []string
	for i := from; i < to; i++ {
		if ids[i] != "" && len(rests) < maxRests {
			rests = append(rests, ids[i])
		}
		p, s := place{line, i}, d.spans[line][i]
		if s.Figure.Kind != figure.Marker || d.used[p] {
			continue
		}
		markers = append(markers, d.numbersAt(p)...)
	}
	for len(markers) > 0 {
		some := markers[:min(len(markers), maxCitations)]
		markers = markers[len(some):]
		d.claim(some, rests)
	}
}

// claim proposes a claim that cites what markers lead to.
func (d *drafter) claim(markers []pointer, rests []string) {
	first := markers[0]
	s := d.spans[first.line][first.token]
	c := new(flow).put("text", fact.Unassigned).put("modality", "fact").put("citations", sequence(d.numbers("marker", markers)))
	if id := d.listFor("references", first.line, markers); id != "" {
		c.put("citationList", id)
	}
	if len(rests) > 0 {
		c.put("rests", sequence(rests))
	}
	c.put("selector", d.selector(first.line, s.Start, s.End).String()).text("comment", d.headingOf(first.line))
	d.propose(first.line, claims, c)
}

// lonePointer proposes a note pointer that belongs to no figure: what it says more
// about, a column or a person, is for a person to name.
func (d *drafter) lonePointer(p place, s figure.Span) {
	pointers := d.numbersAt(p)
	q := new(flow).put("concept", fact.Unassigned).put("text", quote(clip(s.Text)))
	if id := d.listFor("notes", p.line, pointers); id != "" {
		q.put("notes", sequence(d.numbers("note", pointers))).put("noteList", id)
	}
	d.propose(p.line, quantities, q.put("selector", d.selector(p.line, s.Start, s.End).String()).text("comment", d.headingOf(p.line)))
}

// listFor gives the list that pointers lead into: the one that has all markers
// of the text, else the nearest below that has these, else the nearest above.
func (d *drafter) listFor(kind string, line int, pointers []pointer) string {
	if kind == "references" && d.references != "" {
		return d.references
	}
	above := ""
	for i := range d.found {
		l := &d.found[i]
		if l.kind != kind || !l.has(pointers) {
			continue
		}
		if l.line >= line {
			return l.id()
		}
		above = l.id()
	}
	return above
}

func (l *list) id() string {
	if l.kind == "notes" {
		return fmt.Sprintf("notes-%d", l.line+1)
	}
	return fmt.Sprintf("refs-%d", l.line+1)
}

func (l *list) has(pointers []pointer) bool {
	for _, p := range pointers {
		if p.number < l.from || p.number >= l.from+len(l.entries) {
			return false
		}
	}
	return true
}
