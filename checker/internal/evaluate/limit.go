package evaluate

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"runtime"
	"runtime/metrics"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
)

// Limits bound what policies may use up in one unit of work. Zero means the
// default.
type Limits struct {
	// Time bounds a unit's evaluation.
	Time time.Duration
	// Heap bounds the growth of the live heap while a unit runs, in bytes: a
	// comprehension can take all memory long before its time is over.
	Heap uint64
}

// The default limits.
const (
	DefaultTime = 30 * time.Second
	DefaultHeap = 1 << 30
)

func (l Limits) withDefaults() Limits {
	return Limits{Time: cmp.Or(l.Time, DefaultTime), Heap: cmp.Or(l.Heap, DefaultHeap)}
}

const (
	// watchEvery is how often the heap is looked at.
	watchEvery = 20 * time.Millisecond
	// grace is how long a stopped evaluation is waited for. The engine looks
	// for the stop between its steps; a step that takes longer is left behind.
	grace = 500 * time.Millisecond
)

// errLimit says that an evaluation was stopped at a limit. Which of the two it
// met first depends on the machine, so the message names both.
var errLimit = errors.New("stopped")

type evaluation struct {
	sets []sets
	err  error
}

// guarded evaluates under the limits.
func (q *query) guarded(ctx context.Context, input ast.Value, limits Limits) ([]sets, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	bounded, cancel := context.WithCancel(ctx)
	defer cancel()
	done := make(chan evaluation, 1)
	go func() { done <- q.safely(bounded, input) }()

	deadline := time.NewTimer(limits.Time)
	defer deadline.Stop()
	tick := time.NewTicker(watchEvery)
	defer tick.Stop()
	start := heap(live)
	for {
		select {
		case e := <-done:
			return e.sets, e.err
		case <-ctx.Done():
			leave(cancel, done)
			return nil, ctx.Err()
		case <-deadline.C:
			leave(cancel, done)
			return nil, limits.exceeded()
		case <-tick.C:
			if grown(start, limits.Heap) {
				leave(cancel, done)
				return nil, limits.exceeded()
			}
		}
	}
}

// safely evaluates; a panic of the engine is an error of the rule.
func (q *query) safely(ctx context.Context, input ast.Value) (e evaluation) {
	defer func() {
		if r := recover(); r != nil {
			e = evaluation{err: fmt.Errorf("the engine failed: %v", r)}
		}
	}()
	e.sets, e.err = q.eval(ctx, input)
	return e
}

// leave stops an evaluation and waits for it a while.
func leave(cancel context.CancelFunc, done <-chan evaluation) {
	cancel()
	select {
	case <-done:
	case <-time.After(grace):
	}
}

func (l Limits) exceeded() error {
	return fmt.Errorf("%w: it did not come to an end within %s and %d MiB of memory", errLimit, l.Time, max(l.Heap>>20, 1))
}

// grown tells whether the live heap has grown by more than limit since it was
// start. Much of what is on the heap may be garbage, so that is collected
// before judging.
func grown(start, limit uint64) bool {
	if heap(objects) <= start+limit {
		return false
	}
	runtime.GC()
	return heap(live) > start+limit
}

const (
	objects = "/memory/classes/heap/objects:bytes"
	live    = "/gc/heap/live:bytes" // as of the last collection
)

func heap(metric string) uint64 {
	sample := []metrics.Sample{{Name: metric}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}
