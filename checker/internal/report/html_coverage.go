package report

import (
	"fmt"

	"github.com/tieout/tieout/checker/internal/finding"
)

// coverageView is what of a source's text is accounted for.
type coverageView struct {
	*finding.Coverage
	Accounted string
	Shares    []barShare
	Sections  []sectionView
}

type sectionView struct {
	finding.CoverageSection
	Shares []barShare
}

func coverageViews(r *finding.Report) []coverageView {
	var list []coverageView
	for i := range r.Coverage {
		c := &r.Coverage[i]
		v := coverageView{Coverage: c, Shares: tokenShares(c.TokenCount), Accounted: tenths(c.Tokens-c.Unaccounted, c.Tokens)}
		for _, s := range c.Sections {
			if s.Tokens > 0 {
				v.Sections = append(v.Sections, sectionView{s, tokenShares(s.TokenCount)})
			}
		}
		list = append(list, v)
	}
	return list
}

// tenths writes a share as a percentage, rounded down, so that 100.0 is all.
func tenths(part, whole int) string {
	if whole == 0 {
		return "–"
	}
	n := int64(part) * 1000 / int64(whole)
	return fmt.Sprintf("%d.%d%%", n/10, n%10)
}

func tokenShares(c finding.TokenCount) []barShare {
	return barShares([]barShare{
		{Class: "checked", N: c.Checked, Text: word("tokens.checked")},
		{Class: "drawn", N: c.Drawn - c.Checked, Text: word("tokens.drawn")},
		{Class: "aside", N: c.SetAside, Text: word("tokens.setAside")},
		{Class: "lost", N: c.Unaccounted, Text: word("tokens.unaccounted")},
	})
}
