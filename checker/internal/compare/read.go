package compare

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/tieout/tieout/checker/internal/finding"
)

// MaxReport is the most bytes that a report may have to be read.
const MaxReport = 256 << 20

// ReadError says why a text is no report that can be read. Line and Column are
// 1-based, Column counting characters; 0 where the fault is at no one place.
type ReadError struct {
	Line, Column int
	Message      string
}

func (e *ReadError) Error() string { return e.Message }

// Read reads a report in the JSON format. The error is a *ReadError where the
// text is at fault, and otherwise the reader's.
func Read(r io.Reader) (*finding.Report, error) { return readUpTo(r, MaxReport) }

func readUpTo(r io.Reader, limit int64) (*finding.Report, error) {
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > limit {
		return nil, &ReadError{Message: fmt.Sprintf("it is larger than %d MiB", limit>>20)}
	}
	var version struct {
		FormatVersion *string `json:"formatVersion"`
	}
	// The version first: a report of another version may differ in anything.
	if err := json.Unmarshal(data, &version); err != nil {
		return nil, faulty(data, err)
	}
	switch {
	case version.FormatVersion == nil:
		return nil, &ReadError{Message: "it has no formatVersion, so it is no report in the JSON format"}
	case *version.FormatVersion != finding.FormatVersion:
		return nil, &ReadError{Message: fmt.Sprintf("it is a report of format version %q; this version of the checker reads %q",
			*version.FormatVersion, finding.FormatVersion)}
	}
	report := &finding.Report{}
	if err := json.Unmarshal(data, report); err != nil {
		return nil, faulty(data, err)
	}
	return report, sound(report)
}

// faulty gives an error of the JSON decoder its place.
func faulty(data []byte, err error) error {
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		// The offset is that after the character at fault.
		return at(data, syntax.Offset-1, syntax.Error())
	}
	if kind, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return at(data, kind.Offset-1, fmt.Sprintf("a JSON %s does not fit %s", kind.Value, orReport(kind.Field)))
	}
	return &ReadError{Message: err.Error()}
}

func orReport(field string) string {
	if field == "" {
		return "a report"
	}
	return field
}

func at(data []byte, offset int64, message string) error {
	before := data[:min(max(offset, 0), int64(len(data)))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return &ReadError{
		Line: bytes.Count(before, []byte{'\n'}) + 1, Column: utf8.RuneCount(before[start:]) + 1, Message: message,
	}
}

// sound looks for what comparing rests on.
func sound(r *finding.Report) error {
	for i := range r.Findings {
		f := &r.Findings[i]
		switch {
		case f.Fingerprint == "":
			return &ReadError{Message: fmt.Sprintf("findings[%d] has no fingerprint", i)}
		case f.Rule == "":
			return &ReadError{Message: fmt.Sprintf("findings[%d] has no rule", i)}
		case f.Severity.Rank() == 0:
			return &ReadError{Message: fmt.Sprintf("findings[%d] has the unknown severity %q", i, f.Severity)}
		}
	}
	return nil
}
