package fact

import (
	"maps"
	"slices"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/node"
)

// Build makes the corpus out of documents. Entries in invalid (by the node of
// their value) have the wrong form and are left out; references to them still
// count as resolved, so that one mistake is reported once. So do all names and
// references when the documents are incomplete: what a file that could not be
// read defines is unknown. The findings are those of the record class that
// only show once names are resolved: unknown names, duplicate ids, units,
// periods, tables, digits.
func Build(docs []load.Document, invalid map[*node.Node]bool, incomplete bool) (*Corpus, []finding.Finding) {
	frame, problems := NewFrame(docs, invalid, incomplete)
	c, more := frame.Part(docs, Limits{Invalid: invalid})
	c.Link(nil)
	return c, slices.Concat(problems, slices.SortedFunc(maps.Values(c.Undefined), byPlace), more)
}

func byPlace(a, b finding.Finding) int { return a.Location.Compare(b.Location) }

// builder carries what the building of a part needs, and the origin at hand.
type builder struct {
	*Frame
	origin
	c        *Corpus
	invalid  map[*node.Node]bool
	reported map[mistake]bool
	compared int // names compared in search of the nearest
	problems []finding.Finding
	groups   map[string]*SourceFacts
	taken    map[string]finding.Range // where each fact, table, plan and list stands, by full id
	tables   map[string]*table        // by full id
	foots    []tableFoot
	only     map[string]bool // the entries that are wanted, by full id; nil for all
	partial  map[string]bool // plans, by full id, that lack a measure that was left out
	periods  map[datable]Period
}

// origin is where facts come from: a document of a source. Facts of an origin
// that is out are held to their names and counted, but take no part.
type origin struct {
	file, source string
	src          *Source
	out          bool
}

// sections are the members of a fact file that hold facts, in the order in
// which they are read.
var sections = []string{"quantities", "tables", "relations", "plans", "claims", "references", "events"}

// document adds the facts of a fact file.
func (b *builder) document(d load.Document) {
	source := d.Root.Get("source")
	b.origin = origin{file: d.File, source: textOf(source), src: b.c.Registry.Sources[textOf(source)]}
	if name := textOf(source); name != "" && b.groups[name] == nil {
		// A source of which no fact stands is still no other part's.
		b.groups[name] = &SourceFacts{ID: name}
	}
	if b.invalid[d.Root] || source == nil {
		for _, section := range sections {
			b.leftOutSection(d.Root.Get(section))
		}
		return
	}
	b.out = !b.known("source", b.source, source)
	base := context{}.with(d.Root.Get("defaults"))
	for i, add := range []func(*node.Field, context){
		b.quantity, b.table, b.relation, b.plan, b.claim, b.referenceList, b.event,
	} {
		b.each(d.Root, sections[i], func(f *node.Field) { add(f, base) })
	}
}

// each calls add for the valid entries of a section; the others are noted as
// left out.
func (b *builder) each(n *node.Node, section string, add func(*node.Field)) {
	entries := n.Get(section)
	if entries == nil || b.invalid[entries] {
		b.leftOutSection(entries)
		return
	}
	for i := range entries.Fields {
		f := &entries.Fields[i]
		switch {
		case b.invalid[f.Value]:
			b.leftOut(f.Key)
		case b.only == nil || b.only[b.source+"/"+f.Key]:
			add(f)
		}
	}
}

// container builds what stands below an entry with facts of its own: a table,
// plan or list. One whose id is taken is reported once and left out with all
// that is in it.
func (b *builder) container(entry *node.Field, build func()) {
	defer func(out bool) { b.out = out }(b.out)
	b.out = b.out || !b.take(entry.Key, entry)
	build()
}

// take claims an id in the source's id space. One that is taken is reported.
func (b *builder) take(id string, entry *node.Field) bool {
	full, at := b.source+"/"+id, entry.KeyRange(b.file)
	if first, ok := b.taken[full]; ok {
		b.duplicate(full, id, at, first)
		return false
	}
	b.taken[full] = at
	return true
}

// add puts a fact into the corpus, unless its id is taken or its origin is out.
func (b *builder) add(f *Fact, id string, entry *node.Field) bool {
	if b.out || !b.take(id, entry) {
		b.exclude(id)
		return false
	}
	b.put(f, id, entry)
	return true
}

func (b *builder) put(f *Fact, id string, entry *node.Field) {
	f.ID, f.Source = b.source+"/"+id, b.source
	f.Place = finding.Range{File: b.file, Start: entry.KeyStart, End: entry.Value.End}
	if !f.Focus.Start.IsValid() {
		f.Focus = entry.KeyRange(b.file)
	}
	f.Named = text(entry.Value.Get("label"))
	b.c.byID[f.ID] = f
	group := b.groups[b.source]
	group.Facts = append(group.Facts, f)
}

func keys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
