package fact

import (
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/node"
)

// Registry holds what facts are described with, by id.
type Registry struct {
	Sources  map[string]*Source
	Entities map[string]*Entity
	Concepts map[string]*Concept
	// Hosts are the places on the web that references should not rest on, by
	// host or by host and beginning of the path.
	Hosts map[string]*node.Node
}

// Source is a registered document.
type Source struct {
	ID    string
	Title finding.Text
	// Rounding is round, truncate or unknown; CitationDuty is none, ownFigures
	// or all.
	Kind, Entity, Rounding, CitationDuty string
	SHA256                               string
	SetAside                             []SetAside
	Node                                 *node.Node
	Place                                finding.Range
}

// SetAside says which tokens of the source's text are not drawn, and why: those
// of the lines First to Last, of a print or of a kind of token where these are
// given. Occurrence 0 means every one on the line.
type SetAside struct {
	First, Last, Occurrence      int
	Exact, Kind, Reason, Comment string
	Place                        finding.Range
}

// Entity is a company, person, programme or the like.
type Entity struct {
	ID     string
	Labels finding.Text
	// FiscalYearEnd is MM-DD; FiscalYearNamedBy is start or end.
	FiscalYearEnd, FiscalYearNamedBy string
	Node                             *node.Node
	Place                            finding.Range
}

// Concept is what a figure measures.
type Concept struct {
	ID     string
	Labels finding.Text
	// Units are the units that figures of the concept may have; none means any.
	Units  []string
	Bounds []Bound
	Node   *node.Node
	Place  finding.Range
}

// Bound says that a concept's figures are at most those of another.
type Bound struct {
	AtMost *node.Node
	// Together are the concepts that keep the bound with this one.
	Together []*node.Node
}

// citationDuties are the duties of the kinds of sources that print figures of
// their own; every other kind must cite all.
var citationDuties = map[string]string{
	"primaryFiling": "ownFigures", "slides": "ownFigures", "statistics": "ownFigures", "press": "ownFigures",
}

func (b *builder) registries(docs []load.Document) {
	r := b.c.Registry
	for _, d := range docs {
		switch d.Kind {
		case load.Sources:
			register(b, d, "sources", r.Sources, newSource, func(s *Source) finding.Range { return s.Place })
			b.hosts(d)
		case load.Entities:
			register(b, d, "entities", r.Entities, newEntity, func(e *Entity) finding.Range { return e.Place })
		case load.Concepts:
			register(b, d, "concepts", r.Concepts, newConcept, func(c *Concept) finding.Range { return c.Place })
		case load.Dispositions:
			b.decisions(d)
		case load.Facts, load.Settings:
		}
	}
	b.checkEntities()
	b.checkSources()
	b.checkConcepts()
}

// register adds the valid entries of a registry; of two with one id the first
// stands. When it is no registry, none of its names can be told.
func register[T any](b *builder, d load.Document, section string, into map[string]*T,
	read func(*node.Field, finding.Range) *T, place func(*T) finding.Range,
) {
	n := d.Root.Get(section)
	if n == nil || n.Kind != node.Object || b.invalid[d.Root] || b.invalid[n] {
		b.unusable[section] = true
		return
	}
	for i := range n.Fields {
		f := &n.Fields[i]
		if b.invalid[f.Value] {
			b.unusable[section+"/"+f.Key] = true
			continue
		}
		at := f.KeyRange(d.File)
		if first, ok := into[f.Key]; ok {
			b.duplicate(section+"/"+f.Key, f.Key, at, place(first))
			continue
		}
		into[f.Key] = read(f, at)
	}
}

func newSource(f *node.Field, place finding.Range) *Source {
	n := f.Value
	s := &Source{
		ID: f.Key, Title: labels(n.Get("title"), f.Key), Kind: n.Str("kind"), Entity: n.Str("entity"),
		Rounding: n.Str("rounding"), CitationDuty: n.Str("citationDuty"), SHA256: n.Str("sha256"), Node: n, Place: place,
	}
	for _, item := range items(n.Get("setAside")) {
		s.SetAside = append(s.SetAside, newSetAside(item, place.File))
	}
	if s.Rounding == "" {
		s.Rounding = "unknown"
	}
	if s.CitationDuty == "" {
		s.CitationDuty = "all"
		if duty, ok := citationDuties[s.Kind]; ok {
			s.CitationDuty = duty
		}
	}
	return s
}

