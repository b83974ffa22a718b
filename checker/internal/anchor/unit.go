package anchor

import (
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/number"
)

// shares are the units that are no currency and that a print always spells out.
var shares = []string{"percent", "perMille", "percentagePoint", "basisPoint"}

// pointWords are the counters that may mean one of these.
var pointWords = []string{"ポイント", "point", "points", "pt", "pts"}

// unit holds the unit to the printed one, where that has a meaning of its own:
// a currency or a share. What things are counted in is named freely.
func (c *comparison) unit(q *fact.Quantity) {
	f := c.figure
	printed := f.Unit
	switch {
	case q.Unit == "" || printed == q.Unit:
		return
	case printed == "pure" && !slices.Contains(shares, q.Unit):
		return
	case printed == "":
		// Without a unit, the print leaves it to the head of its table.
		if f.Counter == "" || !slices.Contains(shares, q.Unit) || slices.Contains(pointWords, strings.ToLower(f.Counter)) {
			return
		}
		printed = f.Counter
	case strings.HasPrefix(q.Unit, printed) && !slices.Contains(shares, printed):
		// A currency by something: JPYPerShare.
		return
	}
	c.differ(say("the unit is %s, but %q says %s", "単位は %s ですが、「%s」の単位は %s です", q.Unit, c.printed, printed),
		say("write the unit as it is printed, or correct the quotation", "印字どおりの単位を書くか、引用を直してください"))
}

// qualifiers holds the qualifiers to the printed ones, as sets of meanings.
func (c *comparison) qualifiers(q *fact.Quantity) {
	recorded := meanings(q.Qualifiers)
	words := make([]string, len(c.figure.Qualifiers))
	for i, w := range c.figure.Qualifiers {
		words[i] = string(w)
	}
	printed := meanings(words)
	if q.Value == nil {
		recorded = ofOpenEnd(q, recorded, printed)
	}
	if slices.Equal(recorded, printed) {
		return
	}
	c.differ(say("the qualifiers are [%s], but %q says [%s]", "qualifiers は [%s] ですが、「%s」は [%s] です",
		strings.Join(recorded, ", "), c.printed, strings.Join(printed, ", ")),
		say("write `qualifiers: [%s]`, or correct the quotation", "`qualifiers: [%s]` と書くか、引用を直してください", strings.Join(printed, ", ")))
}

// meanings gives the different meanings of qualifiers in order: up to and at
// most are one.
func meanings(qualifiers []string) []string {
	all := make([]string, len(qualifiers))
	for i, q := range qualifiers {
		if q == string(number.UpTo) {
			q = string(number.AtMost)
		}
		all[i] = q
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// ofOpenEnd adds to the qualifiers of a range with an open end the bound that
// its one end is, as the print words it.
func ofOpenEnd(q *fact.Quantity, recorded, printed []string) []string {
	var bounds []number.Qualifier
	switch {
	case q.Upper == nil:
		bounds = []number.Qualifier{number.AtLeast, number.Above}
	case q.Lower == nil:
		bounds = []number.Qualifier{number.AtMost, number.Below}
	}
	for _, b := range bounds {
		if slices.Contains(printed, string(b)) {
			return meanings(append(slices.Clone(recorded), string(b)))
		}
	}
	return recorded
}
