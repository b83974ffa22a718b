package anchor

import (
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/sourcetext"
)

// inSource looks whether what a fact quotes stands on its line, once or as
// often as the selector's occurrence says.
func (r *checkup) inSource(f *fact.Fact, text *sourcetext.Text) {
	all := targets(f)
	if len(all) > 0 {
		r.Population[RuleInSource]++
	}
	for _, t := range all {
		switch _, wrong := text.Place(t.Line, t.Exact, t.Occurrence); {
		case wrong == nil:
		case wrong.Fault != sourcetext.NothingQuoted:
			r.reportSelector(RuleInSource, t, wrong.Message(), wrong.Help())
		case t.Line > len(text.Lines):
			r.reportSelector(RuleInSource, t,
				say("the selector names line %d, but %s has %d lines", "selector は %d 行目を指していますが、%s は %d 行です",
					t.Line, f.Source, len(text.Lines)),
				say("correct the selector's line", "selector の行を直してください"))
		}
	}
}
