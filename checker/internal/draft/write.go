package draft

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
)

const schema = "https://tieout.dev/schemas/facts.schema.json"

// write gives the draft: what a person has to do, the registration of a source
// that has none, and a document for each heading.
func (d *drafter) write() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# yaml-language-server: $schema=%s\n#\n", schema)
	fmt.Fprintf(&b, "# Draft of the facts of %s, %d in number. A person names the concepts, the events'\n", quote(d.source.ID), len(d.entries))
	b.WriteString("# types and what units the print leaves open, puts the claims in own words, and\n# deletes what says nothing.\n")
	if len(d.asides) > 0 {
		fmt.Fprintf(&b, "#\n# For the source's `setAside` in the registry, %d numbers that no fact says:\n", len(d.asides))
		for _, line := range d.asides {
			b.WriteString("#   " + line + "\n")
		}
	}
	if !d.source.Registered {
		d.register(&b)
	}
	entries := d.sorted()
	for from := 0; from < len(entries); {
		to := from
		for to < len(entries) && d.above(entries[to].line) == d.above(entries[from].line) {
			to++
		}
		d.document(&b, entries[from:to])
		from = to
	}
	if len(entries) == 0 {
		b.WriteString("---\nsource: " + quote(d.source.ID) + "\n")
	}
	return b.Bytes()
}

// register writes the registration of a source that has none.
func (d *drafter) register(b *bytes.Buffer) {
	language := "en"
	for _, line := range d.lines {
		if strings.IndexFunc(line, func(r rune) bool { return unicode.In(r, unicode.Hiragana, unicode.Katakana) }) >= 0 {
			language = "ja"
			break
		}
	}
	entry := new(flow).text("title", d.source.Title).put("kind", "other").put("language", language).put("sha256", quote(d.source.SHA256))
	fmt.Fprintf(b, "---\nsources:\n  %s: %s\n", quote(d.source.ID), entry)
}

// document writes the entries under one heading.
func (d *drafter) document(b *bytes.Buffer, entries []entry) {
	b.WriteString("---\n")
	first, last := entries[0].line+1, entries[len(entries)-1].line+1
	lines := fmt.Sprintf("lines %d to %d", first, last)
	if first == last {
		lines = fmt.Sprintf("line %d", first)
	}
	if heading := d.headingOf(entries[0].line); heading != "" {
		lines = quote(heading) + ", " + lines
	}
	fmt.Fprintf(b, "# %s\nsource: %s\n", lines, quote(d.source.ID))
	if d.source.Entity != "" {
		fmt.Fprintf(b, "defaults: {entity: %s}\n", quote(d.source.Entity))
	}
	for _, s := range sections {
		begun := false
		for _, e := range entries {
			if e.section != s {
				continue
			}
			if !begun {
				fmt.Fprintf(b, "%s:\n", s)
				begun = true
			}
			separator := " "
			if strings.HasPrefix(e.body, "\n") {
				separator = ""
			}
			fmt.Fprintf(b, "  %s:%s%s\n", e.id, separator, e.body)
		}
	}
}
