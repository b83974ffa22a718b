package checker

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"github.com/tieout/tieout/checker/internal/anchor"
	"github.com/tieout/tieout/checker/internal/baseline"
	"github.com/tieout/tieout/checker/internal/cache"
	"github.com/tieout/tieout/checker/internal/evaluate"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/lock"
	"github.com/tieout/tieout/checker/internal/policy"
	"github.com/tieout/tieout/checker/internal/sourcetext"
	"github.com/tieout/tieout/checker/internal/spill"
)

// inspection is a run over a set of fact files. The facts of a source make up a
// part of it. A part goes through all steps on its own, and what is left of it
// then is a yield; unless somebody asks for the facts themselves, they are let
// go.
type inspection struct {
	*material
	opts  Options
	cache *cache.Cache
	// base is the digest of what all yields rest on.
	base cache.Key
	keys []cache.Key
	// sound tells of the parts, by the yields that there were when it was noted,
	// whose entries are known to have the right form.
	sound  []bool
	engine *evaluate.Engine
	parts  []part
	yields []*husk
	// bySource tells the part of each source.
	bySource map[string]int
	// texts are the source texts, once they are opened.
	texts *sourcetext.Texts
	// spans are the groups with figures in several parts, with these, for each
	// grouping.
	spans []map[uint64][]int32
	// asked says that the caller wants the checks that held.
	asked bool
	// added says that the cache has got something.
	added atomic.Bool
	// shelf has what is packed of the parts once held, the bytes of what is packed
	// in memory, is enough; made counts the findings of parts that are not packed.
	shelf      spill.File
	held, made atomic.Int64
}

// material is what the first look at the facts gives: their frame, the policies,
// and where the facts stand.
type material struct {
	files *load.Files
	set   *policy.Set
	frame *fact.Frame
	// recorded is the lock file of anchors; nil when there is none.
	recorded *lock.Lock
	framing
}

// part is the files that hold the facts of some sources, all of them.
type part struct {
	files   []int
	sources []string
	// documents are those of files that were read with the registries.
	documents []load.Document
	// corpus is what was built, while it is kept; linking says that its references
	// are being resolved.
	corpus  *built
	linking bool
	// rests are the parts that its references lead to.
	rests []int
}

// run is the pipeline. base is nil when there is nothing to compare with.
func run(ctx context.Context, opts Options, base *baseline.Base) (*inspection, *Report, error) {
	in, err := inspect(ctx, opts, base != nil)
	defer in.tidy()
	if err != nil {
		return nil, nil, err
	}
	report, err := in.report(ctx, base)
	return in, report, err
}

// inspect takes all parts through the steps up to their findings.
func inspect(ctx context.Context, opts Options, audit bool) (*inspection, error) {
	in, err := survey(ctx, opts, false)
	if err == nil {
		err = in.inspect(ctx, audit)
	}
	if errors.Is(err, load.ErrMisjudged) {
		in.tidy()
		if in, err = survey(ctx, opts, true); err == nil {
			err = in.inspect(ctx, audit)
		}
	}
	return in, err
}

func survey(ctx context.Context, opts Options, exact bool) (*inspection, error) {
	m, parts, err := read(ctx, opts, exact)
	if err != nil {
		return nil, err
	}
	in := &inspection{material: m, opts: opts, parts: parts, bySource: map[string]int{}, yields: make([]*husk, len(parts))}
	for i, p := range parts {
		for _, source := range p.sources {
			in.bySource[source] = i
		}
	}
	in.watch(ctx)
	return in, nil
}

func (in *inspection) inspect(ctx context.Context, audit bool) error {
	in.asked = in.opts.Audit
	in.opts.Audit = in.opts.Audit || audit
	in.cache, in.base = in.store()
	in.engine = evaluate.NewEngine(in.set, in.frame.Registry, evaluate.Options{
		Audit: in.opts.Audit, Workers: in.opts.Workers,
		Limits: evaluate.Limits{Time: in.opts.PolicyTime, Heap: in.opts.PolicyHeap},
	})
	if err := in.strays(ctx); err != nil {
		return err
	}
	if err := in.recall(ctx); err != nil {
		return err
	}
	in.noteSound()
	if err := in.prepare(ctx); err != nil {
		return err
	}
	texts, err := in.openTexts(ctx)
	if err != nil {
		return fmt.Errorf("open source texts: %w", err)
	}
	in.texts = texts
	return in.each(ctx, in.evaluate)
}

