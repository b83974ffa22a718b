package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/ruletest"
	"github.com/tieout/tieout/policies"
)

func (c *command) test() *cli.Command {
	return &cli.Command{
		Name:      "test",
		Usage:     "test a folder of rules: Rego tests, coverage, examples",
		ArgsUsage: "[DIR]",
		UsageText: "tieout test [flags] [DIR]",
		Description: `Runs the Rego tests of the policies in DIR (default: policies) with the
coverage of their lines, and the examples of each rule under the real checker.

tieout new rule sales/shares --policies our && tieout test our
tieout test our --min-coverage 98
tieout test policies --standalone

Exit codes: 0 all passed; 1 something failed; 2 the policies cannot be used.`,
		Flags: []cli.Flag{
			&cli.IntFlag{Name: "min-coverage", Usage: "fail when tests reach less than `PERCENT` of the policies' lines", DefaultText: "0"},
			&cli.BoolFlag{Name: "mutate", Usage: "also break each rule in one place at a time, and tell what no test notices", DisableDefaultText: true},
			&cli.IntFlag{Name: "min-killed", Usage: "fail when tests notice less than `PERCENT` of those breaks", DefaultText: "0"},
			standaloneFlag(),
			&cli.StringFlag{Name: "format", Value: "text", Usage: "print as `FORMAT`: text or json"},
		},
		Action:          c.runTest,
		OnUsageError:    onUsageError,
		HideHelpCommand: true,
	}
}

func standaloneFlag() cli.Flag {
	return &cli.BoolFlag{Name: "standalone", Usage: "let DIR stand in place of the built-in policies", DisableDefaultText: true}
}

// defaultPolicies is where the verbs on policies look when nothing is named.
const defaultPolicies = "policies"

// policyFolder reads the folder that a verb on policies works in, and the
// library that it makes with the built-in policies.
func (c *command) policyFolder(ctx *cli.Context, verb string) (string, *checker.Library, error) {
	if ctx.NArg() > 1 {
		return "", nil, wrongCall(verb, "one folder at a time: %q is too many", ctx.Args().Get(1))
	}
	dir := defaultPolicies
	if ctx.NArg() == 1 {
		dir = ctx.Args().First()
	}
	dirs, err := folders("DIR", []string{dir})
	if err != nil {
		return "", nil, err
	}
	library, problems, err := checker.OpenLibrary(checker.Options{Policies: dirs, Standalone: ctx.Bool("standalone")})
	if err != nil {
		return "", nil, err
	}
	for _, p := range problems {
		c.complain(fmt.Sprintf("%s: %s", p.Location, p.Message.EN))
		c.code = ExitUsage
	}
	return filepath.ToSlash(filepath.Clean(dir)), library, nil
}

// tested is the outcome of the verb test.
type tested struct {
	Tests    []ruletest.Test     `json:"tests"`
	Coverage []ruletest.Coverage `json:"coverage"`
	Examples []ruletest.Example  `json:"examples"`
	// Mutants are there only when they were asked for.
	Mutants []ruletest.Mutant `json:"mutants,omitempty"`
}

// least is what a folder of rules is asked to reach, in percent.
type least struct{ coverage, killed int }

func (c *command) runTest(ctx *cli.Context) error {
	format := ctx.String("format")
	if err := choose("test", choice{"format", format, []string{"json", "text"}}); err != nil {
		return err
	}
	asked := least{ctx.Int("min-coverage"), ctx.Int("min-killed")}
	for flag, percent := range map[string]int{"min-coverage": asked.coverage, "min-killed": asked.killed} {
		if percent < 0 || percent > 100 {
			return wrongCall("test", "--%s: %d is no percentage", flag, percent)
		}
	}
	dir, library, err := c.policyFolder(ctx, "test")
	if err != nil || c.code != ExitOK {
		return err
	}
	trees := []ruletest.Tree{{Name: dir, FS: os.DirFS(dir), Tests: true}}
	if !ctx.Bool("standalone") {
		trees = append(trees, ruletest.Tree{Name: defaultPolicies, FS: policies.FS})
	}
	outcome, err := try(ctx.Context, trees, library, dir)
	if err != nil {
		return err
	}
	if ctx.Bool("mutate") {
		if outcome.Mutants, err = ruletest.Mutants(ctx.Context, trees); err != nil {
			return err
		}
	}
	if !outcome.passed(asked) {
		c.code = ExitFindings
	}
	return c.print(format, outcome, func(w io.Writer) error { return outcome.print(w, asked) })
}

// try runs the tests of the trees and the examples of the rules in dir.
func try(ctx context.Context, trees []ruletest.Tree, library *checker.Library, dir string) (*tested, error) {
	var t tested
	var err error
	if t.Tests, t.Coverage, err = ruletest.Rego(ctx, trees); err != nil {
		return nil, err
	}
	for _, r := range library.In(dir) {
		e, err := library.Explain(r.ID)
		if err != nil {
			return nil, err
		}
		examples, err := ruletest.Examples(ctx, library, e)
		if err != nil {
			return nil, err
		}
		t.Examples = append(t.Examples, examples...)
	}
	return &t, nil
}

func (t *tested) lines() (covered, lines int) {
	for _, f := range t.Coverage {
		covered += f.Covered
		lines += f.Lines
	}
	return covered, lines
}

func (t *tested) failed() (tests, examples int) {
	for _, x := range t.Tests {
		if !x.Passed {
			tests++
		}
	}
	for _, x := range t.Examples {
		if len(x.Problems) > 0 {
			examples++
		}
	}
	return tests, examples
}

// detail prints what there is to say below a line, if anything.
func (p page) detail(text string) {
	if text != "" {
		p.block(2, text)
	}
}
