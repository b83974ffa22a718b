package anchor

import (
	"math/big"
	"strconv"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/figure"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/number"
)

// quantity holds a figure to its print.
func (c *comparison) quantity(q *fact.Quantity) {
	if q.Value == nil && q.Lower == nil && q.Upper == nil {
		return
	}
	switch c.figure.Kind {
	case figure.Nil:
		c.dash(q)
	case figure.Number, figure.Multiple, figure.Fraction, figure.Ordinal, figure.Range:
		if c.figure.Date != "" {
			return
		}
		c.compared = true
		if c.value(q) {
			c.decimals(q)
		}
		c.unit(q)
		c.qualifiers(q)
	case figure.Period:
		c.year(q)
	default:
	}
}

func (c *comparison) dash(q *fact.Quantity) {
	c.compared = true
	if q.Value != nil && q.Value.Sign() == 0 {
		return
	}
	c.differ(say("the value is %s, but the selector quotes %q, a dash", "値は %s ですが、selector の引用「%s」はダッシュです", shown(q), c.printed),
		say(`write "-" or {status: nil}, or correct the quotation`, `"-" または {status: nil} と書くか、引用を直してください`))
}

// year holds a figure to a year that is printed as one.
func (c *comparison) year(q *fact.Quantity) {
	year, err := strconv.ParseInt(c.figure.Date, 10, 64)
	if err != nil || q.Value == nil {
		return
	}
	c.compared = true
	if q.Value.Cmp(new(big.Rat).SetInt64(year)) != 0 {
		c.differ(c.otherValue(q), say("write the value as it is printed, %d, or correct the quotation", "印字どおり %d と書くか、引用を直してください", year))
	}
}

// value holds the numbers to each other, and tells whether they agree.
func (c *comparison) value(q *fact.Quantity) bool {
	f := c.figure
	ok := false
	switch {
	case f.Kind == figure.Range:
		ok = q.Value == nil && c.same(q, q.Lower, f.Lower) && c.same(q, q.Upper, f.Upper)
	case q.Value != nil:
		ok = c.same(q, q.Value, f.Value)
	case q.Lower == nil:
		ok = c.same(q, q.Upper, f.Value)
	case q.Upper == nil:
		ok = c.same(q, q.Lower, f.Value)
	}
	if !ok {
		c.differ(c.otherValue(q), c.writeValue())
	}
	return ok
}

// same tells whether a recorded number is the printed one. A print with a scale
// of its own says the whole value; any other says it before the scale, which
// then stands at the head of a table or page.
func (c *comparison) same(q *fact.Quantity, recorded, printed *big.Rat) bool {
	if recorded == nil || printed == nil {
		return false
	}
	scale := -q.Scale
	if c.scaled() {
		scale = 0
		var ok bool
		if printed, ok = number.Scale(printed, c.figure.Scale); !ok {
			return false
		}
	}
	unscaled, ok := number.Scale(recorded, scale)
	return ok && unscaled.Cmp(printed) == 0
}

// scaled tells whether the print has a scale of its own: 億, million, 割, or
// several of them as in 5億1万.
func (c *comparison) scaled() bool { return c.figure.Scale != 0 || c.figure.Decimals < 0 }

func (c *comparison) otherValue(q *fact.Quantity) finding.Text {
	return say("the value is %s, but the selector quotes %q", "値は %s ですが、selector の引用は「%s」です", shown(q), c.printed)
}

func (c *comparison) writeValue() finding.Text {
	f := c.figure
	switch {
	case f.Kind == figure.Range:
		return say("write `lower: %s` and `upper: %s`, or correct the quotation", "`lower: %s` と `upper: %s` を書くか、引用を直してください",
			text(f.Lower), text(f.Upper))
	case f.Scale != 0 && f.Unit != "percent":
		return say("write the value as it is printed, %s with `scale: %d`, or correct the quotation",
			"印字どおり %s と `scale: %d` を書くか、引用を直してください", text(f.Value), f.Scale)
	}
	return say("write the value as it is printed, %s, or correct the quotation", "印字どおり %s と書くか、引用を直してください", text(f.Scaled()))
}

func text(x *big.Rat) string {
	if x == nil {
		return "?"
	}
	return number.Text(x)
}

// shown writes a value as the fact file does, with its scale spelt out.
func shown(q *fact.Quantity) string {
	switch {
	case q.Value == nil && q.Lower == nil:
		return "≤ " + text(q.Upper)
	case q.Value == nil && q.Upper == nil:
		return "≥ " + text(q.Lower)
	case q.Value == nil:
		return text(q.Lower) + "–" + text(q.Upper)
	}
	whole := number.Text(q.Value)
	if q.Written == "" || q.Scale == 0 || q.Value.Sign() == 0 {
		return whole
	}
	return q.Written + " (" + whole + ")"
}

// decimals holds the recorded precision to the printed one. Zeros before the
// point may be precise or not, so the record may say that they are not.
func (c *comparison) decimals(q *fact.Quantity) {
	f := c.figure
	if q.Decimals == nil || f.Kind == figure.Fraction || f.Kind == figure.Ordinal || f.Counter != "" && f.Kind == figure.Multiple {
		return
	}
	printed, recorded := f.Precision(), *q.Decimals
	if !c.scaled() {
		printed -= q.Scale
	}
	switch {
	case recorded == printed:
		return
	case recorded < printed && (f.Kind == figure.Range || f.Decimals <= 0):
		return
	}
	c.differ(say("the value is recorded with decimals %d, but %q is printed with %d", "値の decimals は %d ですが、「%s」の印字では %d です",
		recorded, c.printed, printed),
		say("write `decimals: %d`, or the digits as they are printed with `rounded: true`", "`decimals: %d` と書くか、印字どおりの桁数に `rounded: true` を付けてください", printed))
}
