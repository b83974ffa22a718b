package fact

import (
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/node"
)

// Frame is what the facts of all sources stand in: the registries, what of them
// cannot be told, and the recorded decisions. The corpus may be built in parts
// within one frame, each part with all documents of its sources; the parts may
// be built at once.
type Frame struct {
	Registry Registry
	// Decisions are the recorded dispositions, in the order of the files.
	Decisions []Decision

	incomplete bool
	unusable   map[string]bool // registry sections and entries whose names cannot be told
	strays     map[string]bool // left-out ids, after a slash, that may have been meant for any source
	sorted     map[string]func() []string
	told       map[string]finding.Finding // registries that define nothing, and are reported
}

// NewFrame makes the frame out of the registries and dispositions among docs.
// Entries in invalid (by the node of their value) have the wrong form and are
// left out. When the documents are incomplete, what a file that could not be
// read defines is unknown, and all names and references count as resolved. The
// findings are on unknown names and duplicate ids in the registries.
func NewFrame(docs []load.Document, invalid map[*node.Node]bool, incomplete bool) (*Frame, []finding.Finding) {
	f := &Frame{
		Registry:   Registry{Sources: map[string]*Source{}, Entities: map[string]*Entity{}, Concepts: map[string]*Concept{}, Hosts: map[string]*node.Node{}},
		incomplete: incomplete, unusable: map[string]bool{}, strays: map[string]bool{},
	}
	f.forget()
	b := f.builder(invalid)
	b.registries(docs)
	f.Decisions = b.c.Decisions
	// Entries that do not stand were names until here.
	f.forget()
	f.told = b.c.Undefined
	return f, append(slices.SortedFunc(maps.Values(f.told), byPlace), b.problems...)
}

// forget drops the sorted names: the registries have changed.
func (f *Frame) forget() {
	f.sorted = map[string]func() []string{
		"concepts": sync.OnceValue(func() []string { return keys(f.Registry.Concepts) }),
		"entities": sync.OnceValue(func() []string { return keys(f.Registry.Entities) }),
		"sources":  sync.OnceValue(func() []string { return keys(f.Registry.Sources) }),
	}
}

func (f *Frame) builder(invalid map[*node.Node]bool) *builder {
	return &builder{
		Frame: f,
		c: &Corpus{
			Registry: f.Registry, Decisions: f.Decisions, Undefined: map[string]finding.Finding{},
			byID: map[string]*Fact{}, excluded: map[string]bool{}, plans: map[string]finding.Text{},
		},
		invalid: invalid, reported: map[mistake]bool{},
		groups: map[string]*SourceFacts{}, tables: map[string]*table{}, taken: map[string]finding.Range{}, partial: map[string]bool{},
		periods: map[datable]Period{},
	}
}

// Limits says what of documents makes up a part.
type Limits struct {
	// Invalid are the entries, by the node of their value, that are left out for
	// their form.
	Invalid map[*node.Node]bool
	// Unread are sources of which some file could not be read, so that any id of
	// theirs may have stood in it.
	Unread []string
	// Wanted, if not nil, tells which entries of sections are wanted: others may be
	// missing, and none of what is found counts.
	Wanted func(section, entry string) bool
}

// Part builds the facts of the documents. The corpus has to be linked before it
// is used.
func (f *Frame) Part(docs []load.Document, limits Limits) (*Corpus, []finding.Finding) {
	b := f.builder(limits.Invalid)
	b.wanted = limits.Wanted
	b.c.byID = make(map[string]*Fact, b.about(docs))
	for _, source := range limits.Unread {
		b.c.excluded[source] = true
	}
	for _, d := range docs {
		if d.Kind == load.Facts {
			b.document(d)
		}
	}
	for _, foot := range b.foots {
		b.foot(foot)
	}
	for _, id := range keys(b.groups) {
		b.c.Sources = append(b.c.Sources, b.groups[id])
	}
	b.unassigned()
	b.c.unlinked = b
	return b.c, b.problems
}

// Holds tells for a list of ids which entries of a fact file's sections may hold
// the facts: all that an id begins with, behind its source, up to a dot. Of what
// is no section of facts it wants all.
func Holds(ids []string) func(section, entry string) bool {
	names := make(map[string]bool, len(ids))
	for _, id := range ids {
		_, name, _ := strings.Cut(id, "/")
		for at := len(name); at > 0; at = strings.LastIndexByte(name[:at], '.') {
			names[name[:at]] = true
		}
	}
	return func(section, entry string) bool { return names[entry] || !slices.Contains(sections, section) }
}

// TakeStrays notes the entries of a part whose source nobody knows: what they
// define may have been meant for any source.
func (f *Frame) TakeStrays(c *Corpus) {
	for id := range c.excluded {
		if strings.HasPrefix(id, "/") {
			f.strays[id] = true
		}
	}
}

