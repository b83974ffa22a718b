package corpora

import "strconv"

// Figures that several documents print. Figure (home, slot) stands in the
// document home and is quoted by others: the next one, one far away, or both.
// All of it follows from the numbers alone, so that no document needs to know
// another.
const (
	slotNext  = iota // home and the next document
	slotFar          // home and one at half of the corpus away
	slotThree        // home, the next, and one at a third of the corpus away
	slotBound        // the upper bound in home, the lower figure in the next
	slots
)

// factsPerSet is the number of facts of a document for each set of figures that
// it shares: about one figure in twenty.
const factsPerSet = 180

// quote is a figure of another document that this one prints.
type quote struct {
	home, set, slot int
	// last says that no other document quotes the figure after this one: only
	// there is it printed otherwise, so that no group has two errors.
	last bool
}

func (c *corpus) sets() int { return c.PerDocument / factsPerSet }

// far gives a document at a part of the corpus away from home.
func (c *corpus) far(home, parts int) int { return (home + c.whole/parts) % c.whole }

// quoted tells the documents that quote a figure, the last of them last; none
// where the corpus is too small to tell them apart.
func (c *corpus) quoted(home, slot int) []int {
	next, half, third := home+1, c.far(home, 2), c.far(home, 3)
	switch {
	case slot == slotFar && c.whole > 3:
		return []int{half}
	case slot == slotThree && next < c.whole && c.whole > 6:
		return []int{next, third}
	case (slot == slotNext || slot == slotBound) && next < c.whole:
		return []int{next}
	}
	return nil
}

// quotations gives what a document quotes.
func (d *document) quotations() []quote {
	if d.index >= d.whole {
		return nil
	}
	homes := []int{d.index - 1, d.index - d.whole/2, d.index - d.whole/3}
	var all []quote
	for _, home := range homes {
		home = (home + d.whole) % d.whole
		for slot := range slots {
			by := d.quoted(home, slot)
			for i, q := range by {
				if q != d.index {
					continue
				}
				for set := range d.sets() {
					all = append(all, quote{home, set, slot, i == len(by)-1})
				}
			}
		}
	}
	return unique(all)
}

// unique drops what the homes of small corpora give twice.
func unique(all []quote) []quote {
	seen := map[quote]bool{}
	kept := all[:0]
	for _, q := range all {
		if !seen[q] {
			seen[q] = true
			kept = append(kept, q)
		}
	}
	return kept
}

// shared gives a figure that its home prints; for a bound the greater one.
func (c *corpus) shared(home, set, slot int) quantity {
	r := stream(c.Seed, 2, home, set, slot)
	q := quantity{
		concept: "turnover", n: whole(r.between(200, 90_000)),
		axes: object{{"line", "line-" + strconv.Itoa((home*c.sets()+set)*slots+slot)}},
	}
	if slot == slotBound {
		q.concept = "applications"
	}
	return q
}

// share prints the document's own shared figures; those that it quotes follow
// when the flaws have taken theirs.
func (d *document) share() {
	if d.index >= d.whole {
		return
	}
	for set := range d.sets() {
		for slot := range slots {
			if d.quoted(d.index, slot) != nil {
				d.quantity(d.shared(d.index, set, slot))
			}
		}
	}
	d.quotes = d.quotations()
}

// repeat gives the figure that a quotation prints.
func (d *document) repeat(q quote) quantity {
	f := d.shared(q.home, q.set, q.slot)
	home := q.home / yearsPerCompany
	if home != d.company {
		f.entity = companyID(home)
	}
	f.year = 2021 + q.home%yearsPerCompany
	if q.slot == slotBound {
		f.concept, f.n = "grants", whole(f.n.digits-f.n.digits/(4+q.set%5))
	}
	return f
}

// key is what groups of the figure are known by in reports.
func (q quote) key(f quantity, before ...string) string {
	return scope(q.home/yearsPerCompany, span(f.year), known[f.concept].unit, f.axes[0], before...)
}

// take gives a quotation of a slot that may be printed otherwise, and keeps it
// from being printed as it is.
func (d *document) take(slots ...int) (quote, bool) {
	for _, slot := range slots {
		for i, q := range d.quotes {
			if q.slot == slot && q.last {
				d.quotes = append(d.quotes[:i:i], d.quotes[i+1:]...)
				return q, true
			}
		}
	}
	return quote{}, false
}
