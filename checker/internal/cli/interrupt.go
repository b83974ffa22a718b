package cli

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"time"
)

const (
	// patience is how long a run may take to end in order once it was asked to;
	// what waits for a pipe or a slow disk cannot be asked.
	patience = 500 * time.Millisecond
	// farewell is how long the last words may take to be written.
	farewell = 100 * time.Millisecond
)

// interruption is the signal that asked a run to end.
type interruption struct{ signal os.Signal }

func (i *interruption) Error() string { return "ended by " + i.signal.String() }

// terminated tells whether it was SIGTERM that ended a run, rather than Ctrl-C.
func terminated(ctx context.Context) bool {
	i, ok := errors.AsType[*interruption](context.Cause(ctx))
	return ok && i.signal == syscall.SIGTERM
}

// attend gives a context that ends at the first signal. When the run does not
// end then, or at a second signal, the process is ended. The function that it
// gives is called when the run is over.
func (c *command) attend(parent context.Context) (ctx context.Context, over func()) {
	ctx, end := context.WithCancelCause(parent)
	done := make(chan struct{})
	go func() {
		select {
		case s := <-c.Signals:
			end(&interruption{s})
		case <-done:
			return
		}
		select {
		case <-c.Signals:
		case <-time.After(patience):
		case <-done:
			return
		}
		c.abandon(ctx)
	}()
	return ctx, func() {
		close(done)
		end(nil)
	}
}

// abandon ends the process in the midst of a run, and leaves no file half
// written.
func (c *command) abandon(ctx context.Context) {
	code := make(chan int, 1)
	go func() { code <- c.interrupted(ctx) }()
	select {
	case <-code:
	case <-time.After(farewell):
		// Nobody reads standard error.
	}
	unfinished.abandon()
	c.Exit(interruptedCode(ctx))
}

// interrupted says, once, what was done by the run that was ended, and gives its
// exit code.
func (c *command) interrupted(ctx context.Context) int {
	c.farewell.Do(func() { c.complain(c.done.sentence(c.meter.Load(), terminated(ctx))) })
	return interruptedCode(ctx)
}

func interruptedCode(ctx context.Context) int {
	if terminated(ctx) {
		return ExitTerminated
	}
	return ExitInterrupted
}

// interruptible passes on what is written until its context ends, so that a
// report of millions of findings ends with it.
type interruptible struct {
	ctx context.Context
	to  io.Writer
}

func (w interruptible) Write(p []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	return w.to.Write(p)
}

// besides are files that are written beside their places, to be moved there.
type besides struct {
	mu    sync.Mutex
	names map[string]bool
}

// unfinished are those of the process.
var unfinished = besides{names: map[string]bool{}}

// create makes a file beside that of the name. The function that it gives is
// called when it was moved or removed.
func (b *besides) create(file string) (f *os.File, done func(), err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	f, err = os.CreateTemp(filepath.Dir(file), ".tieout-*")
	if err != nil {
		return nil, nil, err
	}
	b.names[f.Name()] = true
	return f, func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		delete(b.names, f.Name())
	}, nil
}

// abandon removes them all, and lets none be made any more.
func (b *besides) abandon() {
	b.mu.Lock()
	for name := range b.names {
		// The process ends; there is nobody left to tell.
		_ = os.Remove(name)
	}
}
