package report

import (
	"cmp"
	"slices"

	"github.com/tieout/tieout/checker/internal/finding"
)

// gravest gives the active findings of a report of any length by severity, the
// gravest first, otherwise in their order: no more than limit of them. It also
// counts them all.
func gravest(r *finding.Report, limit int) (list []*finding.Finding, active int, err error) {
	byRank := map[int][]*finding.Finding{}
	for f, err := range r.EachFinding() {
		if err != nil {
			return nil, 0, err
		}
		if !f.Active() {
			continue
		}
		active++
		if rank := f.Severity.Rank(); len(byRank[rank]) < limit {
			byRank[rank] = append(byRank[rank], f)
		}
	}
	for rank := finding.Error.Rank(); rank >= 0; rank-- {
		list = append(list, byRank[rank]...)
	}
	return list[:min(len(list), limit)], active, nil
}

// maxPeople is the number of findings that a format for people shows of a long
// report.
const maxPeople = 5_000

// forPeople gives a report that is held in memory: of a long one the gravest
// findings, in order, and the first that a decision sets aside, without passes.
// It also counts the findings that are left out, of either kind.
func forPeople(r *finding.Report) (less *finding.Report, active, decided int, err error) {
	if r.Long == nil {
		return r, 0, 0, nil
	}
	shown, all, err := gravest(r, maxPeople)
	if err != nil {
		return nil, 0, 0, err
	}
	for f, err := range r.EachFinding() {
		if err != nil {
			return nil, 0, 0, err
		}
		if r.Summary.Decided == 0 {
			break
		}
		if !f.Active() {
			if decided++; decided <= maxPeople {
				shown = append(shown, f)
			}
		}
	}
	held := *r
	held.Long, held.Findings = nil, make([]finding.Finding, 0, len(shown))
	for _, f := range shown {
		held.Findings = append(held.Findings, *f)
	}
	slices.SortStableFunc(held.Findings, inOrder)
	return &held, all - min(all, maxPeople), decided - min(decided, maxPeople), nil
}

// inOrder is the order of findings in a report.
func inOrder(a, b finding.Finding) int {
	return cmp.Or(a.Location.Compare(b.Location), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Subject, b.Subject))
}
