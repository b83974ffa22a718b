// Package baseline compares a run with a base: with the report of the facts as
// they stood before, made under the policies of today, or with a report that
// was kept. Both come in as reports with all checks, those that held too; out
// come the state of each finding, the findings that are gone, and the checks
// that are no longer made. Findings are known by their fingerprints, so files
// may be renamed and lines may move.
package baseline

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// Base is what a run is compared with.
type Base struct {
	// Name is the base as the caller named it, Commit what that resolved to.
	Name, Commit string
	// Unusable says why there is nothing to compare with; then Report is nil.
	Unusable *finding.Text
	// Report holds all checks of the base.
	Report *finding.Report
	// Facts are the entries that the base had: see EntriesOf.
	Facts Entries
	// Named says that Facts are only those that the checks name: a report tells
	// no more.
	Named bool
}

// Compare marks each finding of a report with its state, and gives the
// comparison but for what is dropped. What people have decided plays no part:
// a finding is compared as it is.
func Compare(now *finding.Report, base *Base) *finding.Baseline {
	b := &finding.Baseline{Name: base.Name, Commit: base.Commit, Unusable: base.Unusable, Counts: map[finding.BaselineState]int{
		finding.BaselineNew: 0, finding.BaselineUnchanged: 0, finding.BaselineChanged: 0, finding.BaselineGone: 0,
	}}
	before := map[string]*finding.Finding{}
	if base.Report != nil {
		for i := range base.Report.Findings {
			before[base.Report.Findings[i].Fingerprint] = &base.Report.Findings[i]
		}
	}
	made := checks(now)
	for i := range now.Findings {
		f := &now.Findings[i]
		f.Baseline = state(before[f.Fingerprint], f)
	}
	for fingerprint, old := range before {
		// What is no longer looked at is dropped, not mended.
		if f := made[fingerprint]; f != nil && f.Verdict == finding.Consistent || f == nil && isForm(now, old.Rule) {
			gone := *old
			gone.Baseline = finding.BaselineGone
			b.Gone = append(b.Gone, gone)
		}
	}
	slices.SortFunc(b.Gone, func(x, y finding.Finding) int {
		return cmp.Or(x.Location.Compare(y.Location), strings.Compare(x.Rule, y.Rule), strings.Compare(x.Subject, y.Subject),
			strings.Compare(x.Fingerprint, y.Fingerprint))
	})
	return b
}

// Count counts the findings by state.
func Count(r *finding.Report) {
	for i := range r.Findings {
		r.Baseline.Counts[r.Findings[i].Baseline]++
	}
	r.Baseline.Counts[finding.BaselineGone] = len(r.Baseline.Gone)
}

func state(before, now *finding.Finding) finding.BaselineState {
	switch {
	case before == nil:
		return finding.BaselineNew
	case same(before, now):
		return finding.BaselineUnchanged
	}
	return finding.BaselineChanged
}

// same tells whether two findings of one fingerprint say the same on the same
// evidence. Places and words do not count.
func same(a, b *finding.Finding) bool {
	if a.Verdict != b.Verdict || a.Case != b.Case || a.Severity != b.Severity || (a.Evidence == nil) != (b.Evidence == nil) {
		return false
	}
	return a.Evidence == nil || a.Evidence.Digest == b.Evidence.Digest && maps.Equal(a.Evidence.Params, b.Evidence.Params)
}

// checks gives all checks of a report by fingerprint, findings before passes.
func checks(r *finding.Report) map[string]*finding.Finding {
	all := make(map[string]*finding.Finding, len(r.Findings)+len(r.Passes))
	for _, list := range [][]finding.Finding{r.Passes, r.Findings} {
		for i := range list {
			all[list[i].Fingerprint] = &list[i]
		}
	}
	return all
}

// isForm tells whether a rule looks at the files themselves, and so reports only
// what is wrong. A rule that did not run is none.
func isForm(r *finding.Report, rule string) bool {
	i := slices.IndexFunc(r.Rules, func(result finding.RuleResult) bool { return result.ID == rule })
	return i >= 0 && r.Rules[i].Scope == "form"
}
