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
func TestAddsUp(t *testing.T) {
	c, last := watched(t, 1)
	c.Expect(1000)
	var workers sync.WaitGroup
	for range 8 {
		workers.Go(func() { c.Did(130, 10) }) // the files grew meanwhile
	}
	workers.Wait()
	if want := (progress.State{Done: 1000, Total: 1000, Facts: 80}); *last != want {
		t.Errorf("%+v, want %+v", *last, want)
	}
}

// The base is half of the way, not all of it.
func TestBase(t *testing.T) {
	c, last := watched(t, 2)
	c.Expect(1000)
	c.Did(1000, 10)
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
	}
}
