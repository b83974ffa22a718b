package baseline

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// Dropped gives the checks that the base made and the run no longer makes,
// though their rule is there: what they looked at was deleted. A deleted fact
// that no such check names, and a deleted citation, stand for themselves: the
// check on their form is no longer made.
func Dropped(now *finding.Report, facts Entries, base *Base) []finding.DroppedCheck {
	if base.Report == nil {
		return nil
	}
	rules := map[string]finding.RuleResult{}
	for _, r := range now.Rules {
		rules[r.ID] = r
	}
	made, before := checks(now), checks(base.Report)
	var list []finding.DroppedCheck
	named := map[string]bool{}
	for fingerprint, f := range before {
		rule, runs := rules[f.Rule]
		if made[fingerprint] != nil || !runs || rule.Scope == "form" {
			continue
		}
		named[f.Subject] = true
		list = append(list, finding.DroppedCheck{
			Rule: f.Rule, Subject: f.Subject, Fingerprint: fingerprint, Verdict: f.Verdict, Location: f.Location,
			Message: finding.Text{
				EN: fmt.Sprintf("no longer checked: %s (%s)", f.Subject, rule.Title),
				JA: fmt.Sprintf("検査されなくなりました: %s（%s）", f.Subject, rule.Title),
			},
		})
	}
	list = append(list, deleted(facts, base.Facts, named)...)
	slices.SortFunc(list, func(a, b finding.DroppedCheck) int {
		return cmp.Or(strings.Compare(a.Subject, b.Subject), strings.Compare(a.Rule, b.Rule), strings.Compare(a.Fingerprint, b.Fingerprint))
	})
	return list
}

// deleted gives the entries that are no more and that nothing names: neither a
// dropped check, nor the deletion of what they are a part of.
func deleted(now, before Entries, named map[string]bool) []finding.DroppedCheck {
	lost := func(id string) bool {
		_, was := before[id]
		_, is := now[id]
		return was && !is
	}
	var list []finding.DroppedCheck
	for _, id := range slices.Sorted(maps.Keys(before)) {
		e := before[id]
		if !lost(id) || named[id] || lost(e.Of) || within(id, lost) {
			continue
		}
		list = append(list, finding.DroppedCheck{
			Rule: RuleForm, Subject: id, Fingerprint: e.Fingerprint, Verdict: finding.Consistent, Location: e.Location,
			Message: finding.Text{
				EN: fmt.Sprintf("no longer on record: %s (%s)", id, e.Label.EN),
				JA: fmt.Sprintf("記録から消えました: %s（%s）", id, e.Label.In("ja")),
			},
		})
	}
	return list
}
