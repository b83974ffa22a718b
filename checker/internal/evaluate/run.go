package evaluate

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/tieout/tieout/checker/internal/cache"
)

// runner evaluates tasks and gathers what they give.
type runner struct {
	collector *collector
	mode      string
	workers   int
	limits    Limits
	memory    *memory
	// next tells that one more task is done.
	next func()
}

// task is what a worker does at once, one after the other.
type task []work

// work is a unit with the queries to run over it.
type work struct {
	unit    *unit
	queries []*query
	// key is that of the unit's results in the cache, once it is known.
	key *cache.Key
}

// failure is an evaluation that did not come to an end, or, among those left
// over, one that was not begun.
type failure struct {
	unit  *unit
	query *query
}

// round runs all tasks by a pool of workers. It gives the evaluations that
// failed and those left over because their query had broken the limits by then.
func (r *runner) round(ctx context.Context, tasks []task) (failed, left []failure, err error) {
	var mu sync.Mutex
	put := func(to *[]failure, u *unit, q *query) {
		mu.Lock()
		*to = append(*to, failure{u, q})
		mu.Unlock()
	}
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(r.workers)
	for _, t := range tasks {
		g.Go(func() error {
			e := newEncoder()
			for _, w := range t {
				if err := r.work(ctx, e, w, put, &failed, &left); err != nil {
					return err
				}
			}
			if len(t) > 0 {
				r.next()
			}
			return nil
		})
	}
	err = g.Wait()
	slices.SortFunc(failed, byUnit)
	slices.SortFunc(left, byUnit)
	return failed, left, err
}

// work evaluates a unit, and keeps what that came to if all went well.
func (r *runner) work(ctx context.Context, e *encoder, w work, put func(*[]failure, *unit, *query), failed, left *[]failure) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	var shares []share
	sound := true
	for _, q := range w.queries {
		if !w.unit.concerns(q) {
			continue
		}
		if q.stopped.Load() {
			put(left, w.unit, q)
			sound = false
			continue
		}
		results, err := q.guarded(ctx, w.unit.input(e, q, r.mode), r.limits)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err == nil {
			some, ok := r.collector.add(w.unit, q.rules, results)
			shares, sound = append(shares, some...), sound && ok
			continue
		}
		if errors.Is(err, errLimit) {
			q.stopped.Store(true)
		}
		put(failed, w.unit, q)
		sound = false
	}
	if sound {
		r.memory.keep(w, e, shares)
	}
	return nil
}

func byUnit(a, b failure) int {
	return cmp.Or(cmp.Compare(a.unit.index, b.unit.index), cmp.Compare(a.query.name, b.query.name))
}

// diagnose runs the rules of failed evaluations alone, one after the other:
// only then is the memory that is used up theirs. The rules that fail are
// refused, the results of the others count.
func (r *runner) diagnose(ctx context.Context, failed []failure) error {
	for _, f := range failed {
		for _, rule := range f.query.rules {
			if r.collector.refused(rule) {
				continue
			}
			alone, err := f.query.of(ctx, rule)
			if err != nil {
				return err
			}
			results, err := alone.guarded(ctx, f.unit.input(newEncoder(), alone, r.mode), r.limits)
			switch {
			case ctx.Err() != nil:
				return ctx.Err()
			case err != nil:
				r.collector.refuse(f.unit, rule, err)
			default:
				r.collector.add(f.unit, alone.rules, results)
			}
		}
	}
	return nil
}

// again makes the tasks of the next round: what was left over, without the
// rules that are refused by now.
func (r *runner) again(ctx context.Context, left []failure) ([]task, error) {
	renewed := map[*query]*query{}
	var tasks []task
	for _, l := range left {
		q, ok := renewed[l.query]
		if !ok {
			rules := slices.DeleteFunc(slices.Clone(l.query.rules), r.collector.refused)
			if len(rules) > 0 {
				var err error
				if q, err = l.query.of(ctx, rules...); err != nil {
					return nil, err
				}
			}
			renewed[l.query] = q
		}
		if q != nil {
			tasks = append(tasks, task{{unit: l.unit, queries: []*query{q}, key: unkept}})
		}
	}
	return tasks, nil
}
