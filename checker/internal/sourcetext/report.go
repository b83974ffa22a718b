package sourcetext

import (
	"fmt"

	"github.com/tieout/tieout/checker/internal/finding"
)

// The ids of the checks that this package makes.
const (
	RuleChanged     = "record/source-changed"
	RuleUnsupported = "record/source-unsupported"
	RuleShared      = "record/source-shared"
)

// Population counts the sources that each check looked at.
func (t *Texts) Population() map[string]int {
	registered, there := 0, 0
	for _, w := range t.wanted {
		if w.digest() != "" {
			registered++
		}
	}
	if t.searched {
		there = registered - len(t.missing)
	}
	return map[string]int{RuleChanged: there, RuleUnsupported: there - len(t.changed), RuleShared: registered}
}

// Findings are the faults of the registry and of registered texts.
func (t *Texts) Findings() []finding.Finding {
	var all []finding.Finding
	for _, c := range t.changed {
		all = append(all, t.finding(RuleChanged, c.ID, c.message(), c.help()))
	}
	for _, s := range t.shared {
		for i, id := range s.IDs {
			f := t.finding(RuleShared, id, s.message(), s.help())
			for j, other := range s.IDs {
				if j != i {
					f.Related = append(f.Related, finding.Related{
						Message:  finding.Text{EN: "also " + other, JA: other + " も同じです"},
						Location: t.wanted[other].Location,
					})
				}
			}
			all = append(all, f)
		}
	}
	for _, u := range t.unsupported {
		all = append(all, t.finding(RuleUnsupported, u.ID, u.message(), u.Cause.Help()))
	}
	return all
}

func (t *Texts) finding(rule, id string, message, help finding.Text) finding.Finding {
	return finding.Finding{
		Rule: rule, Class: finding.Record, Severity: finding.Warning, Verdict: finding.Inconsistent,
		Subject: id, Message: message, Help: help, Location: t.wanted[id].Location,
	}
}

// Notices are remarks on the search: sources that are not there or have no
// digest, second copies, and, when a source was not found, what was not
// looked at. Without a folder there are none.
func (t *Texts) Notices() []finding.Notice {
	if !t.searched {
		return nil
	}
	var all []finding.Notice
	for _, m := range t.missing {
		all = append(all, finding.Notice{Message: m.message(), Location: t.wanted[m.ID].Location})
	}
	for _, u := range t.undigested {
		all = append(all, finding.Notice{Message: u.message(), Location: t.wanted[u.ID].Location})
	}
	for _, d := range t.duplicates {
		all = append(all, finding.Notice{Message: d.message()})
	}
	if len(t.skipped) > 0 && len(t.missing)+len(t.changed)+len(t.undigested) > 0 {
		all = append(all, finding.Notice{Message: t.notLookedAt()})
	}
	return all
}

func (t *Texts) notLookedAt() finding.Text {
	var en, ja []string
	for _, s := range t.skipped[:min(len(t.skipped), maxNamed+1)] {
		cause := s.Cause.Text()
		en = append(en, s.Path+" "+cause.EN)
		ja = append(ja, s.Path+" "+cause.JA)
	}
	return finding.Text{
		EN: fmt.Sprintf("not looked at for source texts (%d): %s", len(t.skipped), list(en, "; ")),
		JA: fmt.Sprintf("原文を探す際に %d 件を調べませんでした: %s", len(t.skipped), list(ja, "、")),
	}
}
