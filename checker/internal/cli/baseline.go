package cli

import (
	"context"
	"errors"
	"os"

	"github.com/urfave/cli/v2"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/revision"
)

func baselineFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "against", Usage: "compare with the facts as they stood in the git revision `REF`, under the policies of today"},
		&cli.StringFlag{Name: "baseline", Usage: "compare with an earlier report, `FILE`, in JSON"},
	}
}

func newOnlyFlag() cli.Flag {
	return &cli.BoolFlag{Name: "new-only", Usage: "exit with 1 only at findings that the base does not have, that changed, or are on the record itself, and at checks that are no longer made; what people read shows only those", DisableDefaultText: true}
}

// against reads what the run is to be compared with. The function that it gives
// ends the reading.
func (c *command) against(ctx *cli.Context, verb string, o *checker.Options) (done func(), err error) {
	done = func() {}
	ref, file := ctx.String("against"), ctx.String("baseline")
	switch {
	case ctx.IsSet("against") && ctx.IsSet("baseline"):
		return done, wrongCall(verb, "--against and --baseline name two bases; compare with one")
	case ctx.Bool("new-only") && !ctx.IsSet("against") && !ctx.IsSet("baseline"):
		return done, wrongCall(verb, "--new-only: new against what? Name the base with --against REF or --baseline FILE")
	case ctx.IsSet("against"):
		return againstRevision(ctx.Context, ref, o)
	case ctx.IsSet("baseline"):
		r, err := readWhole(file)
		if err != nil {
			return done, err
		}
		o.Base = &checker.Base{Name: file, Report: r}
	}
	return done, nil
}

func againstRevision(ctx context.Context, ref string, o *checker.Options) (func(), error) {
	tree, err := revision.Open(ctx, "", ref, os.Environ())
	if err != nil {
		return func() {}, mendable(err)
	}
	for _, dir := range o.Facts {
		if !tree.Holds(dir) {
			tree.Close()
			return func() {}, wrongCall("check", "--against: %s lies outside of the git repository that the current folder is in", dir)
		}
	}
	o.Base = &checker.Base{Name: ref, Commit: tree.Commit, FS: tree, Err: func() error { return mendable(tree.Err()) }}
	return tree.Close, nil
}

// mendable words an error on a revision that the caller can mend.
func mendable(err error) error {
	if wrong, ok := errors.AsType[*revision.Error](err); ok {
		return &usageError{"--against: " + wrong.Message, wrong.Mend}
	}
	return err
}

// readWhole reads a JSON report that can be a base.
func readWhole(file string) (*checker.Report, error) {
	r, err := readReport(file)
	if err == nil && (r.Summary.Hidden > 0 || !whole(r)) {
		return nil, unusable("%s: the report does not hold all checks; make one of everything, without PATHs", file)
	}
	return r, err
}

// whole tells whether a report holds every check that its rules made: with some
// left out, nobody could tell what is no longer checked.
func whole(r *checker.Report) bool {
	held := map[string]int{}
	for _, list := range [][]checker.Finding{r.Findings, r.Passes} {
		for i := range list {
			held[list[i].Rule]++
		}
	}
	for _, rule := range r.Rules {
		if rule.Scope != "form" && held[rule.ID] != rule.Population {
			return false
		}
	}
	return true
}

// failsNew tells whether something fails a run that only what is new shall fail.
// Findings on the record always do: a wrong record is mended, however old.
func (o *checkOptions) failsNew(r *checker.Report) bool {
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.FailsNew() && f.Active() && f.Severity.Rank() >= o.failOn {
			return true
		}
	}
	for _, d := range r.Baseline.Dropped {
		if d.Disposition == nil || d.Disposition.State != finding.DispositionLive {
			return true
		}
	}
	return false
}
