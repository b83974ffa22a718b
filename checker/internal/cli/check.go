package cli

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/report"
)

func (c *command) check() *cli.Command {
	return &cli.Command{
		Name:      "check",
		Usage:     "check facts and report what does not hold together",
		ArgsUsage: "[PATH...]",
		UsageText: "tieout check [flags] [PATH...]",
		Description: `Reads the fact files, checks them, and reports the findings. A PATH restricts
what is reported to that file or folder; what is read stays the same.

tieout check
tieout check facts/budget.yaml --lang ja
tieout check --facts city/facts --sources city/documents --fail-on error
tieout check --sources documents --record
tieout check --against origin/main --new-only
tieout check --group rule --explain
tieout check --output sarif=tieout.sarif --output junit=tieout.xml
tieout check --output json=report.json --manifest manifest.json

On a terminal, a longer run shows how far it is, how fast, and the time that is
left; not with --quiet, nor where CI, PRE_COMMIT or NO_PROGRESS is set.

Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 input that could
not be used, or a wrong call; 3 an output could not be written, or the checker
itself failed; 130 interrupted by Ctrl-C, 143 by SIGTERM.`,
		Flags:           slices.Concat(c.checkFlags(), ruleFlags(), baselineFlags(), []cli.Flag{newOnlyFlag()}, readerFlags(), hookFlags()),
		Action:          c.runCheck,
		OnUsageError:    onUsageError,
		HideHelpCommand: true,
	}
}

func (c *command) checkFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringSliceFlag{Name: "facts", Usage: "read the fact files in `DIR` (repeatable; default: facts)"},
		&cli.StringSliceFlag{Name: "policies", Usage: "also run the policies in `DIR` (repeatable); they are code, so run only those you trust"},
		&cli.StringFlag{Name: "sources", Usage: "verify figures in the source texts in `DIR` (default: $TIEOUT_SOURCES)"},
		&cli.BoolFlag{Name: "record", Usage: "record what was verified in --sources in the lock file of the facts, anchors.lock", DisableDefaultText: true},
		&cli.StringFlag{Name: "format", Value: "text", Usage: "print the report as `FORMAT`: " + strings.Join(report.Names(), ", ")},
		&cli.StringSliceFlag{Name: "output", Usage: "also write the report as `FORMAT=FILE` (repeatable)"},
		manifestFlag(),
		&cli.StringFlag{Name: "fail-on", Value: "warning", Usage: "exit with 1 at findings of `SEVERITY` or graver: error, warning, note, or never"},
		&cli.StringFlag{Name: "lang", Usage: "report in `LANG`: en or ja (default: by $LC_ALL, $LC_MESSAGES, $LANG)"},
		&cli.StringFlag{Name: "as-of", Usage: "measure the expiry of decisions against `DATE`, YYYY-MM-DD (default: today, UTC)"},
		&cli.StringFlag{Name: "color", Value: "auto", Usage: "colour the text `WHEN`: auto, always or never; auto heeds $NO_COLOR and $CLICOLOR_FORCE"},
		&cli.DurationFlag{Name: "policy-timeout", Usage: "stop a policy that takes longer than `TIME` on one document, as in 10s", DefaultText: "30s"},
		cacheFlag(),
		&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "print no text when there is nothing to report, no progress and no elapsed time", DisableDefaultText: true},
	}
}

func (c *command) runCheck(ctx *cli.Context) error {
	o, err := c.checkOptions(ctx)
	if err != nil {
		return err
	}
	defer o.close()
	began := c.Now()
	o.Progress = c.watch(o.lang, o.quiet, o.Cache != "")
	r, err := checker.Run(ctx.Context, o.Options)
	defer func() { _ = r.Close() }() // nobody reads it any more
	c.erase()
	if err != nil {
		return misnamed(err, &o.Options)
	}
	if !o.skipUnread {
		if err := covered(o.Paths, r, o.Facts); err != nil {
			return err
		}
	}
	if c.code, err = c.deliver(ctx.Context, o, r, began); err != nil {
		return err
	}
	if o.exit(r) == ExitUsage && r.Summary.Hidden > 0 {
		c.complain("some input could not be used; its findings may lie outside the PATHs")
	}
	if err := c.tellOutcome(o.outcome, r); err != nil {
		return err
	}
	if !o.quiet {
		// The exit code says what matters, whether or not this line arrives.
		_, _ = fmt.Fprintf(c.Stderr, "%s\n", elapsed(c.Now().Sub(began), o.lang))
	}
	return nil
}

func elapsed(d time.Duration, lang string) string {
	if lang == "ja" {
		return fmt.Sprintf("%.2f秒で検査しました", d.Seconds())
	}
	return fmt.Sprintf("checked in %.2f s", d.Seconds())
}

func (o *checkOptions) anyActive(r *checker.Report) bool {
	for f, err := range r.EachFinding() {
		// One that cannot be read is told of when it is printed.
		if err != nil || f.Active() && (!o.newOnly || f.FailsNew()) {
			return true
		}
	}
	return false
}
