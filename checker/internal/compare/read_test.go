package compare_test

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/tieout/tieout/checker/internal/compare"
	"github.com/tieout/tieout/checker/internal/finding"
)

// Who hands over the wrong file learns what is wrong with it, and where.
func TestReadSaysWhatIsWrong(t *testing.T) {
	for text, want := range map[string]compare.ReadError{
		"":                                      {1, 1, "unexpected end of JSON input"},
		"\ufeff{}":                              {1, 1, "invalid character 'ï' looking for beginning of value"},
		"facts:\n":                              {1, 3, "invalid character 'c' in literal false (expecting 'l')"},
		"{\n \"a\": \"売\" x}":                   {2, 11, "invalid character 'x' after object key:value pair"},
		`{} {}`:                                 {1, 4, "invalid character '{' after top-level value"},
		`[]`:                                    {1, 1, "a JSON array does not fit a report"},
		`{}`:                                    {0, 0, "it has no formatVersion, so it is no report in the JSON format"},
		`{"formatVersion": "2", "findings": 3}`: {0, 0, `it is a report of format version "2"; this version of the checker reads "1"`},
		`{"formatVersion": "1",` + "\n" + ` "findings": 3}`:                                           {2, 14, "a JSON number does not fit findings"},
		`{"formatVersion": "1", "findings": [{}]}`:                                                    {0, 0, "findings[0] has no fingerprint"},
		`{"formatVersion": "1", "findings": [{"fingerprint": "a"}]}`:                                  {0, 0, "findings[0] has no rule"},
		`{"formatVersion": "1", "findings": [{"fingerprint": "a", "rule": "b", "severity": "dire"}]}`: {0, 0, `findings[0] has the unknown severity "dire"`},
	} {
		_, err := compare.Read(strings.NewReader(text))
		got, ok := errors.AsType[*compare.ReadError](err)
		if !ok {
			t.Errorf("%q: got %v", text, err)
		} else if *got != want {
			t.Errorf("%q: got %+v, want %+v", text, *got, want)
		}
	}
	deep := strings.Repeat("[", 1_000_000)
	if _, err := compare.Read(strings.NewReader(deep)); err == nil {
		t.Error("a report of nothing but brackets is read")
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

// A file without an end must not take all of the memory.
func TestReadIsBounded(t *testing.T) {
	_, err := compare.ReadUpTo(endless{}, 3<<20)
	if err == nil || err.Error() != "it is larger than 3 MiB" {
		t.Errorf("got %v", err)
	}
}

func TestReadHandsOnErrors(t *testing.T) {
	if _, err := compare.Read(iotest.ErrReader(io.ErrClosedPipe)); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("got %v", err)
	}
}

// FuzzRead reads any bytes: it gives a report that can be compared, or says why
// not.
func FuzzRead(f *testing.F) {
	f.Add(`{"formatVersion": "1", "findings": [{"fingerprint": "a", "rule": "b", "severity": "error"}]}`)
	f.Add(`{"formatVersion": "1", "findings": [null, {"evidence": {"operands": null}}]}`)
	f.Add("{\"formatVersion\": \"1\", \"asOf\": \"\\ud800\x00\"}")
	f.Fuzz(func(t *testing.T, text string) {
		r, err := compare.Read(strings.NewReader(text))
		if _, ok := errors.AsType[*compare.ReadError](err); err != nil && !ok {
			t.Fatalf("an error of another kind: %v", err)
		}
		if err != nil {
			return
		}
		for _, c := range compare.Compare(r, r) {
			if c.State != finding.BaselineUnchanged {
				t.Errorf("a report differs from itself: %+v", c)
			}
		}
	})
}
