package checker

import (
	"maps"
	"slices"

	"github.com/tieout/tieout/checker/internal/cache"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/validate"
)

// validated holds the documents to their schemas. Of a file in which nothing
// was found the cache knows so, by its digest, and it is not validated again.
func validated(loaded *load.Result, opts Options) validate.Result {
	store := cache.Open(opts.Cache)
	if store == nil || program() == "" {
		return validate.Documents(loaded.Documents)
	}
	digests := map[string]string{}
	for _, in := range loaded.Inputs {
		digests[in.Path] = in.SHA256
	}
	var all validate.Result
	for docs := range inFiles(loaded.Documents) {
		file := docs[0].File
		key := cache.KeyOf("form", program(), string(docs[0].Kind), file, digests[file])
		if _, sound := store.Get(key); sound && digests[file] != "" {
			continue
		}
		r := validate.Documents(docs)
		if len(r.Findings) == 0 && len(r.Invalid) == 0 && r.Excluded == 0 && digests[file] != "" {
			store.Put(key, nil)
		}
		all.Findings = append(all.Findings, r.Findings...)
		all.Excluded += r.Excluded
		if all.Invalid == nil {
			all.Invalid = r.Invalid
		} else {
			maps.Copy(all.Invalid, r.Invalid)
		}
	}
	return all
}

// inFiles gives the documents file by file, in their order.
func inFiles(docs []load.Document) func(yield func([]load.Document) bool) {
	return func(yield func([]load.Document) bool) {
		for len(docs) > 0 {
			n := slices.IndexFunc(docs, func(d load.Document) bool { return d.File != docs[0].File })
			if n < 0 {
				n = len(docs)
			}
			if !yield(docs[:n]) {
				return
			}
			docs = docs[n:]
		}
	}
}
