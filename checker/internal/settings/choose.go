package settings

import (
	"slices"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/policy"
)

// Choose keeps, of the rules, those that a pattern of only means (all, without
// any) and none of skip means. It gives those left out, by id.
func Choose(rules []*policy.Rule, only, skip []string) (run []*policy.Rule, skipped []finding.SkippedRule) {
	means := func(patterns []string, id string) bool {
		return slices.ContainsFunc(patterns, func(p string) bool { return Matches(p, id) })
	}
	for _, r := range rules {
		switch {
		case means(skip, r.ID):
			skipped = append(skipped, finding.SkippedRule{Rule: r.ID, By: "--skip"})
		case len(only) > 0 && !means(only, r.ID):
			skipped = append(skipped, finding.SkippedRule{Rule: r.ID, By: "--rule"})
		default:
			run = append(run, r)
		}
	}
	return run, skipped
}

// Unmatched lists the patterns that mean none of the rules.
func Unmatched(rules []*policy.Rule, patterns []string) []string {
	return slices.DeleteFunc(slices.Clone(patterns), func(p string) bool {
		return slices.ContainsFunc(rules, func(r *policy.Rule) bool { return Matches(p, r.ID) })
	})
}
