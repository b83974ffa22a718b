package cli

import (
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/lazy"
	"github.com/tieout/tieout/checker/internal/report"
)

// readers says what the reader at a terminal and the reader of a pull request
// get to see.
type readers struct {
	explain bool
	group   string
	// newOnly says that only what is worse than in the base fails the run, and is
	// shown.
	newOnly bool
	// fenced keeps GitHub Actions from obeying what the text quotes; annotated
	// adds annotations to it.
	fenced, annotated, annotateAll bool
	// summary is the file of the job summary, empty for none; summaryAsked tells
	// that it must be written.
	summary       string
	summaryAsked  bool
	root, blobURL string
}

func readerFlags() []cli.Flag {
	return []cli.Flag{
		&cli.BoolFlag{Name: "explain", Usage: "text: say below each finding why its rule is held, and where to read on", DisableDefaultText: true},
		&cli.StringFlag{Name: "group", Value: report.Groupings()[0], Usage: "text: put findings under their `HEADING`: " + strings.Join(report.Groupings(), ", ")},
		&cli.StringFlag{Name: "github", Value: "auto", Usage: "write annotations and the job summary of GitHub Actions `WHEN`: auto, always or never; auto means in a workflow and without --format"},
		&cli.StringFlag{Name: "annotate", Value: "new", Usage: "annotate `WHICH` findings when there is a base: new (changed ones, too) or all"},
		&cli.StringFlag{Name: "blob-url", Usage: "markdown: link places to files below `URL` (default, in GitHub Actions: the repository at the commit)"},
	}
}

// readers reads its flags and, in GitHub Actions, what the workflow says of
// itself.
func (c *command) readers(ctx *cli.Context, o *checkOptions) error {
	when, which := ctx.String("github"), ctx.String("annotate")
	o.explain, o.group, o.blobURL = ctx.Bool("explain"), ctx.String("group"), ctx.String("blob-url")
	err := choose("check",
		choice{"group", o.group, report.Groupings()},
		choice{"github", when, []string{"auto", "always", never}},
		choice{"annotate", which, []string{"new", "all"}})
	if err != nil {
		return err
	}
	if o.blobURL != "" && !isAddress(o.blobURL) {
		return wrongCall("check", "--blob-url: %q is no address of files; write https://HOST/PATH", o.blobURL)
	}
	inActions := c.Getenv("GITHUB_ACTIONS") == "true"
	on := when == "always" || when == "auto" && inActions && !ctx.IsSet("format")
	o.fenced = o.format == "text" && (on || inActions && when != never)
	o.annotated, o.annotateAll = on && o.format == "text", which == "all"
	if on {
		o.summary, o.summaryAsked = c.Getenv("GITHUB_STEP_SUMMARY"), when == "always"
	}
	o.root = insideOf(c.Getenv("GITHUB_WORKSPACE"))
	if o.blobURL == "" && inActions {
		o.blobURL = c.atCommit(o.root)
	}
	return nil
}

// look adds to what a format is told.
func (r readers) look(o report.Options) report.Options {
	o.Explain, o.Group, o.Root, o.BlobURL, o.All = r.explain, r.group, r.root, r.blobURL, r.annotateAll
	o.NewOnly = r.newOnly
	return o
}

// insideOf gives the path of the working directory in a workspace, "" where it
// is the workspace itself or lies elsewhere.
func insideOf(workspace string) string {
	dir, err := os.Getwd()
	if err != nil || workspace == "" {
		return ""
	}
	for _, name := range []*string{&workspace, &dir} {
		if target, err := filepath.EvalSymlinks(*name); err == nil {
			*name = target
		}
	}
	inside, err := filepath.Rel(workspace, dir)
	if err != nil || !filepath.IsLocal(inside) || inside == "." {
		return ""
	}
	return filepath.ToSlash(inside)
}

// atCommit is the address of the working directory in the repository, at the
// commit that the workflow runs on; empty where the workflow does not tell.
func (c *command) atCommit(root string) string {
	server, repository, commit := c.Getenv("GITHUB_SERVER_URL"), c.Getenv("GITHUB_REPOSITORY"), c.Getenv("GITHUB_SHA")
	if server == "" || repository == "" || commit == "" {
		return ""
	}
	address, err := url.JoinPath(server, repository, "blob", commit, root)
	if err != nil || !isAddress(address) {
		return ""
	}
	return address
}

// Nothing that could end a link in Markdown.
var reAddress = lazy.Regexp(`^https?://[A-Za-z0-9.:\[\]-]+(/[A-Za-z0-9._~%+@=,;/-]*)?$`)

func isAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && u.Host != "" && reAddress().MatchString(s)
}

// printTo prints the report, in GitHub Actions with annotations.
func (c *command) printTo(w io.Writer, o *checkOptions, r *checker.Report) error {
	if !o.fenced {
		return o.write(w, o.format, r, o.colour, c.Width)
	}
	text := func(w io.Writer) error { return o.write(w, o.format, r, o.colour, c.Width) }
	if err := report.FenceTo(w, text); err != nil || !o.annotated {
		return err
	}
	return o.write(w, "github", r, false, 0)
}

// summaryLimit is what the summary of a step may hold, all told; GitHub drops
// one of 1 MiB and more. leastSummary is the room below which it is left alone.
const (
	summaryLimit = 900 << 10
	leastSummary = 4 << 10
)

// summarise adds the report to the job summary, after what other commands of
// the step wrote there. Where nobody asked for it, that it cannot be written is
// said, but ends nothing.
func (c *command) summarise(o *checkOptions, r *checker.Report) error {
	if o.summary == "" {
		return nil
	}
	err := addSummary(o, r)
	switch {
	case err == nil:
		return nil
	case o.summaryAsked:
		return unwritable("write the job summary: %v", err)
	}
	c.complain(fmt.Sprintf("the job summary is not written: %v", err))
	return nil
}

func addSummary(o *checkOptions, r *checker.Report) (err error) {
	f, err := os.OpenFile(o.summary, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	defer func() {
		if closed := f.Close(); err == nil {
			err = closed
		}
	}()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	room := summaryLimit - int(min(info.Size(), summaryLimit))
	if room < leastSummary {
		return fmt.Errorf("%s is full", o.summary)
	}
	var b strings.Builder
	if info.Size() > 0 {
		// What stands there may not end its line, or its paragraph.
		b.WriteString("\n\n")
	}
	look := o.look(report.Options{Lang: o.lang, Limit: room - b.Len()})
	if err := report.Markdown(look).Write(&b, r); err != nil {
		return err
	}
	if _, err = io.WriteString(f, b.String()); err != nil {
		// Half a report looks like a whole one.
		_ = f.Truncate(info.Size())
	}
	return err
}
