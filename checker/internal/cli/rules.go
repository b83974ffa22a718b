package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/report"
)

func (c *command) rules() *cli.Command {
	return &cli.Command{
		Name:      "rules",
		Usage:     "list the rules, or explain one with its examples",
		ArgsUsage: "[ID]",
		UsageText: "tieout rules [flags] [ID]",
		Description: `Without an ID, lists every rule with its severity, its class (who has to act)
and its scope (what it sees at once).

tieout rules
tieout rules arithmetic/sum
tieout rules --policies our/policies --format json`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "format", Value: "text", Usage: "print as `FORMAT`: text or json"},
			&cli.StringSliceFlag{Name: "policies", Usage: "also list the policies in `DIR` (repeatable)"},
		},
		Action:          c.runRules,
		OnUsageError:    onUsageError,
		HideHelpCommand: true,
	}
}

func (c *command) runRules(ctx *cli.Context) error {
	format := ctx.String("format")
	if format != "text" && format != "json" {
		return wrongCall("rules", "--format: unknown value %q; %s", format, meant(format, []string{"json", "text"}))
	}
	dirs, err := folders("--policies", ctx.StringSlice("policies"))
	if err != nil {
		return err
	}
	if ctx.NArg() > 1 {
		return wrongCall("rules", "one rule at a time: %q is too many", ctx.Args().Get(1))
	}
	library, problems, err := checker.OpenLibrary(checker.Options{Policies: dirs})
	if err != nil {
		return err
	}
	for _, p := range problems {
		c.complain(fmt.Sprintf("%s: %s", p.Location, p.Message.EN))
		c.code = ExitUsage
	}
	if ctx.NArg() == 0 {
		rules := library.Rules()
		return c.print(format, rules, func(w io.Writer) error { return listRules(w, rules) })
	}
	e, err := library.Explain(ctx.Args().First())
	if unknown, ok := errors.AsType[*checker.UnknownRuleError](err); ok {
		return wrongCall("rules", "unknown rule %q; %s", unknown.ID, meant(unknown.ID, unknown.Known))
	}
	if err != nil {
		return err
	}
	return c.print(format, e, func(w io.Writer) error { return explainRule(w, e) })
}

// print prints a value on standard output, as JSON or by the function for text.
func (c *command) print(format string, value any, text func(io.Writer) error) error {
	write := text
	if format == "json" {
		write = func(w io.Writer) error {
			e := json.NewEncoder(w)
			e.SetEscapeHTML(false)
			e.SetIndent("", "  ")
			return e.Encode(value)
		}
	}
	if err := write(c.Stdout); err != nil {
		return unwritable("print: %v", err)
	}
	return nil
}

func listRules(w io.Writer, rules []checker.Rule) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range rules {
		_, err := fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\n", report.Escape(r.ID), r.Severity, r.Class, r.Scope, report.Escape(r.Title))
		if err != nil {
			return err
		}
	}
	return t.Flush()
}
