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

// chooseRules reads the flags on rules. Whether what they name is there, the run
// tells.
func (c *command) chooseRules(ctx *cli.Context, o *checker.Options) error {
	o.Rules, o.Skip = ctx.StringSlice("rule"), ctx.StringSlice("skip")
	return c.findSettings(ctx, o)
}

// misnamed makes a wrong call of a run that ended at the name of a rule; any
// other error stays.
func misnamed(err error, o *checker.Options) error {
	unknown, ok := errors.AsType[*checker.UnknownRuleError](err)
	if !ok {
		return err
	}
	flag := "--skip"
	if slices.Contains(o.Rules, unknown.ID) {
		flag = "--rule"
	}
	if unknown.Form {
		return wrongCall("check", "%s: %s looks at the form of files, and always runs", flag, unknown.ID)
	}
	return wrongCall("check", "%s: no rule is called %q; %s", flag, unknown.ID, nearRule(unknown))
}

// nearRule asks after the rule or family that is nearest to a pattern.
func nearRule(unknown *checker.UnknownRuleError) string {
	var names []string
	for _, id := range unknown.Known {
		family, _, _ := strings.Cut(id, "/")
		names = append(names, id, family+"/*")
	}
	return strings.Replace(meant(unknown.ID, names), "there are: "+strings.Join(names, ", "), `see "tieout rules"`, 1)
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
