package cli

import (
	"fmt"
	"runtime/debug"

	"github.com/urfave/cli/v2"

	"github.com/tieout/tieout/checker"
)

// release and commit are the version and the commit that it was built from,
// where the linker sets them; else the build knows.
var release, commit string

func (c *command) version() *cli.Command {
	return &cli.Command{
		Name:      "version",
		Usage:     "print the version, the commit, and the digest of the policies",
		UsageText: "tieout version",
		Description: `Two versions with the same policy digest run the same policies.

tieout version`,
		Action: func(ctx *cli.Context) error {
			if ctx.NArg() > 0 {
				return wrongCall("version", "unexpected argument %q", ctx.Args().First())
			}
			return c.printVersion()
		},
		OnUsageError:    onUsageError,
		HideHelpCommand: true,
	}
}

func (c *command) printVersion() error {
	stamp, goVersion := build()
	_, err := fmt.Fprintf(c.Stdout, "tieout   %s\ncommit   %s\npolicies sha256:%s\ngo       %s\n",
		versionNumber(), stamp, checker.PolicyDigest(), goVersion)
	if err != nil {
		return unwritable("print the version: %v", err)
	}
	return nil
}

func versionNumber() string {
	if release != "" {
		return release
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

// build gives the commit that the command was built from, and Go's version.
func build() (stamp, goVersion string) {
	stamp = "unknown"
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return stamp, "unknown"
	}
	if commit != "" {
		return commit, info.GoVersion
	}
	modified := ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			stamp = s.Value
		case s.Key == "vcs.modified" && s.Value == "true":
			modified = " (modified)"
		}
	}
	return stamp + modified, info.GoVersion
}
