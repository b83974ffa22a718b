package fact

import (
	"strings"

	"github.com/tieout/tieout/checker/internal/node"
)

// entryID gives the full id of a list's entry: what has a dot or a slash is an
// id already, anything else a marker in the list at hand. It is "" for a marker
// without list.
func (b *builder) entryID(written, list string) string {
	switch {
	case isID(written):
		return b.fullID(written)
	case list == "":
		return ""
	}
	return b.fullID(list) + "." + written
}

// isID tells an entry's id from a marker as printed.
func isID(written string) bool { return strings.ContainsAny(written, "./") }

// fullID gives the full form of an id that may leave out its source.
func (b *builder) fullID(id string) string {
	if strings.Contains(id, "/") {
		return id
	}
	return b.source + "/" + id
}

// noteRefs gives the references to the notes that a context names; they are
// resolved when all facts are known.
func (b *builder) noteRefs(ctx context) []Ref {
	var refs []Ref
	for _, item := range items(ctx.notes) {
		number, place := pointer(item, "note")
		refs = append(refs, Ref{Role: "note", ID: b.entryID(number, ctx.noteList), Marker: number, Selector: place})
	}
	return refs
}

// pointer reads what leads to an entry of a list: its number or id, alone or,
// as the member named, with the place where it is printed.
func pointer(item *node.Node, member string) (number string, place Selector) {
	if item.Kind != node.Object {
		return item.Text, Selector{}
	}
	return item.Str(member), context{}.with(item).selector
}

func (b *builder) claim(entry *node.Field, base context) {
	n, ctx := entry.Value, base.with(entry.Value)
	full := b.source + "/" + entry.Key
	if !b.known("entity", full, ctx.entity) {
		b.exclude(entry.Key)
		return
	}
	c := &Claim{Text: n.Str("text"), Modality: n.Str("modality"), Entity: textOf(ctx.entity), Section: ctx.section}
	for _, id := range texts(n.Get("rests")) {
		c.Rests = append(c.Rests, Ref{Role: "rests", ID: b.fullID(id)})
	}
	if !b.more(c, full, n) {
		b.exclude(entry.Key)
		return
	}
	for _, item := range items(n.Get("citations")) {
		marker, place := pointer(item, "marker")
		ref := Ref{Role: "citation", ID: b.entryID(marker, ctx.citationList), Marker: marker, Selector: place}
		citation := Citation{Marker: marker, Ref: ref}
		if !isID(marker) {
			citation.List = ctx.citationList
		}
		c.Citations = append(c.Citations, citation)
	}
	b.add(&Fact{Kind: KindClaim, Claim: c, Selector: ctx.selector}, full, entry)
}

// referenceList adds the entries of a list of references or notes.
func (b *builder) referenceList(entry *node.Field, base context) {
	n := entry.Value
	section := base.with(n).section
	b.container(entry, func() {
		entries := fields(n.Get("entries"))
		for i := range entries {
			e := &entries[i]
			id := entry.Key + "." + e.Key
			if b.invalid[e.Value] {
				b.leftOut(id)
				continue
			}
			b.add(&Fact{Kind: KindReference, Selector: context{}.with(e.Value).selector, Reference: &Reference{
				List: entry.Key, Number: e.Key, ListKind: n.Str("kind"), Section: section, URL: e.Value.Str("url"),
				Form: e.Value.Str("form"), Begins: e.Value.Str("begins"), Accessed: e.Value.Str("accessed"),
				Published: e.Value.Str("published"), Topics: texts(e.Value.Get("topics")),
			}}, b.source+"/"+id, e)
		}
	})
}

func (b *builder) event(entry *node.Field, base context) {
	n, ctx := entry.Value, base.with(entry.Value)
	subject := b.source + "/" + entry.Key
	period, ok := b.dated(subject, ctx.entity, n.Get("date"))
	if !b.known("entity", subject, ctx.entity) || !ok {
		b.exclude(entry.Key)
		return
	}
	b.add(&Fact{Kind: KindEvent, Selector: ctx.selector, Event: &Event{
		Date: n.Str("date"), Period: period.Canonical, Type: n.Str("type"), Entity: textOf(ctx.entity),
	}}, subject, entry)
}

// dated gives the days that an event's date stands for in the calendar of its
// entity.
func (b *builder) dated(subject string, entity, date *node.Node) (Period, bool) {
	period, err := b.period(textOf(date), textOf(entity))
	if err != nil {
		b.badPeriod(subject, date, err)
	}
	return period, err == nil
}
