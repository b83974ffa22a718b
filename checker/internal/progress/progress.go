// Package progress counts how far a run has come: the steps tell what they have
// read and checked, whoever asked for it is told the sums. The counter travels
// in the context, so that a step needs no other word of it, and a run that
// nobody watches counts nothing.
package progress

import (
	"context"
	"sync"
)

// State is how far a run has come.
type State struct {
	// Done and Total are bytes of fact files. Total is 0 as long as nothing is
	// known of it, and may grow: a base to compare with is read before the facts
	// are looked for.
	Done, Total int64
	// Facts counts those that were checked.
	Facts int64
}

// Counter adds up what the steps of a run have done. A nil *Counter counts
// nothing.
type Counter struct {
	mu    sync.Mutex
	state State
	tell  func(State)
	// passes is how often facts are read, begun how often they were so far, and
	// known their bytes.
	passes, begun, known int64
}

type key struct{}

// With gives a context whose run is counted; passes is how often it reads a
// corpus: twice, when it reads a base to compare with, too. The sums are told to
// tell, one call at a time; nil counts nothing.
func With(ctx context.Context, passes int, tell func(State)) context.Context {
	if tell == nil {
		return ctx
	}
	return context.WithValue(ctx, key{}, &Counter{tell: tell, passes: int64(passes)})
}

// From gives the counter of a context, nil if there is none.
func From(ctx context.Context) *Counter {
	c, _ := ctx.Value(key{}).(*Counter)
	return c
}

// Expect begins a pass over fact files of so many bytes. Until they begin, the
// passes to come are taken to be as large.
func (c *Counter) Expect(bytes int64) {
	c.change(func(s *State) {
		c.begun++
		c.known += bytes
		s.Total = c.known * max(c.passes, c.begun) / c.begun
	})
}

// Did adds bytes that need no more work, and the facts that were checked.
func (c *Counter) Did(bytes, facts int64) {
	c.change(func(s *State) {
		s.Done, s.Facts = min(s.Done+bytes, c.known), s.Facts+facts
	})
}

// change brings the state up to date, and tells it.
func (c *Counter) change(how func(*State)) {
	if c == nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	how(&c.state)
	c.tell(c.state)
}
