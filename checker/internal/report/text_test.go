package report_test

import (
	"strings"
	"testing"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/report"
)

// headings gives the lines that head a group of findings.
func headings(text string) (list []string) {
	for line := range strings.Lines(text) {
		before, found := strings.CutSuffix(strings.TrimSpace(line), " error")
		if !found {
			before, found = strings.CutSuffix(strings.TrimSpace(line), " errors")
		}
		if found && !strings.HasPrefix(line, " ") {
			list = append(list, before)
		}
	}
	return list
}

// An author who mends rule by rule, or document by document, finds together
// what belongs together, with its number.
func TestGroups(t *testing.T) {
	r := base()
	add := func(rule, subject, file string, facts ...string) {
		f := finding.Finding{Rule: rule, Severity: finding.Error, Subject: subject, Location: at(file, 1, 1, 1), Evidence: &finding.Evidence{}}
		for _, fact := range facts {
			f.Evidence.Operands = append(f.Evidence.Operands, finding.Operand{Fact: fact})
		}
		r.Findings = append(r.Findings, f)
	}
	add("b/two", "report-2025/x", "a.yaml")
	add("arithmetic/sum", "report-2025/y", "a.yaml", "report-2025/y", "blog/z", "report-2025/x")
	add("b/two", "sales of bread", "b.yaml")
	add("b/two", "report-2025/x", "b.yaml")
	for group, want := range map[string]string{
		"":       "a.yaml: 2 b.yaml: 2",
		"file":   "a.yaml: 2 b.yaml: 2",
		"rule":   "arithmetic/sum (A total is the sum of its parts): 1 b/two: 3",
		"source": "(no source): 1 blog, report-2025: 1 report-2025: 2",
	} {
		if got := strings.Join(headings(render(t, report.Text{Group: group}, &r)), " "); got != want {
			t.Errorf("by %q: got %q, want %q", group, got, want)
		}
	}
}

// Of a passage that is wider than the terminal, the figure is in what is shown.
func TestPassageShowsTheFigure(t *testing.T) {
	for _, around := range []string{"the shops in town and elsewhere, ", "売上は前年度を上回り、過去最高を記録しており、"} {
		r := withBase()
		r.Findings[0].Evidence.Operands[0].Passage = strings.Repeat(around, 3) + "60%" + strings.Repeat(around, 3)
		for _, width := range []int{60, 80, 100} {
			text := render(t, report.Text{Width: width}, r)
			if !strings.Contains(text, around[:3]) || strings.Count(text, "60%") < 4 {
				t.Errorf("at %d columns, the passage is not shown around the figure:\n%s", width, text)
			}
		}
	}
}

// With no base there is nothing to say of one.
func TestTextWithoutBase(t *testing.T) {
	text := render(t, report.Text{}, bakery())
	for _, word := range []string{"Gone", "No longer", "Compared", "(new)"} {
		if strings.Contains(text, word) {
			t.Errorf("%q is said of no base", word)
		}
	}
	r := withBase()
	r.Baseline = &finding.Baseline{Name: "main", Unusable: &finding.Text{EN: "the revision is unknown"}}
	if text := render(t, report.Text{}, r); !strings.Contains(text, "Not compared with main, so everything counts as new: the revision is unknown\n") {
		t.Errorf("the reason is not given:\n%s", text)
	}
}
