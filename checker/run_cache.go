package checker

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/tieout/tieout/checker/internal/cache"
	"github.com/tieout/tieout/checker/internal/settle"
	"github.com/tieout/tieout/schemas"
)

// store gives the cache of yields, and the digest of what all of them rest on:
// the program, the policies and schemas as they are set to run, and the frame.
func (in *inspection) store() (*cache.Cache, cache.Key) {
	store := cache.Open(in.opts.Cache)
	if store == nil || program() == "" {
		return nil, cache.Key{}
	}
	parts := []string{
		"part", program(), in.set.Digest, schemas.Digest(), fmt.Sprint(in.opts.Audit, in.opts.PoliciesOnly, in.opts.unread, in.opts.PolicyTime, in.opts.PolicyHeap, in.incomplete),
	}
	for _, r := range in.set.Rules {
		parts = append(parts, r.ID, fmt.Sprint(r.Wording.Severity, r.Cases, r.Parameters))
	}
	for i := range in.files.List {
		if f := &in.files.List[i]; !in.ofPart(i) || in.astray(i) {
			parts = append(parts, f.Name, f.SHA256)
		}
	}
	// A reference to a source without facts holds once it has some.
	parts = append(append(parts, ""), slices.Sorted(maps.Keys(in.bySource))...)
	return store, cache.KeyOf(parts...)
}

// ofPart tells whether a file holds the facts of a part, and nothing else.
func (in *inspection) ofPart(file int) bool {
	sources := in.files.List[file].Sources
	if len(sources) == 0 {
		return false
	}
	i, ok := in.bySource[sources[0]]
	return ok && slices.Contains(in.parts[i].files, file)
}

// astray tells whether a file, which is of a part, may hold entries that were
// meant for any source.
func (in *inspection) astray(file int) bool {
	p := &in.parts[in.bySource[in.files.List[file].Sources[0]]]
	return slices.ContainsFunc(p.sources, in.unknown)
}

// key is the digest of what the yield of a part rests on, as far as it is its
// own: its files, and what was recorded of its facts.
func (in *inspection) key(i int) cache.Key {
	parts := []string{string(in.base[:])}
	for _, d := range in.parts[i].documents {
		parts = append(parts, d.File, fmt.Sprint(d.Index)) // base knows what is in it
	}
	for _, file := range in.parts[i].files {
		parts = append(parts, in.files.List[file].Name, in.files.List[file].SHA256)
	}
	for _, source := range in.parts[i].sources {
		for _, id := range in.recorded.Facts()[source] {
			e, _ := in.recorded.Entry(id)
			parts = append(parts, e.Fact, e.Source, e.Digest)
		}
	}
	return cache.KeyOf(parts...)
}

// within is the key of a yield that also rests on other parts.
func (in *inspection) within(own cache.Key, rests []int) cache.Key {
	parts := []string{string(own[:])}
	for _, j := range rests {
		parts = append(parts, string(in.keys[j][:]))
	}
	return cache.KeyOf(parts...)
}

// entry is what the cache holds of a part: its husk, or, of one that leans on
// other parts, their sources; the husk lies then by the digest of all of them.
type entry struct {
	Sources []string
	Husk    *kept
}

// kept is a husk, as the cache holds it.
type kept struct {
	IDs    string
	Keys   []string
	Sound  bool
	Made   int
	Packed string
}

func (k *kept) husk() *husk {
	return &husk{IDs: k.IDs, Keys: k.Keys, Sound: k.Sound, Made: k.Made, Packed: k.Packed}
}

// recall takes in the yields that earlier runs have kept.
func (in *inspection) recall(ctx context.Context) error {
	if in.cache == nil {
		return nil
	}
	in.keys = make([]cache.Key, len(in.parts))
	for i := range in.parts {
		in.keys[i] = in.key(i)
	}
	return in.each(ctx, func(_ context.Context, i int) error {
		found, ok := in.entry(in.keys[i])
		if ok && found.Husk == nil {
			found, ok = in.entry(in.within(in.keys[i], in.partsOf(found.Sources)))
		}
		if !ok || found.Husk == nil {
			return nil
		}
		in.yields[i] = found.Husk.husk()
		return in.shelve(in.yields[i])
	})
}

