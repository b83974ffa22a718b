// Command tieout checks that what documents say holds together. See its help,
// or the README, for how to use it.
package main

//go:generate go run . docs --standalone --facts ../../../facts ../../../policies

import (
	"context"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"syscall"
	"time"

	"golang.org/x/term"

	"github.com/tieout/tieout/checker/internal/cli"
)

// Most runs are short, and what they allocate lives to their end: collecting it
// would take a tenth of their time. So there is no collection below shortRun
// bytes of memory. Beyond, what is kept of the facts is little and what is made
// of them much: memory may grow to longRun before it is collected, or beyond what
// is in use by breath or half of it, where that is more.
const (
	shortRun = 192 << 20
	longRun  = 256 << 20
	breath   = 96 << 20
)

func paceMemory() {
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(shortRun)
	watchMemory()
}

// watchMemory sets the limit anew after each collection, which frees the value
// that it lets go of.
func watchMemory() {
	runtime.AddCleanup(new(*int), func(int) {
		sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(sample)
		live := int64(min(sample[0].Value.Uint64(), 1<<40)) //nolint:gosec // it is bounded
		debug.SetMemoryLimit(max(longRun, live+max(breath, live/2)))
		watchMemory()
	}, 0)
}

func main() {
	if os.Getenv("GOGC") == "" {
		paceMemory()
	}
	os.Exit(cli.Run(context.Background(), os.Args, environment()))
}

// signals are the requests to end. What runs in the background of a script does
// not get those that the shell keeps from it.
func signals() <-chan os.Signal {
	requests := make(chan os.Signal, 2)
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		if !signal.Ignored(s) {
			signal.Notify(requests, s)
		}
	}
	return requests
}

func environment() cli.Env {
	env := cli.Env{
		Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Now: time.Now,
		Signals: signals(), Exit: os.Exit, ErrTerminal: term.IsTerminal(int(os.Stderr.Fd())),
		ErrWidth: func() int {
			width, _, _ := term.GetSize(int(os.Stderr.Fd()))
			return width
		},
	}
	fd := int(os.Stdout.Fd())
	if env.Terminal = term.IsTerminal(fd); env.Terminal {
		env.Width, _, _ = term.GetSize(fd)
	}
	return env
}
