package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// verdict is the heading and the sentence that a reader takes away.
func (m *markdown) verdict(r *finding.Report) string {
	counts := severityCounts(r.Summary.Findings, m.Lang, true)
	sentence := m.text.holds
	if m.NewOnly && r.Baseline != nil {
		return m.verdictOnChange(r)
	}
	switch {
	case r.Summary.InputErrors > 0:
		sentence = fmt.Sprintf(m.text.unusable, r.Summary.InputErrors)
	case r.Summary.Findings[finding.Error] > 0:
		sentence = m.text.fails
	case r.Summary.Findings[finding.Warning]+r.Summary.Findings[finding.Note] > 0:
		sentence = m.text.doubts
	}
	return "## Tieout: " + counts + "\n\n" + sentence + "\n"
}

// verdictOnChange is the verdict for the reader of a change.
func (m *markdown) verdictOnChange(r *finding.Report) string {
	counts := map[finding.Severity]int{}
	for _, f := range worstFirst(r.Findings) {
		counts[f.Severity]++
	}
	worst := worst(r)
	sentence := m.text.noWorse
	switch {
	case r.Summary.InputErrors > 0:
		sentence = fmt.Sprintf(m.text.unusable, r.Summary.InputErrors)
	case worst == finding.Error:
		sentence = m.text.worse
	case worst != "":
		sentence = m.text.raises
	case len(counts) > 0:
		sentence = m.text.oldMistakes
	}
	return "## Tieout: " + fmt.Sprintf(m.text.inChange, severityCounts(counts, m.Lang, true)) + "\n\n" + sentence + "\n"
}

// coverage tells what was looked at, and what was not.
func (m *markdown) coverage(r *finding.Report) string {
	s, w := r.Summary, m.text
	rows := [][]string{{w.facts, strconv.Itoa(s.Facts) + extra(w.excluded, s.Excluded)}, {w.sources, strconv.Itoa(s.Sources)}}
	if a := s.Anchors; a.Len() > 0 {
		words := m.printer.words
		text := fmt.Sprintf(words.anchored, a.Verified, a.Len())
		if a.Recorded > 0 {
			text += fmt.Sprintf(words.recorded, a.Recorded)
		}
		parts := []string{text, fmt.Sprintf(words.stale, a.Stale), fmt.Sprintf(words.unverified, a.Unverified)}
		rows = append(rows, []string{w.anchors, strings.Join(parts, words.listSeparator)})
	}
	rows = append(rows, []string{w.checks, strconv.Itoa(s.Checks)}, []string{w.undetermined, strconv.Itoa(s.Undetermined)})
	if s.Decided > 0 {
		rows = append(rows, []string{w.setAside, strconv.Itoa(s.Decided)})
	}
	if s.Hidden > 0 {
		rows = append(rows, []string{w.hidden, strconv.Itoa(s.Hidden)})
	}
	return m.table([]string{w.what, w.howMany}, rows)
}

// comparison tells how the findings stand to the base.
func (m *markdown) comparison(b *finding.Baseline) string {
	if b == nil {
		return ""
	}
	name := code(clipped(b.Name, maxName))
	if b.Commit != "" {
		name += " (" + code(clipped(b.Commit, maxName)) + ")"
	}
	if b.Unusable != nil {
		return fmt.Sprintf(m.text.noBase, name, gfm(clipped(b.Unusable.In(m.Lang), maxSentence))) + "\n"
	}
	text := fmt.Sprintf(m.text.base, name) + " " + m.printer.comparison(b) + "\n"
	if left := m.printer.words.notShown(m.printer.left); left != "" {
		text += "\n" + left + "\n"
	}
	return text
}

// rules is the population table: what each rule checked, and what came of it.
func (m *markdown) rules(rules []finding.RuleResult) string {
	w := m.text
	var rows [][]string
	var idle []string
	for _, r := range rules {
		if r.Population == 0 {
			idle = append(idle, code(clipped(r.ID, maxName)))
			continue
		}
		rows = append(rows, []string{
			code(clipped(r.ID, maxName)), fmt.Sprintf(w.nOfM, r.Population-r.Undetermined, r.Population),
			strconv.Itoa(r.Consistent), strconv.Itoa(r.RoundingOnly), strconv.Itoa(r.Inconsistent), strconv.Itoa(r.Undetermined),
		})
	}
	// Rules that found something come first; the others keep their order.
	slices.SortStableFunc(rows, func(a, b []string) int { return blemished(a) - blemished(b) })
	text := m.table([]string{w.rule, w.checked, w.consistent, w.rounding, w.inconsistent, w.undetermined}, rows)
	if len(idle) > 0 {
		text += "\n" + fmt.Sprintf(m.printer.words.idle, strings.Join(idle, m.printer.words.listSeparator)) + "\n"
	}
	return text
}

// blemished is 0 for the row of a rule that found something, else 1.
func blemished(row []string) int {
	for _, cell := range row[3:] {
		if cell != "0" {
			return 0
		}
	}
	return 1
}

// colophon says what the report was made with.
func (m *markdown) colophon(r *finding.Report) string {
	digest := clipped(r.Tool.PolicyDigest, 12)
	return fmt.Sprintf(m.text.madeWith, code(clipped(r.Tool.Name+" "+r.Tool.Version, maxName)), code(digest), code(clipped(r.AsOf, maxFigure))) + "\n"
}
