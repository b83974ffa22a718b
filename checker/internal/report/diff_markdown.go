package report

import (
	"io"
	"strconv"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// writeDiffMarkdown prints a difference as GitHub Flavored Markdown, within a
// limit as the report is.
func writeDiffMarkdown(w io.Writer, v *diffView, o Options) error {
	if o.Limit <= 0 {
		o.Limit = defaultLimit
	}
	m := &markdown{Markdown: Markdown(o), text: markdownWords(o.Lang), printer: printer{words: wordsIn(o.Lang), lang: o.Lang}}
	_, err := io.WriteString(w, m.fit(m.diff(v)))
	return err
}

func (m *markdown) diff(v *diffView) []section {
	var rows [][]string
	for _, r := range v.Reports {
		rows = append(rows, []string{r.Title, code(clipped(r.Name, maxName)), code(clipped(r.Tool, maxName)), code(clipped(r.AsOf, maxFigure)), r.Findings})
	}
	head := "## Tieout: " + v.Counts + "\n\n" + m.table([]string{"", v.Words.Report, v.Words.Tool, v.Words.AsOf, v.Words.Findings}, rows)
	if v.Remark != "" {
		head += "\n" + v.Remark + "\n"
	}
	if len(v.Groups) == 0 {
		head += "\n" + v.Words.Same + "\n"
	}
	sections := []section{{body: head}}
	for i, g := range v.Groups {
		s := section{title: g.Title + " (" + strconv.Itoa(len(g.Items)) + ")", rank: i + 1, entries: len(g.Items)}
		if s.body = m.diffTable(g.Items); g.State == finding.BaselineChanged {
			s.body, s.brief = m.changes(v, g.Items), s.body
		}
		sections = append(sections, s)
	}
	return sections
}

func (m *markdown) diffTable(items []diffItem) string {
	return m.rowsOf([]string{m.text.severity, m.text.where, m.text.rule, m.text.message}, len(items), func(i int) []string {
		item := items[i]
		text := gfm(clipped(item.Message, sentenceInList))
		if item.Remark != "" {
			text += " (" + gfm(clipped(item.Remark, maxFigure)) + ")"
		}
		return []string{item.Severity, code(clipped(item.Place, maxName)), code(clipped(item.Rule, maxName)), text}
	})
}

// changes prints each changed finding with what changed of it.
func (m *markdown) changes(v *diffView, items []diffItem) string {
	var b strings.Builder
	for i, item := range items {
		if b.Len() > m.Limit {
			break
		}
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString("**" + strconv.Itoa(i+1) + ". " + item.Severity + "** · " + code(clipped(item.Place, maxName)) + " · " +
			code(clipped(item.Rule, maxName)) + ": " + gfm(clipped(item.Message, maxSentence)) + "\n\n")
		b.WriteString(m.rowsOf([]string{v.Words.Part, v.Words.Before, v.Words.After}, len(item.Rows), func(i int) []string {
			r := item.Rows[i]
			return []string{gfm(clipped(r.Part, maxName)), gfm(clipped(r.Before, maxName)), gfm(clipped(r.After, maxName))}
		}))
	}
	return b.String()
}