// Link resolves the references of a part, once. Those that lead out of it are
// looked for in abroad, which holds facts of other parts, linked or yet to be;
// nil means that there is nothing else.
func (c *Corpus) Link(abroad *Corpus) {
	b := c.unlinked
	if b == nil {
		return
	}
	c.unlinked, c.abroad = nil, abroad
	b.link()
}

// Abroad lists the ids of other sources' facts that the facts of an unlinked
// part refer to, in order, each once.
func (c *Corpus) Abroad() []string {
	ids := map[string]bool{}
	for _, group := range c.Sources {
		for _, f := range group.Facts {
			for r := range f.outgoing() {
				if source, _, ok := strings.Cut(r.ID, "/"); ok && source != f.Source && c.unlinked.groups[source] == nil {
					ids[r.ID] = true
				}
			}
		}
	}
	return slices.Sorted(maps.Keys(ids))
}

// Outgoing lists the ids that the facts refer to, in order, each once.
func (c *Corpus) Outgoing() []string {
	ids := map[string]bool{}
	for _, f := range c.byID {
		for r := range f.outgoing() {
			ids[r.ID] = true
		}
	}
	delete(ids, "")
	return slices.Sorted(maps.Keys(ids))
}

// outgoing ranges over the references of a fact, resolved or not.
func (f *Fact) outgoing() iter.Seq[*Ref] {
	return func(yield func(*Ref) bool) {
		if !each(f.Notes, yield) {
			return
		}
		switch f.Kind {
		case KindRelation:
			each(f.Relation.Operands, yield)
		case KindMeasure:
			_ = yield(&f.Measure.Floor) && yield(&f.Measure.Cap)
		case KindClaim:
			if !each(f.Claim.Rests, yield) || !yield(&f.Claim.Outcome) {
				return
			}
			for i := range f.Claim.Citations {
				if !yield(&f.Claim.Citations[i].Ref) {
					return
				}
			}
		default:
		}
	}
}

// each yields references until it is told to stop.
func each(refs []Ref, yield func(*Ref) bool) bool {
	for i := range refs {
		if !yield(&refs[i]) {
			return false
		}
	}
	return true
}

// Join makes one corpus of parts: the facts of all of them.
func (f *Frame) Join(parts ...*Corpus) *Corpus {
	all := f.builder(nil).c
	for _, c := range parts {
		all.Sources = append(all.Sources, c.Sources...)
		all.Excluded += c.Excluded
		maps.Copy(all.byID, c.byID)
		maps.Copy(all.excluded, c.excluded)
		maps.Copy(all.plans, c.plans)
	}
	slices.SortFunc(all.Sources, func(a, b *SourceFacts) int { return strings.Compare(a.ID, b.ID) })
	return all
}

// Pick makes a corpus of some facts of a part: those that are named, with what
// belongs to them. The others are let go.
func (f *Frame) Pick(from *Corpus, ids []string) *Corpus {
	some := f.builder(nil).c
	some.plans = from.plans
	named := make(map[string]bool, len(ids))
	for _, id := range ids {
		named[id] = true
		if from.byID[id] == nil && leftOut(from.excluded, id) {
			some.excluded[id] = true
		}
	}
	for _, source := range from.Sources {
		group := &SourceFacts{ID: source.ID}
		for _, fact := range source.Facts {
			if named[fact.ID] {
				group.Facts = append(group.Facts, fact)
				some.take(fact, from)
			}
		}
		if len(group.Facts) > 0 {
			some.Sources = append(some.Sources, group)
		}
	}
	return some
}

// take adds a fact, the parts of a measure, and the measure of a part.
func (c *Corpus) take(f *Fact, from *Corpus) {
	c.byID[f.ID] = f
	switch {
	case f.Measure != nil:
		for _, part := range f.Measure.Parts() {
			c.byID[part.ID] = part
		}
	case f.Quantity != nil && from.byID[f.Quantity.Of] != nil:
		c.byID[f.Quantity.Of] = from.byID[f.Quantity.Of]
	}
}

// Release lets go of the values of files that the facts still hold, and of those
// that they lead to: few facts that are kept would else keep their documents
// whole. Nothing can be held to its print after that.
func (c *Corpus) Release() {
	seen := map[*Fact]bool{}
	for _, f := range c.byID {
		f.release(seen)
	}
}

func (f *Fact) release(seen map[*Fact]bool) {
	if f == nil || seen[f] {
		return
	}
	seen[f] = true
	f.Selector.Node = nil
	if f.Quantity != nil {
		f.Quantity.ValueNode = nil
	}
	for i := range f.Refs {
		f.Refs[i].Selector.Node = nil
		f.Refs[i].Target.release(seen)
	}
	for r := range f.outgoing() {
		r.Selector.Node = nil
		r.Target.release(seen)
	}
	if f.Measure != nil {
		for _, part := range f.Measure.Parts() {
			part.release(seen)
		}
	}
}
