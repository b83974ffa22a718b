package anchor

import (
	"strings"

	"github.com/tieout/tieout/checker/internal/fact"
)

// inSource looks whether the quotation stands on its line, once or as often as
// the selector's occurrence says.
func (r *Result) inSource(f *fact.Fact, lines text) {
	s := f.Selector
	r.Population[RuleInSource]++
	mend := say("correct the selector's line or its quotation", "selector の行か引用を直してください")
	if s.Line > len(lines) {
		r.reportSelector(RuleInSource, f,
			say("the selector names line %d, but the source has %d lines", "selector は %d 行目を指していますが、原文は %d 行です", s.Line, len(lines)), mend)
		return
	}
	if s.Exact == "" {
		return
	}
	switch n := strings.Count(lines[s.Line-1], s.Exact); {
	case n == 0:
		r.reportSelector(RuleInSource, f,
			say("%q does not stand on line %d of %s", "「%s」は %d 行目にありません（%s）", s.Exact, s.Line, f.Source), mend)
	case n > 1 && s.Occurrence == 0:
		r.reportSelector(RuleInSource, f,
			say("%q stands %d times on line %d of %s", "「%s」は %d 回、%d 行目に現れます（%s）", s.Exact, n, s.Line, f.Source),
			say("say which one is meant with `occurrence`", "`occurrence` で何番目かを示してください"))
	case s.Occurrence > n:
		r.reportSelector(RuleInSource, f,
			say("occurrence %d of %q is meant, but it stands %d times on line %d", "指定は %d 番目ですが、「%s」は %d 回しか現れません（%d 行目）",
				s.Occurrence, s.Exact, n, s.Line), mend)
	}
}
