package anchor

import (
	"strings"
	"unicode"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/figure"
	"github.com/tieout/tieout/checker/internal/finding"
)

// dashes are how sources print a nil, possibly in a row.
const dashes = "-‐‑–—―−－ー─"

// comparison holds what a fact records to what its source prints.
type comparison struct {
	printed string
	figure  figure.Figure
	// compared is false when the two are of kinds that cannot be held to each
	// other.
	compared    bool
	differences []difference
}

// difference is one way in which a record is not as printed, and its mend.
type difference struct{ message, help finding.Text }

func (c *comparison) differ(message, help finding.Text) {
	c.differences = append(c.differences, difference{message, help})
}

// asPrinted holds figures and dates to what their selectors quote, where that
// can be read; anything else is not known, and passed over.
func (r *checkup) asPrinted(f *fact.Fact) {
	compared := false
	for _, t := range targets(f) {
		c := compare(t)
		compared = compared || c.compared
		if len(c.differences) == 0 {
			continue
		}
		at := f.Focus
		if t.pointer != "" {
			at = t.Node.Range(f.Place.File)
		}
		message, help := c.sentences()
		r.report(RuleAsPrinted, f, at, message, help)
	}
	if compared {
		r.Population[RuleAsPrinted]++
	}
}

// sentences puts all differences into one message and one mend.
func (c *comparison) sentences() (message, help finding.Text) {
	for i, d := range c.differences {
		if i > 0 {
			message.EN, message.JA = message.EN+"; ", message.JA+"。"
			help.EN, help.JA = help.EN+"; ", help.JA+"。"
		}
		message.EN, message.JA = message.EN+d.message.EN, message.JA+d.message.JA
		help.EN, help.JA = help.EN+d.help.EN, help.JA+d.help.JA
	}
	return message, help
}

func compare(t target) comparison {
	c := comparison{printed: t.Printed()}
	if c.printed == "" {
		return c
	}
	if isDash(c.printed) {
		c.figure.Kind = figure.Nil
	} else {
		var err error
		if c.figure, err = figure.Parse(c.printed); err != nil {
			return c
		}
	}
	c.hold(t)
	return c
}

// hold compares what the print says with what is recorded of a target.
func (c *comparison) hold(t target) {
	noted := []figure.Kind{figure.NotePointer}
	switch f := t.fact; {
	case t.pointer != "":
		c.pointer(t.pointer)
	case f.Quantity != nil:
		c.quantity(f.Quantity)
		if f.Quantity.Status != fact.Lost && len(f.Notes) > 0 {
			c.pointers(noted, notes(f))
		}
	case f.Event != nil:
		c.date(f.Event.Date)
	case f.Claim != nil:
		c.pointers([]figure.Kind{figure.Marker}, markers(f.Claim))
	case f.Reference != nil:
		c.pointers([]figure.Kind{figure.Marker, figure.NotePointer, figure.Label}, []string{f.Reference.Number})
	}
}

func isDash(printed string) bool { return strings.Trim(printed, dashes+" ") == "" }

// splitFits holds the pieces of a split to the quotation that they part.
func (r *checkup) splitFits(t target) {
	if len(t.Split) == 0 || solid(strings.Join(t.Split, "")) == solid(t.Exact) {
		return
	}
	r.reportSelector(RuleAsPrinted, t,
		say("the pieces of `split` put together give %q, but `exact` is %q", "`split` をつなぐと「%s」になり、`exact` の「%s」と一致しません",
			strings.Join(t.Split, ""), t.Exact),
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
