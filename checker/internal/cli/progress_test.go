package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/rivo/uniseg"

	"github.com/tieout/tieout/checker"
)

// What is said beside the bar leaves it room, and drops what matters least.
func TestProgressWords(t *testing.T) {
	began := time.Date(2026, 4, 1, 12, 0, 0, 0, time.UTC)
	p := checker.Progress{Done: 40_000, Total: 100_000, Facts: 84_120}
	seen := pace{{at: began}}.add(began.Add(4*time.Second), p)
	tests := []struct {
		lang    string
		columns int
		want    string
	}{
		{"en", 80, "84,120 facts, 21,030/s, 0:06 left"},
		{"en", 45, "21,030/s, 0:06 left"},
		{"en", 30, "0:06 left"},
		{"en", 28, ""},
		{"ja", 80, "事実84,120件、毎秒21,030件、残り0:06"},
		{"ja", 50, "毎秒21,030件、残り0:06"},
		{"ja", 30, "残り0:06"},
		{"ja", 20, ""},
	}
	for _, test := range tests {
		m := meter{lang: test.lang}
		got := m.words(test.columns, p, seen)
		if got != test.want || uniseg.StringWidth(got)+leastBar+barFrame > max(test.columns, leastBar+barFrame) {
			t.Errorf("%s, %d columns: %q, want %q", test.lang, test.columns, got, test.want)
		}
	}
}

// The time that is left follows what the run does now, not what it did when all
// came from the cache, and nothing is promised before it can be known.
func TestPace(t *testing.T) {
	at := time.Date(2026, 4, 1, 12, 0, 0, 0, time.UTC)
	seen := pace{{at: at}}
	step := func(seconds int, done, facts int64) (int64, time.Duration) {
		for range seconds {
			at = at.Add(time.Second)
			last := seen[len(seen)-1]
			seen = seen.add(at, checker.Progress{Done: last.Done + done, Total: 1_000_000, Facts: last.Facts + facts})
		}
		return seen.rate()
	}
	if facts, rest := step(1, 0, 0); facts != 0 || rest != 0 {
		t.Errorf("before anything is done: %d facts a second, %v left", facts, rest)
	}
	if _, rest := step(1, 300, 1); rest != 0 {
		t.Errorf("at the very beginning: %v left", rest)
	}
	if facts, rest := step(5, 50_000, 1000); facts != 714 || rest != 20*time.Second+966*time.Millisecond {
		t.Errorf("from the cache: %d facts a second, %v left", facts, rest)
	}
	if facts, rest := step(20, 1000, 10); facts != 10 || rest != 729*time.Second+700*time.Millisecond {
		t.Errorf("from then on: %d facts a second, %v left", facts, rest)
	}
	if _, rest := step(20, 0, 0); rest != 0 {
		t.Errorf("at a standstill: %v left", rest)
	}
}

func TestClock(t *testing.T) {
	for d, want := range map[time.Duration]string{
		time.Millisecond: "0:01", time.Minute: "1:00", 59*time.Minute + 59*time.Second + time.Nanosecond: "1:00:00", 25*time.Hour + 61*time.Second: "25:01:01",
	} {
		if got := clock(d); got != want {
			t.Errorf("%v: %s, want %s", d, got, want)
		}
	}
}

// A bar at its end would be taken away by the library before the run is over,
// and one of a file that grew must not go beyond.
func TestPermille(t *testing.T) {
	for p, want := range map[checker.Progress]int64{
		{}: 0, {Done: 1, Total: 2}: 500, {Done: 2, Total: 2}: 999, {Done: 3, Total: 2}: 999, {Done: 32 << 40, Total: 64 << 40}: 500,
	} {
		if got := permille(p); got != want {
			t.Errorf("%+v: %d, want %d", p, got, want)
		}
	}
}

// What is said of a run that was stopped must be so.
func TestAccount(t *testing.T) {
	far := func(lang string, kept bool) *meter {
		return &meter{lang: lang, kept: kept, last: checker.Progress{Done: 430, Total: 1000, Facts: 84_120}}
	}
	delivering := func(files int, whole ...string) *account {
		a := &account{}
		a.deliver(files)
		for _, f := range whole {
			a.wrote(f)
		}
		return a
	}
	tests := []struct {
		done *account
		m    *meter
		want string
	}{
		{&account{}, nil, "interrupted"},
		{&account{}, far("en", true), "interrupted: 84,120 facts were checked, 43% of the work; no report was written; the next run goes on from what the cache keeps"},
		{&account{}, far("en", false), "interrupted: 84,120 facts were checked, 43% of the work; no report was written"},
		{&account{}, far("ja", true), "中断しました：事実84,120件を検査しました（全体の43%）。レポートは書き出していません。検査済みの結果はキャッシュに残り、次回に引き継がれます"},
		{delivering(0), far("en", true), "interrupted: everything was checked, but the report is not whole"},
		{delivering(2), far("en", true), "interrupted: everything was checked, but no file was written"},
		{delivering(3, "a.csv", "b.json"), far("ja", true), "中断しました：検査は終わりましたが、書き出したファイルは3件中2件です：a.csv、b.json"},
	}
	for _, test := range tests {
		if got := test.done.sentence(test.m, false); got != test.want {
			t.Errorf("%s\nwant %s", got, test.want)
		}
	}
}

// A process that is ended while it writes leaves no file beside the report, and
// makes no more.
func TestAbandonedFilesAreRemoved(t *testing.T) {
	dir := t.TempDir()
	b := besides{names: map[string]bool{}}
	f, done, err := b.create(filepath.Join(dir, "moved.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(f.Name(), filepath.Join(dir, "moved.json")); err != nil {
		t.Fatal(err)
	}
	done()
	half, _, err := b.create(filepath.Join(dir, "half.json"))
	if err != nil {
		t.Fatal(err)
	}
	_, _ = f.Close(), half.Close()
	b.abandon()
	if left, err := filepath.Glob(filepath.Join(dir, "*")); err != nil || len(left) != 1 || filepath.Base(left[0]) != "moved.json" {
		t.Errorf("left: %q, %v", left, err)
	}
	if hidden, err := filepath.Glob(filepath.Join(dir, ".*")); err != nil || len(hidden) > 0 {
		t.Errorf("left: %q, %v", hidden, err)
	}
}

// A report that is being made ends with its run.
func TestInterruptible(t *testing.T) {
	var b bytes.Buffer
	ctx, stop := context.WithCancelCause(t.Context())
	w := interruptible{ctx, &b}
	if _, err := w.Write([]byte("half")); err != nil {
		t.Fatal(err)
	}
	stop(&interruption{syscall.SIGTERM})
	if _, err := w.Write([]byte(" whole")); err == nil || b.String() != "half" || !terminated(ctx) || strings.Contains(context.Cause(ctx).Error(), "interrupt") {
		t.Errorf("%q was written, %v, %v", b.String(), err, context.Cause(ctx))
	}
}
