package cli

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/rivo/uniseg"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/coverage"
	"github.com/tieout/tieout/checker/internal/report"
)

// coverageWidth is the width of the text in columns.
const coverageWidth = 80

// coveragePage prints coverage in one language.
type coveragePage struct {
	page
	*coverageWords
	lang string
}

// writeCoverage prints the coverage of all sources, then what is unaccounted.
func writeCoverage(w io.Writer, r *checker.CoverageReport, lang string) error {
	p := coveragePage{page: page{bufio.NewWriter(w)}, coverageWords: coverageEnglish, lang: lang}
	if lang == "ja" {
		p.coverageWords = coverageJapanese
	}
	for i := range r.Sources {
		p.source(&r.Sources[i])
	}
	if r.Measured() > 0 {
		p.line(0, "%s", p.legend)
	}
	if r.Problems > 0 {
		p.line(0, p.problems, r.Problems, r.Excluded)
	}
	return p.out.Flush()
}

func (p coveragePage) source(s *coverage.Source) {
	if s.Why != nil {
		p.line(0, p.unknown, s.ID, s.Why.In(p.lang))
		p.line(0, "")
		return
	}
	p.line(0, p.numbers, s.ID, s.Numbers)
	p.kinds(s)
	p.line(2, p.shares, s.Total.Accounted(), coverage.Share{Part: s.Total.Checked, Whole: s.Total.Drawn}, s.SetAside, s.SetAside.Part, s.SetAside.Whole)
	if len(s.Reasons) > 0 {
		p.line(2, "%s: %s", p.columns[3], p.reasons(s.Reasons))
	}
	if s.Misplaced > 0 {
		p.line(2, p.misplaced, s.Misplaced)
	}
	for _, idle := range s.Idle {
		p.line(2, p.idle, idle.Location)
	}
	p.sections(s)
	p.unaccounted(s)
	p.line(0, "")
}

// kinds prints the table of counts.
func (p coveragePage) kinds(s *coverage.Source) {
	row := func(name string, cells ...string) {
		var line strings.Builder
		line.WriteString(fit(name, 18))
		for _, cell := range cells {
			line.WriteString(right(cell, 12))
		}
		p.line(2, "%s", line.String())
	}
	row("", p.columns...)
	count := func(name string, c coverage.Count) {
		row(name, fmt.Sprint(c.Tokens), fmt.Sprint(c.Drawn), fmt.Sprint(c.Checked), fmt.Sprint(c.SetAside), fmt.Sprint(c.Unaccounted))
	}
	for _, kind := range coverage.Kinds() {
		if c, ok := s.Kinds[kind]; ok {
			count(p.kindNames[kind], c)
		}
	}
	count(p.all, s.Total)
}

func (p coveragePage) reasons(counts map[string]int) string {
	var list []string
	for _, reason := range slices.Sorted(maps.Keys(counts)) {
		name, ok := p.reasonNames[reason]
		if !ok {
			name = reason
		}
		list = append(list, fmt.Sprintf("%s %d", name, counts[reason]))
	}
	return strings.Join(list, p.separator)
}

// barWidth is the length of the bar of a section, in columns.
const barWidth = 24

// sections prints a bar for each section that has tokens.
func (p coveragePage) sections(s *coverage.Source) {
	p.line(0, "")
	for _, section := range s.Sections {
		if section.Tokens == 0 {
			continue
		}
		lines := fmt.Sprintf("%d-%d", section.First, section.Last)
		accounted := section.Accounted()
		p.line(2, "%s %s %s %s", fit(lines, 9), fit(report.Escape(section.Title), 30), bar(section.Count),
			right(fmt.Sprintf("%d/%d", accounted.Part, accounted.Whole), 10))
	}
}

// bar draws the parts of a section: each that is there has one column at least.
func bar(c coverage.Count) string {
	parts := []struct {
		sign string
		n    int
	}{{"#", c.Checked}, {"=", c.Drawn - c.Checked}, {"-", c.SetAside}, {".", c.Unaccounted}}
	sum, length, longest := 0, make([]int, len(parts)), 0
	for i, part := range parts {
		if length[i] = part.n * barWidth / c.Tokens; part.n > 0 && length[i] == 0 {
			length[i] = 1
		}
		if sum += length[i]; length[i] > length[longest] {
			longest = i
		}
	}
	// What rounding left over, or took, is the longest part's.
	length[longest] += barWidth - sum
	var b strings.Builder
	for i, part := range parts {
		b.WriteString(strings.Repeat(part.sign, length[i]))
	}
	return b.String()
}

// unaccounted lists the tokens that nothing accounts for.
func (p coveragePage) unaccounted(s *coverage.Source) {
	if s.Total.Unaccounted == 0 {
		return
	}
	p.line(0, "")
	p.line(2, p.list, s.Total.Unaccounted)
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.State != coverage.Unaccounted {
			continue
		}
		place, token := fmt.Sprintf("%d:%d", t.Line, t.Column), report.Escape(t.Text)
		p.line(2, "%s", clip(fit(place, 9)+" "+fit(token, 18)+" "+fit(p.kindNames[t.Kind], 14)+" "+report.Escape(t.Context), coverageWidth-2))
		if len(t.Facts) > 0 {
			p.line(12, "%s", clip(fmt.Sprintf(p.partly, strings.Join(t.Facts, ", ")), coverageWidth-12))
		}
	}
}

// fit cuts a text to a number of columns, or fills it with blanks.
func fit(s string, width int) string {
	s = clip(s, width)
	return s + strings.Repeat(" ", max(width-uniseg.StringWidth(s), 0))
}

// right sets a text to the right of its columns.
func right(s string, width int) string {
	return strings.Repeat(" ", max(width-uniseg.StringWidth(s), 0)) + s
}

// clip cuts a text that is wider than a number of columns.
func clip(s string, width int) string {
	if uniseg.StringWidth(s) <= width {
		return strings.TrimRight(s, " ")
	}
	taken, n := 0, 0
	for state, rest := -1, s; rest != ""; {
		var cluster string
		var w int
		cluster, rest, w, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if taken+w > width-1 {
			break
		}
		taken, n = taken+w, n+len(cluster)
	}
	return s[:n] + "…"
}
