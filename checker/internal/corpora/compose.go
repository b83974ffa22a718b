package corpora

import "strings"

// block is a handful of facts that belong together. make adds them, and with
// them the flaw named, if it is not empty; it gives false where the document has
// no room for that flaw, and then has added nothing.
type block struct {
	// facts is how many it adds at most; weight how often it is met.
	facts, weight int
	make          func(d *document, flaw string) bool
}

// flaw is an error that can be planted: what the block knows it by, and the rule
// that finds it.
type flaw struct {
	rule, name string
	block      *block
	// once says that the rule answers for the document as a whole.
	once bool
	// broken marks errors of form.
	broken bool
}

func (f flaw) key() string { return f.rule + " " + f.name }

// compose fills the document: first what others rely on, then the errors that
// are its share, then facts without errors until it is full.
func (d *document) compose() {
	d.share()
	for k := d.before() / factsPerFlaw; k < (d.before()+d.size)/factsPerFlaw; k++ {
		d.err(k)
	}
	for _, q := range d.quotes {
		d.quantity(d.repeat(q))
	}
	d.quotes = nil
	if d.obliged() {
		d.headCount()
	}
	for d.count < d.size {
		if b := d.choose(); b.facts <= d.size-d.count {
			b.make(d, "")
		}
	}
}

// factsPerFlaw is the number of facts for each error.
const factsPerFlaw = 100

// before is the number of facts of the documents before this one.
func (d *document) before() int { return d.index * d.PerDocument }

// room is the number of facts for which there is still place.
func (d *document) room() int {
	room := d.size - d.count - len(d.quotes)
	if d.obliged() {
		room--
	}
	return room
}

// obliged says that the document must still carry what its kind owes.
func (d *document) obliged() bool { return d.kind == "primaryFiling" && !d.headed }

func (d *document) headCount() {
	d.headed = true
	d.quantity(quantity{concept: "headCount", n: whole(d.between(20, 900))})
}

// err plants the k-th error of the corpus. The kinds of errors take turns; where
// one has no place in this document, the next one is tried.
func (d *document) err(k int) {
	all := flaws
	if d.Broken {
		all = flawsAndBroken
	}
	for i := range all {
		f := &all[(k+i)%len(all)]
		if f.block.facts > d.room() || f.once && d.once[f.key()] {
			continue
		}
		if f.block.make(d, f.name) {
			d.once[f.key()] = true
			return
		}
	}
}

func (d *document) choose() *block {
	n := d.below(allWeights)
	for _, b := range blocks {
		if n -= b.weight; n < 0 {
			return b
		}
	}
	return blocks[0]
}

// inTurn orders flaws so that each family comes once before any comes twice.
func inTurn(all []flaw, broken bool) []flaw {
	var families []string
	by := map[string][]flaw{}
	for _, f := range all {
		if f.broken && !broken {
			continue
		}
		if broken && f.rule == "register/unused" {
			continue // nobody looks for it where facts were left out
		}
		family, _, _ := strings.Cut(f.rule, "/")
		if by[family] == nil {
			families = append(families, family)
		}
		by[family] = append(by[family], f)
	}
	var turns []flaw
	for more := true; more; {
		more = false
		for _, family := range families {
			if left := by[family]; len(left) > 0 {
				turns, by[family], more = append(turns, left[0]), left[1:], true
			}
		}
	}
	return turns
}
