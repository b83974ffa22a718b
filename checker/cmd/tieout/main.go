// Command tieout checks that what documents say holds together. See its help,
// or the README, for how to use it.
package main

//go:generate go run . docs --standalone --facts ../../../facts ../../../policies

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/term"

	"github.com/tieout/tieout/checker/internal/cli"
	"github.com/tieout/tieout/checker/internal/pace"
)

func main() {
	if os.Getenv("GOGC") == "" {
		pace.Memory()
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
