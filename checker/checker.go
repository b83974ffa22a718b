// Package checker runs Tieout: it reads fact files, holds them to their
// schemas, evaluates the policies on them, and gives a report of what does not
// hold together. The function Run is the whole pipeline, one step after the
// other:
//
//	load → validate → build → anchor → evaluate → settle
//
// Each step takes the result of the one before and knows nothing of those
// after it. The report can be printed in any of the formats of the command.
package checker

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"runtime"
	"slices"
	"time"

	"github.com/tieout/tieout/checker/internal/anchor"
	"github.com/tieout/tieout/checker/internal/cache"
	"github.com/tieout/tieout/checker/internal/evaluate"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/lock"
	"github.com/tieout/tieout/checker/internal/policy"
	"github.com/tieout/tieout/checker/internal/settle"
	"github.com/tieout/tieout/checker/internal/sourcetext"
	"github.com/tieout/tieout/policies"
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
	// Sources is a folder with the source documents, found by their digest;
	// empty means that anchors are not verified.
	Sources string
	// Record, if not nil, is handed the lock file of anchors, by its path, once
	// every anchor was verified in Sources and none found wrong.
	Record func(file string, lock []byte) error
	// AsOf is the day that expiry is measured against; zero means today, UTC.
	AsOf time.Time
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
	// Cache is the folder in which results are kept for later runs; empty means
	// none. A run gives the same report with and without it.
	Cache string

	recorder *cache.Recorder
}

// NotFoundError says that there was nothing to check: what was looked for, and
// where.
type NotFoundError = load.NotFoundError

// run is the pipeline.
func run(ctx context.Context, opts Options) (*Report, error) {
	in, err := read(ctx, opts)
	if err != nil {
		return nil, err
	}
	loaded, set, corpus, form := in.loaded, in.set, in.corpus, in.form

	anchored, err := in.anchors(ctx, opts)
	if err != nil {
		return nil, fmt.Errorf("verify anchors: %w", err)
	}
	form = append(form, anchored.Findings...)

	outcomes, problems, err := evaluate.Run(ctx, set, corpus, evaluate.Options{
		Audit: opts.Audit, Workers: opts.Workers, Limits: evaluate.Limits{Time: opts.PolicyTime, Heap: opts.PolicyHeap},
		Cache: cache.Open(opts.Cache), Program: program(),
	})
	if err != nil {
		return nil, fmt.Errorf("evaluate policies: %w", err)
	}
	return settle.Run(settle.Input{
		Corpus: corpus, Outcomes: outcomes, Form: append(form, problems...),
		Population: population(loaded, corpus, in.excluded, anchored), Excluded: in.excluded, Notices: append(loaded.Notices, anchored.Notices...),
		Anchors: anchored.Anchors,
		Files:   in.files(), Tool: finding.Tool{Name: "tieout", Version: opts.Version, PolicyDigest: set.Digest},
		AsOf: opts.AsOf.Format(time.DateOnly), Paths: opts.Paths, Line: loaded.Line,
	}), nil
}

// material is what the steps up to the corpus give.
type material struct {
	loaded *load.Result
	set    *policy.Set
	corpus *fact.Corpus
	// recorded is the lock file of anchors, once it is read; nil when there is
	// none.
	recorded *lock.Lock
	// form holds the findings on what was read, excluded counts the facts that
	// were left out for them.
	form     []finding.Finding
	excluded int
}

// read makes the corpus and the policies.
func read(ctx context.Context, opts Options) (*material, error) {
	loaded, err := load.Load(ctx, opts.FS, opts.Facts)
	if err != nil {
		return nil, fmt.Errorf("load facts: %w", err)
	}
	set, form, err := policy.Load(opts.roots()...)
	if err != nil {
		return nil, fmt.Errorf("load policies: %w", err)
	}
	valid := validated(loaded, opts)
	corpus, problems := fact.Build(loaded.Documents, valid.Invalid, loaded.Incomplete())
	return &material{
		loaded: loaded, set: set, corpus: corpus, excluded: corpus.Excluded + valid.Excluded,
		form: slices.Concat(form, loaded.Problems, valid.Findings, problems),
	}, nil
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

func (o Options) roots() []policy.Root {
	roots := []policy.Root{{Name: "policies", FS: policies.FS, Tested: true}}
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
		"record/syntax": len(loaded.Inputs), "record/duplicate-key": len(loaded.Inputs),
		settle.RuleDisposition: len(corpus.Decisions), fact.RuleUnassigned: len(corpus.Sources),
	}
	for _, rule := range []string{
		"record/schema", fact.RuleDuplicateID, fact.RuleUnknownName, fact.RuleUnit, fact.RulePeriod, fact.RuleTable, fact.RuleExcess,
	} {
		counts[rule] = facts
	}
	maps.Copy(counts, anchored.Population)
	return counts
}

// Rules lists the rules of the built-in policies, those of further folders,
// and the checks on form, by id.
func Rules(dirs ...string) ([]Rule, []Finding, error) {
	set, problems, err := policy.Load(Options{Policies: dirs}.roots()...)
	if err != nil {
		return nil, nil, fmt.Errorf("load policies: %w", err)
	}
	rules := settle.FormRules()
	for _, r := range set.Rules {
		rules = append(rules, r.Rule)
	}
	return rules, problems, nil
}
