package checker

import (
	"context"

	"github.com/tieout/tieout/checker/internal/progress"
)

// Progress is how far a run has come: the bytes of fact files done and in all,
// and the facts checked so far.
type Progress = progress.State

// watched gives the context of a run that tells how far it has come. With facts
// of a base there are two to read.
func (o Options) watched(ctx context.Context) context.Context {
	passes := 1
	if o.Base != nil && o.Base.FS != nil {
		passes = 2
	}
	return progress.With(ctx, passes, o.Progress)
}
