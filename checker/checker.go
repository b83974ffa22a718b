// Package checker runs Tieout: it reads fact files, holds them to their
// schemas, evaluates the policies on them, and gives a report of what does not
// hold together. The function Run is the whole pipeline, one step after the
// other:
//
//	load → validate → build → anchor → evaluate → settle → annotate
//
// A base to compare with goes the same way first, and joins at the end. Each
// step takes the result of the one before and knows nothing of those after it.
// The report can be printed in any of the formats of the command.
package checker

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/tieout/tieout/checker/internal/anchor"
	"github.com/tieout/tieout/checker/internal/annotate"
	"github.com/tieout/tieout/checker/internal/baseline"
	"github.com/tieout/tieout/checker/internal/cache"
	"github.com/tieout/tieout/checker/internal/evaluate"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/lock"
	"github.com/tieout/tieout/checker/internal/policy"
	"github.com/tieout/tieout/checker/internal/settings"
	"github.com/tieout/tieout/checker/internal/settle"
	"github.com/tieout/tieout/checker/internal/sourcetext"
	"github.com/tieout/tieout/policies"
	"github.com/tieout/tieout/schemas"
)

type (
	// Report is the outcome of a run.
	Report = finding.Report
	// Finding is a check that a person should see, or one that held.
	Finding = finding.Finding
	// Evidence is the arithmetic behind a finding.
	Evidence = finding.Evidence
	// Severity says how much a finding matters.
	Severity = finding.Severity
	// Verdict is the outcome of one rule on one subject.
	Verdict = finding.Verdict
	// Text is a sentence in the languages that the reports speak.
	Text = finding.Text
	// Rule describes a rule to its readers.
	Rule = finding.Rule
)

// Options say what a run reads and how. The zero value checks the folder
// "facts" of the current directory with the built-in policies.
type Options struct {
	// FS is the tree that fact files are read from; nil means the current
	// directory.
	FS fs.FS
	// Facts are the folders and files to load, relative to FS; none means
	// "facts".
	Facts []string
	// Paths, if any, restrict what is reported, never what is loaded.
	Paths []string
	// Policies are folders of further policies. They are code: run only those
	// that you trust.
	Policies []string
	// Standalone lets the first folder of Policies take the place of the
	// built-in policies.
	Standalone bool
	// Settings is the project's settings file, relative to FS; empty means
	// that there is none.
	Settings string
	// Rules and Skip choose rules by id or family/*: only those of Rules, if
	// any, and none of Skip run. The report names those left out.
	Rules, Skip []string
	// Library holds the policies, already opened; Policies and Standalone are
	// then not looked at.
	Library *Library
	// Sources is a folder with the source documents, found by their digest;
	// empty means that anchors are not verified.
	Sources string
	// Record, if not nil, is handed the lock file of anchors, by its path, once
	// every anchor was verified in Sources and none found wrong.
	Record func(file string, lock []byte) error
	// AsOf is the day that expiry is measured against; zero means today, UTC.
	AsOf time.Time
	// MaxDisposition is the number of days after its date that a decision may
	// hold; 0 means what the settings say, or 366.
	MaxDisposition int
	// Base is what the findings are compared with; nil means nothing.
	Base *Base
	// Audit keeps the checks that held in the report.
	Audit bool
	// Workers is the number of units evaluated at once; 0 means one a
	// processor.
	Workers int
	// PolicyTime and PolicyHeap bound a policy's evaluation of one unit; 0
	// means 30 seconds and 1 GiB.
	PolicyTime time.Duration
	PolicyHeap uint64
	// Version is the checker's version, as the report shall name it.
	Version string
	// Progress, if not nil, is told how far the run has come, at every step of
	// its way. Its workers call it, one at a time, and wait for it, so it must be
	// quick; no call comes after the run. What it is told never decreases, but
	// for the estimate Total.
	Progress func(Progress)
	// Cache is the folder in which results are kept for later runs; empty means
	// none. A run gives the same report with and without it.
	Cache string

	recorder *cache.Recorder
	// settingsFS is the tree that Settings is read from: a base is held to the
	// settings of today.
	settingsFS fs.FS
	// unread says that nobody reads the report, which is only compared with.
	unread bool
}

