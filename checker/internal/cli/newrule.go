package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/tieout/tieout/checker/internal/report"
	"github.com/tieout/tieout/checker/internal/scaffold"
)

func (c *command) newRule() *cli.Command {
	return &cli.Command{
		Name:      "new",
		Usage:     "begin a rule that passes its tests as it stands",
		ArgsUsage: "rule FAMILY/NAME",
		UsageText: "tieout new rule [flags] FAMILY/NAME",
		Description: `Writes a rule, its tests and its examples into a folder of their own, for you
to change. No file that is there is touched.

tieout new rule sales/shares-of-shops --policies our
tieout test our
tieout check --policies our`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "policies", Value: defaultPolicies, Usage: "write below `DIR`"},
		},
		Action:          c.runNew,
		OnUsageError:    onUsageError,
		HideHelpCommand: true,
	}
}

func (c *command) runNew(ctx *cli.Context) error {
	args := ctx.Args().Slice()
	if len(args) != 2 || args[0] != "rule" {
		return wrongCall("new", "say what to begin: tieout new rule FAMILY/NAME")
	}
	files, err := scaffold.Rule(args[1])
	if wrong, ok := errors.AsType[*scaffold.IDError](err); ok {
		return wrongCall("new", "%v", wrong)
	}
	if err != nil {
		return err
	}
	var paths []string
	for _, f := range files {
		path := filepath.Join(ctx.String("policies"), filepath.FromSlash(f.Path))
		if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
			return wrongCall("new", "%s is there already", path)
		}
		paths = append(paths, path)
	}
	for i, f := range files {
		if err := create(paths[i], f.Data); err != nil {
			return unusable("begin the rule: %v", err)
		}
		if _, err := fmt.Fprintln(c.Stdout, report.Escape(paths[i])); err != nil {
			return unwritable("print: %v", err)
		}
	}
	return nil
}

// create writes a file that must not be there, and the folders above it.
func create(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}
