package cli

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/report"
	"github.com/tieout/tieout/checker/internal/rulebook"
)

// docsPage is the name of the page in a rule's folder, and of the index in
// that of the policies: what code hosts show for a folder.
const docsPage = "README.md"

func (c *command) docs() *cli.Command {
	return &cli.Command{
		Name:      "docs",
		Usage:     "write the pages of a folder of rules, and their index",
		ArgsUsage: "[DIR]",
		UsageText: "tieout docs [flags] [DIR]",
		Description: `Writes a page into the folder of each rule in DIR (default: policies), and an
index into DIR, from their METADATA and from what their examples give. With
--facts the index counts what the rules came to over those facts.

tieout docs our
tieout docs policies --standalone --facts facts`,
		Flags: []cli.Flag{
			standaloneFlag(),
			&cli.StringSliceFlag{Name: "facts", Usage: "count over the facts in `DIR` (repeatable)"},
		},
		Action:          c.runDocs,
		OnUsageError:    onUsageError,
		HideHelpCommand: true,
	}
}

func (c *command) runDocs(ctx *cli.Context) error {
	dir, library, err := c.policyFolder(ctx, "docs")
	if err != nil || c.code != ExitOK {
		return err
	}
	var rules []*checker.Explanation
	for _, r := range library.In(dir) {
		e, err := library.Explain(r.ID)
		if err != nil {
			return err
		}
		rules = append(rules, e)
		text, err := rulebook.Page(ctx.Context, library, e)
		if err != nil {
			return err
		}
		if err := c.put(filepath.Join(filepath.Dir(filepath.FromSlash(r.Location)), docsPage), text); err != nil {
			return err
		}
	}
	counted, facts, err := c.counted(ctx.Context, ctx, library)
	if err != nil {
		return err
	}
	text, err := rulebook.Index(rules, facts, counted)
	if err != nil {
		return err
	}
	return c.put(filepath.Join(filepath.FromSlash(dir), docsPage), text)
}

// counted checks the facts that the index is to count over, if any.
func (c *command) counted(ctx context.Context, flags *cli.Context, library *checker.Library) (*checker.Report, string, error) {
	if !flags.IsSet("facts") {
		return nil, "", nil
	}
	o := checker.Options{Library: library, Version: versionNumber(), AsOf: c.Now()}
	if err := readFrom(flags, &o); err != nil {
		return nil, "", err
	}
	r, err := checker.Run(ctx, o)
	return r, filepath.Base(o.Facts[0]), err
}

// put writes a page and names it.
func (c *command) put(file string, text []byte) error {
	if err := writeFile(file, text); err != nil {
		return unwritable("write the pages: %v", err)
	}
	if _, err := fmt.Fprintln(c.Stdout, report.Escape(filepath.ToSlash(file))); err != nil {
		return unwritable("print: %v", err)
	}
	return nil
}