func newSetAside(n *node.Node, file string) SetAside {
	s := SetAside{
		First: whole(n.Get("line")), Occurrence: whole(n.Get("occurrence")), Exact: n.Str("exact"), Kind: n.Str("kind"),
		Reason: n.Str("reason"), Comment: n.Str("comment"), Place: n.Range(file),
	}
	s.Last = s.First
	if lines := items(n.Get("lines")); len(lines) > 1 {
		s.First, s.Last = whole(lines[0]), whole(lines[1])
	}
	return s
}

func newEntity(f *node.Field, place finding.Range) *Entity {
	n := f.Value
	return &Entity{
		ID: f.Key, Labels: labels(n.Get("labels"), f.Key), FiscalYearEnd: n.Str("fiscalYearEnd"),
		FiscalYearNamedBy: n.Str("fiscalYearNamedBy"), Node: n, Place: place,
	}
}

func newConcept(f *node.Field, place finding.Range) *Concept {
	n := f.Value
	c := &Concept{ID: f.Key, Labels: labels(n.Get("labels"), f.Key), Units: texts(n.Get("unit")), Node: n, Place: place}
	for _, bound := range items(n.Get("bounds")) {
		c.Bounds = append(c.Bounds, Bound{AtMost: bound.Get("atMost"), Together: items(bound.Get("together"))})
	}
	return c
}

// checkEntities takes entities whose fiscal year ends on no day out of the
// registry, and reports offices of organisations that do not exist.
func (b *builder) checkEntities() {
	all := b.c.Registry.Entities
	for _, id := range keys(all) {
		e := all[id]
		b.file = e.Place.File
		if e.FiscalYearEnd != "" {
			if _, err := closingDay(e.FiscalYearEnd); err != nil {
				b.report(RulePeriod, "entities/"+id, e.Node.Get("fiscalYearEnd").Range(b.file),
					say("`fiscalYearEnd` `%s` is no day of a year", "`fiscalYearEnd` の `%s` という日はありません", e.FiscalYearEnd),
					say("write the month and day of the close, as in \"03-31\"", "決算日を \"03-31\" のように月日で書いてください"))
				b.unusable["entities/"+id] = true
			}
		}
	}
	for _, id := range keys(all) {
		b.file = all[id].Place.File
		for _, office := range items(all[id].Node.Get("offices")) {
			b.known("entity", "entities/"+id, office.Get("organisation"))
		}
		if b.unusable["entities/"+id] {
			delete(all, id)
		}
	}
}

// checkSources takes sources whose entity is unknown out of the registry: what
// they must cite cannot be told.
func (b *builder) checkSources() {
	all := b.c.Registry.Sources
	for _, id := range keys(all) {
		b.file = all[id].Place.File
		if !b.known("entity", "sources/"+id, all[id].Node.Get("entity")) {
			b.unusable["sources/"+id] = true
			delete(all, id)
		}
	}
}

// hosts adds the unfit hosts of a source registry. Of two entries for one host
// the first stands.
func (b *builder) hosts(d load.Document) {
	for _, n := range items(d.Root.Get("hosts")) {
		if host := n.Str("host"); !b.invalid[n] && b.c.Registry.Hosts[host] == nil {
			b.c.Registry.Hosts[host] = n
		}
	}
}

// checkConcepts reports bounds on concepts, and distinctions from concepts, that
// do not exist.
func (b *builder) checkConcepts() {
	all := b.c.Registry.Concepts
	for _, id := range keys(all) {
		b.file = all[id].Place.File
		for _, other := range items(all[id].Node.Get("distinctFrom")) {
			b.known("concept", "concepts/"+id, other)
		}
		for _, bound := range all[id].Bounds {
			b.known("concept", "concepts/"+id, bound.AtMost)
			for _, other := range bound.Together {
				b.known("concept", "concepts/"+id, other)
			}
		}
	}
}
