package cli

import (
	"fmt"
	"io"
	"math/big"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/tieout/tieout/checker"
)

func (c *command) coverage() *cli.Command {
	return &cli.Command{
		Name:      "coverage",
		Usage:     "tell what of the source texts the facts account for",
		UsageText: "tieout coverage [flags]",
		Description: `Reads the source texts token by token: numbers, words with digits, labels,
citation markers, note pointers, and the addresses of reference lists. Each is
drawn by facts, set aside by the source's own list, or unaccounted.

tieout coverage --sources city/documents
tieout coverage --sources city/documents --min-coverage 100
tieout coverage --format json

Exit codes: 0 told; 1 a source is below --min-coverage; 2 input that could not
be used, a text that is not at hand, or a wrong call; 3 the checker itself failed;
130 or 143 interrupted. Without --min-coverage, 2 only when no text at all is at hand.`,
		Flags: []cli.Flag{
			&cli.StringSliceFlag{Name: "facts", Usage: "read the fact files in `DIR` (repeatable; default: facts)"},
			&cli.StringFlag{Name: "sources", Usage: "read the source texts in `DIR` (default: $TIEOUT_SOURCES)"},
			&cli.StringFlag{Name: "min-coverage", Usage: "exit with 1 when less than `PERCENT` of a source's tokens is accounted for"},
			&cli.StringFlag{Name: "format", Value: "text", Usage: "print as `FORMAT`: text or json"},
			&cli.StringFlag{Name: "lang", Usage: "print in `LANG`: en or ja (default: by $LC_ALL, $LC_MESSAGES, $LANG)"},
		},
		Action:          c.runCoverage,
		OnUsageError:    onUsageError,
		HideHelpCommand: true,
	}
}

func (c *command) runCoverage(ctx *cli.Context) error {
	opts, lang, err := c.textOptions(ctx, "coverage", choice{"format", ctx.String("format"), []string{"json", "text"}})
	if err != nil {
		return err
	}
	least, err := percent(ctx.String("min-coverage"))
	if err != nil {
		return err
	}
	opts.Progress = c.watch(lang, false, false)
	r, err := checker.Coverage(ctx.Context, opts)
	c.erase()
	if err != nil {
		return err
	}
	if err := ctx.Context.Err(); err != nil {
		return err
	}
	text := func(w io.Writer) error { return writeCoverage(w, r, lang) }
	if err := c.print(ctx.String("format"), r, text); err != nil {
		return err
	}
	c.code = c.covers(r, least)
	return nil
}

// percent reads a percentage exactly; nil means that none is given.
func percent(text string) (*big.Rat, error) {
	if text == "" {
		return nil, nil
	}
	x, ok := new(big.Rat).SetString(strings.TrimSuffix(text, "%"))
	if !ok || len(text) > 20 || x.Sign() < 0 || x.Cmp(big.NewRat(100, 1)) > 0 {
		return nil, wrongCall("coverage", "--min-coverage: %q is no percentage; write a number from 0 to 100", text)
	}
	return x, nil
}

// covers gives the exit code, and says what brought it about.
func (c *command) covers(r *checker.CoverageReport, least *big.Rat) (code int) {
	measured := r.Measured()
	if measured == 0 {
		c.complain("no source text is at hand, so coverage is not known; name their folder with --sources DIR or TIEOUT_SOURCES")
		return ExitUsage
	}
	if r.Problems > 0 {
		c.complain("some of the fact files could not be used, and what they say accounts for nothing; see \"tieout check\"")
		code = ExitUsage
	}
	if least == nil {
		return code
	}
	for i := range r.Sources {
		s := &r.Sources[i]
		if s.Why != nil {
			continue
		}
		if share := s.Total.Accounted(); !share.Reaches(least) {
			c.complain(fmt.Sprintf("coverage of %s is %s, less than %s%%", s.ID, share, least.FloatString(places(least))))
			code = max(code, ExitFindings)
		}
	}
	if measured < len(r.Sources) {
		c.complain(fmt.Sprintf("%d of %d sources have no text at hand, so their coverage is not known", len(r.Sources)-measured, len(r.Sources)))
		return ExitUsage
	}
	return code
}

// places gives the decimals that a percentage is written with.
func places(x *big.Rat) int {
	n, _ := x.FloatPrec()
	return min(n, 6)
}
