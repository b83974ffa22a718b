package cli

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/report"
)

// checkOptions is a call of the verb check, understood.
type checkOptions struct {
	checker.Options
	format, lang  string
	colour, quiet bool
	// skipUnread passes over PATHs that are not among what was read.
	skipUnread bool
	// outcome is the file that takes what the run came to; empty for none.
	outcome string
	outputs []output
	// manifest is the file of the manifest; empty is none.
	manifest string
	// failOn is the rank of the least severity that fails the run; 0 is never.
	failOn int
	// close ends the reading of the base.
	close func()
	readers
}

// never is the value of --fail-on for which no finding fails the run.
const never = "never"

// checkOptions reads the flags and arguments, and looks whether what they name
// is there, so that a wrong call ends before any work.
func (c *command) checkOptions(ctx *cli.Context) (*checkOptions, error) {
	o := &checkOptions{
		format: ctx.String("format"), lang: ctx.String("lang"), quiet: ctx.Bool("quiet"),
		Options: checker.Options{Version: versionNumber(), PolicyTime: ctx.Duration("policy-timeout"), Cache: c.cacheDir(ctx), Stream: true},
	}
	if o.lang == "" {
		o.lang = c.language()
	}
	err := choose("check",
		choice{"format", o.format, report.Names()},
		choice{"lang", o.lang, languages()},
		choice{"fail-on", ctx.String("fail-on"), []string{"error", "warning", "note", never}},
		choice{"color", ctx.String("color"), []string{"auto", "always", never}})
	if err != nil {
		return nil, err
	}
	if ctx.IsSet("policy-timeout") && o.PolicyTime <= 0 {
		return nil, wrongCall("check", "--policy-timeout: %v is no time to work in", o.PolicyTime)
	}
	o.failOn = finding.Severity(ctx.String("fail-on")).Rank()
	o.colour = c.colours(ctx.String("color"))
	if err := c.readers(ctx, o); err != nil {
		return nil, err
	}
	return o, c.fill(ctx, o)
}

// choice is the value of a flag that allows only some.
type choice struct {
	flag, value string
	allowed     []string
}

// choose refuses the first value that its flag does not allow.
func choose(verb string, choices ...choice) error {
	for _, c := range choices {
		if !slices.Contains(c.allowed, c.value) {
			return wrongCall(verb, "--%s: unknown value %q; %s", c.flag, c.value, meant(c.value, c.allowed))
		}
	}
	return nil
}

func languages() []string { return []string{"en", "ja"} }

// textOptions reads what the verbs on source texts share: the facts, the texts
// and the language. They take no arguments.
func (c *command) textOptions(ctx *cli.Context, verb string, choices ...choice) (o checker.Options, lang string, err error) {
	if lang = ctx.String("lang"); lang == "" {
		lang = c.language()
	}
	if err := choose(verb, append(choices, choice{"lang", lang, languages()})...); err != nil {
		return o, lang, err
	}
	if ctx.NArg() > 0 {
		return o, lang, wrongCall(verb, "unexpected argument %q", ctx.Args().First())
	}
	if err := readFrom(ctx, &o); err != nil {
		return o, lang, err
	}
	o.Version = versionNumber()
	o.Sources, err = c.sources(ctx)
	return o, lang, err
}

// readFrom sets the folders that fact files are read from.
func readFrom(ctx *cli.Context, o *checker.Options) (err error) {
	facts := ctx.StringSlice("facts")
	if len(facts) == 0 {
		facts = []string{"facts"}
	}
	if o.Facts, err = relative("--facts", facts); err != nil {
		return err
	}
	o.FS = tree(o.Facts)
	return nil
}

