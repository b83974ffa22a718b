// Package draft proposes a fact file from the text of a source, for a person
// to finish. A text goes in; out comes YAML that is valid as it stands, in
// which every concept is `unassigned`:
//
//	text ─► headings ─► lists of references and notes ─► tables ─► figures, dates, markers ─► YAML
//
// It says only what is printed. What a figure is about, and what a marked
// sentence claims, is left to the person.
package draft

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/figure"
)

// MaxProposals bounds the proposals of a draft: a fact file with more could
// not be read back.
const MaxProposals = 40_000

// LimitError says that a text has too much in it for one draft.
type LimitError struct {
	// Line is where the limit was passed.
	Line int
}

func (e *LimitError) Error() string {
	return fmt.Sprintf("line %d: more than %d figures and markers; draft the text in parts", e.Line, MaxProposals)
}

// Source is what is known of the source.
type Source struct {
	// ID is its id, as in the registry.
	ID string
	// Title and SHA256 describe a source that is not registered: the draft
	// then begins with its registration.
	Title, SHA256 string
	Registered    bool
	// Entity is whom the figures are about unless they say otherwise, if that is
	// known; FiscalYears says that the registry can place its fiscal years.
	Entity      string
	FiscalYears bool
}

// Make drafts the facts of a text, given by its lines.
func Make(source Source, lines []string) ([]byte, error) {
	d := &drafter{source: source, lines: lines, spans: make([][]figure.Span, len(lines)), used: map[place]bool{}, taken: map[int]int{}}
	if err := d.read(); err != nil {
		return nil, err
	}
	d.outline()
	d.lists()
	d.tables()
	d.attachNotes()
	for i := range d.lines {
		d.line(i)
	}
	return d.write(), nil
}

// drafter holds a text and what has been proposed of it. Lines count from 0.
type drafter struct {
	source Source
	lines  []string
	spans  [][]figure.Span
	// headings are in the order of their lines.
	headings []heading
	units    []unitScope
	lookups  lookup
	found    []list
	// used are the tokens that are spoken for, taken the ids given out of each
	// line.
	used    map[place]bool
	taken   map[int]int
	pointed map[place][]pointer
	entries []entry
	asides  []string
	// references is the list that has all markers of the text.
	references string
}

// place is a token: its line and its place among the tokens of the line.
type place struct{ line, token int }

// section is a member of a fact file.
type section string

const (
	quantities section = "quantities"
	tables     section = "tables"
	claims     section = "claims"
	references section = "references"
	events     section = "events"
)

// sections is the order in which they are written.
var sections = []section{quantities, tables, claims, references, events}

// entry is a proposal, written out.
type entry struct {
	line     int
	section  section
	id, body string
}

// read finds the tokens of all lines.
func (d *drafter) read() error {
	n := 0
	for i, line := range d.lines {
		d.spans[i] = figure.Find(line)
		if n += len(d.spans[i]); n > MaxProposals {
			return &LimitError{Line: i + 1}
		}
	}
	return nil
}

// propose adds an entry under a new id of its line.
func (d *drafter) propose(line int, s section, body *flow) (id string) {
	d.taken[line]++
	id = fmt.Sprintf("l%d-%d", line+1, d.taken[line])
	d.add(line, s, id, body.String())
	return id
}

func (d *drafter) add(line int, s section, id, body string) {
	d.entries = append(d.entries, entry{line, s, id, body})
}

// sorted gives the entries in the order of the text.
func (d *drafter) sorted() []entry {
	slices.SortStableFunc(d.entries, func(a, b entry) int { return cmp.Compare(a.line, b.line) })
	return d.entries
}

// blank tells whether there is no word on a line; outside the text there is
// none.
func (d *drafter) blank(line int) bool {
	return line < 0 || line >= len(d.lines) || strings.TrimSpace(d.lines[line]) == ""
}
