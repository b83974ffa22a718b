package coverage

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/node"
	"github.com/tieout/tieout/checker/internal/sourcetext"
)

// mark is a place that a fact quotes: columns counted from 0, to after the
// last. A pointer quotes a marker or note pointer only.
type mark struct {
	fact     *fact.Fact
	from, to int
	pointer  bool
}

// marks are the places that facts quote, by line.
type marks struct {
	text      *sourcetext.Text
	byLine    map[int][]mark
	entries   map[int][]*fact.Fact // references by line
	misplaced map[*node.Node]bool  // selectors, each once for all facts that share it
}

func newMarks(text *sourcetext.Text, facts []*fact.Fact) *marks {
	m := &marks{text: text, byLine: map[int][]mark{}, entries: map[int][]*fact.Fact{}, misplaced: map[*node.Node]bool{}}
	without := unnamed(facts)
	for _, f := range facts {
		if without[f] {
			continue
		}
		m.quote(f, f.Selector, false)
		for _, note := range f.Notes {
			m.quote(f, note.Selector, true)
		}
		switch f.Kind {
		case fact.KindClaim:
			for _, citation := range f.Claim.Citations {
				m.quote(f, citation.Ref.Selector, true)
			}
		case fact.KindReference:
			m.entries[f.Selector.Line] = append(m.entries[f.Selector.Line], f)
		default:
		}
	}
	return m
}

// unnamed gives the facts that a person has yet to name, with the parts of such
// measures: they account for nothing.
func unnamed(facts []*fact.Fact) map[*fact.Fact]bool {
	all, measures := map[*fact.Fact]bool{}, map[string]bool{}
	for _, f := range facts {
		if f.IsUnassigned() {
			all[f], measures[f.ID] = true, true
		}
	}
	for _, f := range facts {
		if f.Kind == fact.KindQuantity && f.Quantity.Of != "" && measures[f.Quantity.Of] {
			all[f] = true
		}
	}
	return all
}

// quote marks the place that a selector leads to.
func (m *marks) quote(f *fact.Fact, s fact.Selector, pointer bool) {
	if s.Exact == "" {
		return
	}
	place, wrong := m.text.Place(s.Line, s.Exact, s.Occurrence)
	from, to, ok := piece(s)
	if wrong != nil || !ok {
		m.misplaced[s.Node] = true
		return
	}
	column := place.Column - 1
	m.byLine[s.Line] = append(m.byLine[s.Line], mark{fact: f, from: column + from, to: column + to, pointer: pointer})
}

// piece gives the columns of a selector's own part of what it quotes.
func piece(s fact.Selector) (from, to int, ok bool) {
	if s.Index == 0 || len(s.Split) == 0 {
		return 0, utf8.RuneCountInString(s.Exact), true
	}
	rest := s.Exact
	for i, part := range s.Split {
		trimmed := rest
		if !strings.HasPrefix(rest, part) {
			trimmed = strings.TrimLeft(rest, " \u3000\t")
		}
		if !strings.HasPrefix(trimmed, part) {
			return 0, 0, false
		}
		from += utf8.RuneCountInString(rest[:len(rest)-len(trimmed)])
		to = from + utf8.RuneCountInString(part)
		if i+1 == s.Index {
			return from, to, true
		}
		from, rest = to, trimmed[len(part):]
	}
	return 0, 0, false
}

// draw decides on a token: which facts draw it, or quote some of it.
func (m *marks) draw(t *token, used map[string]bool) {
	var own, others []mark
	for _, k := range m.byLine[t.Line] {
		switch {
		case k.to <= t.from || k.from >= t.to:
		case k.holds(t):
			own = append(own, k)
		default:
			others = append(others, k)
		}
	}
	facts := factsOf(own)
	complete := len(own) > 0 && covers(own, t)
	for _, f := range m.entries[t.Line] {
		if ofEntry(f.Reference, t) {
			facts, complete = append(facts, f), true
		}
	}
	if !complete {
		t.Facts = ids(append(facts, factsOf(others)...))
		return
	}
	t.State, t.Facts = Drawn, ids(facts)
	t.Checked = slices.ContainsFunc(t.Facts, func(id string) bool { return used[id] })
}

// holds tells whether the fact can hold what a token says: any fact has a time,
// but only figures, and references in what begins them, have numbers. Digits
// without a reading may be a broken date, so events hold them too. A marker or
// pointer must lead where the fact leads.
func (k mark) holds(t *token) bool {
	f := k.fact
	switch t.Kind {
	case Marker:
		return f.Kind == fact.KindClaim && slices.ContainsFunc(f.Claim.Citations, func(c fact.Citation) bool {
			return leads(c.Marker, t)
		})
	case NotePointer:
		return slices.ContainsFunc(f.Notes, func(r fact.Ref) bool { return leads(r.Marker, t) })
	case Number:
		return !k.pointer && (t.figure.Date != "" || f.Kind == fact.KindQuantity || f.Kind == fact.KindEvent || f.Kind == fact.KindReference)
	case Entry:
		return f.Kind == fact.KindReference
	case Name, Label:
	}
	return !k.pointer
}

// covers tells whether marks quote all digits of a token; of one without digits,
// any part.
func covers(own []mark, t *token) bool {
	at := t.from
	for _, r := range t.Text {
		quoted := slices.ContainsFunc(own, func(k mark) bool { return k.from <= at && at < k.to })
		if counts(r) && !quoted {
			return false
		}
		at++
	}
	return true
}

func factsOf(list []mark) []*fact.Fact {
	facts := make([]*fact.Fact, len(list))
	for i, k := range list {
		facts[i] = k.fact
	}
	return facts
}

func ids(facts []*fact.Fact) []string {
	var list []string
	for _, f := range facts {
		list = append(list, f.ID)
	}
	slices.Sort(list)
	return slices.Compact(list)
}
