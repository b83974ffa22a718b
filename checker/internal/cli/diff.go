package cli

import (
	"bytes"
	"errors"
	"fmt"
	"os"

	"github.com/urfave/cli/v2"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/compare"
	"github.com/tieout/tieout/checker/internal/report"
)

func (c *command) diff() *cli.Command {
	return &cli.Command{
		Name:      "diff",
		Usage:     "tell what appeared, went and changed between two reports",
		ArgsUsage: "OLD.json NEW.json",
		UsageText: "tieout diff [flags] OLD.json NEW.json",
		Description: `Compares the findings of two reports in the JSON format, by fingerprint: those
that are new, those that are gone, and those whose evidence, severity or
decision changed, with the figures before and after.

tieout diff last-month.json report.json
tieout diff last-month.json report.json --format html --output changes.html

Exit codes: 0 the findings are the same; 1 they differ; 2 a report could not be
read, or a wrong call; 3 the checker itself failed; 130 or
143 interrupted.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "format", Value: "text", Usage: "print as `FORMAT`: html, markdown or text"},
			&cli.StringFlag{Name: "output", Usage: "write to `FILE` instead of printing"},
			&cli.StringFlag{Name: "lang", Usage: "print in `LANG`: en or ja (default: by $LC_ALL, $LC_MESSAGES, $LANG)"},
			&cli.StringFlag{Name: "color", Value: "auto", Usage: "colour the text `WHEN`: auto, always or never; auto heeds $NO_COLOR and $CLICOLOR_FORCE"},
		},
		Action:          c.runDiff,
		OnUsageError:    onUsageError,
		HideHelpCommand: true,
	}
}

func (c *command) runDiff(ctx *cli.Context) error {
	format, lang := ctx.String("format"), ctx.String("lang")
	if lang == "" {
		lang = c.language()
	}
	err := choose("diff", choice{"format", format, report.DiffNames()}, choice{"lang", lang, languages()},
		choice{"color", ctx.String("color"), []string{"auto", "always", never}})
	if err != nil {
		return err
	}
	if ctx.NArg() != 2 {
		return wrongCall("diff", "two reports are compared, the older one first; named: %d", ctx.NArg())
	}
	if file := ctx.String("output"); file != "" {
		if err := writable("diff", "--output", file); err != nil {
			return err
		}
	}
	d := report.Diff{OldName: ctx.Args().Get(0), NewName: ctx.Args().Get(1)}
	if d.Old, err = readReport(d.OldName); err != nil {
		return err
	}
	if d.New, err = readReport(d.NewName); err != nil {
		return err
	}
	if err := ctx.Context.Err(); err != nil {
		return err
	}
	d.Changes = compare.Compare(d.Old, d.New)
	if err := c.deliverDiff(ctx, format, lang, d); err != nil {
		return err
	}
	if d.Differs() {
		c.code = ExitFindings
	}
	return nil
}

// deliverDiff prints a difference, or writes it into a file.
func (c *command) deliverDiff(ctx *cli.Context, format, lang string, d report.Diff) error {
	file := ctx.String("output")
	look := report.Options{Lang: lang}
	if file == "" {
		look.Colour, look.Width = c.colours(ctx.String("color")), c.Width
	}
	var b bytes.Buffer
	if err := report.WriteDiff(&b, format, d, look); err != nil {
		return err
	}
	if file != "" {
		if err := writeFile(file, b.Bytes()); err != nil {
			return unwritable("write the difference: %v", err)
		}
		return nil
	}
	text := b.String()
	if format == "text" && c.Getenv("GITHUB_ACTIONS") == "true" {
		text = report.Fence(text)
	}
	if _, err := fmt.Fprint(c.Stdout, text); err != nil {
		return unwritable("print the difference: %v", err)
	}
	return nil
}

// readReport reads a report in the JSON format.
func readReport(file string) (*checker.Report, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, unusable("%v", err)
	}
	r, err := compare.Read(f)
	// Opened for reading only: closing it cannot lose anything.
	_ = f.Close()
	if fault, ok := errors.AsType[*compare.ReadError](err); ok {
		if fault.Line > 0 {
			file = fmt.Sprintf("%s:%d:%d", file, fault.Line, fault.Column)
		}
		return nil, &usageError{fmt.Sprintf("%s: %s", file, fault.Message), `a report is written by "tieout check --output json=FILE"`}
	}
	if err != nil {
		return nil, unusable("read the report: %v", err)
	}
	return r, nil
}