// fill reads what concerns files and days.
func (c *command) fill(ctx *cli.Context, o *checkOptions) (err error) {
	if o.AsOf, err = c.asOf(ctx.String("as-of")); err != nil {
		return err
	}
	if err = readFrom(ctx, &o.Options); err != nil {
		return err
	}
	if o.Paths, err = relative("PATH", ctx.Args().Slice()); err != nil {
		return err
	}
	if err := o.hook(ctx); err != nil {
		return err
	}
	if o.Policies, err = folders("--policies", ctx.StringSlice("policies")); err != nil {
		return err
	}
	if err = c.chooseRules(ctx, &o.Options); err != nil {
		return err
	}
	if o.Sources, err = c.sources(ctx); err != nil {
		return err
	}
	if ctx.Bool("record") {
		if o.Sources == "" {
			return wrongCall("check", "--record: only what is verified in the source texts is recorded; give their folder with --sources")
		}
		o.Record = recordLock
	}
	if o.outputs, err = outputs(ctx.StringSlice("output")); err != nil {
		return err
	}
	if o.manifest, err = manifestPath(ctx.String("manifest"), o.outputs); err != nil {
		return err
	}
	o.newOnly = ctx.Bool("new-only")
	if o.close, err = c.against(ctx, "check", &o.Options); err != nil {
		return err
	}
	o.Audit = report.ShowsPasses(o.format) || slices.ContainsFunc(o.outputs, func(out output) bool { return report.ShowsPasses(out.format) })
	// The digest in the outcome is that of the whole report.
	o.Audit = o.Audit || o.outcome != ""
	return nil
}

// asOf reads a day; today, when none is given.
func (c *command) asOf(text string) (time.Time, error) {
	if text == "" {
		return c.Now().UTC(), nil
	}
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return time.Time{}, wrongCall("check", "--as-of: %q is not a date; write it as 2026-03-31", text)
	}
	return day, nil
}

// sources gives the folder of source texts: the flag's, else the environment's.
func (c *command) sources(ctx *cli.Context) (string, error) {
	flag, dir := "--sources", ctx.String("sources")
	if !ctx.IsSet("sources") {
		flag, dir = "TIEOUT_SOURCES", c.Getenv("TIEOUT_SOURCES")
		if dir == "" {
			return "", nil
		}
	}
	dirs, err := folders(flag, []string{dir})
	if err != nil {
		return "", err
	}
	return dirs[0], nil
}

// recordLock writes the lock file of anchors, as a whole or not at all.
func recordLock(file string, lock []byte) error {
	if err := writeFile(filepath.FromSlash(file), lock); err != nil {
		return unwritable("record the anchors: %v", err)
	}
	return nil
}

// folders looks whether folders exist.
func folders(flag string, dirs []string) ([]string, error) {
	for _, dir := range dirs {
		info, err := os.Stat(dir)
		switch {
		case err != nil:
			return nil, wrongCall("check", "%s: no such folder: %s", flag, dir)
		case !info.IsDir():
			return nil, wrongCall("check", "%s: %s is not a folder", flag, dir)
		}
	}
	return dirs, nil
}

func (o *checkOptions) write(w io.Writer, format string, r *checker.Report, colour bool, width int) error {
	f, ok := report.New(format, o.look(report.Options{Lang: o.lang, Colour: colour, Width: width, Files: o.FS}))
	if !ok {
		return wrongCall("check", "there is no format %s", format)
	}
	return f.Write(w, r)
}

// exit gives the exit code of a report.
func (o *checkOptions) exit(r *checker.Report) int {
	if r.Summary.InputErrors > 0 {
		return ExitUsage
	}
	if o.newOnly {
		if o.failOn > 0 && o.failsNew(r) {
			return ExitFindings
		}
		return ExitOK
	}
	for severity, n := range r.Summary.Findings {
		if n > 0 && o.failOn > 0 && severity.Rank() >= o.failOn {
			return ExitFindings
		}
	}
	return ExitOK
}

// language is that of the environment: Japanese where it says so, else English.
func (c *command) language() string {
	for _, variable := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := c.Getenv(variable); value != "" {
			if value == "ja" || strings.HasPrefix(value, "ja_") || strings.HasPrefix(value, "ja.") {
				return "ja"
			}
			return "en"
		}
	}
	return "en"
}

// colours decides on colours: the flag, then NO_COLOR, then CLICOLOR_FORCE,
// then whether a person is looking.
func (c *command) colours(flag string) bool {
	switch {
	case flag != "auto":
		return flag == "always"
	case c.Getenv("NO_COLOR") != "":
		return false
	}
	if force := c.Getenv("CLICOLOR_FORCE"); force != "" && force != "0" {
		return true
	}
	return c.Terminal && c.Getenv("TERM") != "dumb"
}
