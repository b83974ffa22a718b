// Package annotate adds to a report what its readers need to judge it without
// the documents: the words of the source around each figure, what of the texts
// the facts account for, and where citation markers lead. The settled report,
// the corpus and the source texts go in; the report is completed in place. Of
// the findings nothing else changes, and without texts none does.
package annotate

import (
	"github.com/tieout/tieout/checker/internal/coverage"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/sourcetext"
)

// Input is what reports are annotated from.
type Input struct {
	Corpus *fact.Corpus
	Texts  *sourcetext.Texts
	// Audit asks for coverage, too.
	Audit bool
	// Used gives the ids of the facts that at least one check used.
	Used func() map[string]bool
}

// Report completes a report.
func Report(r *finding.Report, in Input) {
	passages(r, in)
	if !in.Audit {
		return
	}
	if in.Texts.Searched() {
		r.Coverage = covered(coverage.Measure(in.Corpus, in.Texts, in.Used()))
	}
}

func covered(measured *coverage.Report) []finding.Coverage {
	var list []finding.Coverage
	for i := range measured.Sources {
		s := &measured.Sources[i]
		c := finding.Coverage{Source: s.ID, Why: s.Why, TokenCount: finding.TokenCount(s.Total)}
		for _, part := range s.Sections {
			c.Sections = append(c.Sections, finding.CoverageSection{
				Title: part.Title, First: part.First, Last: part.Last, TokenCount: finding.TokenCount(part.Count),
			})
		}
		list = append(list, c)
	}
	return list
}
