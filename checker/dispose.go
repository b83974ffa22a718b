package checker

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/tieout/tieout/checker/internal/decide"
	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/nearest"
	"github.com/tieout/tieout/checker/internal/node"
	"github.com/tieout/tieout/checker/internal/settings"
	"github.com/tieout/tieout/checker/internal/settle"
	"github.com/tieout/tieout/checker/internal/validate"
)

// RecordedDecision is a decision of the fact files with what became of it.
type RecordedDecision = settle.Recorded

// Decision is what a person decides about a finding, or about a check that was
// dropped. Expires is the last day on which it holds.
type Decision struct {
	Status, Reason, Owner, Approver, Expires string
}

// Disposed is a decision that was written down: the whole file, with the finding
// or dropped check that it is on.
type Disposed struct {
	File                       string
	Data                       []byte
	Fingerprint, Rule, Subject string
	Location                   finding.Range
	// Dropped says that it is on the deletion of a check, Replaced that an older
	// entry gave way to it.
	Dropped, Replaced bool
}

// UnknownFindingError says that a fingerprint is that of no finding, or the
// beginning of several.
type UnknownFindingError struct {
	Prefix string
	// Several are the fingerprints that begin so, Near is the one that was
	// probably meant; each with its rule and subject.
	Several []string
	Near    string
}

func (e *UnknownFindingError) Error() string {
	switch {
	case len(e.Several) > 0:
		return fmt.Sprintf("%s is the beginning of several fingerprints: %s", e.Prefix, strings.Join(e.Several, "; "))
	case e.Near != "":
		return fmt.Sprintf("no finding has the fingerprint %s; did you mean %s?", e.Prefix, e.Near)
	}
	return fmt.Sprintf("no finding has the fingerprint %s", e.Prefix)
}

// UnwritableError says why a decision cannot be written into its file.
type UnwritableError struct{ Cause error }

func (e *UnwritableError) Error() string { return e.Cause.Error() }
func (e *UnwritableError) Unwrap() error { return e.Cause }

// maxSeveral bounds how many fingerprints an error lists.
const maxSeveral = 5

// decidable is what a decision can be on.
type decidable struct {
	fingerprint, rule, subject, evidence string
	at                                   finding.Range
	dropped                              bool
}

func (d decidable) String() string {
	return fmt.Sprintf("%s (%s on %s)", d.fingerprint, d.rule, d.subject)
}

// Dispose runs the check, finds the finding whose fingerprint begins with
// prefix, and gives the file of decisions with the new one: in the place of an
// older one on the same finding, else behind the others. Checks that were dropped
// are known when opts names a base. Nothing is written.
func Dispose(ctx context.Context, opts Options, prefix string, decision Decision) (*Disposed, error) {
	opts = opts.withDefaults()
	opts.Paths = nil
	report, decisions, err := opts.decided(ctx)
	if err != nil {
		return nil, err
	}
	on, err := pick(report, prefix)
	if err != nil {
		return nil, err
	}
	entry := decide.Entry{
		Fingerprint: on.fingerprint, Dropped: on.dropped, Status: decision.Status, Reason: decision.Reason, Owner: decision.Owner,
		Approver: decision.Approver, Date: report.AsOf, Expires: decision.Expires, Evidence: on.evidence,
	}
	before := earlier(settle.Register(report, decisions, opts.MaxDisposition), on)
	out := &Disposed{
		Fingerprint: on.fingerprint, Rule: on.rule, Subject: on.subject, Location: on.at, Dropped: on.dropped, Replaced: before != nil,
	}
	out.File, out.Data, err = opts.put(decisions, before, entry)
	if err != nil {
		return nil, &UnwritableError{err}
	}
	return out, nil
}

// Decisions lists the recorded decisions with their states.
func Decisions(ctx context.Context, opts Options) ([]RecordedDecision, *Report, error) {
	opts = opts.withDefaults()
	opts.Paths = nil
	report, decisions, err := opts.decided(ctx)
	if err != nil {
		return nil, nil, err
	}
	return settle.Register(report, decisions, opts.MaxDisposition), report, nil
}

