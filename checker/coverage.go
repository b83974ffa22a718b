package checker

import (
	"context"
	"fmt"
	"strings"

	"github.com/tieout/tieout/checker/internal/coverage"
	"github.com/tieout/tieout/checker/internal/evaluate"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
)

// CoverageReport says, for each source, what of its text the facts account for.
type CoverageReport = coverage.Report

// Coverage holds the facts to the source texts, and tells for every token of
// these whether a fact draws it, it was set aside, or nothing accounts for it.
// A source whose text is not in opts.Sources is named as such.
func Coverage(ctx context.Context, opts Options) (*CoverageReport, error) {
	opts = opts.withDefaults()
	ctx = opts.watched(ctx)
	in, texts, err := readWithTexts(ctx, opts)
	if err != nil {
		return nil, err
	}
	outcomes, _, err := evaluate.Run(ctx, in.set, in.corpus, evaluate.Options{
		Audit: true, Workers: opts.Workers, Limits: evaluate.Limits{Time: opts.PolicyTime, Heap: opts.PolicyHeap},
	})
	if err != nil {
		return nil, fmt.Errorf("evaluate policies: %w", err)
	}
	report := coverage.Measure(in.corpus, texts, used(in.corpus, outcomes))
	report.Excluded = in.excluded
	for i := range in.form {
		if in.form[i].Severity == finding.Error {
			report.Problems++
		}
	}
	return report, nil
}

// register is the family of rules that hold the record together. That a fact
// can be found is no check of what it says.
const register = "register/"

// used gives the facts that at least one check rests on: its operands, and its
// subject, unless that is a figure, which is only used where it is reckoned
// with.
func used(corpus *fact.Corpus, outcomes []evaluate.Outcome) map[string]bool {
	ids := map[string]bool{}
	for _, outcome := range outcomes {
		if strings.HasPrefix(outcome.Rule.ID, register) {
			continue
		}
		for _, check := range outcome.Checks {
			if f := corpus.Fact(check.Subject); f != nil && f.Kind != fact.KindQuantity {
				ids[f.ID] = true
			}
			for _, operand := range check.Evidence.Operands {
				ids[operand.Fact] = true
			}
			if check.Evidence.Reported != nil {
				ids[check.Evidence.Reported.Fact] = true
			}
		}
	}
	return ids
}
