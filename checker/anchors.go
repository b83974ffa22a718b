package checker

import (
	"fmt"
	"path"
	"strings"

	"github.com/tieout/tieout/checker/internal/anchor"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/lock"
)

// lockFile gives the path of the lock file: in the first of the folders of
// facts, or beside it when it is a file.
func (o Options) lockFile() string {
	at := path.Clean(o.Facts[0])
	for _, ending := range load.Extensions() {
		if strings.HasSuffix(at, ending) {
			at = path.Dir(at)
			break
		}
	}
	return path.Join(at, lock.Name)
}

// recorded hands the lock file over, unless something stands against it, and says
// what became of it.
func recorded(r *anchor.Result, opts Options, writable, complete bool) error {
	file := opts.lockFile()
	say := func(en, ja string, values ...any) {
		r.Notices = append(r.Notices, finding.Notice{Message: Text{EN: fmt.Sprintf(en, values...), JA: fmt.Sprintf(ja, values...)}})
	}
	switch {
	case !writable:
		say("nothing recorded: %s is of a later version", "%s は新しい版のため、記録しませんでした", file)
	case !complete:
		say("nothing recorded in %s: some of the facts could not be read", "読み取れない事実があるため、%s に記録しませんでした", file)
	case !r.Sound:
		say("nothing recorded in %s: some anchors or source texts are not as they should be", "記載位置か原文に問題があるため、%s に記録しませんでした", file)
	default:
		if err := opts.Record(file, lock.New(file, r.Recorded).Bytes()); err != nil {
			return err
		}
		say("%d verified facts recorded in %s", "確認済みの %d 件を %s に記録しました", r.Anchors.Verified, file)
	}
	return nil
}
