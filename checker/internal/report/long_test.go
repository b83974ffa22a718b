package report_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"testing"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/report"
)

// lengthy is a report whose findings, n of them and each tenth a warning, are
// given one by one; after failAt of them comes an error, if that is not 0.
func lengthy(n, failAt int) *finding.Report {
	r := base()
	r.Summary.Findings = map[finding.Severity]int{finding.Error: n - n/10, finding.Warning: n / 10}
	give := func(n int, verdict finding.Verdict) iter.Seq2[*finding.Finding, error] {
		return func(yield func(*finding.Finding, error) bool) {
			for i := range n {
				if i+1 == failAt {
					yield(nil, errBrokenFile)
					return
				}
				f := &finding.Finding{
					Rule: "arithmetic/sum", Class: finding.Source, Severity: finding.Error, Verdict: verdict, Subject: fmt.Sprintf("budget/sum%d", i),
					Fingerprint: fmt.Sprintf("%024x", i), Message: finding.Text{EN: "a sum does not hold"}, Location: at("facts/budget.yaml", i+1, 1, 3),
				}
				if i%10 == 0 {
					f.Severity = finding.Warning
				}
				if !yield(f, nil) {
					return
				}
			}
		}
	}
	r.Long = &finding.Long{Count: n, Held: n, Findings: give(n, finding.Inconsistent), Passes: give(n, finding.Consistent)}
	return &r
}

var errBrokenFile = errors.New("the temporary file is broken")

// What a page or a summary leaves out of very many findings, it says, and it
// leaves out the least grave.
func TestLongForPeople(t *testing.T) {
	r := lengthy(7000, 0)
	page := render(t, report.HTML{}, r)
	if n := strings.Count(page, `id="f-`); n != 5000 {
		t.Errorf("the page has %d findings", n)
	}
	if strings.Contains(page, fmt.Sprintf(`id="f-%024x"`, 10)) {
		t.Error("the page has a warning, but not all errors")
	}
	for what, text := range map[string]string{"page": page, "Markdown": render(t, report.Markdown{Lang: "en"}, r)} {
		if !strings.Contains(text, "2000 more findings") {
			t.Errorf("the %s does not say that 2000 are left out", what)
		}
	}
	if md := render(t, report.Markdown{Lang: "en"}, r); !strings.Contains(md, "(20 of 7000)") {
		t.Error("the summary counts the findings that it was given")
	}
	if notes := render(t, report.GitHub{Lang: "en"}, r); strings.Count(notes, "::error") != 10 || !strings.Contains(notes, "6291 more findings") {
		t.Errorf("annotations: %.3000s", notes)
	}
}

// A report that breaks off must not look like one that is whole.
func TestLongBreaksOff(t *testing.T) {
	r := lengthy(30, 20)
	for look, format := range looks() {
		if err := format.Write(io.Discard, r); !errors.Is(err, errBrokenFile) {
			t.Errorf("%s: %v", look, err)
		}
	}
}

// No format for programs ends before the last finding.
func TestLongLogs(t *testing.T) {
	r := lengthy(3000, 0)
	for name, format := range map[string]report.Format{"json": report.JSON{}, "sarif-audit": report.SARIFAudit{}, "junit": report.JUnit{Lang: "en"}} {
		var b bytes.Buffer
		if err := format.Write(&b, r); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), "budget/sum2999") {
			t.Errorf("%s ends early", name)
		}
	}
}
