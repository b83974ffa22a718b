package report

import (
	"fmt"
	"io"
	"slices"

	"github.com/tieout/tieout/checker/internal/finding"
)

// Diff is two reports and how the findings of one stand to those of the other.
type Diff struct {
	// OldName and NewName are the reports as the caller named them.
	OldName, NewName string
	Old, New         *finding.Report
	Changes          []finding.Change
}

// Differs reports whether anything but the unchanged is among the changes.
func (d Diff) Differs() bool {
	return slices.ContainsFunc(d.Changes, func(c finding.Change) bool { return c.State != finding.BaselineUnchanged })
}

// diffFormats holds the formats of differences by name.
var diffFormats = map[string]func(io.Writer, *diffView, Options) error{
	"html": writeDiffHTML, "markdown": writeDiffMarkdown, "text": writeDiffText,
}

// DiffNames lists the formats of differences, in alphabetical order.
func DiffNames() []string { return []string{"html", "markdown", "text"} }

// WriteDiff prints a difference in a format of DiffNames.
func WriteDiff(w io.Writer, format string, d Diff, o Options) error {
	write, ok := diffFormats[format]
	if !ok {
		return fmt.Errorf("there is no format %s for differences", format)
	}
	return write(w, view(d, o.Lang), o)
}

// diffView is a difference in words, for the formats to lay out. Its texts are
// foreign still, and each format escapes them.
type diffView struct {
	Lang    string
	Words   *diffWords
	Reports []diffReport
	// Remark says what else than the facts differs; empty for nothing.
	Remark string
	Groups []diffGroup
	// Counts is the sentence that sums up.
	Counts string
}

// diffReport is one of the two reports.
type diffReport struct{ Title, Name, Tool, AsOf, Findings string }

// diffGroup is the findings of one state.
type diffGroup struct {
	Title string
	State finding.BaselineState
	Items []diffItem
}

// diffItem is one finding, and what of it changed.
type diffItem struct {
	Level                          finding.Severity
	Severity, Rule, Place, Message string
	Fingerprint, Remark            string
	Rows                           []diffRow
}

// diffRow is a figure, or another property, before and after; empty for none.
type diffRow struct{ Part, Before, After string }

func view(d Diff, lang string) *diffView {
	words := diffWordsIn(lang)
	v := &diffView{Lang: lang, Words: words}
	if v.Lang != "ja" {
		v.Lang = "en"
	}
	for _, r := range []struct {
		title, name string
		*finding.Report
	}{{words.Before, d.OldName, d.Old}, {words.After, d.NewName, d.New}} {
		v.Reports = append(v.Reports, diffReport{
			r.title, r.name, r.Tool.Name + " " + r.Tool.Version, r.AsOf, severityCounts(r.Summary.Findings, lang, true),
		})
	}
	if d.Old.Tool.PolicyDigest != d.New.Tool.PolicyDigest {
		v.Remark = words.policies
	}
	counts := map[finding.BaselineState]int{}
	for _, c := range d.Changes {
		counts[c.State]++
	}
	p := &printer{words: wordsIn(lang), lang: lang}
	v.Counts = p.comparison(&finding.Baseline{Counts: counts})
	for _, state := range []finding.BaselineState{finding.BaselineNew, finding.BaselineChanged, finding.BaselineGone} {
		g := diffGroup{Title: words.groups[state], State: state}
		for _, c := range d.Changes {
			if c.State == state {
				g.Items = append(g.Items, p.change(c, words))
			}
		}
		if len(g.Items) > 0 {
			v.Groups = append(v.Groups, g)
		}
	}
	return v
}

// change puts one change into words.
func (p *printer) change(c finding.Change, words *diffWords) diffItem {
	f := c.New
	if f == nil {
		f = c.Old
	}
	item := diffItem{
		Level: f.Severity, Severity: p.words.severity[f.Severity], Rule: f.Rule, Place: f.Location.String(),
		Message: f.Message.In(p.lang), Fingerprint: f.Fingerprint,
	}
	switch {
	case c.State == finding.BaselineChanged:
		item.Rows = p.changed(c, words)
	case c.Held:
		item.Remark = words.Held
	case !f.Active():
		item.Remark = p.decision(f.Disposition)
	}
	return item
}

// changed lists what differs between the two sides of a change.
func (p *printer) changed(c finding.Change, words *diffWords) []diffRow {
	var rows []diffRow
	add := func(part, before, after string) {
		if before != after {
			rows = append(rows, diffRow{part, before, after})
		}
	}
	add(words.severity, p.words.severity[c.Old.Severity], p.words.severity[c.New.Severity])
	add(words.verdict, in(words.verdicts, string(c.Old.Verdict)), in(words.verdicts, string(c.New.Verdict)))
	if c.Decision {
		add(p.words.decision, p.standing(c.Old), p.standing(c.New))
	}
	if c.Evidence {
		rows = append(rows, p.evidenceRows(c.Old.Evidence, c.New.Evidence, words)...)
	}
	return rows
}

// standing says in a few words what was decided on a finding.
func (p *printer) standing(f *finding.Finding) string {
	if f.Disposition == nil {
		return ""
	}
	return p.decision(f.Disposition)
}