// NotFoundError says that there was nothing to check: what was looked for, and
// where.
type NotFoundError = load.NotFoundError

// compared runs the base, if there is one, and the facts.
func compared(ctx context.Context, opts Options) (*Report, error) {
	base, err := opts.base(ctx)
	if err != nil {
		return nil, err
	}
	report, _, err := run(ctx, opts, base)
	return report, err
}

// run is the pipeline. base is nil when there is nothing to compare with.
func run(ctx context.Context, opts Options, base *baseline.Base) (*Report, *fact.Corpus, error) {
	in, err := read(ctx, opts)
	if err != nil {
		return nil, nil, err
	}
	loaded, set, corpus, form := in.loaded, in.set, in.corpus, in.form

	anchored, err := in.anchors(ctx, opts)
	if err != nil {
		return nil, nil, fmt.Errorf("verify anchors: %w", err)
	}
	form = append(form, anchored.Findings...)

	outcomes, problems, err := evaluate.Run(ctx, set, corpus, evaluate.Options{
		Audit: opts.Audit || base != nil, Workers: opts.Workers, Limits: evaluate.Limits{Time: opts.PolicyTime, Heap: opts.PolicyHeap},
		Cache: cache.Open(opts.Cache), Program: program(),
	})
	if err != nil {
		return nil, nil, fmt.Errorf("evaluate policies: %w", err)
	}
	report := settle.Run(settle.Input{
		Corpus: corpus, Outcomes: outcomes, Form: append(form, problems...),
		Population: population(loaded, corpus, in.excluded, anchored), Excluded: in.excluded, Notices: append(loaded.Notices, anchored.Notices...),
		Anchors: anchored.Anchors, Skipped: in.skipped, Files: in.files(),
		Tool: finding.Tool{Name: "tieout", Version: opts.Version, PolicyDigest: set.Digest, SchemaDigest: schemas.Digest()},
		AsOf: opts.AsOf.Format(time.DateOnly), MaxDisposition: cmp.Or(opts.MaxDisposition, in.longest), Base: base,
		Partial: !in.complete(), Paths: opts.Paths, Line: loaded.Line,
	})
	report.Scope = opts.scope()
	if !opts.unread {
		annotate.Report(report, annotate.Input{
			Corpus: corpus, Texts: in.texts, Audit: opts.Audit, Used: func() map[string]bool { return used(corpus, outcomes) },
		})
	}
	if !opts.Audit {
		report.Passes = nil
	}
	return report, corpus, nil
}

// material is what the steps up to the corpus give.
type material struct {
	loaded *load.Result
	set    *policy.Set
	corpus *fact.Corpus
	// recorded is the lock file of anchors, once it is read; nil when there is
	// none.
	recorded *lock.Lock
	// texts are the source texts, once they are opened.
	texts *sourcetext.Texts
	// form holds the findings on what was read, excluded counts the facts that
	// were left out for them.
	form     []finding.Finding
	excluded int
	// skipped are the rules that are left out, longest is the number of days
	// that a decision may stand, both as the project has it.
	skipped []finding.SkippedRule
	longest int
}

