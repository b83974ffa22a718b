package validate

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/node"
)

// collector walks through the documents and gathers what is wrong. Sentences
// are made later, for no more violations than are told.
type collector struct {
	invalid  map[*node.Node]bool
	excluded int
	files    []string
	byFile   map[string][]violation
}

// violation is one cause in one entry, with its place.
type violation struct {
	entry *entry
	cause cause
	place finding.Range
}

func sortViolations(list []violation) {
	slices.SortStableFunc(list, func(a, b violation) int {
		return cmp.Or(a.place.Compare(b.place), cmp.Compare(a.cause.keyword, b.cause.keyword))
	})
}

func (c *collector) document(d load.Document, f form) {
	b := open(f.schema)
	envelope := &entry{book: b, file: d.File, subject: f.schema, value: d.Root, hollow: f.keys()}
	if f.schema == "facts" {
		envelope.subject = cmp.Or(d.Root.Str("source"), d.File)
	}
	for _, cause := range c.check(envelope) {
		c.invalid[envelopeVictim(envelope, cause)] = true
	}
	out := c.invalid[d.Root]
	for _, s := range f.sections {
		if members := d.Root.Get(s.key); members != nil {
			c.section(envelope, s, members, out || c.invalid[members])
		}
	}
}

// envelopeVictim is what falls with a mistake in the envelope: a section that
// is no section falls alone; without the source or with wrong defaults no fact
// of the document can be trusted.
func envelopeVictim(envelope *entry, c cause) *node.Node {
	step := c.unknown
	if len(c.steps) > 0 {
		step = c.steps[0]
	}
	if step == "" || step == "source" || step == "defaults" {
		return envelope.value
	}
	return envelope.value.Get(step)
}

// section validates the entries of a section; out tells that they are left
// out whatever they are.
func (c *collector) section(parent *entry, s section, members *node.Node, out bool) {
	ids, values := parent.book.accepts("id"), parent.book.accepts(s.def)
	for i := range members.Fields {
		f := &members.Fields[i]
		if s.inner == nil && ids.AcceptsText(f.Key) && values.Accepts(f.Value) {
			c.exclude(s.def, f.Value, out)
			continue
		}
		c.entry(c.newEntry(parent, s, f, f.Value, f.Key), s, out)
	}
	for i, item := range members.Items {
		if s.inner == nil && values.Accepts(item) {
			c.exclude(s.def, item, out)
			continue
		}
		id := cmp.Or(item.Str("fingerprint"), strconv.Itoa(i))
		c.entry(c.newEntry(parent, s, nil, item, id), s, out)
	}
}

// exclude counts the facts of an entry that is left out.
func (c *collector) exclude(def string, value *node.Node, out bool) {
	if out {
		c.excluded += facts(def, value)
	}
}

func (c *collector) newEntry(parent *entry, s section, key *node.Field, value *node.Node, id string) *entry {
	separator := "/"
	if parent.def != "" {
		separator = "."
	}
	e := &entry{
		book: parent.book, file: parent.file, def: s.def, key: key, value: value,
		subject: parent.subject + separator + id, columns: parent.columns,
	}
	if s.inner != nil {
		e.hollow = []string{s.inner.key}
	}
	if s.def == "table" {
		e.columns = value.Get("columns")
	}
	return e
}

func (c *collector) entry(e *entry, s section, out bool) {
	if len(c.check(e)) > 0 {
		c.invalid[e.value] = true
		out = true
	}
	c.exclude(e.def, e.value, out)
	if s.inner == nil {
		return
	}
	if members := e.value.Get(s.inner.key); members != nil {
		c.section(e, *s.inner, members, out)
	}
}

// check validates one entry, keeps what is wrong and gives the causes.
func (c *collector) check(e *entry) []cause {
	causes := e.causes()
	for _, cause := range causes {
		if _, seen := c.byFile[e.file]; !seen {
			c.files = append(c.files, e.file)
		}
		c.byFile[e.file] = append(c.byFile[e.file], violation{e, cause, e.place(cause)})
	}
	return causes
}
