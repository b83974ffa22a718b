// Package compare holds two reports against each other: the findings of both go
// in, how each of them stands to the other report comes out.
package compare

import (
	"github.com/tieout/tieout/checker/internal/finding"
)

// Compare pairs the findings of two reports by fingerprint. A pair on the same
// evidence, of the same severity and with the same decision on it is unchanged;
// places and words do not count. Those of the new report come first, in its
// order, then those that are gone, in the order of the old one. Neither report
// is changed; the findings in the result are theirs.
func Compare(old, now *finding.Report) []finding.Change {
	before := make(map[string][]*finding.Finding, len(old.Findings))
	for i := range old.Findings {
		f := &old.Findings[i]
		before[f.Fingerprint] = append(before[f.Fingerprint], f)
	}
	changes := make([]finding.Change, 0, len(now.Findings))
	paired := map[*finding.Finding]bool{}
	for i := range now.Findings {
		f := &now.Findings[i]
		// A fingerprint is one finding's. Should a report have it twice, the
		// first is the first's, and so on.
		same := before[f.Fingerprint]
		if len(same) == 0 {
			changes = append(changes, finding.Change{State: finding.BaselineNew, New: f})
			continue
		}
		before[f.Fingerprint] = same[1:]
		paired[same[0]] = true
		changes = append(changes, pair(same[0], f))
	}
	held := map[string]bool{}
	for i := range now.Passes {
		held[now.Passes[i].Fingerprint] = true
	}
	for i := range old.Findings {
		if f := &old.Findings[i]; !paired[f] {
			changes = append(changes, finding.Change{State: finding.BaselineGone, Old: f, Held: held[f.Fingerprint]})
		}
	}
	return changes
}

// pair tells what changed of a finding that both reports have.
func pair(old, now *finding.Finding) finding.Change {
	c := finding.Change{
		State: finding.BaselineUnchanged, Old: old, New: now,
		Evidence: digest(old) != digest(now) || old.Verdict != now.Verdict,
		Severity: old.Severity != now.Severity,
		Decision: standing(old) != standing(now),
	}
	if c.Evidence || c.Severity || c.Decision {
		c.State = finding.BaselineChanged
	}
	return c
}

func digest(f *finding.Finding) string {
	if f.Evidence == nil {
		return ""
	}
	return f.Evidence.Digest
}

// standing is the decision on a finding and whether it still counts.
func standing(f *finding.Finding) finding.Disposition {
	if f.Disposition == nil {
		return finding.Disposition{}
	}
	return *f.Disposition
}