// read makes the corpus and the policies.
func read(ctx context.Context, opts Options) (*material, error) {
	loaded, err := load.Load(ctx, opts.FS, opts.Facts)
	if err != nil {
		return nil, fmt.Errorf("load facts: %w", err)
	}
	library, form := opts.Library, []Finding(nil)
	if library == nil {
		if library, form, err = OpenLibrary(opts); err != nil {
			return nil, err
		}
	} else if err := library.ready(); err != nil {
		return nil, fmt.Errorf("compile policies: %w", err)
	}
	if opts.Settings != "" {
		loaded.AddSettings(opts.settingsFS, opts.Settings)
	}
	valid := validated(loaded, opts)
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("validate facts: %w", err)
	}
	project := settings.Read(loaded.Documents, valid.Invalid)
	set, skipped, misfits := chosen(library.set, project, opts)
	corpus, problems := fact.Build(loaded.Documents, valid.Invalid, loaded.Incomplete())
	problems = append(problems, corpus.Register(len(valid.Invalid) == 0 && len(problems) == 0 && !loaded.Incomplete())...)
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("build facts: %w", err)
	}
	return &material{
		longest: project.Longest,
		loaded:  loaded, set: set, skipped: skipped, corpus: corpus, excluded: corpus.Excluded + valid.Excluded,
		form: slices.Concat(form, loaded.Problems, valid.Findings, misfits, problems),
	}, nil
}

// chosen gives the policies as the settings and the caller have them.
func chosen(set *policy.Set, s settings.Settings, opts Options) (*policy.Set, []finding.SkippedRule, []Finding) {
	run, skipped, problems := s.Apply(set.Rules)
	run, more := settings.Choose(run, opts.Rules, opts.Skip)
	skipped = append(skipped, more...)
	slices.SortFunc(skipped, func(a, b finding.SkippedRule) int { return strings.Compare(a.Rule, b.Rule) })
	reduced := *set
	reduced.Rules = run
	return &reduced, skipped, problems
}

// readWithTexts also opens the source texts.
func readWithTexts(ctx context.Context, opts Options) (*material, *sourcetext.Texts, error) {
	in, err := read(ctx, opts)
	if err != nil {
		return nil, nil, err
	}
	texts, err := anchor.Open(ctx, in.corpus, opts.Sources)
	if err != nil {
		return nil, nil, fmt.Errorf("open source texts: %w", err)
	}
	return in, texts, nil
}

func (o Options) withDefaults() Options {
	if o.FS == nil {
		o.FS = os.DirFS(".")
	}
	if o.settingsFS == nil {
		o.settingsFS = o.FS
	}
	if len(o.Facts) == 0 {
		o.Facts = []string{"facts"}
	}
	if o.AsOf.IsZero() {
		o.AsOf = time.Now().UTC()
	}
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	return o
}

// scope tells what a run with these options looks at.
func (o Options) scope() *finding.Scope {
	return &finding.Scope{Facts: o.Facts, Policies: o.Policies, Paths: o.Paths, Rules: o.Rules, Skip: o.Skip, Texts: o.Sources != ""}
}

func (o Options) roots() []policy.Root {
	var roots []policy.Root
	if !o.Standalone {
		roots = append(roots, policy.Root{Name: "policies", FS: policies.FS, Tested: true})
	}
	for i, dir := range o.Policies {
		tree := os.DirFS(dir)
		if o.recorder != nil {
			tree = o.recorder.Record(i+1, tree)
		}
		roots = append(roots, policy.Root{Name: dir, FS: tree})
	}
	return roots
}

// population counts what each built-in check looked at.
func population(loaded *load.Result, corpus *fact.Corpus, excluded int, anchored anchor.Result) map[string]int {
	facts := corpus.Len() + excluded
	counts := map[string]int{
		"record/syntax": len(loaded.Inputs), "record/duplicate-key": len(loaded.Inputs), settings.Rule: 0,
		settle.RuleDisposition: len(corpus.Decisions), fact.RuleUnassigned: len(corpus.Sources),
	}
	for _, rule := range []string{
		"record/schema", fact.RuleDuplicateID, fact.RuleUnknownName, fact.RuleUnit, fact.RulePeriod, fact.RuleTable, fact.RuleExcess,
	} {
		counts[rule] = facts
	}
	counts[fact.RuleUnused] = len(corpus.Registry.Sources) + len(corpus.Registry.Concepts)
	counts[fact.RuleSameName] = len(corpus.Registry.Entities)
	maps.Copy(counts, anchored.Population)
	return counts
}
