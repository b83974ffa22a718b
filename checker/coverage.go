package checker

import (
	"context"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/coverage"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/settle"
)

// CoverageReport says, for each source, what of its text the facts account for.
type CoverageReport = coverage.Report

// Coverage holds the facts to the source texts, and tells for every token of
// these whether a fact draws it, it was set aside, or nothing accounts for it.
// A source whose text is not in opts.Sources is named as such.
func Coverage(ctx context.Context, opts Options) (*CoverageReport, error) {
	opts = opts.withDefaults()
	ctx = opts.watched(ctx)
	opts.retain = true
	in, err := inspect(ctx, opts, true)
	if err != nil {
		return nil, err
	}
	grouped, err := in.groups(ctx)
	if err != nil {
		return nil, err
	}
	t, err := in.total(nil, grouped)
	if err != nil {
		return nil, err
	}
	corpus := in.corpus()
	report := coverage.Measure(corpus, in.texts, used(corpus, t.judged))
	report.Excluded = t.excluded
	for i := range t.form {
		if t.form[i].Severity == finding.Error {
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
func used(corpus *fact.Corpus, judged []settle.Judgement) map[string]bool {
	ids := map[string]bool{}
	for i := range judged {
		if strings.HasPrefix(judged[i].Rule, register) {
			continue
		}
		for _, check := range slices.Concat(judged[i].Findings, judged[i].Passes) {
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
