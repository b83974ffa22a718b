// Engine runs policies over fact files and nothing else: neither schemas nor
// anchors, no places, words or report. It is Tieout with only those steps that
// other policy checkers have, too.
//
//	engine FOLDER [RULE...]
//
// prints a line for each check that does not hold: rule, subject and verdict,
// parted by tabs. Without rules, all run.
//
//	engine --hand-to FOLDER FOLDER
//
// writes what the policies see of the facts in the second folder to the first,
// for other engines to evaluate.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/policy"
	"github.com/tieout/tieout/checker/internal/settings"
	"github.com/tieout/tieout/policies"
)

func main() {
	pace()
	if err := run(context.Background(), os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "engine:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, out io.Writer) error {
	switch {
	case len(args) == 0:
		return errors.New("usage: engine [--hand-to FOLDER] FOLDER [RULE...]")
	case len(args) == 3 && args[0] == "--hand-to":
		return hand(ctx, args[2], args[1])
	}
	set, problems, err := policy.Load(policy.Root{Name: "policies", FS: policies.FS, Tested: true})
	if err != nil || len(problems) > 0 {
		return errors.Join(err, refused(problems))
	}
	set.Rules, _ = settings.Choose(set.Rules, args[1:], nil)
	outcomes, err := outcomes(ctx, args[0], set)
	if err != nil {
		return err
	}
	var lines strings.Builder
	for _, o := range outcomes {
		for _, c := range o.Checks {
			fmt.Fprintf(&lines, "%s\t%s\t%s\n", o.Rule.ID, c.Subject, c.Verdict)
		}
	}
	_, err = io.WriteString(out, lines.String())
	return err
}

// refused tells of the first of the problems, if there are any.
func refused(problems []finding.Finding) error {
	if len(problems) == 0 {
		return nil
	}
	return fmt.Errorf("%d problems, the first at %v: %s", len(problems), problems[0].Location, problems[0].Message.EN)
}

// pace has memory collected as the command does: hardly in short runs, and at a
// slow pace up to a limit in long ones.
func pace() {
	if os.Getenv("GOGC") != "" {
		return
	}
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(256 << 20)
	runtime.AddCleanup(new(*int), func(int) {
		debug.SetMemoryLimit(512 << 20)
		debug.SetGCPercent(1600)
	}, 0)
}
