package checker

import (
	"context"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/load"
)

// How far references are followed out of a part whose neighbours are not kept:
// the facts that they lead to are read, and of what these refer to it is told
// whether it exists.
const (
	shallow = iota
	deep
)

func byFile(a, b load.Document) int { return strings.Compare(a.File, b.File) }

// abroad gives the facts with the ids, which stand in other parts, and the parts
// that it rests on. It is nil when there are none.
func (in *inspection) abroad(ctx context.Context, ids []string, depth int) (*fact.Corpus, []int, error) {
	var found []*fact.Corpus
	var rests []int
	for i, wanted := range in.whose(ids) {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		b, err := in.build(i)
		if err != nil {
			return nil, nil, err
		}
		some := in.frame.Pick(b.Corpus, wanted)
		rests = append(rests, i)
		if depth > shallow {
			ids := slices.DeleteFunc(some.Outgoing(), func(id string) bool { return in.partOf(id) == i })
			next, further, err := in.abroad(ctx, ids, depth-1)
			if err != nil {
				return nil, nil, err
			}
			rests = append(rests, further...)
			b.Link(next)
		}
		some.Release()
		found = append(found, some)
	}
	if len(found) == 0 {
		return nil, nil, nil
	}
	slices.Sort(rests)
	return in.frame.Join(found...), slices.Compact(rests), nil
}

// whose sorts ids by the parts that they stand in, if there are such parts.
func (in *inspection) whose(ids []string) map[int][]string {
	byPart := map[int][]string{}
	for _, id := range ids {
		if i := in.partOf(id); i >= 0 {
			byPart[i] = append(byPart[i], id)
		}
	}
	return byPart
}

// partOf gives the part that an id stands in, or -1.
func (in *inspection) partOf(id string) int {
	source, _, _ := strings.Cut(id, "/")
	if i, ok := in.bySource[source]; ok {
		return i
	}
	return -1
}

// link resolves the references of a part that is kept, after those of the parts
// that they lead to.
func (in *inspection) link(i int) error {
	p := &in.parts[i]
	if p.linking {
		return nil
	}
	p.linking = true
	var found []*fact.Corpus
	for j, ids := range in.whose(p.corpus.Abroad()) {
		var err error
		if in.parts[j].corpus == nil {
			if in.parts[j].corpus, err = in.build(j); err != nil {
				return err
			}
		}
		if err := in.link(j); err != nil {
			return err
		}
		found = append(found, in.frame.Pick(in.parts[j].corpus.Corpus, ids))
		p.rests = append(p.rests, j)
	}
	if len(found) == 0 {
		p.corpus.Link(nil)
		return nil
	}
	p.corpus.Link(in.frame.Join(found...))
	return nil
}

// rests lists the parts that a part which is kept leans on, directly or not.
func (in *inspection) rests(i int) []int {
	seen := map[int]bool{i: true}
	var list []int
	var walk func(i int)
	walk = func(i int) {
		for _, j := range in.parts[i].rests {
			if !seen[j] {
				seen[j] = true
				list = append(list, j)
				walk(j)
			}
		}
	}
	walk(i)
	slices.Sort(list)
	return list
}

// strays has the frame know of entries whose source nobody knows: they may have
// been meant for any.
func (in *inspection) strays(ctx context.Context) error {
	for i := range in.parts {
		if !slices.ContainsFunc(in.parts[i].sources, in.unknown) {
			continue
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		b, err := in.build(i)
		if err != nil {
			return err
		}
		in.frame.TakeStrays(b.Corpus)
	}
	return nil
}

func (in *inspection) unknown(source string) bool { return in.frame.Registry.Sources[source] == nil }
