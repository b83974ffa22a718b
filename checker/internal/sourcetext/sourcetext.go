// Package sourcetext finds the texts of the registered sources in a folder and
// says where their words stand. A registry of digests goes in; out comes, for
// each source, its text by lines, or a typed reason for which there is none:
//
//	folder ─► walk ─► hash ─► decode ─► lines of plain text, or of what an HTML page shows
//	                   └ by sha256, whatever the file is called
//
// Files are foreign: they are hashed as streams, read into memory only when
// their digest is a registered one (or when they may be the edited version of
// a source that is not there), and every size has a limit that is named when
// it is passed. Folders are never left: links are not followed.
package sourcetext

import (
	"cmp"
	"slices"

	"github.com/tieout/tieout/checker/internal/finding"
)

// Wanted is what the registry says of a source.
type Wanted struct {
	// SHA256 is the digest of the file, in hexadecimal; empty when the source
	// is registered without one.
	SHA256 string
	// MediaType is the declared type, "text/plain; charset=shift_jis" say.
	// Empty: told by the file's name and content.
	MediaType string
	// Charset, if any, goes before the parameter of MediaType.
	Charset string
	// Quotations are those of the source's selectors, by which an edited
	// version of the file is recognised.
	Quotations []Quotation
	// Location is where the source is registered.
	Location finding.Range
}

// Quotation is what a selector says: the line, the words that stand on it, and
// the how-manieth of their kind they are, 0 when it does not say.
type Quotation struct {
	Line       int
	Exact      string
	Occurrence int
}

// Text is the text of one source.
type Text struct {
	// ID is the id of the source, Path the slash-separated path of its file in
	// the folder that was searched.
	ID, Path string
	SHA256   string
	// MediaType and Charset are what the file was read as.
	MediaType, Charset string
	// Lines holds the lines; the first is line 1. In plain text they are those
	// of the file, as LF, CRLF or CR end them; in HTML a line is a block of
	// visible text, a row of a table being one.
	Lines []Line
}

// Line is a line of a text, without its end.
type Line struct {
	Text string
	// FileLine is the line of the file, from 1, on which it begins.
	FileLine int
	// Start and End are byte offsets in the file, as it is encoded there; End
	// is just after the last character.
	Start, End int64
}

// Texts is what was found of the registered sources. All lists are in the
// order of ids, then paths.
type Texts struct {
	texts map[string]*Text
	// wanted is kept for the places of findings.
	wanted      map[string]Wanted
	missing     []Missing
	changed     []Changed
	unsupported []Unsupported
	undigested  []Undigested
	shared      []Shared
	duplicates  []Duplicate
	skipped     []Skipped
	// searched is false when there was no folder.
	searched bool
	// hashed counts the bytes that were hashed.
	hashed int64
}

// Get gives the text of a source, nil when there is none.
func (t *Texts) Get(id string) *Text { return t.texts[id] }

// IDs lists the sources whose texts are there.
func (t *Texts) IDs() []string {
	ids := make([]string, 0, len(t.texts))
	for id := range t.texts {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// Searched tells whether there was a folder to look in.
func (t *Texts) Searched() bool { return t.searched }

// Edited gives the text of a file that is evidently an edited version of the
// source, nil when there is none or it cannot be read.
func (t *Texts) Edited(id string) *Text {
	for _, c := range t.changed {
		if c.ID == id {
			return c.Text
		}
	}
	return nil
}

// Missing lists the sources of which neither the registered file nor an
// edited version was found.
func (t *Texts) Missing() []Missing { return t.missing }

// Changed lists the sources of which only an edited version was found.
func (t *Texts) Changed() []Changed { return t.changed }

// Unsupported lists the sources whose file is there but cannot be read.
func (t *Texts) Unsupported() []Unsupported { return t.unsupported }

// Undigested lists the sources that are registered without a digest.
func (t *Texts) Undigested() []Undigested { return t.undigested }

// Shared lists the digests that several sources are registered with.
func (t *Texts) Shared() []Shared { return t.shared }

// Duplicates lists the registered files that are in the folder more than once.
func (t *Texts) Duplicates() []Duplicate { return t.duplicates }

// Skipped lists what was not looked at.
func (t *Texts) Skipped() []Skipped { return t.skipped }

func (t *Texts) sort() {
	slices.SortFunc(t.missing, func(a, b Missing) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(t.changed, func(a, b Changed) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(t.unsupported, func(a, b Unsupported) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(t.undigested, func(a, b Undigested) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(t.shared, func(a, b Shared) int { return slices.Compare(a.IDs, b.IDs) })
	slices.SortFunc(t.duplicates, func(a, b Duplicate) int { return cmp.Compare(a.SHA256, b.SHA256) })
	slices.SortFunc(t.skipped, func(a, b Skipped) int { return cmp.Compare(a.Path, b.Path) })
}
