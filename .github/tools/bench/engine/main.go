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
	switch {
	case len(args) == 0:
		return errors.New("usage: engine [--hand-to FOLDER] FOLDER [RULE...]")
	case len(args) == 3 && args[0] == "--hand-to":
		return hand(ctx, args[2], args[1])
	}
	report, err := checker.Run(ctx, checker.Options{
		FS: os.DirFS(filepath.Dir(args[0])), Facts: []string{filepath.Base(args[0])}, Rules: args[1:], PoliciesOnly: true,
	})
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
