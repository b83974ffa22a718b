package checker

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/cache"
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
		"part", program(), in.set.Digest, schemas.Digest(), fmt.Sprint(in.opts.Audit, in.opts.unread, in.opts.PolicyTime, in.opts.PolicyHeap, in.incomplete),
	}
	for _, r := range in.set.Rules {
		parts = append(parts, r.ID, fmt.Sprint(r.Wording.Severity, r.Cases, r.Parameters))
	}
	for i := range in.files.List {
		if f := &in.files.List[i]; !in.ofPart(i) {
			parts = append(parts, f.Name, f.SHA256)
		}
	}
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

// key is the digest of what the yield of a part rests on, as far as it is its
// own: its files, and what was recorded of its facts.
func (in *inspection) key(i int) cache.Key {
	parts := []string{string(in.base[:])}
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
		key := in.key(j)
		parts = append(parts, string(key[:]))
	}
	return cache.KeyOf(parts...)
}

// recall takes in the yields that earlier runs have kept. Of a part there is
// first a note of the sources that it leans on.
func (in *inspection) recall() {
	if in.cache == nil {
		return
	}
	for i := range in.parts {
		if len(in.parts[i].documents) > 0 {
			continue // its files are the frame's, too
		}
		own := in.key(i)
		data, ok := in.cache.Get(own)
		if !ok {
			continue
		}
		var rests []int
		for source := range strings.FieldsSeq(string(data)) {
			if j, ok := in.bySource[source]; ok {
				rests = append(rests, j)
			}
		}
		slices.Sort(rests)
		data, ok = in.cache.Get(in.within(own, slices.Compact(rests)))
		var y yield
		if ok && cache.Decode(data, &y) == nil {
			in.yields[i] = &y
		}
	}
}

// keep keeps the yield of a part, unless a rule could not be used, which may rest
// on the machine, or source texts were looked into.
func (in *inspection) keep(i int, rests []int, y *yield) {
	if in.cache == nil || in.opts.Sources != "" || len(in.engine.Problems()) > 0 || len(in.parts[i].documents) > 0 {
		return
	}
	var sources []string
	for _, j := range rests {
		sources = append(sources, in.parts[j].sources...)
	}
	data, err := cache.Encode(*y)
	if err != nil {
		return
	}
	own := in.key(i)
	in.cache.Put(in.within(own, rests), data)
	in.cache.Put(own, []byte(strings.Join(sources, " ")))
	in.kept.Store(true)
}

// trim bounds the cache, if the run has added to it.
func (in *inspection) trim() {
	if in.cache != nil && in.kept.Load() {
		in.cache.Trim()
	}
}
