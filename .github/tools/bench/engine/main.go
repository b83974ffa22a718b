// Engine runs policies over fact files and nothing else: neither schemas nor
// anchors, no places, words or report. It is Tieout with only those steps that
// other policy checkers have, too.
//
//	engine [--policies FOLDER] FOLDER [RULE...]
//
// prints a line for each check that does not hold: rule, subject and verdict,
// parted by tabs. Without rules, all run; they are those of the folder of
// policies, or else Tieout's own.
//
//	engine --hand-to FOLDER FOLDER
//
// writes what the policies see of the facts in the second folder to the first,
// for other engines to evaluate.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/pace"
)

func main() {
	if os.Getenv("GOGC") == "" {
		pace.Memory()
	}
	if err := run(context.Background(), os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "engine:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, out io.Writer) error {
	flags := flag.NewFlagSet("engine", flag.ContinueOnError)
	policies := flags.String("policies", "", "`folder` of rules that take the place of Tieout's own")
	to := flags.String("hand-to", "", "`folder` to write what policies see of the facts to")
	if err := flags.Parse(args); err != nil {
		return err
	}
	switch {
	case flags.NArg() == 0:
		return errors.New("usage: engine [--policies FOLDER] [--hand-to FOLDER] FOLDER [RULE...]")
	case *to != "" && (flags.NArg() > 1 || *policies != ""):
		return errors.New("--hand-to takes a folder of facts, and nothing else")
	case *to != "":
		return hand(ctx, flags.Arg(0), *to)
	}
	return check(ctx, *policies, flags.Arg(0), flags.Args()[1:], out)
}

func check(ctx context.Context, policies, facts string, rules []string, out io.Writer) error {
	o := checker.Options{
		FS: os.DirFS(filepath.Dir(facts)), Facts: []string{filepath.Base(facts)}, Rules: rules, PoliciesOnly: true,
	}
	if policies != "" {
		o.Policies, o.Standalone = []string{policies}, true
	}
	report, err := checker.Run(ctx, o)
	if err != nil {
		return err
	}
	var lines strings.Builder
	for i := range report.Findings {
		f := &report.Findings[i]
		fmt.Fprintf(&lines, "%s\t%s\t%s\n", f.Rule, f.Subject, f.Verdict)
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
