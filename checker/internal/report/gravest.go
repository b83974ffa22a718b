package report

import (
	"cmp"
	"fmt"
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

// shownOf is a report that is held in memory: all of a short one; of a long one
// the gravest findings, in order, and the first that a decision sets aside,
// without passes. The numbers are those of the findings that are left out.
type shownOf struct {
	*finding.Report
	active, decided int
}

func forPeople(r *finding.Report) (shownOf, error) {
	if r.Long == nil {
		return shownOf{Report: r}, nil
	}
	shown, all, err := gravest(r, maxPeople)
	if err != nil {
		return shownOf{}, err
	}
	left := shownOf{active: all - len(shown)}
	for f, err := range r.EachFinding() {
		if err != nil {
			return shownOf{}, err
		}
		if r.Summary.Decided == 0 {
			break
		}
		switch {
		case f.Active():
		case left.decided == 0 && len(shown) < 2*maxPeople:
			shown = append(shown, f)
		default:
			left.decided++
		}
	}
	held := *r
	held.Long, held.Findings = nil, make([]finding.Finding, 0, len(shown))
	for _, f := range shown {
		held.Findings = append(held.Findings, *f)
	}
	slices.SortStableFunc(held.Findings, inOrder)
	left.Report = &held
	return left, nil
}

// further says how many findings a format for people leaves out of a long
// report.
func further(n int) finding.Text {
	return finding.Text{
		EN: fmt.Sprintf("%d more findings are too many for this format; the reports in JSON and CSV hold them all.", n),
		JA: fmt.Sprintf("ほか%d件の指摘は多すぎるため、ここには示しません。JSONとCSVの報告書にすべてあります。", n),
	}
}

// inOrder is the order of findings in a report.
func inOrder(a, b finding.Finding) int {
	return cmp.Or(a.Location.Compare(b.Location), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Subject, b.Subject))
}