// prepare builds what is kept and compiles what that needs, or else all rules.
func (in *inspection) prepare(ctx context.Context) error {
	switch {
	case in.keeps():
		return in.buildAll(ctx)
	case slices.Contains(in.yields, nil):
		return in.engine.Prepare(ctx)
	}
	return nil
}

// keeps tells whether what is built of the parts is kept: there is little of it,
// or somebody asks for it.
func (in *inspection) keeps() bool { return in.files.Kept() && !in.opts.frugal || in.opts.whole() }

// whole tells whether a run needs all facts at once.
func (o Options) whole() bool {
	return o.Base != nil || o.unread || o.retain || o.Sources != "" || o.Record != nil
}

// each calls do for every part, by a pool of workers.
func (in *inspection) each(ctx context.Context, do func(ctx context.Context, i int) error) error {
	g, inner := errgroup.WithContext(ctx)
	g.SetLimit(in.opts.Workers)
	for i := range in.parts {
		if inner.Err() != nil {
			break
		}
		g.Go(func() error { return do(inner, i) })
	}
	if err := g.Wait(); err != nil {
		return err
	}
	return ctx.Err()
}

// openTexts looks for the source texts, if they are asked for.
func (in *inspection) openTexts(ctx context.Context) (*sourcetext.Texts, error) {
	corpus := &fact.Corpus{Registry: in.frame.Registry}
	if in.opts.Sources != "" {
		corpus = in.corpus()
	}
	return anchor.Open(ctx, corpus, in.opts.Sources)
}

// corpus joins the parts, which have to be kept.
func (in *inspection) corpus() *fact.Corpus {
	var all []*fact.Corpus
	for i := range in.parts {
		all = append(all, in.parts[i].corpus.Corpus)
	}
	return in.frame.Join(all...)
}

// split groups files by the sources that they have facts of.
func split(files *load.Files, read map[int][]load.Document) []part {
	var parts []part
	of := map[string]int{}
	for i := range files.List {
		f := &files.List[i]
		docs, known := read[i]
		docs = slices.DeleteFunc(slices.Clone(docs), func(d load.Document) bool { return d.Kind != load.Facts })
		if known && len(docs) == 0 || !known && !f.Has(load.Facts) {
			continue
		}
		p := part{sources: f.Sources, documents: docs}
		if !known {
			p.files = []int{i}
		}
		parts = join(parts, p, of)
	}
	parts = slices.DeleteFunc(parts, func(p part) bool { return len(p.files)+len(p.documents) == 0 })
	for i := range parts {
		slices.Sort(parts[i].files)
		slices.SortStableFunc(parts[i].documents, func(a, b load.Document) int { return strings.Compare(a.File, b.File) })
	}
	return parts
}

// join adds a part, together with those that share a source with it.
func join(parts []part, p part, of map[string]int) []part {
	at := len(parts)
	for _, source := range p.sources {
		if i, ok := of[source]; ok {
			at = min(at, i)
		}
	}
	if at == len(parts) {
		parts = append(parts, part{})
	}
	for _, source := range p.sources {
		if i, ok := of[source]; ok && i != at {
			merge(&parts[at], &parts[i])
			for _, s := range parts[at].sources {
				of[s] = at
			}
		}
		of[source] = at
	}
	merge(&parts[at], &p)
	return parts
}

// merge moves what one part has to another.
func merge(to, from *part) {
	to.files = append(to.files, from.files...)
	to.documents = append(to.documents, from.documents...)
	for _, s := range from.sources {
		if !slices.Contains(to.sources, s) {
			to.sources = append(to.sources, s)
		}
	}
	from.files, from.documents, from.sources = nil, nil, nil
}
