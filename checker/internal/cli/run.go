// Package cli is the command: arguments and environment go in, reports come
// out on the streams that were handed in, and the exit code is returned. Each
// verb has a file of its own and calls package checker.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/ruletest"
	"github.com/tieout/tieout/checker/internal/spill"
)

// The exit codes. When several apply, the highest of the first four wins.
const (
	// ExitOK: nothing at or above --fail-on.
	ExitOK = 0
	// ExitFindings: findings at or above --fail-on.
	ExitFindings = 1
	// ExitUsage: input that could not be used (what it names took no part), or a
	// wrong call.
	ExitUsage = 2
	// ExitFailure: an output could not be written, as on a full disk, or the
	// checker itself failed.
	ExitFailure = 3
	// ExitInterrupted and ExitTerminated: stopped by Ctrl-C or SIGTERM, as shells
	// count it (128 + the signal).
	ExitInterrupted = 130
	ExitTerminated  = 143
)

const issuesURL = "https://github.com/tieout/tieout/issues"

// Env is what a run takes from its process.
type Env struct {
	Stdout, Stderr io.Writer
	// Getenv gives an environment variable, "" when it is not set.
	Getenv func(string) string
	Now    func() time.Time
	// Terminal tells whether Stdout is a terminal, Width its columns.
	Terminal bool
	Width    int
	// ErrTerminal tells whether Stderr is a terminal, ErrWidth its columns now.
	ErrTerminal bool
	ErrWidth    func() int
	// Signals ask the run to end, as by Ctrl-C; Exit ends the process if it does
	// not. Without them, only the context ends a run.
	Signals <-chan os.Signal
	Exit    func(code int)
}

// command is one run of the command.
type command struct {
	Env
	// args are the arguments of the call, the command's own name first.
	args []string
	// code is what the verb that ran came to.
	code int
	// meter shows how far the run has come, done what it can say of its outputs
	// when it is stopped, and farewell sees to it that it says so once.
	meter    atomic.Pointer[meter]
	done     account
	farewell sync.Once
}

// Run runs the command with its arguments, the first being its own name, and
// gives its exit code.
func Run(ctx context.Context, args []string, env Env) (code int) {
	c := &command{Env: env, args: args}
	ctx, over := c.attend(ctx)
	defer over()
	defer func() {
		if v := recover(); v != nil {
			code = c.failure(fmt.Errorf("panic: %v", v))
		}
	}()
	app := c.app()
	arranged, err := arrange(app, args)
	if err == nil {
		err = app.RunContext(ctx, arranged)
	}
	if err != nil && ctx.Err() != nil {
		// Ctrl-C also ends the processes that the run has started; what they say
		// of it is no fault.
		return c.interrupted(ctx)
	}
	if err != nil {
		return c.fail(err)
	}
	return c.code
}

func (c *command) app() *cli.App {
	return &cli.App{
		Name:      name,
		Usage:     "checks that what documents say holds together",
		UsageText: "tieout VERB [flags] [arguments]",
		Description: `Facts drawn from documents stand in YAML files. Policies hold them to each
other, and every inconsistency is reported with its evidence.

tieout init                         begin a folder of facts
tieout check                        check the facts in facts/
tieout check facts/budget.yaml      report on one file only
tieout coverage                     tell what of the sources is accounted for
tieout rules arithmetic/sum         explain a rule, with examples
tieout schema facts                 print the schema of fact files`,
		Commands: []*cli.Command{
			c.check(), c.diff(), c.dispose(), c.dispositions(), c.anchor(), c.coverage(), c.draft(),
			c.rules(), c.newRule(), c.test(), c.lint(), c.docs(), c.schema(), c.cache(), c.version(),
			c.initProject(), c.completion(), c.complete(),
		},
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "version", Usage: "print the version", DisableDefaultText: true},
		},
		Action:                    c.bare,
		HideVersion:               true,
		HideHelpCommand:           true,
		DisableSliceFlagSeparator: true,
		Writer:                    c.Stdout,
		ErrWriter:                 c.Stderr,
		OnUsageError:              onUsageError,
		// Run alone turns errors into exit codes.
		ExitErrHandler: func(*cli.Context, error) {},
	}
}

// bare is the command without a verb.
func (c *command) bare(ctx *cli.Context) error {
	if ctx.Bool("version") {
		return c.printVersion()
	}
	return cli.ShowAppHelp(ctx)
}

// fail says on standard error why the run ended, and gives its exit code.
func (c *command) fail(err error) int {
	var usage *usageError
	var output *outputError
	var room *spill.Error
	var notFound *checker.NotFoundError
	var limit *load.LimitError
	var changed *checker.ChangedError
	var policies *ruletest.PolicyError
	switch {
	case errors.As(err, &usage):
		c.complain(usage.Error())
		if usage.hint != "" {
			c.complain(usage.hint)
		}
		return ExitUsage
	case errors.As(err, &output):
		c.complain(output.Error())
		return ExitFailure
	case errors.As(err, &room):
		c.complain(room.Error())
		return ExitFailure
	case errors.As(err, &notFound):
		c.complain(notFound.Error())
		c.complain(`name the folder of the facts with --facts DIR, or see "tieout check --help"`)
		return ExitUsage
	case errors.As(err, &policies):
		for _, e := range policies.Errors {
			c.complain(e.Error())
		}
		return ExitUsage
	case errors.As(err, &limit), errors.As(err, &changed):
		c.complain(err.Error())
		return ExitUsage
	}
	return c.failure(err)
}

func (c *command) failure(err error) int {
	c.complain(fmt.Sprintf("the checker itself failed, please report this at %s: %v", issuesURL, err))
	return ExitFailure
}
