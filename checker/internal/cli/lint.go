package cli

import (
	"fmt"
	"io"
	"os"

	"github.com/urfave/cli/v2"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/lint"
	"github.com/tieout/tieout/checker/internal/report"
)

func (c *command) lint() *cli.Command {
	return &cli.Command{
		Name:      "lint",
		Usage:     "hold a folder of rules to the contract of rules",
		ArgsUsage: "[DIR]",
		UsageText: "tieout lint [flags] [DIR]",
		Description: `Reads the policies in DIR (default: policies) and says what of the contract
their METADATA, files, tests, examples or arithmetic do not keep.

tieout lint our
tieout lint policies --standalone --lang ja

Exit codes: 0 nothing to mend; 1 something to mend; 2 the policies cannot be used.`,
		Flags: []cli.Flag{
			standaloneFlag(),
			&cli.StringFlag{Name: "format", Value: "text", Usage: "print as `FORMAT`: text or json"},
			&cli.StringFlag{Name: "lang", Usage: "speak `LANG`: en or ja (default: by $LC_ALL, $LC_MESSAGES, $LANG)"},
		},
		Action:          c.runLint,
		OnUsageError:    onUsageError,
		HideHelpCommand: true,
	}
}

func (c *command) runLint(ctx *cli.Context) error {
	format, lang := ctx.String("format"), ctx.String("lang")
	if lang == "" {
		lang = c.language()
	}
	err := choose("lint", choice{"format", format, []string{"json", "text"}}, choice{"lang", lang, languages()})
	if err != nil {
		return err
	}
	dir, library, err := c.policyFolder(ctx, "lint")
	if err != nil {
		return err
	}
	problems, err := lint.Run(lint.Tree{Name: dir, FS: os.DirFS(dir)}, library)
	if err != nil {
		return unusable("read the policies: %v", err)
	}
	if len(problems) > 0 {
		c.code = max(c.code, ExitFindings)
	}
	return c.print(format, append([]checker.Finding{}, problems...), func(w io.Writer) error {
		return printProblems(w, problems, len(library.In(dir)), lang)
	})
}

// printProblems prints a problem a line, in the form that editors can jump to.
func printProblems(w io.Writer, problems []checker.Finding, rules int, lang string) error {
	for _, p := range problems {
		if _, err := fmt.Fprintf(w, "%s: %s\n", report.Escape(p.Location.String()), report.Escape(p.Message.In(lang))); err != nil {
			return err
		}
	}
	summary := fmt.Sprintf("%d to mend in %d rules", len(problems), rules)
	if lang == "ja" {
		summary = fmt.Sprintf("規則%d件、要修正%d件", rules, len(problems))
	}
	_, err := fmt.Fprintln(w, summary)
	return err
}
