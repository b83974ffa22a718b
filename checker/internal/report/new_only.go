package report

import (
	"fmt"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// leftOut counts, by state, the findings that a report for the reader of a change
// does not show.
type leftOut map[finding.BaselineState]int

// onlyNew gives the report that the reader of a change wants, with what fails a
// run that looks at that alone. The counts stay those of all findings.
func onlyNew(r *finding.Report) (*finding.Report, leftOut) {
	left := leftOut{}
	if r.Baseline == nil {
		return r, left
	}
	less, base := *r, *r.Baseline
	less.Findings = nil
	for i := range r.Findings {
		if r.Findings[i].FailsNew() {
			less.Findings = append(less.Findings, r.Findings[i])
		} else {
			left[r.Findings[i].Baseline]++
		}
	}
	if len(base.Gone) > 0 {
		left[finding.BaselineGone] = len(base.Gone)
	}
	base.Gone, less.Baseline = nil, &base
	return &less, left
}

// notShown says what was left out, and how to see it; empty for nothing.
func (w *words) notShown(left leftOut) string {
	var parts []string
	for _, s := range []finding.BaselineState{finding.BaselineUnchanged, finding.BaselineGone} {
		if left[s] > 0 {
			parts = append(parts, fmt.Sprintf(w.stateCounts[s], left[s]))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return fmt.Sprintf(w.leftOut, strings.Join(parts, w.listSeparator))
}

// worst tells the gravest of what a change brought: findings, by severity, and
// checks that it dropped, as errors. Empty: it brought nothing.
func worst(r *finding.Report) finding.Severity {
	var worst finding.Severity
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Active() && f.Baseline != finding.BaselineUnchanged && f.Severity.Rank() > worst.Rank() {
			worst = f.Severity
		}
	}
	if len(undecided(r.Baseline)) > 0 {
		worst = finding.Error
	}
	return worst
}
