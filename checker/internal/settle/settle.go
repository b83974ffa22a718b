// Package settle turns the raw outcomes of rules into the report: it adds the
// facts' words, figures and places to the evidence, makes the sentences in
// both languages, gives each finding its fingerprint, applies what people have
// decided, counts, and puts everything in an order that is the same in every
// run. Texts of the fact files go through as they are; reports escape them for
// where they go.
package settle

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/baseline"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/policy"
)

// Input is what the steps before hand over.
type Input struct {
	Registry  fact.Registry
	Decisions []fact.Decision
	Facts     Tally
	// Rules are those that ran, Judged what they came to: of each rule any number
	// of judgements over different facts.
	Rules  []*policy.Rule
	Judged []Judgement
	// Form holds the findings of the steps before evaluation, Population the
	// number of things that each of their rules looked at.
	Form       []finding.Finding
	Population map[string]int
	// Excluded counts the facts that took no part because of their form.
	Excluded int
	Notices  []finding.Notice
	// Anchors counts the facts by what is known of the places that they name.
	Anchors finding.Anchors
	Files   []finding.Input
	Tool    finding.Tool
	// AsOf is the date, as YYYY-MM-DD, that expiry is measured against.
	AsOf string
	// MaxDisposition is the number of days after its date that a decision may
	// hold; 0 means DefaultMaxDisposition.
	MaxDisposition int
	// Base is what the run is compared with, nil when with nothing. What was judged
	// then holds all checks, and Corpus the facts.
	Base   *baseline.Base
	Corpus *fact.Corpus
	// Partial says that some entries of the fact files could not be used.
	Partial bool
	// Skipped are the rules that were left out.
	Skipped []finding.SkippedRule
	// Paths, if any, are the files and folders whose findings are reported.
	Paths []string
	// Line gives a line of a fact file, for excerpts.
	Line func(file string, line int) string
}

// Run makes the report.
func Run(in Input) *finding.Report {
	r := head(in)
	r.Findings = slices.Clone(in.Form)
	judged(r, in)
	settled(r.Findings)
	settled(r.Passes)
	dropped := dropped(r, in)
	problems := decided(r.Findings, dropped, in)
	r.Findings = append(r.Findings, problems...)
	slices.SortStableFunc(r.Findings, compare)

	r.Rules = append(r.Rules, formResults(r.Findings, in.Population)...)
	slices.SortFunc(r.Rules, func(a, b finding.RuleResult) int { return strings.Compare(a.ID, b.ID) })
	r.Summary = summarise(r, in)
	compareWith(r, in, dropped)
	all := len(r.Findings)
	r.Findings, r.Passes = reported(r.Findings, in.Paths), reported(r.Passes, in.Paths)
	r.Summary.Hidden = all - len(r.Findings)
	tally(r)
	r.Excerpts = excerpts(r.Findings, in.Line)
	return r
}

// head makes the report without what was found.
func head(in Input) *finding.Report {
	return &finding.Report{
		FormatVersion: finding.FormatVersion, Tool: in.Tool, AsOf: in.AsOf, Inputs: countFacts(in), Sources: origins(in),
		Notices: in.Notices, Skipped: in.Skipped,
	}
}

// decided applies the decisions, and gives the findings on these, settled.
func decided(findings []finding.Finding, dropped []finding.DroppedCheck, in Input) []finding.Finding {
	problems := dispose(findings, dropped, in)
	if len(in.Skipped) > 0 {
		// A decision may be on a finding of a rule that was left out.
		problems = slices.DeleteFunc(problems, func(f finding.Finding) bool { return f.Case == caseUnused })
	}
	settled(problems)
	return problems
}

// judged takes what the rules came to into the report.
func judged(r *finding.Report, in Input) {
	results := make(map[string]*finding.RuleResult, len(in.Rules))
	for _, rule := range in.Rules {
		results[rule.ID] = &finding.RuleResult{Rule: rule.Rule}
	}
	for i := range in.Judged {
		j := &in.Judged[i]
		result := results[j.Rule]
		if result == nil {
			continue // it was refused over other facts
		}
		result.Population += j.Population
		result.RoundingOnly += j.RoundingOnly
		result.Inconsistent += j.Inconsistent
		result.Undetermined += j.Undetermined
		r.Findings = append(r.Findings, j.Findings...)
		r.Passes = append(r.Passes, j.Passes...)
	}
	for _, rule := range in.Rules {
		result := results[rule.ID]
		result.Consistent = result.Population - result.RoundingOnly - result.Inconsistent - result.Undetermined
		r.Rules = append(r.Rules, *result)
	}
}

// settled puts findings in order and gives them their fingerprints. The order
// comes first: the numbers of findings with one identity follow it.
func settled(findings []finding.Finding) {
	slices.SortStableFunc(findings, compare)
	fingerprint(findings)
}

// compare orders findings by place, then by rule, subject and words.
func compare(a, b finding.Finding) int {
	return cmp.Or(
		a.Location.Compare(b.Location),
		strings.Compare(a.Rule, b.Rule),
		strings.Compare(a.Subject, b.Subject),
		strings.Compare(a.Message.EN, b.Message.EN),
	)
}

// reported keeps the findings that touch one of the paths. Those on policies
// stay: policies lie outside the facts, and no path among these means them.
func reported(findings []finding.Finding, paths []string) []finding.Finding {
	if len(paths) == 0 {
		if findings == nil {
			return []finding.Finding{}
		}
		return findings
	}
	kept := []finding.Finding{}
	for i := range findings {
		if touches(&findings[i], paths) {
			kept = append(kept, findings[i])
		}
	}
	return kept
}

func touches(f *finding.Finding, paths []string) bool {
	return len(paths) == 0 || f.Rule == policy.RulePolicy || slices.ContainsFunc(places(*f), within(paths))
}

// within gives the test whether a file is one of the paths or lies below one.
func within(paths []string) func(file string) bool {
	return func(file string) bool {
		return slices.ContainsFunc(paths, func(p string) bool {
			p = strings.TrimSuffix(p, "/")
			return p == "." || file == p || strings.HasPrefix(file, p+"/")
		})
	}
}

// places lists the files that a finding speaks of.
func places(f finding.Finding) []string {
	files := []string{f.Location.File}
	for _, r := range f.Related {
		files = append(files, r.Location.File)
	}
	if f.Evidence != nil {
		for _, o := range f.Evidence.Operands {
			files = append(files, o.Location.File)
		}
	}
	return files
}

// excerpts collects the lines that findings, and what they relate to, begin on.
func excerpts(findings []finding.Finding, line func(string, int) string) map[string]map[int]string {
	lines := map[string]map[int]string{}
	add := func(at finding.Range) {
		if !at.Start.IsValid() || line == nil {
			return
		}
		if lines[at.File] == nil {
			lines[at.File] = map[int]string{}
		}
		lines[at.File][at.Start.Line] = line(at.File, at.Start.Line)
	}
	for _, f := range findings {
		add(f.Location)
		for _, r := range f.Related {
			add(r.Location)
		}
	}
	return lines
}
