// Package report prints reports: one finding.Report goes in, the bytes of one
// format come out. A format knows nothing but findings; it neither changes
// them nor drops an error of its writer.
package report

import (
	"io"
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
}

// formats holds the formats by the names that users give them.
var formats = []struct {
	name string
	make func(Options) Format
}{
	{"html", func(o Options) Format { return HTML(o) }},
	{"json", func(Options) Format { return JSON{} }},
	{"text", func(o Options) Format { return Text(o) }},
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

// New makes a format by its name; false means that there is none of that name.
func New(name string, o Options) (Format, bool) {
	for _, f := range formats {
		if f.name == name {
			return f.make(o), true
		}
	}
	return nil, false
}
