package report

import (
	"strings"
	"unicode/utf8"

	"github.com/tieout/tieout/checker/internal/finding"
)

// rulesByID prepares the rules that findings are explained by. Descriptions are
// written over several lines; they are set anew.
func rulesByID(list []finding.RuleResult) map[string]finding.Rule {
	rules := make(map[string]finding.Rule, len(list))
	for i := range list {
		rule := list[i].Rule
		rule.Title, rule.Description = Escape(rule.Title), Escape(strings.Join(strings.Fields(rule.Description), " "))
		rules[Escape(rule.ID)] = rule
	}
	return rules
}

// why says, where that is asked for, what a rule is for and where to read on.
func (p *printer) why(rule string, gutter int) {
	r, known := p.rules[rule]
	if !known {
		return
	}
	text := r.Description
	if text == "" {
		text = r.Title
	}
	p.note(gutter, p.words.why, text, cyan)
	for _, link := range r.Related {
		// Addresses stay whole, to be clicked and copied.
		p.line(strings.Repeat(" ", gutter+1), p.paint(blue, "= "), p.paint(dim, p.words.readMore+": "), Escape(link.Ref))
	}
}

// passage prints, on one line below a figure, what its source says around it.
func (p *printer) passage(r row, margin string) {
	if r.passage == "" {
		return
	}
	room := p.width - len(margin) - columns(p.words.open) - columns(p.words.close)
	before, _, found := strings.Cut(r.passage, r.printed)
	if !found {
		before = ""
	}
	// Of a long passage the part around the figure is shown.
	from := utf8.RuneCountInString(before) + 1
	text, _, _ := cut(r.passage, finding.Range{
		Start: finding.Pos{Line: 1, Column: from}, End: finding.Pos{Line: 1, Column: from + utf8.RuneCountInString(r.printed)},
	}, max(room, minLine))
	p.line(margin, p.paint(dim, p.words.open+text+p.words.close))
}
