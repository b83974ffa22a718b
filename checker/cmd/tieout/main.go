// Command tieout checks that what documents say holds together. See its help,
// or the README, for how to use it.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"time"

	"golang.org/x/term"

	"github.com/tieout/tieout/checker/internal/cli"
)

// memoryLimit is the memory, in bytes, from which on it is collected eagerly.
const memoryLimit = 512 << 20

func main() {
	if os.Getenv("GOGC") == "" {
		// A run is short and what it allocates lives to its end, so collecting
		// at the default pace takes a third of its time for little memory. The
		// limit brings collections back where there is much of it.
		debug.SetGCPercent(1600)
		debug.SetMemoryLimit(memoryLimit)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	// The first Ctrl-C ends the run in order, a second one at once.
	context.AfterFunc(ctx, stop)
	os.Exit(cli.Run(ctx, os.Args, environment()))
}

func environment() cli.Env {
	env := cli.Env{Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Now: time.Now}
	fd := int(os.Stdout.Fd())
	if env.Terminal = term.IsTerminal(fd); env.Terminal {
		env.Width, _, _ = term.GetSize(fd)
	}
	return env
}
