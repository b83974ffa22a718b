// Engine runs policies over fact files and nothing else: neither schemas nor
// anchors, no places, words or report. It is Tieout with only those steps that
// other policy checkers have, too.
//
//	engine FOLDER [RULE...]
//
// prints a line for each check that does not hold: rule, subject and verdict,
// parted by tabs. Without rules, all run.
package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"

	"github.com/tieout/tieout/checker/internal/evaluate"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/policy"
	"github.com/tieout/tieout/checker/internal/settings"
	"github.com/tieout/tieout/policies"
)

func main() {
	if err := run(context.Background(), os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "engine:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, out io.Writer) error {
	if len(args) == 0 {
		return errors.New("usage: engine FOLDER [RULE...]")
	}
	set, problems, err := policy.Load(policy.Root{Name: "policies", FS: policies.FS, Tested: true})
	if err != nil || len(problems) > 0 {
		return fmt.Errorf("load policies: %w %v", err, problems)
	}
	set.Rules, _ = settings.Choose(set.Rules, args[1:], nil)
	outcomes, err := outcomes(ctx, args[0], set)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(out)
	for _, o := range outcomes {
		for _, c := range o.Checks {
			fmt.Fprintf(w, "%s\t%s\t%s\n", o.Rule.ID, c.Subject, c.Verdict)
		}
	}
	return w.Flush()
}

// outcomes is the part of the pipeline that policies need.
func outcomes(ctx context.Context, folder string, set *policy.Set) ([]evaluate.Outcome, error) {
	loaded, err := load.Load(ctx, os.DirFS(filepath.Dir(folder)), []string{filepath.Base(folder)})
	if err != nil {
		return nil, fmt.Errorf("load facts: %w", err)
	}
	corpus, problems := fact.Build(loaded.Documents, nil, loaded.Incomplete())
	if len(loaded.Problems)+len(problems) > 0 {
		return nil, fmt.Errorf("%s is no sound corpus: %d problems", folder, len(loaded.Problems)+len(problems))
	}
	found, problems, err := evaluate.Run(ctx, set, corpus, evaluate.Options{Workers: runtime.GOMAXPROCS(0)})
	if err == nil && len(problems) > 0 {
		err = fmt.Errorf("evaluate: %d rules failed", len(problems))
	}
	return found, err
}
