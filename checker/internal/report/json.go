package report

import (
	"bytes"
	"fmt"
	"io"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/tieout/tieout/checker/internal/finding"
)

// SchemaURL names the JSON Schema of the JSON report.
const SchemaURL = "https://tieout.dev/schemas/report.schema.json"

// JSON prints the whole report for programs, as schemas/report.schema.json
// describes it. Equal reports give equal bytes.
type JSON struct{}

// Write prints the report as one indented JSON object.
func (JSON) Write(w io.Writer, r *finding.Report) error {
	d := document(r)
	holes := []hole{{member: "findings", indent: 2, elements: as(r.EachFinding())}}
	d.Findings, d.Passes = make([]finding.Finding, 1), nil
	if r.Held() > 0 {
		d.Passes = make([]finding.Finding, 1)
		holes = append(holes, hole{member: "passes", indent: 2, elements: as(r.EachPass())})
	}
	if err := writeHoled(w, d, holes...); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	return nil
}

type schemaFirst struct {
	Schema string `json:"$schema"`
	finding.Report
}

// document gives the report with lists instead of null where there is nothing.
func document(r *finding.Report) schemaFirst {
	d := schemaFirst{Schema: SchemaURL, Report: *r}
	d.Inputs = present(d.Inputs)
	d.Sources = present(d.Sources)
	d.Rules = present(d.Rules)
	if d.Summary.Findings == nil {
		d.Summary.Findings = map[finding.Severity]int{}
	}
	if d.Summary.FactsByKind == nil {
		d.Summary.FactsByKind = map[string]int{}
	}
	return d
}

func present[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// escapeJSON writes the characters that a terminal may obey, or that cannot be
// seen, as \u escapes. They only ever stand inside strings, where the escape
// means the same.
func escapeJSON(data []byte) []byte {
	hidden := func(r rune) bool { return r != '\n' && invisible(r) }
	if !bytes.ContainsFunc(data, hidden) {
		return data
	}
	out := make([]byte, 0, len(data)+64)
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case !hidden(r):
			out = append(out, data[:size]...)
		case r > 0xFFFF:
			high, low := utf16.EncodeRune(r)
			out = fmt.Appendf(out, `\u%04x\u%04x`, high, low)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
		data = data[size:]
	}
	return out
}
