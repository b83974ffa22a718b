package cli

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"github.com/tieout/tieout/checker/internal/cache"
)

func (c *command) cache() *cli.Command {
	return &cli.Command{
		Name:      "cache",
		Usage:     "tell where results are kept, and how much they take",
		UsageText: "tieout cache [clean]",
		Description: `Results of checks are kept for later checks of the same facts by the same
policies, in the folder $TIEOUT_CACHE, else in the user's cache directory. A
check gives the same report with and without them.

tieout cache          print the folder, the number of entries and their size
tieout cache clean    remove all entries`,
		Subcommands: []*cli.Command{{
			Name: "clean", Usage: "remove all entries", Action: c.cleanCache, OnUsageError: onUsageError, HideHelpCommand: true,
		}},
		Action:          c.showCache,
		OnUsageError:    onUsageError,
		HideHelpCommand: true,
	}
}

func cacheFlag() cli.Flag {
	return &cli.BoolFlag{Name: "no-cache", Usage: "work out everything anew, and keep nothing for later", DisableDefaultText: true}
}

// cacheDir gives the folder of the cache for a check; without one, nothing is
// kept.
func (c *command) cacheDir(ctx *cli.Context) string {
	if ctx.Bool("no-cache") {
		return ""
	}
	dir, err := cache.Dir(c.Getenv)
	if err != nil {
		return ""
	}
	return dir
}

func (c *command) showCache(ctx *cli.Context) error {
	if ctx.NArg() > 0 {
		return wrongCall("cache", "unexpected argument %q", ctx.Args().First())
	}
	dir, err := cache.Dir(c.Getenv)
	if err != nil {
		return unusable("%v", err)
	}
	entries, size, err := cache.Open(dir).Size()
	if err != nil {
		return unusable("%v", err)
	}
	_, err = fmt.Fprintf(c.Stdout, "%s\n%d entries, %.1f MB of at most %d\n", dir, entries, float64(size)/1e6, cache.MaxBytes/1_000_000)
	return err
}

func (c *command) cleanCache(ctx *cli.Context) error {
	if ctx.NArg() > 0 {
		return wrongCall("cache", "unexpected argument %q", ctx.Args().First())
	}
	dir, err := cache.Dir(c.Getenv)
	if err != nil {
		return unusable("%v", err)
	}
	if err := cache.Open(dir).Clean(); err != nil {
		return unusable("%v", err)
	}
	return nil
}
