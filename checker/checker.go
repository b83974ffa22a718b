// Package checker runs Tieout: it reads fact files, holds them to their
// schemas, evaluates the policies on them, and gives a report of what does not
// hold together. A run is a pipeline:
//
//	survey → frame ─┬─ load → validate → build → anchor → evaluate → judge ─┬─ groups → settle → annotate
//	                └─ … a part a source, several at once, let go when done ┘
//
// The survey looks into all files and tells the parts: the facts of a source are
// one, in however many files they stand. The frame is what all parts share, the
// registries and the policies. Of a part no more is left than its findings and
// the keys of its figures, from which the groups that span several parts are
// found; these have the last word before the report is settled. A base to
// compare with goes the same way first, and joins at the end. Each step takes the
// result of the one before and knows nothing of those after it. The report can be
// printed in any of the formats of the command.
package checker

import (
	"context"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/tieout/tieout/checker/internal/cache"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/policy"
	"github.com/tieout/tieout/checker/internal/settings"
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
	// Standalone lets the first folder of Policies take the place of the
	// built-in policies.
	Standalone bool
	// Settings is the project's settings file, relative to FS; empty means
	// that there is none.
	Settings string
	// Rules and Skip choose rules by id or family/*: only those of Rules, if
	// any, and none of Skip run. The report names those left out. One that means
	// no rule ends the run with an *UnknownRuleError.
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
	// Stream allows for a report whose Findings and Passes are nil, because they are
	// more than 20,000: Report.EachFinding and EachPass then read them from a
	// temporary file, and Report.Close removes it. A run with a Base or with Sources
	// holds them in memory all the same.
	Stream bool
	// Workers is the number of units evaluated at once; 0 means one a
	// processor.
	Workers int
	// PolicyTime and PolicyHeap bound a policy's evaluation of one unit; 0
	// means 30 seconds and 1 GiB.
	PolicyTime time.Duration
	PolicyHeap uint64
	// PoliciesOnly evaluates the policies and nothing else: the facts are held
	// neither to the schemas nor to what their selectors quote. It is for facts
	// that are known to have the right form, and for comparisons with tools that
	// know no more than policies.
	PoliciesOnly bool
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
	// retain keeps all facts to the end of the run.
	retain bool
	// frugal lets the facts of a part go even when there are few of them.
	frugal bool
	// short is the number of findings and passes that a report holds in memory; 0
	// means maxShort.
	short int
}

// NotFoundError says that there was nothing to check: what was looked for, and
// where.
type NotFoundError = load.NotFoundError

// ChangedError says that a fact file changed while it was being checked.
type ChangedError = load.ChangedError

// compared runs the base, if there is one, and the facts.
func compared(ctx context.Context, opts Options) (*Report, error) {
	base, err := opts.base(ctx)
	if err != nil {
		return nil, err
	}
	_, report, err := run(ctx, opts, base)
	return report, err
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
