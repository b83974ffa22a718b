package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// maxWorst is how many findings are shown with their arithmetic.
const maxWorst = 20

// worstFirst gives the active findings by how much they matter: those that a
// change brought before those that it left, the graver before the lesser, and
// otherwise in the order of the report.
func worstFirst(findings []finding.Finding) []*finding.Finding {
	var list []*finding.Finding
	for i := range findings {
		if findings[i].Active() {
			list = append(list, &findings[i])
		}
	}
	news := func(f *finding.Finding) int {
		switch f.Baseline {
		case finding.BaselineUnchanged:
			return 1
		default:
			return 0
		}
	}
	slices.SortStableFunc(list, func(a, b *finding.Finding) int {
		if n := news(a) - news(b); n != 0 {
			return n
		}
		return b.Severity.Rank() - a.Severity.Rank()
	})
	return list
}

func (m *markdown) worst(list []*finding.Finding) string {
	var parts []string
	for i, f := range list {
		parts = append(parts, m.finding(i+1, f))
	}
	return strings.Join(parts, "\n")
}

// finding prints one finding with its arithmetic.
func (m *markdown) finding(number int, f *finding.Finding) string {
	w := m.printer.words
	text := fmt.Sprintf("**%d. %s** · %s", number, w.severity[f.Severity], m.headline(f))
	text += ": " + gfm(clipped(f.Message.In(m.Lang), maxSentence)) + "\n"
	var notes [][2]string
	if e := f.Evidence; e != nil {
		if rows := m.arithmetic(e); rows != "" {
			text += "\n" + rows
		}
		notes = m.evidence(e)
	}
	for _, r := range f.Related {
		notes = append(notes, [2]string{m.place(r.Location), gfm(clipped(r.Message.In(m.Lang), maxSentence))})
	}
	if d := f.Disposition; d != nil {
		notes = append(notes, [2]string{w.decision, gfm(clipped(m.printer.fallen(d), maxSentence))})
	}
	if help := f.Help.In(m.Lang); help != "" {
		notes = append(notes, [2]string{w.help, gfm(clipped(help, maxSentence))})
	}
	notes = append(notes, [2]string{w.fingerprint, code(clipped(f.Fingerprint, maxName))})
	return text + "\n" + bullets(notes)
}

// bullets lists what is said under a title each.
func bullets(notes [][2]string) string {
	var b strings.Builder
	for _, n := range notes {
		b.WriteString("- " + n[0] + ": " + n[1] + "\n")
	}
	return b.String()
}

// headline is where a finding is, by which rule, and how it stands to the base.
func (m *markdown) headline(f *finding.Finding) string {
	text := m.place(f.Location) + " · " + code(clipped(f.Rule, maxName))
	if state := m.printer.words.states[f.Baseline]; state != "" {
		text += " · " + state
	}
	return text
}

// arithmetic is the table of the figures that take part.
func (m *markdown) arithmetic(e *finding.Evidence) string {
	w := m.text
	var rows [][]string
	shown := e.Operands
	if len(shown) > maxOperands {
		shown = shown[:shownOperands]
	}
	for _, o := range shown {
		r := m.printer.operand(o, finding.Range{})
		label := o.Label.In(m.Lang)
		if label == "" {
			label = o.Fact
		}
		where := ""
		if o.Location.File != "" {
			where = m.place(o.Location)
		}
		if o.SourceLine > 0 {
			if where != "" {
				where += m.printer.words.listSeparator
			}
			where += gfm(fmt.Sprintf(m.printer.words.printedAt, clipped(o.Source, maxName), o.SourceLine))
		}
		rows = append(rows, m.row(r.role, r.figure, r.interval, gfm(clipped(label, maxName)), where))
	}
	if hidden := len(e.Operands) - len(shown); hidden > 0 {
		rows = append(rows, []string{fmt.Sprintf(w.more, hidden), "", "", "", ""})
	}
	for _, f := range []struct {
		role   string
		figure *finding.Figure
	}{{m.printer.words.computed, e.Computed}, {m.printer.words.reported, e.Reported}} {
		if f.figure != nil {
			r := m.printer.figure(f.role, f.figure, e.Unit)
			rows = append(rows, m.row(r.role, r.figure, r.interval, "", ""))
		}
	}
	if e.Deviation != "" {
		rows = append(rows, m.row(m.printer.words.deviation, m.printer.words.distance(e.Deviation, e.Unit), "", "", ""))
	}
	return m.table([]string{w.part, w.figure, w.interval, w.fact, w.where}, rows)
}

func (m *markdown) row(role, figure, interval, label, where string) []string {
	return []string{gfm(clipped(role, maxFigure)), gfm(clipped(figure, maxFigure)), gfm(clipped(interval, 2*maxFigure)), label, where}
}

// evidence lists what else a check rests on: what is missing, the ways of
// rounding, explanations, and the source's own words.
func (m *markdown) evidence(e *finding.Evidence) [][2]string {
	var notes [][2]string
	add := func(title string, parts []string, separator string) {
		if len(parts) > 0 {
			notes = append(notes, [2]string{title, gfm(clipped(strings.Join(parts, separator), maxSentence))})
		}
	}
	w := m.printer.words
	add(w.missing, m.printer.missing(e.Missing), "; ")
	if e.Worlds != nil {
		add(w.worlds, m.printer.worlds(e.Worlds), w.clause)
	}
	add(w.explanations, m.printer.explanations(e.Explanations), "; ")
	passages := 0
	for _, o := range e.Operands {
		if o.Passage == "" || passages == shownOperands {
			continue
		}
		passages++
		title := fmt.Sprintf(w.printedAt, clipped(o.Source, maxName), o.SourceLine)
		notes = append(notes, [2]string{gfm(title), m.text.open + gfm(clipped(o.Passage, maxName)) + m.text.close})
	}
	return notes
}