func (o Options) decided(ctx context.Context) (*Report, []fact.Decision, error) {
	base, err := o.base(ctx)
	if err != nil {
		return nil, nil, err
	}
	in, report, err := run(ctx, o, base)
	if err != nil {
		return nil, nil, err
	}
	return report, in.frame.Decisions, nil
}

// pick finds what a decision is to be on. Findings on decisions are mended, not
// decided on.
func pick(r *Report, prefix string) (decidable, error) {
	var all []decidable
	for _, f := range r.Findings {
		if f.Rule == settle.RuleDisposition {
			continue
		}
		d := decidable{fingerprint: f.Fingerprint, rule: f.Rule, subject: f.Subject, at: f.Location}
		if f.Evidence != nil {
			d.evidence = f.Evidence.Digest
		}
		all = append(all, d)
	}
	if r.Baseline != nil {
		for _, c := range r.Baseline.Dropped {
			all = append(all, decidable{fingerprint: c.Fingerprint, rule: c.Rule, subject: c.Subject, at: c.Location, dropped: true})
		}
	}
	wrong := &UnknownFindingError{Prefix: prefix}
	var found, names []string
	var one decidable
	for _, d := range all {
		names = append(names, d.fingerprint)
		if strings.HasPrefix(d.fingerprint, prefix) {
			one, found = d, append(found, d.String())
		}
	}
	if len(found) == 1 {
		return one, nil
	}
	wrong.Several = found[:min(len(found), maxSeveral)]
	if near, ok := nearest.Nearest(prefix, names); ok && len(found) == 0 {
		wrong.Near = all[slices.Index(names, near)].String()
	}
	return one, wrong
}

// earlier gives the last decision on the same.
func earlier(recorded []RecordedDecision, on decidable) *RecordedDecision {
	var last *RecordedDecision
	for i := range recorded {
		r := &recorded[i]
		if r.Fingerprint == on.fingerprint && r.Decision.Dropped == on.dropped {
			last = r
		}
	}
	return last
}

// put writes an entry into the file of an earlier decision on the same, else
// into that which holds the others, else into one of its own.
func (o Options) put(decisions []fact.Decision, before *RecordedDecision, entry decide.Entry) (string, []byte, error) {
	file := path.Join(path.Dir(o.lockFile()), "dispositions.yaml")
	if len(decisions) > 0 {
		file = decisions[0].Place.File
	}
	replaces := func(*node.Node) bool { return false }
	if before != nil {
		file = before.Place.File
		replaces = func(item *node.Node) bool { return item.Start == before.Place.Start }
	}
	data, err := fs.ReadFile(o.FS, file)
	if errors.Is(err, fs.ErrNotExist) {
		return file, decide.New(o.decisionSchema(file), entry), nil
	}
	if err != nil {
		return "", nil, err
	}
	out, err := decide.Put(file, data, entry, replaces)
	return file, out, err
}

// decisionSchema names the schema of decisions to editors: a copy beside the
// facts, if there is one.
func (o Options) decisionSchema(file string) string {
	const name = "schemas/dispositions.schema.json"
	if _, err := fs.Stat(o.FS, path.Join(path.Dir(file), "..", name)); err == nil {
		return "../" + name
	}
	return "https://tieout.dev/" + name
}

// LatestExpiry is the last day that a decision of today may name, as the caller
// or the settings of the project have it.
func (o Options) LatestExpiry() string {
	most := o.MaxDisposition
	if most <= 0 {
		most = o.project().Longest
	}
	return o.AsOf.AddDate(0, 0, most).Format(time.DateOnly)
}

// project reads the settings alone.
func (o Options) project() settings.Settings {
	o = o.withDefaults()
	loaded := &load.Result{}
	if o.Settings != "" {
		loaded.AddSettings(o.settingsFS, o.Settings)
	}
	return settings.Read(loaded.Documents, validate.Documents(loaded.Documents).Invalid)
}
