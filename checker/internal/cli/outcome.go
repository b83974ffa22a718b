package cli

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"

	"github.com/urfave/cli/v2"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/finding"
)

// outcomeFlag is for workflows, which go on with what a run came to.
func outcomeFlag() cli.Flag {
	return &cli.StringFlag{Name: "outcome", Usage: "add the verdict, the counts and the report's digest to `FILE` as lines NAME=VALUE, as $GITHUB_OUTPUT takes them"}
}

// tellOutcome adds what a report came to to the file that was asked for, in the
// form of GitHub's environment files. No value is foreign.
func (c *command) tellOutcome(file string, r *checker.Report) (err error) {
	if file == "" {
		return nil
	}
	f, err := os.OpenFile(file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return unusable("write the outcome: %v", err)
	}
	defer func() {
		if closed := f.Close(); closed != nil {
			err = errors.Join(err, unusable("write the outcome: %v", closed))
		}
	}()
	digest := sha256.New()
	if err := (&checkOptions{}).write(digest, "json", r, false, 0); err != nil {
		return err
	}
	n := r.Summary.Findings
	_, err = fmt.Fprintf(f, "verdict=%s\nerrors=%d\nwarnings=%d\nnotes=%d\nnew=%s\nreport-digest=sha256:%x\n",
		verdict(c.code), n[finding.Error], n[finding.Warning], n[finding.Note],
		newFindings(r), digest.Sum(nil))
	if err != nil {
		return unusable("write the outcome: %v", err)
	}
	return nil
}

func verdict(code int) string {
	switch code {
	case ExitOK:
		return "passed"
	case ExitFindings:
		return "failed"
	}
	return "unusable"
}

// newFindings counts what is new or changed against the base; empty without one.
func newFindings(r *checker.Report) string {
	if r.Baseline == nil {
		return ""
	}
	return fmt.Sprint(r.Baseline.Counts[finding.BaselineNew] + r.Baseline.Counts[finding.BaselineChanged])
}
