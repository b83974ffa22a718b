package checker

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/anchor"
	"github.com/tieout/tieout/checker/internal/annotate"
	"github.com/tieout/tieout/checker/internal/cache"
	"github.com/tieout/tieout/checker/internal/evaluate"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/progress"
	"github.com/tieout/tieout/checker/internal/settle"
	"github.com/tieout/tieout/checker/internal/spill"
	"github.com/tieout/tieout/checker/internal/validate"
)

// yield is what is left of a part when its facts are let go: all that the report
// needs.
type yield struct {
	Facts settle.Tally
	Uses  fact.Uses
	// Form holds the findings on the form of the files and facts; Undefined those
	// of which a run makes one.
	Form      []Finding
	Undefined map[string]Finding
	Notices   []finding.Notice
	// Excluded counts the facts that were left out. Broken says that a file could
	// not be read.
	Excluded   int
	Broken     bool
	Anchors    anchor.Result
	Judged     []settle.Judgement
	Groups     []groupYield
	References []finding.ReferenceMap
}

// husk is a yield as it is held until the report is made, and kept for later
// runs: in the form of the cache. IDs are the figures that are compared, a line
// each, Keys those of their groups, for each grouping, eight bytes each. Sound
// says that the files could be read, and that all entries have the right form.
// Made counts the findings and passes.
type husk struct {
	IDs    string
	Keys   []string
	Sound  bool
	Made   int
	Packed string

	// yield is what is packed, where there is room for it.
	yield *yield
	// anchors, if not nil, are those that were verified since.
	anchors *anchor.Result
	// shelf, if not nil, has what is packed, at a place.
	shelf *spill.File
	at    spill.Span
}

// open gives the yield.
func (h *husk) open() (*yield, error) {
	y := h.yield
	if y == nil {
		y = &yield{}
		data, err := h.packed()
		if err != nil {
			return nil, err
		}
		if err := cache.Decode(data, y); err != nil {
			return nil, fmt.Errorf("join the parts: %w", err)
		}
	}
	if h.anchors != nil {
		y.Anchors = *h.anchors
	}
	return y, nil
}

// groupYield is what the rules came to over the groups of one hash.
type groupYield struct {
	Grouping int
	Hash     string
	Judged   []settle.Judgement
}

// built is a part after its building.
type built struct {
	*fact.Corpus
	// form holds the findings on what was read. broken says that a file could not
	// be, sound that all entries have the right form.
	form          []Finding
	notices       []finding.Notice
	broken, sound bool
	// excluded counts the facts that validation left out.
	excluded int
}

// build reads and builds a part, or at least the facts that are named in only;
// or it gives what is kept of an earlier call. It does not resolve references.
func (in *inspection) build(i int, only ...string) (*built, error) {
	p := &in.parts[i]
	if p.corpus != nil {
		return p.corpus, nil
	}
	var wanted func(section, entry string) bool
	if len(only) > 0 {
		wanted = fact.Holds(only)
	}
	loaded, err := in.read(i, wanted)
	if err != nil {
		return nil, err
	}
	docs := append(slices.Clone(p.documents), loaded.Documents...)
	slices.SortStableFunc(docs, byFile)
	var valid validate.Result
	if !in.opts.PoliciesOnly && !in.isSound(i) {
		valid = validate.Documents(docs)
	}
	b := &built{broken: loaded.Incomplete(), excluded: valid.Excluded, notices: loaded.Notices}
	corpus, problems := in.frame.Part(docs, fact.Limits{Invalid: valid.Invalid, Unread: in.unread(p, loaded), Wanted: wanted})
	b.Corpus = corpus
	b.form = slices.Concat(loaded.Problems, valid.Findings, problems)
	b.sound = !b.broken && len(valid.Findings) == 0 && len(valid.Invalid) == 0 && valid.Excluded == 0
	return b, nil
}

// read reads the files of a part; of those that are known to be sound, only what
// is wanted, if that is told.
func (in *inspection) read(i int, wanted func(section, entry string) bool) (*load.Result, error) {
	files := in.parts[i].files
	if wanted != nil && in.isSound(i) {
		return in.files.ReadSome(files, wanted)
	}
	return in.files.Read(files)
}

// noteSound notes which parts are sound. Yields may be looked at as long as no
// part is being evaluated.
func (in *inspection) noteSound() {
	in.sound = make([]bool, len(in.yields))
	for i, y := range in.yields {
		in.sound[i] = y != nil && y.Sound
	}
}

func (in *inspection) isSound(i int) bool { return i < len(in.sound) && in.sound[i] }

// unread lists the sources of the files of a part that could not be read.
func (in *inspection) unread(p *part, loaded *load.Result) []string {
	var sources []string
	for _, i := range p.files {
		f := &in.files.List[i]
		if slices.ContainsFunc(loaded.Problems, func(p Finding) bool { return p.Location.File == f.Name }) {
			sources = append(sources, f.Sources...)
		}
	}
	return sources
}

