package checker

import (
	"context"
	"fmt"
	"path"
	"slices"
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

// anchors verifies the anchors and records them, if that is asked for.
func (m *material) anchors(ctx context.Context, opts Options) (anchor.Result, error) {
	recorded, problems := lock.Read(opts.FS, opts.lockFile())
	m.recorded = recorded
	texts, err := anchor.Open(ctx, m.corpus, opts.Sources)
	if err != nil {
		return anchor.Result{}, err
	}
	m.texts = texts
	r := anchor.Verify(anchor.Input{
		Corpus: m.corpus, Texts: texts, Lock: recorded, Complete: m.complete(), Recording: opts.Record != nil,
	})
	if opts.Record != nil {
		if recorded == nil || !recorded.Later {
			// A broken lock file is mended by writing it anew.
			problems = nil
		}
		if err := m.record(&r, opts, len(problems) == 0); err != nil {
			return r, err
		}
	}
	r.Population[lock.RuleLock] = recorded.Len() + len(problems)
	r.Findings = append(r.Findings, problems...)
	return r, nil
}

// files lists what was read, by path: what is told of anchors rests on the lock
// file as on the fact files.
func (m *material) files() []finding.Input {
	files := slices.Clone(m.loaded.Inputs)
	if m.recorded != nil && m.recorded.SHA256 != "" {
		files = append(files, finding.Input{Path: m.recorded.File, SHA256: m.recorded.SHA256})
		slices.SortStableFunc(files, func(a, b finding.Input) int { return strings.Compare(a.Path, b.Path) })
	}
	return files
}

// complete tells whether all entries of the fact files could be used.
func (m *material) complete() bool { return m.excluded == 0 && !m.loaded.Incomplete() }

// record hands the lock file over, unless something stands against it, and says
// what became of it.
func (m *material) record(r *anchor.Result, opts Options, writable bool) error {
	file := opts.lockFile()
	say := func(en, ja string, values ...any) {
		r.Notices = append(r.Notices, finding.Notice{Message: Text{EN: fmt.Sprintf(en, values...), JA: fmt.Sprintf(ja, values...)}})
	}
	switch {
	case !writable:
		say("nothing recorded: %s is of a later version", "%s は新しい版のため、記録しませんでした", file)
	case !m.complete():
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
