package report

import (
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// sentenceInList is how much of a message a line of a list shows.
const sentenceInList = 300

// all lists every active finding, if the worst are not all of them.
func (m *markdown) all(active []*finding.Finding) string {
	if len(active) <= maxWorst {
		return ""
	}
	return m.list(active)
}

// list gives each finding a line.
func (m *markdown) list(findings []*finding.Finding) string {
	return m.rowsOf([]string{m.text.severity, m.text.where, m.text.rule, m.text.message}, len(findings), func(i int) []string {
		f := findings[i]
		severity := m.printer.words.severity[f.Severity]
		if state := m.printer.words.states[f.Baseline]; state != "" {
			severity += " · " + state
		}
		return []string{
			severity, m.place(f.Location), code(clipped(f.Rule, maxName)), gfm(clipped(f.Message.In(m.Lang), sentenceInList)),
		}
	})
}

// gone lists what the base had and the run no longer has. It links nothing: the
// places are the base's.
func (m *markdown) gone(findings []finding.Finding) string {
	return m.rowsOf([]string{m.text.severity, m.text.where, m.text.rule, m.text.message}, len(findings), func(i int) []string {
		f := &findings[i]
		return []string{
			m.printer.words.severity[f.Severity], code(clipped(f.Location.String(), maxName)), code(clipped(f.Rule, maxName)),
			gfm(clipped(f.Message.In(m.Lang), sentenceInList)),
		}
	})
}

// dropped lists the checks that the base made and the run does not.
func (m *markdown) dropped(checks []finding.DroppedCheck) string {
	if len(checks) == 0 {
		return ""
	}
	w := m.text
	return w.droppedWhy + "\n\n" + m.rowsOf([]string{w.rule, w.subject, w.where, w.decision}, len(checks), func(i int) []string {
		d := &checks[i]
		decision := ""
		if d.Disposition != nil {
			decision = gfm(clipped(m.printer.decision(d.Disposition), sentenceInList))
		}
		return []string{
			code(clipped(d.Rule, maxName)), code(clipped(d.Subject, maxName)), code(clipped(d.Location.String(), maxName)), decision,
		}
	})
}

// decided lists the findings that live decisions set aside.
func (m *markdown) decided(findings []finding.Finding) string {
	var list []*finding.Finding
	for i := range findings {
		if !findings[i].Active() {
			list = append(list, &findings[i])
		}
	}
	w := m.text
	return m.rowsOf([]string{w.decision, w.rule, w.where, w.reason, w.owner, w.expires}, len(list), func(i int) []string {
		f, d := list[i], list[i].Disposition
		return []string{
			gfm(clipped(d.Status, maxFigure)), code(clipped(f.Rule, maxName)), m.place(f.Location), gfm(clipped(d.Reason, sentenceInList)),
			gfm(clipped(d.Owner, maxFigure)), gfm(clipped(d.Expires, maxFigure)),
		}
	})
}

func (m *markdown) notices(notices []finding.Notice) string {
	var b strings.Builder
	for _, n := range notices {
		if b.Len() > m.Limit {
			break
		}
		text := gfm(clipped(n.Message.In(m.Lang), maxSentence))
		if n.Location.File != "" {
			text = m.place(n.Location) + ": " + text
		}
		b.WriteString("- " + m.printer.words.notice + ": " + text + "\n")
	}
	return b.String()
}
