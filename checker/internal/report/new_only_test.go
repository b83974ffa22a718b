package report_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/report"
)

// reviewed is a run against a base in which some of what was found before was
// left as it was, a mistake in the record among it.
func reviewed() *finding.Report {
	r := withBase()
	record := finding.Finding{
		Rule: "record/not-as-printed", Class: finding.Record, Severity: finding.Error, Verdict: finding.Inconsistent,
		Fingerprint: "6123456789abcdef01234567", Subject: "report-2025/all", Baseline: finding.BaselineUnchanged,
		Message:  finding.Text{EN: "the value is 61, but the selector quotes 60", JA: "値は61ですが、セレクターの引用は60です"},
		Location: at("facts/bakery.yaml", 12, 10, 2),
	}
	old := record
	old.Rule, old.Class, old.Fingerprint = "arithmetic/share", finding.Source, "7123456789abcdef01234567"
	old.Message = finding.Text{EN: "An old error.", JA: "以前からのエラー。"}
	r.Findings = append(r.Findings, record, old)
	r.Summary.Findings[finding.Error] += 2
	r.Baseline.Counts[finding.BaselineUnchanged] += 2
	return r
}

// TestNewOnly shows the reader of a change what it makes worse, what is wrong
// with the record, and in a line how much is left out: with the rest before
// their eyes, nobody finds the one that matters.
func TestNewOnly(t *testing.T) {
	for look, format := range map[string]report.Format{
		"en.txt": report.Text{Lang: "en", NewOnly: true}, "ja.txt": report.Text{Lang: "ja", NewOnly: true},
		"en.md": report.Markdown{Lang: "en", NewOnly: true}, "ja.md": report.Markdown{Lang: "ja", NewOnly: true},
		"en.github": report.GitHub{Lang: "en", NewOnly: true}, "ja.github": report.GitHub{Lang: "ja", NewOnly: true},
	} {
		golden(t, filepath.Join("testdata", "reviewed."+look), render(t, format, reviewed()))
	}
	for look, format := range map[string]report.Format{
		"text": report.Text{NewOnly: true}, "markdown": report.Markdown{NewOnly: true}, "github": report.GitHub{NewOnly: true},
	} {
		got := render(t, format, reviewed())
		if strings.Contains(got, "An old error") || !strings.Contains(got, "the value is 61") {
			t.Errorf("%s: of the findings that are unchanged, those on the record are to be shown, and no other:\n%s", look, got)
		}
	}
	// All that a program reads is there, whoever looks at it.
	for look, make := range map[string]func(report.Options) report.Format{
		"junit": func(o report.Options) report.Format { return report.JUnit(o) },
		"html":  func(o report.Options) report.Format { return report.HTML(o) },
	} {
		if got := render(t, make(report.Options{NewOnly: true}), reviewed()); !strings.Contains(got, "An old error") {
			t.Errorf("%s lacks what is unchanged", look)
		}
	}
}

// TestVerdictOnChange says in the first line of a summary what the change did,
// not what was there before it.
func TestVerdictOnChange(t *testing.T) {
	verdict := func(alter func(*finding.Report)) string {
		r := reviewed()
		r.Baseline.Dropped = nil
		alter(r)
		return strings.Split(render(t, report.Markdown{Lang: "en", NewOnly: true}, r), "\n")[2]
	}
	keep := func(r *finding.Report, those func(*finding.Finding) bool) {
		r.Findings = slices.DeleteFunc(r.Findings, func(f finding.Finding) bool { return !those(&f) })
	}
	for want, alter := range map[string]func(*finding.Report){
		"worse.": func(*finding.Report) {},
		"something worse": func(r *finding.Report) {
			keep(r, func(*finding.Finding) bool { return false })
			r.Baseline.Dropped = reviewed().Baseline.Dropped
		},
		"no errors, but": func(r *finding.Report) {
			keep(r, func(f *finding.Finding) bool { return f.Severity == finding.Warning })
		},
		"leaves mistakes in the record": func(r *finding.Report) {
			keep(r, func(f *finding.Finding) bool { return f.Baseline == finding.BaselineUnchanged })
		},
		"nothing worse.**": func(r *finding.Report) {
			keep(r, func(f *finding.Finding) bool { return f.Fingerprint[0] == '7' })
		},
		"could not be used": func(r *finding.Report) { r.Summary.InputErrors = 1 },
	} {
		if got := verdict(alter); !strings.Contains(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestPageOpensFiltered gives the page's script the filter to begin with.
func TestPageOpensFiltered(t *testing.T) {
	const first = `id="by-status" data-first="n:true"`
	if got := render(t, report.HTML{NewOnly: true}, reviewed()); !strings.Contains(got, first) || strings.Count(got, `data-n="false"`) != 4 ||
		!strings.Contains(got, "--against main --new-only") {
		t.Error("the page does not open with what the change makes worse")
	}
	if got := render(t, report.HTML{}, reviewed()); strings.Contains(got, first) || strings.Contains(got, "--new-only") {
		t.Error("the page opens filtered, though nobody asked for it")
	}
}
