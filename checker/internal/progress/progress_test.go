package progress_test

import (
	"context"
	"sync"
	"testing"

	"github.com/tieout/tieout/checker/internal/progress"
)

// watched gives a counter, and what it has told last.
func watched(t *testing.T, passes int) (*progress.Counter, *progress.State) {
	t.Helper()
	var last progress.State
	tell := func(s progress.State) {
		if s.Done < last.Done || s.Facts < last.Facts || s.Done > s.Total {
			t.Errorf("%+v after %+v", s, last)
		}
		last = s
	}
	return progress.From(progress.With(t.Context(), passes, tell)), &last
}

// A bar that ended short of its end, or went beyond it, would not be believed.
func TestShareAddsUp(t *testing.T) {
	c, last := watched(t, 1)
	c.Expect(1000)
	c.Did(250, 0)
	next := c.Share(7, 100)
	var workers sync.WaitGroup
	for range 9 { // two more than there should be
		workers.Go(next)
	}
	workers.Wait()
	if want := (progress.State{Done: 1000, Total: 1000, Facts: 100}); *last != want {
		t.Errorf("%+v, want %+v", *last, want)
	}
}

// Without anything to evaluate the run is done, all the same.
func TestShareOfNothing(t *testing.T) {
	c, last := watched(t, 1)
	c.Expect(1000)
	c.Share(0, 3)
	if want := (progress.State{Done: 1000, Total: 1000, Facts: 3}); *last != want {
		t.Errorf("%+v, want %+v", *last, want)
	}
}

// The base is half of the way, not all of it.
func TestBase(t *testing.T) {
	c, last := watched(t, 2)
	c.Expect(1000)
	c.Share(1, 10)()
	if want := (progress.State{Done: 1000, Total: 2000, Facts: 10}); *last != want {
		t.Errorf("after the base: %+v, want %+v", *last, want)
	}
	c.Expect(3000)
	c.Did(5000, 0)
	if want := (progress.State{Done: 4000, Total: 4000, Facts: 10}); *last != want {
		t.Errorf("at the end: %+v, want %+v", *last, want)
	}
}

// A run that nobody watches must not fall over it.
func TestNobodyWatches(t *testing.T) {
	for _, ctx := range []context.Context{t.Context(), progress.With(t.Context(), 1, nil)} {
		c := progress.From(ctx)
		c.Expect(1)
		c.Did(1, 1)
		c.Share(1, 1)()
	}
}