// buildAll builds the parts that have to be evaluated, or that the whole is to be
// made of, and those that they lean on; it keeps them.
func (in *inspection) buildAll(ctx context.Context) error {
	all := in.opts.whole()
	if err := in.each(ctx, func(_ context.Context, i int) (err error) {
		if all || in.yields[i] == nil {
			in.parts[i].corpus, err = in.build(i)
		}
		return err
	}); err != nil {
		return err
	}
	var lacking []*fact.Corpus
	for i := range in.parts {
		if in.parts[i].corpus == nil {
			continue
		}
		if err := in.link(i); err != nil {
			return err
		}
		if in.yields[i] == nil {
			lacking = append(lacking, in.parts[i].corpus.Corpus)
		}
	}
	if len(lacking) == 0 {
		return nil
	}
	return in.engine.Prepare(ctx, lacking...)
}

// evaluate makes the yield of a part, unless it is there.
func (in *inspection) evaluate(ctx context.Context, i int) error {
	if h := in.yields[i]; h != nil {
		if in.texts.Searched() {
			anchors := in.verify(in.parts[i].corpus)
			h.anchors = &anchors
		}
		in.did(ctx, i, 0)
		return ctx.Err()
	}
	b, err := in.build(i)
	if err != nil {
		return err
	}
	var rests []int
	if in.parts[i].corpus == nil {
		abroad, from, err := in.abroad(ctx, b.Abroad(), deep)
		if err != nil {
			return err
		}
		b.Link(abroad)
		rests = from
	} else {
		rests = in.rests(i)
	}
	result, err := in.engine.Part(ctx, i, b.Corpus)
	if err != nil {
		return fmt.Errorf("evaluate policies: %w", err)
	}
	if in.yields[i], err = in.judge(b, result); err != nil {
		return err
	}
	in.keep(i, rests)
	in.did(ctx, i, b.Len())
	return in.shelve(in.yields[i])
}

// verify holds the facts of a part to what they quote.
func (in *inspection) verify(b *built) anchor.Result {
	if in.opts.PoliciesOnly {
		return anchor.Result{Sound: true}
	}
	return anchor.Verify(anchor.Input{Corpus: b.Corpus, Texts: in.texts, Lock: in.recorded})
}

// judge puts what is known of a part into words.
func (in *inspection) judge(b *built, result evaluate.Result) (*husk, error) {
	y := &yield{
		Facts: settle.Count(b.Corpus), Uses: b.Uses(), Form: b.form, Undefined: b.Undefined, Notices: b.notices,
		Excluded: b.excluded + b.Excluded, Broken: b.broken, Judged: settle.Judge(b.Corpus, result.Outcomes),
	}
	for _, g := range result.Groups {
		y.Groups = append(y.Groups, groupYield{g.Grouping, packed(g.Hash), settle.Judge(b.Corpus, g.Outcomes)})
	}
	if in.opts.Audit && !in.opts.unread {
		y.References = annotate.References(b.Corpus)
	}
	y.Anchors = in.verify(b)
	h, err := in.husk(y)
	if err != nil {
		return nil, err
	}
	h.Sound = b.sound
	h.IDs = strings.Join(result.Keys.IDs, "\n")
	for _, keys := range result.Keys.Hashes {
		h.Keys = append(h.Keys, packed(keys...))
	}
	return h, nil
}

// husk packs a yield.
func (in *inspection) husk(y *yield) (*husk, error) {
	data, err := cache.Encode(*y)
	if err != nil {
		return nil, fmt.Errorf("pack a part: %w", err)
	}
	h := &husk{Made: y.findings(), Packed: string(data)}
	if in.keeps() {
		h.yield = y
	}
	return h, nil
}

// facts builds all parts, and joins them without evaluating anything. It also
// counts the findings on their form.
func (in *inspection) facts(ctx context.Context) (*fact.Corpus, int, error) {
	if err := in.strays(ctx); err != nil {
		return nil, 0, err
	}
	unusable := len(in.form)
	for i := range in.parts {
		var err error
		if in.parts[i].corpus, err = in.build(i); err != nil {
			return nil, 0, err
		}
		unusable += len(in.parts[i].corpus.form) + len(in.parts[i].corpus.Undefined)
	}
	for i := range in.parts {
		if err := in.link(i); err != nil {
			return nil, 0, err
		}
	}
	corpus := in.corpus()
	return corpus, unusable + len(in.frame.Register(corpus.Uses(), unusable == 0)), nil
}

// watch tells whoever watches the run how much there is to do; the registries
// are read by now.
func (in *inspection) watch(ctx context.Context) {
	count, rest := progress.From(ctx), in.files.Bytes
	count.Expect(in.files.Bytes)
	for i := range in.parts {
		rest -= in.size(i)
	}
	count.Did(rest, 0)
}

// did tells that a part is done.
func (in *inspection) did(ctx context.Context, i, facts int) {
	progress.From(ctx).Did(in.size(i), int64(facts))
}

// size is that of the files of a part alone.
func (in *inspection) size(i int) (sum int64) {
	for _, file := range in.parts[i].files {
		sum += in.files.List[file].Size
	}
	return sum
}
