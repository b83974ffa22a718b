package evaluate

import (
	"sync"
	"time"

	"github.com/open-policy-agent/opa/v1/topdown"
)

// evaluation is what the engine gave.
type evaluation struct {
	sets []sets
	err  error
}

// evaluator is a goroutine that evaluates, one unit after the other. The engine
// goes deep: a goroutine of its own for each evaluation would spend a good part
// of it on growing its stack.
type evaluator struct{ work chan func() }

// evaluators are those that wait for work: never more than have worked at once.
var evaluators idle

type idle struct {
	mu      sync.Mutex
	waiting []*evaluator
}

func (i *idle) take() *evaluator {
	i.mu.Lock()
	defer i.mu.Unlock()
	if n := len(i.waiting); n > 0 {
		e := i.waiting[n-1]
		i.waiting = i.waiting[:n-1]
		return e
	}
	e := &evaluator{work: make(chan func())}
	go func() {
		for do := range e.work {
			do()
		}
	}()
	return e
}

func (i *idle) give(e *evaluator) {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.waiting = append(i.waiting, e)
}

// begin has the evaluator do its work, and gives where the result will be.
func (e *evaluator) begin(evaluate func() evaluation) <-chan evaluation {
	done := make(chan evaluation, 1)
	e.work <- func() { done <- evaluate() }
	return done
}

// abandon stops an evaluation and waits for it a while. Whether it ends then or
// not, its evaluator takes up nothing else.
func (e *evaluator) abandon(stop topdown.Cancel, done <-chan evaluation) {
	close(e.work)
	stop.Cancel()
	select {
	case <-done:
	case <-time.After(grace):
	}
}
