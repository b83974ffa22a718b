package checker_test

import (
	"os"
	"testing"

	"github.com/tieout/tieout/checker"
)

// A run that is watched tells the way from nothing to everything, and one that
// was watched is known again: watching changes nothing of the report.
func TestProgress(t *testing.T) {
	var told []checker.Progress
	opts := checker.Options{
		FS: os.DirFS("testdata/ferry"), Cache: t.TempDir(), Progress: func(p checker.Progress) { told = append(told, p) },
	}
	r, err := checker.Run(t.Context(), opts)
	if err != nil {
		t.Fatal(err)
	}
	last := told[len(told)-1]
	if last.Done != last.Total || last.Total == 0 || last.Facts != int64(r.Summary.Facts) {
		t.Errorf("at the end: %+v, with %d facts", last, r.Summary.Facts)
	}
	told = nil
	if _, err := checker.Run(t.Context(), opts); err != nil || len(told) > 0 {
		t.Errorf("the report was not known again: %+v, %v", told, err)
	}
}
