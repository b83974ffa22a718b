package anchor

import (
	"cmp"
	"slices"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/node"
	"github.com/tieout/tieout/checker/internal/sourcetext"
)

// Relocation says where the selectors of a source stand in its text as that is
// now.
type Relocation struct {
	Source string
	// Path is the file of the text, SHA256 its digest, Registered that in the
	// registry: another one, when the text was edited.
	Path, SHA256, Registered string
	// Doubtful says that most of what is quoted stands in the file no more, so
	// that it is the source's by its name alone.
	Doubtful bool
	// Standing counts the selectors that stand where they say, Moved are those
	// that stand elsewhere, and Lost those that cannot be placed.
	Standing    int
	Moved, Lost []Move
	place       finding.Range
	registered  *node.Node
}

// Edited reports whether the text is not the registered one.
func (r *Relocation) Edited() bool { return r.SHA256 != r.Registered }

// Move is a selector that does not stand where it says.
type Move struct {
	// Fact is the first fact that has the selector, At its place.
	Fact  string
	At    finding.Range
	Exact string
	// Line and Occurrence are what it says; NewLine and NewOccurrence where it
	// stands, or, for one that is lost, the nearest place where what it quotes
	// stands; 0 when that is nowhere.
	Line, Occurrence       int
	NewLine, NewOccurrence int
	// Between says that it quotes nothing, and was moved as the lines around it.
	Between  bool
	selector *node.Node
}

// Relocate looks where the selectors stand in the texts that are at hand, the
// registered ones or their edited versions.
func Relocate(corpus *fact.Corpus, texts *sourcetext.Texts) []*Relocation {
	var all []*Relocation
	for _, source := range corpus.Sources {
		registered, text := corpus.Registry.Sources[source.ID], texts.Get(source.ID)
		if registered == nil {
			continue
		}
		r := &Relocation{
			Source: source.ID, Registered: registered.SHA256, place: registered.Place, registered: registered.Node.Get("sha256"),
		}
		if text == nil {
			if text = texts.Edited(source.ID); text == nil {
				continue
			}
			r.Doubtful = doubtful(texts, source.ID)
		}
		r.Path, r.SHA256 = text.Path, text.SHA256
		if texts.Get(source.ID) != nil {
			r.Registered = r.SHA256
		}
		r.relocate(text, selectors(source.Facts))
		all = append(all, r)
	}
	return all
}

func doubtful(texts *sourcetext.Texts, id string) bool {
	for _, c := range texts.Changed() {
		if c.ID == id {
			return c.Quotations > 0 && 2*c.Stand <= c.Quotations
		}
	}
	return false
}

// selectors lists the places that facts name, each once however many share it.
func selectors(facts []*fact.Fact) []target {
	seen := map[*node.Node]bool{}
	var all []target
	for _, f := range facts {
		for _, t := range targets(f) {
			if !seen[t.Node] {
				seen[t.Node] = true
				all = append(all, t)
			}
		}
	}
	return all
}

func (r *Relocation) relocate(text *sourcetext.Text, all []target) {
	var quotations []sourcetext.Quotation
	for _, t := range all {
		quotations = append(quotations, quotation(t))
	}
	placements := text.Align(quotations)
	shift := shifts(placements)
	for i, t := range all {
		m := Move{
			Fact: t.fact.ID, At: t.Node.Range(t.fact.Place.File), Exact: t.Exact, Line: t.Line, Occurrence: t.Occurrence,
			selector: t.Node,
		}
		m.NewLine, m.NewOccurrence = placements[i].Place.Line, placements[i].Place.Occurrence
		placed := placements[i].Unique
		if t.Exact == "" {
			m.Between = true
			m.NewLine, placed = shift.line(t.Line)
			placed = placed && m.NewLine <= len(text.Lines)
		}
		if !r.Edited() && stands(text, t) {
			m.NewLine, m.NewOccurrence, placed = t.Line, t.Occurrence, true
		}
		switch {
		case !placed:
			r.Lost = append(r.Lost, m)
		case m.NewLine == t.Line && (t.Occurrence == 0 || m.NewOccurrence == t.Occurrence || t.Exact == ""):
			r.Standing++
		default:
			r.Moved = append(r.Moved, m)
		}
	}
	byPlace := func(a, b Move) int { return a.At.Compare(b.At) }
	slices.SortFunc(r.Moved, byPlace)
	slices.SortFunc(r.Lost, byPlace)
}

// stands tells whether a selector holds in the registered text.
func stands(text *sourcetext.Text, t target) bool {
	if t.Exact == "" {
		return t.Line <= len(text.Lines)
	}
	_, wrong := text.Place(t.Line, t.Exact, t.Occurrence)
	return wrong == nil
}

// shifted is a line and where it is now; 0 when that is not one line.
type shifted struct{ old, now int }

// shift holds the lines that are known to have moved, in their order.
type shift []shifted

func shifts(placements []sourcetext.Placement) shift {
	now := map[int]int{0: 0}
	for _, p := range placements {
		if !p.Unique {
			continue
		}
		if line, ok := now[p.Line]; ok && line != p.Place.Line {
			now[p.Line] = 0
			continue
		}
		now[p.Line] = p.Place.Line
	}
	var all shift
	for old, line := range now {
		if line > 0 || old == 0 {
			all = append(all, shifted{old, line})
		}
	}
	slices.SortFunc(all, func(a, b shifted) int { return cmp.Compare(a.old, b.old) })
	return all
}

// line gives where a line is now, if it is known or the lines before and after
// it have moved alike.
func (s shift) line(old int) (now int, ok bool) {
	i, known := slices.BinarySearchFunc(s, old, func(m shifted, line int) int { return cmp.Compare(m.old, line) })
	switch {
	case known:
		return s[i].now, true
	case i == 0 || i == len(s) || s[i].now-s[i].old != s[i-1].now-s[i-1].old:
		return 0, false
	}
	return old + s[i].now - s[i].old, true
}
