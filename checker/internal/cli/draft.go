package cli

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/draft"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/lazy"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/sourcetext"
	"github.com/tieout/tieout/checker/internal/validate"
)

func (c *command) draft() *cli.Command {
	return &cli.Command{
		Name:      "draft",
		Usage:     "propose a fact file from the text of a source",
		ArgsUsage: "SOURCE",
		UsageText: "tieout draft [flags] SOURCE",
		Description: `Reads a text and proposes its figures, dates, tables, markers and lists as a
fact file for a person to finish: every concept in it is "unassigned". SOURCE
is the id of a registered source, whose text is found by its digest, or a file.

tieout draft budget-2025 --sources documents
tieout draft documents/budget.txt --output facts/budget.yaml`,
		Flags: []cli.Flag{
			&cli.StringSliceFlag{Name: "facts", Usage: "read the registries in `DIR` (repeatable; default: facts)"},
			&cli.StringFlag{Name: "sources", Usage: "look for the text in `DIR` (default: $TIEOUT_SOURCES)"},
			&cli.StringFlag{Name: "output", Usage: "write the draft to `FILE`"},
		},
		Action:          c.runDraft,
		OnUsageError:    onUsageError,
		HideHelpCommand: true,
	}
}

func (c *command) runDraft(ctx *cli.Context) error {
	if ctx.NArg() != 1 {
		return wrongCall("draft", "name one source or text file; got %d", ctx.NArg())
	}
	registry, err := c.registry(ctx)
	if err != nil {
		return err
	}
	source, text, err := c.draftSource(ctx, ctx.Args().First(), registry)
	if err != nil {
		return err
	}
	lines := make([]string, len(text.Lines))
	for i, line := range text.Lines {
		lines[i] = line.Text
	}
	data, err := draft.Make(source, lines)
	if err != nil {
		return unusable("%s: %v", text.Path, err)
	}
	return c.deliverDraft(ctx, data)
}

// deliverDraft prints the draft or writes its file. A file that is there is not
// written over: it may hold what a person made of an earlier draft.
func (c *command) deliverDraft(ctx *cli.Context, data []byte) error {
	if err := ctx.Context.Err(); err != nil {
		return err
	}
	file := ctx.String("output")
	if !ctx.IsSet("output") {
		if _, err := c.Stdout.Write(data); err != nil {
			return unwritable("print the draft: %v", err)
		}
		return nil
	}
	if info, err := os.Stat(filepath.Dir(file)); file == "" || err != nil || !info.IsDir() {
		return wrongCall("draft", "--output: no such folder: %s", filepath.Dir(file))
	}
	if info, err := os.Stat(file); err == nil && (info.IsDir() || info.Mode().IsRegular() && info.Size() > 0) {
		return wrongCall("draft", "--output: %s is there already; name a new file", file)
	}
	if err := writeFile(file, data); err != nil {
		return unwritable("write the draft: %v", err)
	}
	return nil
}

// registry reads what the fact files register. Without a folder of facts,
// nothing is registered.
func (c *command) registry(ctx *cli.Context) (*fact.Registry, error) {
	facts, given := ctx.StringSlice("facts"), ctx.IsSet("facts")
	if !given {
		facts = []string{"facts"}
	}
	facts, err := relative("--facts", facts)
	if err != nil {
		return nil, err
	}
	loaded, err := load.Load(ctx.Context, tree(facts), facts)
	var none *checker.NotFoundError
	if errors.As(err, &none) && !given {
		return &fact.Registry{}, nil
	}
	if err != nil {
		return nil, err
	}
	valid := validate.Documents(loaded.Documents)
	corpus, _ := fact.Build(loaded.Documents, valid.Invalid, loaded.Incomplete())
	return &corpus.Registry, nil
}

// draftSource finds the text of a registered source, or reads the file of that
// name. A file whose digest is registered is that source.
func (c *command) draftSource(ctx *cli.Context, name string, registry *fact.Registry) (draft.Source, *sourcetext.Text, error) {
	if s := registry.Sources[name]; s != nil {
		dir, err := c.sources(ctx)
		if err != nil {
			return draft.Source{}, nil, err
		}
		text, err := registeredText(ctx.Context, dir, s)
		return describe(s, registry), text, err
	}
	if _, err := os.Stat(name); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return draft.Source{}, nil, wrongCall("draft", "no source is registered as %s, and there is no such file", name)
		}
		return draft.Source{}, nil, wrongCall("draft", "%v", err)
	}
	text, err := sourcetext.File(ctx.Context, name, sourcetext.Wanted{})
	if err != nil {
		return draft.Source{}, nil, unreadable(ctx.Context, name, err)
	}
	for _, id := range slices.Sorted(maps.Keys(registry.Sources)) {
		if s := registry.Sources[id]; s.SHA256 == text.SHA256 {
			return describe(s, registry), text, nil
		}
	}
	return unregistered(name, text.SHA256, registry), text, nil
}

func registeredText(ctx context.Context, dir string, s *fact.Source) (*sourcetext.Text, error) {
	if dir == "" {
		return nil, wrongCall("draft", "the folder with the text of %s is not known; give it with --sources", s.ID)
	}
	texts, err := sourcetext.Open(ctx, dir, map[string]sourcetext.Wanted{
		s.ID: {SHA256: s.SHA256, MediaType: s.Node.Str("mediaType"), Charset: s.Node.Str("charset")},
	})
	if err != nil {
		return nil, err
	}
	for _, u := range texts.Unsupported() {
		return nil, unreadable(ctx, u.Path, u.Cause)
	}
	if text := texts.Get(s.ID); text != nil {
		return text, nil
	}
	return nil, unusable("no file in %s has the sha256 that %s is registered with", dir, s.ID)
}

// unreadable words the reason for which a file is no text.
func unreadable(ctx context.Context, path string, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return unusable("%s %v", path, err)
}

// ownReport are the kinds of sources whose figures are about their issuer.
var ownReport = []string{"primaryFiling", "slides"}

func describe(s *fact.Source, registry *fact.Registry) draft.Source {
	d := draft.Source{ID: s.ID, Registered: true}
	if e := registry.Entities[s.Entity]; e != nil && slices.Contains(ownReport, s.Kind) {
		d.Entity, d.FiscalYears = s.Entity, e.FiscalYearEnd != "" && e.FiscalYearNamedBy != ""
	}
	return d
}

var notInID = lazy.Regexp(`[^a-z0-9]+`)

// unregistered describes a file that is to be registered, under an id made of
// its name that no source has.
func unregistered(path, digest string, registry *fact.Registry) draft.Source {
	base := filepath.Base(path)
	title := []rune(strings.TrimSuffix(base, filepath.Ext(base)))
	id := strings.Trim(notInID().ReplaceAllString(strings.ToLower(string(title)), "-"), "-")
	id = strings.Trim(id[:min(len(id), 40)], "-")
	if id == "" || registry.Sources[id] != nil {
		id = strings.TrimPrefix(id+"-"+digest[:8], "-")
	}
	return draft.Source{ID: id, Title: string(title[:min(len(title), 100)]), SHA256: digest}
}
