package checker

import (
	"context"
	"slices"
)

// Frugal has a run let the facts of each part go, as it does with large corpora.
func Frugal(o Options) Options {
	o.frugal = true
	return o
}

// Streaming has a run hold no more than so many findings and passes in memory.
func Streaming(o Options, short int) Options {
	o.Stream, o.short = true, short
	return o
}

// Anew tells the sources of the parts that a run has to judge, rather than
// recall, and then the number of groups that meet across parts, in all and those
// that it has to judge. It leaves its judgements of the parts in the cache, and
// none of groups.
func Anew(ctx context.Context, o Options) (sources []string, groups, judged int, err error) {
	o = o.withDefaults()
	in, err := survey(ctx, o, false)
	if err != nil {
		return nil, 0, 0, err
	}
	in.cache, in.base = in.store()
	if err := in.recall(ctx); err != nil {
		return nil, 0, 0, err
	}
	for i, p := range in.parts {
		if in.yields[i] == nil {
			sources = append(sources, p.sources...)
		}
	}
	if err := in.inspect(ctx, false); err != nil {
		return nil, 0, 0, err
	}
	spans := make([]map[uint64][]int32, in.engine.Groupings())
	for grouping := range spans {
		spans[grouping] = in.spanning(grouping)
		groups += len(spans[grouping])
	}
	slices.Sort(sources)
	return sources, groups, groups - len(in.recallGroups(spans)), nil
}
