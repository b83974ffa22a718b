package cli

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/tieout/tieout/checker"
)

func (c *command) anchor() *cli.Command {
	return &cli.Command{
		Name:      "anchor",
		Usage:     "tell where selectors stand in source texts that were edited, and correct them",
		UsageText: "tieout anchor [flags]",
		Description: `Looks every selector up in the source texts as they are now, and lists those
that stand elsewhere or nowhere. --fix rewrites the lines (and occurrences) of
those that can be placed without doubt, and the registered sha256 of a text
that was edited; every other byte of the fact files stays as it is.

tieout anchor --sources documents
tieout anchor --sources documents --fix

Exit codes: 0 all selectors stand, or do now; 1 some do not, or a text was
edited; 2 input that could not be used, or a wrong call; 3 the checker itself
failed; 130 or 143 interrupted.`,
		Flags: []cli.Flag{
			&cli.StringSliceFlag{Name: "facts", Usage: "read the fact files in `DIR` (repeatable; default: facts)"},
			&cli.StringFlag{Name: "sources", Usage: "look selectors up in the source texts in `DIR` (default: $TIEOUT_SOURCES)"},
			&cli.BoolFlag{Name: "fix", Usage: "correct the fact files in place", DisableDefaultText: true},
			&cli.StringFlag{Name: "lang", Usage: "print in `LANG`: en or ja (default: by $LC_ALL, $LC_MESSAGES, $LANG)"},
		},
		Action:          c.runAnchor,
		OnUsageError:    onUsageError,
		HideHelpCommand: true,
	}
}

func (c *command) runAnchor(ctx *cli.Context) error {
	opts, lang, err := c.anchorOptions(ctx)
	if err != nil {
		return err
	}
	all, err := checker.Relocate(ctx.Context, opts)
	if err != nil {
		return err
	}
	if err := ctx.Context.Err(); err != nil {
		return err
	}
	fix := ctx.Bool("fix")
	if all.Unusable > 0 {
		c.complain("some of the input could not be used, so its selectors were not looked up; see \"tieout check\"")
		if fix {
			return unusable("nothing corrected: with parts of the facts unread, their selectors would be left behind")
		}
	}
	if fix {
		if err := correct(all); err != nil {
			return err
		}
	}
	if _, err := fmt.Fprint(c.Stdout, relocated(all, fix, lang)); err != nil {
		return unwritable("print the anchors: %v", err)
	}
	c.code = anchorExit(all, fix)
	return nil
}

func (c *command) anchorOptions(ctx *cli.Context) (checker.Options, string, error) {
	o, lang, err := c.textOptions(ctx, "anchor")
	if err == nil && o.Sources == "" {
		err = wrongCall("anchor", "no source texts; name their folder with --sources DIR or TIEOUT_SOURCES")
	}
	return o, lang, err
}

// correct writes the fact files with their edits. All are made before any is
// written.
func correct(all *checker.Relocations) error {
	files, err := all.Files()
	if err != nil {
		return unusable("%v", err)
	}
	for _, file := range slices.Sorted(maps.Keys(files)) {
		if err := writeFile(filepath.FromSlash(file), files[file]); err != nil {
			return unwritable("correct the facts: %v", err)
		}
	}
	return nil
}

func anchorExit(all *checker.Relocations, fixed bool) int {
	code := ExitOK
	for _, r := range all.Sources {
		if len(r.Lost) > 0 || (len(r.Moved) > 0 || r.Edited()) && (!fixed || r.Doubtful) {
			code = ExitFindings
		}
	}
	if all.Unusable > 0 {
		code = ExitUsage
	}
	return code
}
