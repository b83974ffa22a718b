package annotate

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
)

// listOfReferences is the kind of list that markers of claims lead into. Notes
// are numbered anew below each table, so that nothing follows from two of them
// sharing a number.
const listOfReferences = "references"

// References maps the markers of each source that has a list of references.
func References(corpus *fact.Corpus) []finding.ReferenceMap {
	var maps []finding.ReferenceMap
	for _, source := range corpus.Sources {
		m := mapping{sections: map[string]string{}, markers: map[string]*finding.Marker{}}
		for _, f := range source.Facts {
			m.entry(f)
		}
		if len(m.lists) == 0 {
			continue
		}
		for _, f := range source.Facts {
			m.cited(f)
		}
		maps = append(maps, m.references(source.ID))
	}
	return maps
}

// mapping is the reference map of one source in the making.
type mapping struct {
	lists    []finding.ReferenceList
	sections map[string]string // of lists
	markers  map[string]*finding.Marker
}

func (m *mapping) marker(number string) *finding.Marker {
	if m.markers[number] == nil {
		m.markers[number] = &finding.Marker{Number: number}
	}
	return m.markers[number]
}

func (m *mapping) entry(f *fact.Fact) {
	r := f.Reference
	if r == nil || r.ListKind != listOfReferences {
		return
	}
	at := slices.IndexFunc(m.lists, func(l finding.ReferenceList) bool { return l.ID == r.List })
	if at < 0 {
		at = len(m.lists)
		m.lists = append(m.lists, finding.ReferenceList{ID: r.List, Section: r.Section})
		m.sections[r.List] = r.Section
	}
	m.lists[at].Entries++
	marker := m.marker(r.Number)
	marker.Entries = append(marker.Entries, finding.ReferenceEntry{
		List: r.List, Fact: f.ID, URL: r.URL, Form: r.Form, Begins: r.Begins, SourceLine: f.Selector.Line,
	})
}

// cited counts a claim for the numbers that it cites in lists of references, and
// looks where each of them may lead.
func (m *mapping) cited(f *fact.Fact) {
	if f.Claim == nil {
		return
	}
	var seen []string
	for _, c := range f.Claim.Citations {
		number, list := c.Marker, c.List
		if to := c.Ref.Target; to != nil && to.Reference != nil {
			number, list = to.Reference.Number, to.Reference.List
		}
		if _, known := m.sections[list]; !known {
			continue
		}
		marker := m.marker(number)
		marker.Disagrees = marker.Disagrees || m.disagrees(marker.Entries, list, f.Claim.Section)
		if !slices.Contains(seen, number) {
			seen = append(seen, number)
			marker.Claims++
		}
	}
}

func (m *mapping) references(source string) finding.ReferenceMap {
	r := finding.ReferenceMap{Source: source, Lists: m.lists}
	for _, marker := range m.markers {
		r.Markers = append(r.Markers, *marker)
	}
	slices.SortFunc(r.Markers, func(a, b finding.Marker) int { return compareNumbers(a.Number, b.Number) })
	return r
}

// disagrees tells whether entries of one number lead a reader of a claim to
// different addresses. The reader may open the list that the claim names, those
// that serve the whole document, and those of the claim's section; other
// chapters may number anew.
func (m *mapping) disagrees(entries []finding.ReferenceEntry, list, section string) bool {
	first := ""
	for _, e := range entries {
		of := m.sections[e.List]
		if e.URL == "" || e.List != list && of != "" && !encloses(of, section) {
			continue
		}
		switch at := address(e.URL); {
		case first == "":
			first = at
		case first != at:
			return true
		}
	}
	return false
}

// encloses tells whether a section is another or stands in it: 3-2 stands in 3,
// and 31 does not.
func encloses(outer, section string) bool {
	rest, inside := strings.CutPrefix(section, outer)
	if !inside || rest == "" {
		return inside
	}
	next, _ := utf8.DecodeRuneInString(rest)
	return !unicode.IsLetter(next) && !unicode.IsNumber(next)
}

// address is a URL without what leads to the same place either way. A fragment
// that a page reads as a path of its own stays.
func address(url string) string {
	if !strings.Contains(url, "#/") && !strings.Contains(url, "#!") {
		url, _, _ = strings.Cut(url, "#")
	}
	url = strings.TrimPrefix(strings.TrimPrefix(url, "https://"), "http://")
	return strings.TrimSuffix(url, "/")
}

// compareNumbers orders numbers by size without reading them: the shorter is the
// smaller, as they have no leading zeros.
func compareNumbers(a, b string) int {
	return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(a, b))
}
