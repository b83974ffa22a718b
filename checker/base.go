package checker

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/tieout/tieout/checker/internal/baseline"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/settle"
)

// Base is what a run is compared with: the facts as they stood, which are run
// under the same policies, or the report of an earlier run.
type Base struct {
	// Name is the base as the report shall name it, Commit what it resolved to.
	Name, Commit string
	// FS is the tree that the facts are read from, in the same folders.
	FS fs.FS
	// Err, if not nil, tells of failures to read FS itself; one ends the run.
	Err func() error
	// Report is a report with all checks; it counts when FS is nil.
	Report *Report
}

// base makes the report of the base. A base whose facts are missing or cannot be
// used is none, and says so.
func (o Options) base(ctx context.Context) (*baseline.Base, error) {
	if o.Base == nil {
		return nil, nil //nolint:nilnil // no base is no error
	}
	b := &baseline.Base{Name: o.Base.Name, Commit: o.Base.Commit}
	if o.Base.FS == nil && o.Base.Report == nil {
		return nil, errors.New("the base has neither facts nor a report")
	}
	if o.Base.FS == nil {
		b.Report = o.Base.Report
		b.Facts, b.Named = settle.EntriesOf(b.Report), true
		refuseBroken(b)
		return b, nil
	}
	then := o
	then.FS, then.Base, then.Paths, then.Record, then.Audit, then.unread = o.Base.FS, nil, nil, nil, true, true
	in, report, err := run(ctx, then, nil)
	if o.Base.Err != nil {
		if failed := o.Base.Err(); failed != nil {
			return nil, fmt.Errorf("read the base: %w", failed)
		}
	}
	if reason := noFacts(err); reason != nil {
		b.Unusable = &Text{
			EN: fmt.Sprintf("the base has no facts to compare with (%v), so everything is new", reason),
			JA: fmt.Sprintf("比較元に事実がないため（%v）、すべて新規として扱います", reason),
		}
		return b, nil
	}
	if err != nil {
		return nil, fmt.Errorf("run the base: %w", err)
	}
	b.Report, b.Facts = report, settle.Entries(in.corpus())
	refuseBroken(b)
	return b, nil
}

// noFacts gives the reason if a run ended for want of facts.
func noFacts(err error) error {
	if notFound, ok := errors.AsType[*NotFoundError](err); ok {
		return notFound
	}
	if limit, ok := errors.AsType[*load.LimitError](err); ok {
		return limit
	}
	return nil
}

// refuseBroken gives a base up in which something could not be used: what is
// missing there would pass for new here, and what was dropped for never made.
func refuseBroken(b *baseline.Base) {
	if b.Report.Summary.InputErrors == 0 {
		return
	}
	first := firstInputError(b.Report)
	b.Unusable = &Text{
		EN: fmt.Sprintf("some of the base could not be used, so everything is new; it has, at %s: %s", first.Location, first.Message.EN),
		JA: fmt.Sprintf("比較元に使えない入力があるため、すべて新規として扱います（%s: %s）", first.Location, first.Message.In("ja")),
	}
	b.Report, b.Facts = nil, nil
}

func firstInputError(r *Report) finding.Finding {
	for _, f := range r.Findings {
		if settle.IsInput(f.Rule) {
			return f
		}
	}
	return finding.Finding{}
}
