// Package report prints reports: one finding.Report goes in, the bytes of one
// format come out. A format knows nothing but findings; it neither changes
// them nor drops an error of its writer.
package report

import (
	"io"
	"io/fs"
	"slices"

	"github.com/tieout/tieout/checker/internal/finding"
)

// Format prints a report. Write never changes the report.
type Format interface {
	Write(w io.Writer, r *finding.Report) error
}

// Options say how a format is to look, where it leaves a choice.
type Options struct {
	// Lang is the language of the words: "en" or "ja".
	Lang string
	// Colour allows ANSI escapes that set colours.
	Colour bool
	// Width is that of the terminal in columns; 0 means 80.
	Width int
	// Files is the tree that the paths in the report are in, for formats that
	// look into the files again; nil is none.
	Files fs.FS
	// Explain adds to each finding why its rule is held. Text only.
	Explain bool
	// Group is what findings stand under: "file" (the default), "rule" or
	// "source". Text only.
	Group string
	// Root is the path of the run's root in the repository, as annotations have
	// to name places.
	Root string
	// BlobURL is the address that the files are read below, on the web; empty
	// for none. Markdown links places to it.
	BlobURL string
	// All annotates also what the base of a comparison has just as well.
	All bool
	// NewOnly leaves out what a change did not make worse; see
	// finding.Finding.FailsNew. Formats for programs are whole nevertheless, and
	// HTML only opens so.
	NewOnly bool
	// Limit bounds the bytes of Markdown; 0 means 900 KiB.
	Limit int
}

// formats holds the formats by the names that users give them. Those of passes
// print the checks that held one by one.
var formats = []struct {
	name   string
	passes bool
	make   func(Options) Format
}{
	{"csv", false, func(Options) Format { return CSV{} }},
	{"html", true, func(o Options) Format { return HTML(o) }},
	{"json", true, func(Options) Format { return JSON{} }},
	{"junit", true, func(o Options) Format { return JUnit(o) }},
	{"sarif", false, func(o Options) Format { return SARIF{Lang: o.Lang, Files: o.Files} }},
	{"sarif-audit", true, func(Options) Format { return SARIFAudit{} }},
	{"github", false, func(o Options) Format { return GitHub(o) }},
	{"markdown", false, func(o Options) Format { return Markdown(o) }},
	{"text", false, func(o Options) Format { return Text(o) }},
}

// Names lists the formats, in alphabetical order.
func Names() []string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.name
	}
	slices.Sort(names)
	return names
}

// ShowsPasses tells whether a format prints the checks that held one by one, so
// that the report has to keep them.
func ShowsPasses(name string) bool {
	for _, f := range formats {
		if f.name == name {
			return f.passes
		}
	}
	return false
}

// New makes a format by its name; false means that there is none of that name.
func New(name string, o Options) (Format, bool) {
	for _, f := range formats {
		if f.name == name {
			return f.make(o), true
		}
	}
	return nil, false
}
