// Package ruletest tries rules the way their authors need it: their Rego tests
// with the coverage of their lines, and their examples under the real checker.
// Folders of policies go in, what failed and where comes out.
package ruletest

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing/fstest"
	"time"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
)

// Example is an example of a rule with what does not hold of it, if anything.
type Example struct {
	Rule  string `json:"rule"`
	Title string `json:"title"`
	// Problems are sentences; none means that the example behaves.
	Problems []string `json:"problems,omitempty"`
}

// day is the day that examples are checked as of, so that they behave alike on
// every day.
var day = time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC)

// Examples runs the examples of a rule, in both modes of evaluation.
func Examples(ctx context.Context, library *checker.Library, e *checker.Explanation) ([]Example, error) {
	var list []Example
	for _, x := range e.Examples {
		result := Example{Rule: e.ID, Title: x.Title}
		for _, audit := range []bool{false, true} {
			r, err := Check(ctx, library, x.Facts, audit)
			if err != nil {
				return nil, fmt.Errorf("%s: %s: %w", e.ID, x.Title, err)
			}
			for _, problem := range behaves(e.ID, x, r) {
				if !slices.Contains(result.Problems, problem) {
					result.Problems = append(result.Problems, problem)
				}
			}
		}
		list = append(list, result)
	}
	return list, nil
}

// Check runs the checker over a corpus of one file.
func Check(ctx context.Context, library *checker.Library, facts string, audit bool) (*checker.Report, error) {
	return checker.Run(ctx, checker.Options{
		FS: fstest.MapFS{"facts/example.yaml": {Data: []byte(facts)}}, Library: library, AsOf: day, Audit: audit,
	})
}

// behaves tells what of an example's promise the report does not keep: the
// good ones give no finding of the rule, the bad ones exactly the one that
// they expect, and the facts have the form that the schemas ask for.
func behaves(rule string, x checker.Example, r *checker.Report) []string {
	var problems []string
	var found []checker.Expectation
	for _, f := range r.Findings {
		switch {
		case f.Rule == rule:
			found = append(found, checker.Expectation{Subject: f.Subject, Verdict: f.Verdict, Case: f.Case})
			problems = append(problems, untold(f)...)
		case f.Class == finding.Record && f.Rule != fact.RuleUnused:
			// An example may show more of the registries than it needs.
			problems = append(problems, fmt.Sprintf("the example's record is wrong: %s %s: %s", f.Location, f.Rule, f.Message.EN))
		}
	}
	var want []checker.Expectation
	if x.Expect != nil {
		want = append(want, *x.Expect)
	}
	if !slices.Equal(found, want) {
		problems = append(problems, fmt.Sprintf("found %s, expected %s", list(found), list(want)))
	}
	return problems
}

// untold lists the sentences of a finding that are not whole in both
// languages.
func untold(f checker.Finding) []string {
	var problems []string
	for _, text := range []string{f.Message.EN, f.Message.JA, f.Help.EN, f.Help.JA} {
		if text == "" || strings.ContainsAny(text, "—{}") {
			problems = append(problems, fmt.Sprintf("a place of the message is not filled: %q", text))
		}
	}
	return problems
}

func list(found []checker.Expectation) string {
	var words []string
	for _, x := range found {
		word := x.Subject + ": " + string(x.Verdict)
		if x.Case != "" {
			word += " (case " + x.Case + ")"
		}
		words = append(words, word)
	}
	if len(words) == 0 {
		return "no finding of the rule"
	}
	return strings.Join(words, "; ")
}
