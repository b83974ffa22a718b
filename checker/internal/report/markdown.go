package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// Markdown prints the report as GitHub Flavored Markdown: for the summary of a
// job on GitHub, for a comment, for a wiki. It holds no HTML, and its only links
// are those to places under BlobURL.
type Markdown Options

// defaultLimit stays below the 1 MiB at which GitHub drops the summary of a
// step as a whole.
const defaultLimit = 900 << 10

// Bounds on what is printed of one text, in characters: a megabyte of message is
// cut, not the report around it.
const (
	maxSentence = 1500
	maxName     = 300
	maxFigure   = 120
)

// Write prints the report in at most Limit bytes. Sections that do not fit are
// left out whole, the least important first, and a line in their place says so.
func (m Markdown) Write(w io.Writer, r *finding.Report) error {
	if m.Limit <= 0 {
		m.Limit = defaultLimit
	}
	text := markdownWords(m.Lang)
	p := &markdown{Markdown: m, text: text, printer: printer{words: wordsIn(m.Lang), lang: m.Lang}}
	if m.NewOnly {
		r, p.printer.left = onlyNew(r)
	}
	shown, err := forPeople(r)
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, p.fit(p.sections(shown)))
	return err
}

type markdown struct {
	Markdown
	printer printer
	text    *markdownText
}

// section is a part of the report under a heading. Those of rank 0 are always
// printed, of the others those of the highest rank go first. A section that does
// not fit is printed in its brief form, if it has one.
type section struct {
	title       string
	body, brief string
	rank        int
	// entries is what the body would list, all told.
	entries int
}

func (m *markdown) sections(shown shownOf) []section {
	r := shown.Report
	active := worstFirst(r.Findings)
	all := len(active) + shown.active
	worst := active[:min(maxWorst, len(active))]
	base := r.Baseline
	if base == nil {
		base = &finding.Baseline{}
	}
	return []section{
		{body: m.verdict(r)},
		{title: m.text.coverage, body: m.coverage(r)},
		{title: m.text.comparison, body: m.comparison(r.Baseline), rank: 1, entries: 1},
		{title: m.text.dropped, body: m.dropped(base.Dropped), rank: 4, entries: len(base.Dropped)},
		{
			title: fmt.Sprintf(m.text.worst, len(worst), all), body: m.worst(worst), brief: m.list(worst),
			rank: 2, entries: len(worst),
		},
		{title: m.text.rules, body: m.rules(r.Rules), rank: 3, entries: len(r.Rules)},
		{title: m.text.all, body: m.more(m.all(active), shown.active), rank: 6, entries: all},
		{title: m.text.gone, body: m.gone(base.Gone), rank: 5, entries: len(base.Gone)},
		{title: m.text.decided, body: m.more(m.decided(r.Findings), shown.decided), rank: 7, entries: len(r.Findings) - len(active) + shown.decided},
		{title: m.text.notices, body: m.notices(r.Notices), rank: 8, entries: len(r.Notices)},
		{body: m.colophon(r)},
	}
}

// more adds to a list what it leaves out.
func (m *markdown) more(list string, left int) string {
	if left > 0 {
		list += "\n" + gfm(further(left).In(m.Lang)) + "\n"
	}
	return list
}

// fit prints sections within the limit.
func (m *markdown) fit(sections []section) string {
	for {
		size, victim := 0, -1
		for i, s := range sections {
			size += len(s.print())
			if s.body != "" && s.rank > 0 && (victim < 0 || s.rank > sections[victim].rank) {
				victim = i
			}
		}
		if size <= m.Limit || victim < 0 {
			break
		}
		s := &sections[victim]
		missing := fmt.Sprintf(m.text.leftOut, s.entries, m.Limit>>10) + "\n"
		if s.brief != "" {
			s.body, s.brief = missing+"\n"+s.brief, ""
			continue
		}
		s.body, s.rank = missing, 0
	}
	var b strings.Builder
	for _, s := range sections {
		b.WriteString(s.print())
	}
	return b.String()
}

func (s section) print() string {
	switch {
	case s.body == "":
		return ""
	case s.title == "":
		return s.body + "\n"
	}
	return "### " + s.title + "\n\n" + s.body + "\n"
}

// table prints rows under a head; cells are Markdown already. Without rows there
// is no table.
func (m *markdown) table(head []string, rows [][]string) string {
	return m.rowsOf(head, len(rows), func(i int) []string { return rows[i] })
}

// rowsOf prints n rows as they are made. It ends once they cannot fit, since the
// section is then left out anyway.
func (m *markdown) rowsOf(head []string, n int, row func(int) []string) string {
	if n == 0 {
		return ""
	}
	var b strings.Builder
	line := func(cells []string) {
		b.WriteString("| " + strings.Join(cells, " | ") + " |\n")
	}
	line(head)
	b.WriteString(strings.Repeat("| --- ", len(head)) + "|\n")
	for i := 0; i < n && b.Len() <= m.Limit; i++ {
		line(row(i))
	}
	return b.String()
}
