package checker

import (
	"fmt"
	"slices"

	"github.com/tieout/tieout/checker/internal/cache"
	"github.com/tieout/tieout/checker/internal/settle"
)

// maxShort is the number of findings and passes up to which a report is held in
// memory, if its reader allows for another.
const maxShort = 20_000

// perFinding is about what one of them takes, packed: what is packed of the
// parts is held in memory up to as much as maxShort of them take.
const perFinding = 2 << 10

// few is the bound on what is held in memory.
func (o Options) few() int {
	if o.short > 0 {
		return o.short
	}
	return maxShort
}

// streams tells whether findings may be held out of memory. Where all facts are
// in memory, so are they.
func (o Options) streams() bool { return o.Stream && !o.whole() }

// shelve moves what is left of a part, or of groups, out of memory if there is
// much already. What the cache is to have of it, it must have by then.
func (in *inspection) shelve(h *husk) error {
	if !in.opts.streams() {
		if h.yield != nil {
			h.Packed = ""
		}
		return nil
	}
	if h.yield != nil {
		if in.made.Add(int64(h.Made)) <= int64(in.opts.few()) {
			h.Packed = ""
			return nil
		}
		h.yield = nil
	}
	n := int64(len(h.Packed))
	if in.held.Add(n) <= int64(in.opts.few())*perFinding {
		return nil
	}
	in.held.Add(-n)
	at, err := in.shelf.Put([]byte(h.Packed))
	if err != nil {
		return fmt.Errorf("put a part aside: %w", err)
	}
	h.Packed, h.shelf, h.at = "", &in.shelf, at
	return nil
}

// packed gives what is packed of a yield.
func (h *husk) packed() ([]byte, error) {
	if h.shelf != nil {
		return h.shelf.Get(h.at)
	}
	return []byte(h.Packed), nil
}

// tidy lets go of the parts that were put aside.
func (in *inspection) tidy() {
	if in != nil {
		_ = in.shelf.Close() // nobody reads it any more
	}
}

// judgements are what the rules came to, over facts, documents and groups.
func (y *yield) judgements() []settle.Judgement {
	all := slices.Clone(y.Judged)
	for i := range y.Groups {
		all = append(all, y.Groups[i].Judged...)
	}
	return all
}

// findings counts the findings and passes.
func (y *yield) findings() int {
	n := len(y.Form) + len(y.Anchors.Findings)
	for _, j := range y.judgements() {
		n += len(j.Findings) + len(j.Passes)
	}
	return n
}

// hoarder puts findings and passes into a hoard, and leaves their counts; nil for
// a run that has room for them.
type hoarder struct {
	*settle.Hoard
	// ran are the rules that could be used over all facts.
	ran map[string]bool
}

// long tells whether there are too many findings and passes for memory.
func (in *inspection) long(lists ...[]*husk) bool {
	n := 0
	for _, list := range lists {
		for _, h := range list {
			n += h.Made
		}
	}
	return in.opts.streams() && n > in.opts.few()
}

// hoarder gives nil unless there are too many findings and passes for memory.
func (in *inspection) hoarder(grouped []*husk) *hoarder {
	if !in.long(in.yields, grouped) {
		return nil
	}
	h := &hoarder{Hoard: settle.NewHoard(in.opts.Paths), ran: map[string]bool{}}
	for _, r := range in.set.Rules {
		h.ran[r.ID] = !in.engine.Refused(r)
	}
	return h
}

// judged takes the findings and passes out of judgements.
func (h *hoarder) judged(list []settle.Judgement) ([]settle.Judgement, error) {
	if h == nil {
		return list, nil
	}
	counts := make([]settle.Judgement, 0, len(list))
	for _, j := range list {
		if !h.ran[j.Rule] {
			continue
		}
		j, err := h.Judged(j)
		if err != nil {
			return nil, err
		}
		counts = append(counts, j)
	}
	return counts, nil
}

// form takes findings on form.
func (h *hoarder) form(list []Finding) ([]Finding, error) {
	if h == nil {
		return list, nil
	}
	return nil, h.Add(list...)
}

// relieve takes everything out of what is left of a part, or of groups, and lets
// go of it.
func (h *hoarder) relieve(of *husk, y *yield) (*yield, error) {
	if h == nil {
		return y, nil
	}
	less := *y
	*of = husk{}
	var err error
	if less.Form, err = h.form(y.Form); err != nil {
		return nil, err
	}
	if less.Anchors.Findings, err = h.form(y.Anchors.Findings); err != nil {
		return nil, err
	}
	if less.Judged, err = h.judged(y.Judged); err != nil {
		return nil, err
	}
	less.Groups = nil
	for _, g := range y.Groups {
		if g.Judged, err = h.judged(g.Judged); err != nil {
			return nil, err
		}
		less.Groups = append(less.Groups, g)
	}
	return less.detached()
}

// detached gives a copy that shares no text with what it was read from, of which
// a single word would hold all.
func (y *yield) detached() (*yield, error) {
	data, err := cache.Encode(*y)
	if err != nil {
		return nil, fmt.Errorf("join the parts: %w", err)
	}
	own := &yield{}
	if err := cache.Decode(data, own); err != nil {
		return nil, fmt.Errorf("join the parts: %w", err)
	}
	return own, nil
}

// settled makes the report.
func (h *hoarder) settled(input settle.Input) (*Report, error) {
	if h == nil {
		return settle.Run(input), nil
	}
	report, err := settle.Long(input, h.Hoard)
	if err != nil {
		return nil, fmt.Errorf("sort the findings: %w", err)
	}
	return report, nil
}

// drop lets go of what a run that failed has put aside.
func (h *hoarder) drop() {
	if h != nil {
		_ = h.Close() // it is of no use
	}
}
