package report

import (
	"html/template"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// auditPage is what the page shows, section by section, made ready so that the
// template has nothing to reckon.
type auditPage struct {
	Lang, Digest, Policy string
	Style, Script        template.HTML
	Report               *finding.Report

	Verdict outcome
	Tallies []tally
	Command string
	Kinds   []namedCount
	Open    []openMatter
	Rules   []ruleRow
	// Preliminary are the rules whose checks are not counted.
	Preliminary []ruleRow
	Idle        []string
	Total       ruleRow
	Groups      []ruleGroup
	Decided     []card
	Gone        []card
	Sources     []string // those that a finding's figures come from
	Matrix      *matrix
	Coverage    []coverageView
	Maps        []mapView
	Held        []heldRule

	anchors map[string]int  // of the cards, so that each is used once
	cards   map[int]*card   // by place among the findings
	sources map[string]bool // those that cards name
}

// outcome is the page's first word: Tone is bad, open, fair or good.
type outcome struct {
	Tone string
	Text finding.Text
}

// tally is a count of the first screen, and where its subject stands.
type tally struct {
	Tone, Mark, Href string
	N                int
	Text             finding.Text
}

// namedCount is a number of things of a name.
type namedCount struct {
	Text finding.Text
	N    int
}

// barShare is a part of a bar, in percent of its width.
type barShare struct {
	Class, X, Width string
	N               int
	Text            finding.Text
}

func (p *auditPage) fill() {
	p.anchors, p.cards, p.sources = map[string]int{}, map[int]*card{}, map[string]bool{}
	p.findings()
	p.population()
	p.Verdict = verdict(p.Report)
	p.Tallies = tallies(p.Report, p.Total)
	p.Command = pageCommand(p.Report)
	p.Kinds = kinds(p.Report.Summary.FactsByKind)
	p.Open = openMatters(p.Report)
	p.Matrix = p.tieOut()
	p.Coverage = coverageViews(p.Report)
	p.Maps = mapViews(p.Report.References)
	p.Held = held(p.Report)
}

// verdict says in one sentence what the run came to.
func verdict(r *finding.Report) outcome {
	n := r.Summary.Findings
	switch {
	case r.Summary.InputErrors > 0:
		return outcome{"bad", word("verdictInput")}
	case n[finding.Error] > 0:
		return outcome{"bad", word("verdictErrors")}
	case r.Summary.Checks == 0:
		return outcome{"open", word("verdictNothing")}
	case n[finding.Warning] > 0:
		return outcome{"fair", word("verdictWarnings")}
	case r.Summary.Undetermined > 0:
		return outcome{"open", word("verdictOpen")}
	}
	return outcome{"good", word("verdictClean")}
}

func tallies(r *finding.Report, total ruleRow) []tally {
	var list []tally
	for _, s := range finding.Severities() {
		list = append(list, tally{
			Tone: string(s), Mark: severityMarks[s], Href: "#findings", N: r.Summary.Findings[s],
			Text: plural(r.Summary.Findings[s], "severities."+string(s)),
		})
	}
	return append(list,
		tally{Tone: "open", Mark: markOf(finding.Undetermined), Href: "#scope", N: r.Summary.Undetermined, Text: word("undecidedChecks")},
		tally{Tone: "decided", Mark: "§", Href: "#decided", N: r.Summary.Decided, Text: word("setAside")},
		tally{Tone: "held", Mark: markOf(finding.Consistent), Href: "#held", N: total.Consistent, Text: word("checksHeld")})
}

// severityMarks tell severities apart without colour.
var severityMarks = map[finding.Severity]string{finding.Error: "■", finding.Warning: "▲", finding.Note: "●"}

func kinds(counts map[string]int) []namedCount {
	var list []namedCount
	for _, kind := range factKinds {
		if n := counts[kind]; n > 0 {
			list = append(list, namedCount{word("kinds." + kind), n})
		}
	}
	return list
}

var factKinds = []string{"quantity", "relation", "measure", "claim", "reference", "event"}

// barShares lays the parts of a whole side by side.
func barShares(parts []barShare) []barShare {
	total := 0
	for _, s := range parts {
		total += s.N
	}
	var list []barShare
	at := 0
	for _, s := range parts {
		if s.N == 0 {
			continue
		}
		s.X, s.Width = percent(int64(at), int64(total)), percent(int64(s.N), int64(total))
		at += s.N
		list = append(list, s)
	}
	return list
}

// pageCommand is the call that gives the same report again. What has no bearing on
// its content, such as where it is written, is not part of it.
func pageCommand(r *finding.Report) string {
	words := []string{"tieout", "check"}
	add := func(flag string, values ...string) {
		for _, v := range values {
			words = append(words, flag, shellWord(v))
		}
	}
	if s := r.Scope; s != nil {
		if len(s.Facts) != 1 || s.Facts[0] != "facts" {
			add("--facts", s.Facts...)
		}
		add("--policies", s.Policies...)
		if s.Texts {
			words = append(words, "--sources", "DIR")
		}
	}
	if r.AsOf != "" {
		add("--as-of", r.AsOf)
	}
	if r.Baseline != nil {
		add("--against", r.Baseline.Name)
	}
	if r.Scope != nil {
		for _, path := range r.Scope.Paths {
			words = append(words, shellWord(path))
		}
	}
	return strings.Join(words, " ")
}

// shellWord quotes a word for a POSIX shell where that is needed.
func shellWord(s string) string {
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("_./-@:+", r)
	}
	if s != "" && strings.IndexFunc(s, func(r rune) bool { return !plain(r) }) < 0 {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}
