package report

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/lazy"
)

// CSV prints one row a finding below a row with the columns' names, as RFC 4180
// has it. Its readers are spreadsheets: it begins with a byte-order mark,
// without which Excel takes the Japanese for another encoding, and a cell that
// a spreadsheet would run as a formula begins with an apostrophe. Checks that
// held are not listed.
type CSV struct{}

// csvCellMax keeps a cell, in characters of whatever width, below the 32,767
// code units that one of Excel holds. It would drop the rest without a word.
const csvCellMax = 16_000

// csvRow is a finding with what may be absent from it.
type csvRow struct {
	*finding.Finding
	evidence           finding.Evidence
	computed, reported finding.Figure
	decision           finding.Disposition
}

// csvColumns are the columns. Programs find them by name; new ones go to the
// end, for those who count.
var csvColumns = []struct {
	name string
	cell func(r *csvRow) string
}{
	{"rule", func(r *csvRow) string { return r.Rule }},
	{"case", func(r *csvRow) string { return r.Case }},
	{"severity", func(r *csvRow) string { return string(r.Severity) }},
	{"class", func(r *csvRow) string { return string(r.Class) }},
	{"verdict", func(r *csvRow) string { return string(r.Verdict) }},
	{"subject", func(r *csvRow) string { return r.Subject }},
	{"file", func(r *csvRow) string { return r.Location.File }},
	{"line", func(r *csvRow) string { return csvCount(r.Location.Start.Line) }},
	{"column", func(r *csvRow) string { return csvCount(r.Location.Start.Column) }},
	{"message_en", func(r *csvRow) string { return r.Message.EN }},
	{"message_ja", func(r *csvRow) string { return r.Message.JA }},
	{"help_en", func(r *csvRow) string { return r.Help.EN }},
	{"help_ja", func(r *csvRow) string { return r.Help.JA }},
	{"printed", func(r *csvRow) string { return r.reported.Printed }},
	{"reported", func(r *csvRow) string { return r.reported.Value }},
	{"reported_interval", func(r *csvRow) string { return r.reported.Interval }},
	{"computed", func(r *csvRow) string { return r.computed.Value }},
	{"computed_interval", func(r *csvRow) string { return r.computed.Interval }},
	{"deviation", func(r *csvRow) string { return r.evidence.Deviation }},
	{"unit", func(r *csvRow) string { return r.evidence.Unit }},
	{"facts", func(r *csvRow) string { return r.facts() }},
	{"disposition", func(r *csvRow) string { return r.decision.Status }},
	{"disposition_state", func(r *csvRow) string { return r.decision.State }},
	{"disposition_reason", func(r *csvRow) string { return r.decision.Reason }},
	{"disposition_owner", func(r *csvRow) string { return r.decision.Owner }},
	{"disposition_approver", func(r *csvRow) string { return r.decision.Approver }},
	{"disposition_date", func(r *csvRow) string { return r.decision.Date }},
	{"disposition_expires", func(r *csvRow) string { return r.decision.Expires }},
	{"baseline", func(r *csvRow) string { return string(r.Baseline) }},
	{"fingerprint", func(r *csvRow) string { return r.Fingerprint }},
	{"evidence_digest", func(r *csvRow) string { return r.evidence.Digest }},
}

// Write prints the table.
func (CSV) Write(w io.Writer, r *finding.Report) error {
	out := bufio.NewWriterSize(w, 1<<16)
	// The writer hands its error out at the end.
	_, _ = out.WriteString("\ufeff")
	table := csv.NewWriter(out)
	table.UseCRLF = true
	cells := make([]string, len(csvColumns))
	for i, column := range csvColumns {
		cells[i] = column.name
	}
	if err := table.Write(cells); err != nil {
		return fmt.Errorf("write the columns' names: %w", err)
	}
	for f, err := range r.EachFinding() {
		if err != nil {
			return fmt.Errorf("read the findings: %w", err)
		}
		row := newCSVRow(f)
		for j, column := range csvColumns {
			cells[j] = csvCell(column.cell(row))
		}
		if err := table.Write(cells); err != nil {
			return fmt.Errorf("write a row: %w", err)
		}
	}
	table.Flush()
	if err := table.Error(); err != nil {
		return fmt.Errorf("write the table: %w", err)
	}
	return out.Flush()
}

func newCSVRow(f *finding.Finding) *csvRow {
	row := &csvRow{Finding: f}
	if e := f.Evidence; e != nil {
		row.evidence = *e
		if e.Computed != nil {
			row.computed = *e.Computed
		}
		if e.Reported != nil {
			row.reported = *e.Reported
		}
	}
	if f.Disposition != nil {
		row.decision = *f.Disposition
	}
	return row
}

// facts names the facts that take part.
func (r *csvRow) facts() string {
	ids := make([]string, len(r.evidence.Operands))
	for i, o := range r.evidence.Operands {
		ids[i] = o.Fact
	}
	return strings.Join(ids, "; ")
}

// csvCount leaves the cell empty where a place is not known.
func csvCount(n int) string {
	if n <= 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// reCSVNumber is a number as spreadsheets read it. One that begins with a minus
// stands as it is: it computes nothing, and a column of figures stays one.
var reCSVNumber = lazy.Regexp(`^-?[0-9]+(?:\.[0-9]+)?$`)

// csvFormula are the characters that make a formula of a cell that begins with
// them; the wide ones do so where spreadsheets run in East Asian languages.
const csvFormula = "=+-@\t\r\n＝＋－＠"

// csvCell makes a text harmless: its invisible characters visible, no formula,
// no longer than a cell.
func csvCell(s string) string {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \u00a0\u3000"))
	dangerous := s != "" && strings.ContainsRune(csvFormula, first) && !reCSVNumber().MatchString(s)
	if s = Escape(s); dangerous {
		s = "'" + s
	}
	return shorten(s, csvCellMax)
}
