package cli

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/tieout/tieout/checker"
)

// settingsFile is where the settings of a project are looked for.
const settingsFile = "tieout.yaml"

// ruleFlags choose and set rules.
func ruleFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringSliceFlag{Name: "rule", Usage: "run only the rule `ID`, or family/* (repeatable)"},
		&cli.StringSliceFlag{Name: "skip", Usage: "leave out the rule `ID`, or family/* (repeatable); reports say so"},
		settingsFlag(),
	}
}

func settingsFlag() cli.Flag {
	return &cli.StringFlag{Name: "settings", Usage: "read what the project has set for the rules from `FILE` (default: " + settingsFile + ", if it is there)"}
}

// chooseRules reads the flags on rules, and opens the policies to see whether
// what they name is there.
func (c *command) chooseRules(ctx *cli.Context, o *checker.Options) error {
	o.Rules, o.Skip = ctx.StringSlice("rule"), ctx.StringSlice("skip")
	if err := c.findSettings(ctx, o); err != nil {
		return err
	}
	if len(o.Rules)+len(o.Skip) == 0 {
		return nil
	}
	// Problems with policies are the run's to report.
	library, _, err := checker.OpenLibrary(*o)
	if err != nil {
		return err
	}
	for flag, patterns := range map[string][]string{"--rule": o.Rules, "--skip": o.Skip} {
		if unknown := library.Unmatched(patterns); len(unknown) > 0 {
			return wrongCall("check", "%s: no rule is called %q; %s", flag, unknown[0], nearRule(unknown[0], library))
		}
	}
	return nil
}

// nearRule asks after the rule or family that is nearest to a pattern.
func nearRule(pattern string, library *checker.Library) string {
	var ids []string
	for _, r := range library.Rules() {
		family, _, _ := strings.Cut(r.ID, "/")
		ids = append(ids, r.ID, family+"/*")
	}
	return strings.Replace(meant(pattern, ids), "there are: "+strings.Join(ids, ", "), `see "tieout rules"`, 1)
}

// findSettings names the settings file: that of the flag, else the one in the
// working directory, if there is any.
func (c *command) findSettings(ctx *cli.Context, o *checker.Options) error {
	file := ctx.String("settings")
	if !ctx.IsSet("settings") {
		if _, err := os.Stat(settingsFile); errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		file = settingsFile
	}
	files, err := relative("--settings", []string{file})
	if err != nil {
		return err
	}
	if err := exist("--settings", files); err != nil {
		return err
	}
	o.Settings, o.FS = files[0], tree(append(slices.Clip(o.Facts), files...))
	return nil
}
