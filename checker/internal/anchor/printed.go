package anchor

import (
	"math/big"
	"strings"
	"unicode"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/number"
)

// dashes are how sources print a nil, possibly in a row.
const dashes = "-‐‑–—―−－ー─"

// asPrinted holds a figure to what its selector quotes, where that is a plain
// number or a dash; anything else is not known, and passed over.
func (r *Result) asPrinted(f *fact.Fact) {
	printed := f.Selector.Printed()
	q := f.Quantity
	if printed == "" || q == nil || q.Value == nil {
		return
	}
	if strings.Trim(printed, dashes+" ") == "" {
		r.Population[RuleAsPrinted]++
		if q.Value.Sign() != 0 {
			r.report(RuleAsPrinted, f, f.Focus,
				say("the value is %s, but the selector quotes %q, a dash", "値は %s ですが、selector の引用「%s」はダッシュです", shown(q), printed),
				say(`write "-" or {status: nil}, or correct the quotation`, `"-" または {status: nil} と書くか、引用を直してください`))
		}
		return
	}
	d, ok := number.Printed(printed)
	if !ok {
		return
	}
	r.Population[RuleAsPrinted]++
	scale, _ := number.PrintedScale(printed)
	if same(q, d.Value, scale) {
		return
	}
	help := say("write the value as it is printed, %s, or correct the quotation", "印字どおり %s と書くか、引用を直してください", number.Text(d.Value))
	if scale != 0 {
		help = say("write the value as it is printed, %s with `scale: %d`, or correct the quotation",
			"印字どおり %s と `scale: %d` を書くか、引用を直してください", number.Text(d.Value), scale)
	}
	r.report(RuleAsPrinted, f, f.Focus,
		say("the value is %s, but the selector quotes %q", "値は %s ですが、selector の引用は「%s」です", shown(q), printed), help)
}

// same tells whether a figure is the number that is printed. A print with a
// scale of its own says the whole value; any other says it before the scale,
// which then stands at the head of a table or page.
func same(q *fact.Quantity, printed *big.Rat, scale int) bool {
	if scale != 0 {
		scaled, ok := number.Scale(printed, scale)
		return ok && q.Value.Cmp(scaled) == 0
	}
	if q.Written == "" {
		return q.Value.Cmp(printed) == 0
	}
	written, err := number.Parse(q.Written)
	return err == nil && written.Value.Cmp(printed) == 0
}

// shown writes a value as the fact file does, with its scale spelt out.
func shown(q *fact.Quantity) string {
	whole := number.Text(q.Value)
	if q.Written == "" || q.Written == whole {
		return whole
	}
	written, err := number.Parse(q.Written)
	if err != nil || written.Value.Cmp(q.Value) == 0 {
		return q.Written
	}
	return q.Written + " (" + whole + ")"
}

// splitFits holds the pieces of a split to the quotation that they part.
func (r *Result) splitFits(f *fact.Fact) {
	s := f.Selector
	if len(s.Split) == 0 || solid(strings.Join(s.Split, "")) == solid(s.Exact) {
		return
	}
	r.reportSelector(RuleAsPrinted, f,
		say("the pieces of `split` put together give %q, but `exact` is %q", "`split` をつなぐと「%s」になり、`exact` の「%s」と一致しません",
			strings.Join(s.Split, ""), s.Exact),
		say("part `exact` without changing a character", "`exact` の文字を変えずに分けてください"))
}

// solid takes the blanks out of a text.
func solid(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
