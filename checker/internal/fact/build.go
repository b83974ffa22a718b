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
	taken    map[string]finding.Range // where each table, plan, list and measure stands, by full id
	tables   map[string]*table        // by full id
	foots    []tableFoot
	wanted   func(section, entry string) bool // nil where all entries are
	partial  map[string]bool                  // plans, by full id, that lack a measure that was left out
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
		case b.wanted == nil || b.wanted(section, f.Key):
			add(f)
		}
	}
}

// container builds what stands below an entry with facts of its own: a table,
// plan or list. One whose id is taken is reported once and left out with all
// that is in it.
func (b *builder) container(entry *node.Field, build func()) {
	defer func(out bool) { b.out = out }(b.out)
	b.out = b.out || !b.take(b.source+"/"+entry.Key, entry)
	build()
}

// take claims a full id of the source at hand for what is no fact, or none yet.
// One that is taken is reported.
func (b *builder) take(id string, entry *node.Field) bool {
	free := b.free(id, entry)
	if free {
		b.taken[id] = entry.KeyRange(b.file)
	}
	return free
}

// free tells whether an entry may have a full id, and reports one that is taken.
func (b *builder) free(id string, entry *node.Field) bool {
	first, taken := b.standing(id)
	if taken {
		b.duplicate(id, b.local(id), entry.KeyRange(b.file), first)
	}
	return !taken
}

// standing gives the place of the key that has a full id, if any has.
func (b *builder) standing(id string) (finding.Range, bool) {
	if f := b.c.byID[id]; f != nil {
		return finding.Range{File: f.Place.File, Start: f.Place.Start, End: f.keyEnd}, true
	}
	at, ok := b.taken[id]
	return at, ok
}

// local gives a full id of the source at hand as its files write it.
func (b *builder) local(id string) string { return id[len(b.source)+1:] }

// add puts a fact with a full id into the corpus, unless the id is taken or the
// origin is out.
func (b *builder) add(f *Fact, id string, entry *node.Field) bool {
	if b.out || !b.free(id, entry) {
		b.exclude(b.local(id))
		return false
	}
	b.put(f, id, entry)
	return true
}

func (b *builder) put(f *Fact, id string, entry *node.Field) {
	f.ID, f.Source, f.keyEnd = id, b.source, entry.KeyEnd
	f.Place = finding.Range{File: b.file, Start: entry.KeyStart, End: entry.Value.End}
	if !f.Focus.Start.IsValid() {
		f.Focus = entry.KeyRange(b.file)
	}
	f.Named = text(entry.Value.Get("label"))
	b.c.byID[f.ID] = f
	group := b.groups[b.source]
	group.Facts = append(group.Facts, f)
}

// about gives about how many facts the documents hold.
func (b *builder) about(docs []load.Document) int {
	n := 0
	for _, d := range docs {
		if d.Kind == load.Facts {
			for _, section := range sections {
				n += len(fields(d.Root.Get(section)))
			}
			n += inside(d.Root)
		}
	}
	return n
}

// inside gives about how many facts stand in the tables, plans and lists of a
// document.
func inside(root *node.Node) int {
	n := 0
	for _, table := range fields(root.Get("tables")) {
		for _, row := range fields(table.Value.Get("rows")) {
			n += len(items(row.Value.Get("cells")))
		}
	}
	for _, plan := range fields(root.Get("plans")) {
		for _, measure := range fields(plan.Value.Get("measures")) {
			n += len(fields(measure.Value))
		}
	}
	for _, list := range fields(root.Get("references")) {
		n += len(fields(list.Value.Get("entries")))
	}
	return n
}

func keys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
