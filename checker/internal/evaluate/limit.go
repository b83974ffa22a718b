package evaluate

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
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

// grace is how long a stopped evaluation is waited for. The engine looks for
// the stop between its steps; a step that takes longer is left behind.
const grace = 500 * time.Millisecond

// errLimit says that an evaluation was stopped at a limit. Which of the two it
// met first depends on the machine, so the message names both.
var errLimit = errors.New("stopped")

// guarded evaluates under the limits.
func (q *query) guarded(ctx context.Context, input ast.Value, limits Limits) ([]sets, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	stop := topdown.NewCancel()
	w := watchers.watch(limits)
	defer watchers.leave(w)
	by := evaluators.take()
	done := by.begin(func() evaluation { return q.safely(ctx, stop, input) })
	select {
	case e := <-done:
		evaluators.give(by)
		return e.sets, e.err
	case <-ctx.Done():
		by.abandon(stop, done)
		return nil, ctx.Err()
	case <-w.exceeded:
		by.abandon(stop, done)
		return nil, limits.exceeded()
	}
}

// safely evaluates; a panic of the engine is an error of the rule.
func (q *query) safely(ctx context.Context, stop topdown.Cancel, input ast.Value) (e evaluation) {
	defer func() {
		if r := recover(); r != nil {
			e = evaluation{err: fmt.Errorf("the engine failed: %v", r)}
		}
	}()
	e.sets, e.err = q.eval(ctx, stop, input)
	return e
}

func (l Limits) exceeded() error {
	return fmt.Errorf("%w: it did not come to an end within %s and %d MiB of memory", errLimit, l.Time, max(l.Heap>>20, 1))
}
