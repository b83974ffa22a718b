package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/tieout/tieout/checker/internal/lazy"
	"github.com/tieout/tieout/checker/internal/report"
	"github.com/tieout/tieout/checker/internal/starter"
)

func (c *command) initProject() *cli.Command {
	return &cli.Command{
		Name:      "init",
		Usage:     "begin a folder of facts that is checked as it stands",
		ArgsUsage: "[DIR]",
		UsageText: "tieout init [DIR]",
		Description: `Writes a made-up document and the facts drawn from it, the registries of sources,
entities and concepts, settings, a GitHub workflow and a pre-commit
configuration into DIR (default: here). They hold together but for one note, to
learn from: the fact file says how to mend it. No file that is there is touched.

tieout init
tieout init city && cd city && tieout check --sources documents`,
		Action:          c.runInit,
		OnUsageError:    onUsageError,
		HideHelpCommand: true,
	}
}

func (c *command) runInit(ctx *cli.Context) error {
	if ctx.NArg() > 1 {
		return wrongCall("init", "one folder at a time: %q is too many", ctx.Args().Get(1))
	}
	dir := "."
	if ctx.NArg() == 1 {
		if dir = ctx.Args().First(); dir == "" {
			return wrongCall("init", "the folder's name is empty")
		}
	}
	files, err := starter.Project(reference())
	if err != nil {
		return err
	}
	kept, err := inTheWay(dir, files)
	if err != nil {
		return err
	}
	for _, f := range files {
		path := filepath.Join(dir, filepath.FromSlash(f.Path))
		line := "wrote " + path
		if slices.Contains(kept, f.Path) {
			line = "kept  " + path + ", which is there already"
		} else if err := create(path, f.Data); err != nil {
			return unusable("begin the project: %v", err)
		}
		if _, err := fmt.Fprintln(c.Stdout, report.Escape(line)); err != nil {
			return unusable("print: %v", err)
		}
	}
	return c.nextSteps(dir)
}

// inTheWay lists the files that can stay as they are. Any other file that is
// there is an error, before anything is written.
func inTheWay(dir string, files []starter.File) (kept []string, err error) {
	for _, f := range files {
		path := filepath.Join(dir, filepath.FromSlash(f.Path))
		_, err := os.Lstat(path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return nil, unusable("begin the project: %v", err)
		case !f.Optional:
			return nil, wrongCall("init", "%s is there already; begin in another folder, as in: tieout init DIR", path)
		default:
			kept = append(kept, f.Path)
		}
	}
	return kept, nil
}

func (c *command) nextSteps(dir string) error {
	enter := ""
	if dir != "." {
		enter = "  cd " + report.Escape(dir) + "\n"
	}
	_, err := fmt.Fprintf(c.Stdout, `
Next:
%s  tieout check --sources documents     tells one note; facts/letter-2025.yaml says how to mend it
  tieout coverage --sources documents  tells what of the document is accounted for
`, enter)
	if err != nil {
		return unusable("print: %v", err)
	}
	return nil
}

// reTag matches the tags of releases.
var reTag = lazy.Regexp(`^v[0-9]+\.[0-9]+\.[0-9]+(-(alpha|beta|rc)[0-9.]*)?$`)

// reCommit matches a commit that was built from as it stands.
var reCommit = lazy.Regexp(`^[0-9a-f]{40}$`)

// reference is what names this very version in its repository: the tag of a
// release, else the commit, else the branch that it may come from.
func reference() string {
	if v := versionNumber(); reTag().MatchString(v) {
		return v
	}
	if stamp, _ := build(); reCommit().MatchString(stamp) {
		return stamp
	}
	return "main"
}
