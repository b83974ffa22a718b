package checker

import (
	"cmp"
	"context"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/evaluate"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/settle"
)

// packed writes hashes in a text, eight bytes each.
func packed(hashes ...uint64) string {
	data := make([]byte, 0, 8*len(hashes))
	for _, h := range hashes {
		data = binary.BigEndian.AppendUint64(data, h)
	}
	return string(data)
}

// hashes reads what packed wrote.
func hashes(text string) []uint64 {
	all := make([]uint64, len(text)/8)
	for i := range all {
		all[i] = binary.BigEndian.Uint64([]byte(text[8*i:]))
	}
	return all
}

// holder is a part that has figures of a group.
type holder struct {
	hash uint64
	part int32
}

// spanning finds the groups of a grouping that have figures in several parts:
// their hashes, with the parts of each.
func (in *inspection) spanning(grouping int) map[uint64][]int32 {
	all := in.holders(grouping)
	found := map[uint64][]int32{}
	for len(all) > 0 {
		end := slices.IndexFunc(all, func(h holder) bool { return h.hash != all[0].hash })
		if end < 0 {
			end = len(all)
		}
		if all[0].part != all[end-1].part {
			for _, h := range all[:end] {
				if parts := found[h.hash]; len(parts) == 0 || parts[len(parts)-1] != h.part {
					found[h.hash] = append(parts, h.part)
				}
			}
		}
		all = all[end:]
	}
	return found
}

// holders lists the figures of all parts that take part in a grouping, those of
// one group together, and by part.
func (in *inspection) holders(grouping int) []holder {
	n := 0
	for _, y := range in.yields {
		if grouping < len(y.Keys) {
			n += len(y.Keys[grouping]) / 8
		}
	}
	all := make([]holder, 0, n)
	for i, y := range in.yields {
		if grouping >= len(y.Keys) {
			continue
		}
		for _, h := range hashes(y.Keys[grouping]) {
			if h != 0 {
				all = append(all, holder{h, int32(i)})
			}
		}
	}
	slices.SortFunc(all, func(a, b holder) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.part, b.part)) })
	return all
}

// groups finds the groups of figures that have members in several parts, and
// judges these: what comes of it is held like what is left of parts. The other
// groups stand as their parts have judged them.
func (in *inspection) groups(ctx context.Context) ([]*husk, error) {
	in.noteSound()
	spans := make([]map[uint64][]int32, in.engine.Groupings())
	total := 0
	for grouping := range spans {
		spans[grouping] = in.spanning(grouping)
		total += len(spans[grouping])
	}
	in.spans = spans
	if total == 0 {
		return nil, nil
	}
	return in.across(ctx, spans)
}

// across judges the groups that have members in several parts: those that an
// earlier run has met with the same parts as it did, the others anew.
func (in *inspection) across(ctx context.Context, spans []map[uint64][]int32) ([]*husk, error) {
	known := in.recallGroups(spans)
	lacking := make(evaluate.Spanning, len(spans))
	var found []groupYield
	left := 0
	for grouping, span := range spans {
		lacking[grouping] = map[uint64]bool{}
		for h := range span {
			if list, ok := known[groupID{grouping, h}]; ok {
				found = append(found, groupYield{grouping, packed(h), list})
				continue
			}
			lacking[grouping][h] = true
			left++
		}
	}
	var batches []*husk
	for some := range slices.Chunk(found, evaluate.GroupsAtOnce) {
		var err error
		if batches, err = in.batch(batches, some); err != nil {
			return nil, err
		}
	}
	if left == 0 {
		return batches, nil
	}
	members, err := in.members(ctx, lacking)
	if err != nil {
		return nil, err
	}
	if err := in.engine.Groups(ctx, len(in.parts), members, lacking, func(results []evaluate.GroupResult) (err error) {
		found := make([]groupYield, len(results))
		for i, g := range results {
			found[i] = groupYield{g.Grouping, packed(g.Hash), settle.Judge(members, g.Outcomes)}
		}
		batches, err = in.batch(batches, found)
		return err
	}); err != nil {
		return nil, fmt.Errorf("evaluate policies: %w", err)
	}
	return batches, in.keepGroups(spans, batches)
}

// batch adds what was found of groups, if anything was.
func (in *inspection) batch(batches []*husk, found []groupYield) ([]*husk, error) {
	if len(found) == 0 {
		return batches, nil
	}
	h, err := in.husk(&yield{Groups: found})
	if err != nil {
		return nil, err
	}
	return append(batches, h), in.shelve(h)
}

// members makes a corpus of the figures of groups.
func (in *inspection) members(ctx context.Context, of evaluate.Spanning) (*fact.Corpus, error) {
	picked := make([]*fact.Corpus, len(in.parts))
	err := in.each(ctx, func(_ context.Context, i int) error {
		ids := in.yields[i].members(of)
		if len(ids) == 0 {
			return nil
		}
		b, err := in.build(i, ids...)
		if err != nil {
			return err
		}
		if in.parts[i].corpus == nil {
			b.Link(nil)
		}
		picked[i] = in.frame.Pick(b.Corpus, ids)
		if in.parts[i].corpus == nil {
			picked[i].Release()
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return in.frame.Join(slices.DeleteFunc(picked, func(c *fact.Corpus) bool { return c == nil })...), nil
}

// members lists the figures of a part that belong to groups.
func (h *husk) members(of evaluate.Spanning) []string {
	var ids []string
	keys := make([][]uint64, len(h.Keys))
	for grouping := range keys {
		keys[grouping] = hashes(h.Keys[grouping])
	}
	i := 0
	for id := range strings.SplitSeq(h.IDs, "\n") {
		for grouping := range keys {
			if i < len(keys[grouping]) && of[grouping][keys[grouping][i]] {
				ids = append(ids, id)
				break
			}
		}
		i++
	}
	return ids
}
