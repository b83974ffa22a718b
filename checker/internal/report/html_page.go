package report

import (
	"html/template"
	"iter"

	"github.com/tieout/tieout/checker/internal/finding"
)

// auditPage is what the page shows, section by section, made ready so that the
// template has nothing to reckon.
type auditPage struct {
	Lang, Digest, Policy string
	Style, Script        template.HTML
	Report               *finding.Report
	// NewOnly opens the page with what a change makes worse.
	NewOnly bool

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

	// More and MoreDecided count the findings of a long report that have no card,
	// Cells those of a matrix that is too large to be shown.
	More, MoreDecided, Cells int

	whole   *finding.Report // with all checks, as they came
	anchors map[string]int  // of the cards, so that each is used once
	cards   map[int]*card   // by place among the findings
	sources map[string]bool // those that cards name
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

func (p *auditPage) fill() (err error) {
	p.anchors, p.cards, p.sources = map[string]int{}, map[int]*card{}, map[string]bool{}
	p.findings()
	p.population()
	p.Verdict = verdict(p.Report)
	p.Tallies = tallies(p.Report, p.Total)
	p.Command = pageCommand(p.Report, p.NewOnly)
	p.Kinds = kinds(p.Report.Summary.FactsByKind)
	p.Coverage = coverageViews(p.Report)
	p.Maps = mapViews(p.Report.References)
	if p.Open, err = openMatters(p.Report, p.whole.EachFinding()); err != nil {
		return err
	}
	if p.Matrix, err = p.tieOut(); err != nil {
		return err
	}
	p.Held, err = held(p.Report, p.passes())
	return err
}

// passes gives the checks that held, with their texts visible.
func (p *auditPage) passes() iter.Seq2[*finding.Finding, error] {
	if p.whole.Long == nil {
		return p.Report.EachPass()
	}
	return visibly(p.whole.EachPass())
}

// visibly gives findings with their texts visible.
func visibly(list iter.Seq2[*finding.Finding, error]) iter.Seq2[*finding.Finding, error] {
	return func(yield func(*finding.Finding, error) bool) {
		for f, err := range list {
			if err == nil {
				shown := inTheOpen(*f)
				f = &shown
			}
			if !yield(f, err) {
				return
			}
		}
	}
}

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