func (in *inspection) entry(key cache.Key) (found entry, ok bool) {
	data, ok := in.cache.Get(key)
	return found, ok && cache.Decode(data, &found) == nil
}

// partsOf lists the parts of sources, each once.
func (in *inspection) partsOf(sources []string) []int {
	var parts []int
	for _, source := range sources {
		if i, ok := in.bySource[source]; ok {
			parts = append(parts, i)
		}
	}
	slices.Sort(parts)
	return slices.Compact(parts)
}

// keep keeps the yield of a part, unless a rule could not be used, which may rest
// on the machine, or source texts were looked into.
func (in *inspection) keep(i int, rests []int) {
	if in.cache == nil || in.opts.Sources != "" || in.engine.Failed() {
		return
	}
	h := in.yields[i]
	e := entry{Husk: &kept{h.IDs, h.Keys, h.Sound, h.Made, h.Packed}}
	if len(rests) > 0 {
		in.put(in.within(in.keys[i], rests), e)
		e = entry{}
		for _, j := range rests {
			e.Sources = append(e.Sources, in.parts[j].sources...)
		}
	}
	in.put(in.keys[i], e)
	in.added.Store(true)
}

func (in *inspection) put(key cache.Key, value any) {
	if data, err := cache.Encode(value); err == nil {
		in.cache.Put(key, data)
	}
}

// trim bounds the cache, if the run has added to it.
func (in *inspection) trim() {
	if in.cache != nil && in.added.Load() {
		in.cache.Trim()
	}
}

// groupID names a group by its grouping and the hash of its key.
type groupID struct {
	grouping int
	hash     uint64
}

// spanned is what the rules came to over a group with members in several parts.
// Rests is the digest of these.
type spanned struct {
	Grouping    int
	Hash, Rests string
	Judged      []settle.Judgement
}

// spanning is the entry of the cache that holds the groups of a corpus.
func (in *inspection) spanningKey() cache.Key { return cache.KeyOf("groups", string(in.base[:])) }

// restsOf is the digest of the parts that hold members of a group.
func (in *inspection) restsOf(parts []int32) string {
	keys := make([]string, len(parts))
	for i, part := range parts {
		keys[i] = string(in.keys[part][:])
	}
	key := cache.KeyOf(keys...)
	return string(key[:])
}

// recallGroups gives what an earlier run has kept of the groups, where their
// members are as they were.
func (in *inspection) recallGroups(spans []map[uint64][]int32) map[groupID][]settle.Judgement {
	known := map[groupID][]settle.Judgement{}
	if in.cache == nil {
		return known
	}
	var list []spanned
	if data, ok := in.cache.Get(in.spanningKey()); !ok || cache.Decode(data, &list) != nil {
		return known
	}
	for _, s := range list {
		hash := hashes(s.Hash)
		if s.Grouping >= len(spans) || len(hash) != 1 {
			continue
		}
		if parts := spans[s.Grouping][hash[0]]; parts != nil && in.restsOf(parts) == s.Rests {
			known[groupID{s.Grouping, hash[0]}] = s.Judged
		}
	}
	return known
}

// keepGroups keeps what is known of the groups, unless it is too much to be held
// at once.
func (in *inspection) keepGroups(spans []map[uint64][]int32, batches []*husk) error {
	if in.cache == nil || in.opts.Sources != "" || in.engine.Failed() || in.long(batches) {
		return nil
	}
	known := map[groupID][]settle.Judgement{}
	for _, h := range batches {
		y, err := h.open()
		if err != nil {
			return err
		}
		for _, g := range y.Groups {
			id := groupID{g.Grouping, hashes(g.Hash)[0]}
			known[id] = append(known[id], g.Judged...)
		}
	}
	var list []spanned
	for grouping, span := range spans {
		for _, hash := range slices.Sorted(maps.Keys(span)) {
			list = append(list, spanned{grouping, packed(hash), in.restsOf(span[hash]), known[groupID{grouping, hash}]})
		}
	}
	in.put(in.spanningKey(), list)
	return nil
}
