package report

import (
	"iter"
	"maps"
	"slices"

	"github.com/tieout/tieout/checker/internal/finding"
)

// matrix is the tie-out matrix: which concept of which source is tied to
// something, and with what outcome.
type matrix struct {
	Sources []string
	Rows    []matrixRow
	// More counts the concepts beyond maxConcepts.
	More int
}

type matrixRow struct {
	Concept string
	Cells   []matrixCell
	// Across says that a check holds two sources to each other on it.
	Across bool
}

// matrixCell has the marks of the checks in which a source's figures of a
// concept take part: those within the source, and those across sources.
type matrixCell struct {
	Within, Across []tickMark
}

// tickMark is an outcome with the number of checks that came to it. Links leads
// to the first few of their findings.
type tickMark struct {
	Verdict finding.Verdict
	Mark    string
	N       int
	Links   []string
	More    int
}

// maxConcepts bounds the rows, maxLinks the links of a mark.
const (
	maxConcepts = 1000
	maxLinks    = 3
)

// verdictMarks are the tick marks of the tables.
var verdictMarks = []struct {
	verdict finding.Verdict
	mark    string
}{
	{finding.Consistent, "✓"}, {finding.RoundingOnly, "≈"}, {finding.Inconsistent, "✗"}, {finding.Undetermined, "?"},
}

func markOf(v finding.Verdict) string {
	for _, m := range verdictMarks {
		if m.verdict == v {
			return m.mark
		}
	}
	return ""
}

// tie is a place in the matrix.
type tie struct {
	concept, source string
	across          bool
	verdict         finding.Verdict
}

// tieOut makes the matrix from all checks on figures, those that held included.
func (p *auditPage) tieOut() (*matrix, error) {
	counts, links := map[tie]int{}, map[tie][]string{}
	take := func(f *finding.Finding, anchor string) {
		for _, t := range tiesOf(f) {
			counts[t]++
			if anchor != "" && len(links[t]) < maxLinks {
				links[t] = append(links[t], anchor)
			}
		}
	}
	carded := map[string]bool{}
	card := func(c *card) {
		take(c.Finding, c.Anchor)
		carded[c.Fingerprint] = true
	}
	for i := range p.Groups {
		for j := range p.Groups[i].Cards {
			card(&p.Groups[i].Cards[j])
		}
	}
	for i := range p.Decided {
		card(&p.Decided[i])
	}
	for f, err := range inTurn(p.uncarded(carded), p.passes()) {
		if err != nil {
			return nil, err
		}
		take(f, "")
	}
	if len(counts) == 0 {
		return nil, nil //nolint:nilnil // a report without figures has no matrix
	}
	if n := cellsOf(counts); p.whole.Long != nil && n > maxCells {
		p.Cells = n
		return nil, nil //nolint:nilnil // the page says that there would be one
	}
	return layMatrix(counts, links), nil
}

// uncarded gives the findings of a long report that have no card.
func (p *auditPage) uncarded(carded map[string]bool) iter.Seq2[*finding.Finding, error] {
	return func(yield func(*finding.Finding, error) bool) {
		if p.whole.Long == nil {
			return
		}
		for f, err := range visibly(p.whole.EachFinding()) {
			if (err != nil || !carded[f.Fingerprint]) && !yield(f, err) {
				return
			}
		}
	}
}

// maxCells bounds the matrix of a long report.
const maxCells = 100_000

// cellsOf counts the cells of a matrix.
func cellsOf(counts map[tie]int) int {
	concepts, sources := map[string]bool{}, map[string]bool{}
	for t := range counts {
		concepts[t.concept], sources[t.source] = true, true
	}
	return len(sources) * min(len(concepts), maxConcepts)
}

// tiesOf gives the places in the matrix that a check has a mark in.
func tiesOf(f *finding.Finding) []tie {
	if f.Evidence == nil {
		return nil
	}
	type place struct{ concept, source string }
	places, sources := map[place]bool{}, map[string]bool{}
	for _, o := range f.Evidence.Operands {
		if o.Concept != "" && o.Source != "" {
			places[place{o.Concept, o.Source}] = true
			sources[o.Source] = true
		}
	}
	var list []tie
	for at := range places {
		list = append(list, tie{concept: at.concept, source: at.source, across: len(sources) > 1, verdict: f.Verdict})
	}
	return list
}

func layMatrix(counts map[tie]int, links map[tie][]string) *matrix {
	concepts, sources := map[string]bool{}, map[string]bool{}
	for t := range counts {
		concepts[t.concept], sources[t.source] = true, true
	}
	m := &matrix{Sources: slices.Sorted(maps.Keys(sources))}
	names := slices.Sorted(maps.Keys(concepts))
	if len(names) > maxConcepts {
		m.More = len(names) - maxConcepts
		names = names[:maxConcepts]
	}
	for _, concept := range names {
		row := matrixRow{Concept: concept}
		for _, source := range m.Sources {
			var cell matrixCell
			for _, v := range verdictMarks {
				for _, across := range []bool{false, true} {
					t := tie{concept, source, across, v.verdict}
					n := counts[t]
					if n == 0 {
						continue
					}
					mark := tickMark{Verdict: v.verdict, Mark: v.mark, N: n, Links: links[t], More: max(n-len(links[t]), 0)}
					if across {
						row.Across = true
						cell.Across = append(cell.Across, mark)
					} else {
						cell.Within = append(cell.Within, mark)
					}
				}
			}
			row.Cells = append(row.Cells, cell)
		}
		m.Rows = append(m.Rows, row)
	}
	return m
}
