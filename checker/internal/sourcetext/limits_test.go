package sourcetext

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// sparse makes a file of NUL bytes that takes no room on the disk.
func sparse(t *testing.T, name string, size int64) {
	t.Helper()
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.Truncate(size), f.Close()); err != nil {
		t.Fatal(err)
	}
}

// allocated tells how much memory is asked for while f runs.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// A text of a gigabyte is hashed as a stream and refused with the limit named.
func TestGigabyte(t *testing.T) {
	if testing.Short() {
		t.Skip("hashes a gigabyte twice")
	}
	dir := t.TempDir()
	sparse(t, filepath.Join(dir, "big.txt"), 1<<30)
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close() //nolint:errcheck // Opened for reading only.
	sum, _, err := hashFile(t.Context(), root, "big.txt", MaxHashed)
	if err != nil {
		t.Fatal(err)
	}
	var texts *Texts
	used := allocated(func() { texts = search1(t, dir, map[string]Wanted{"budget": {SHA256: sum}}) })
	u := texts.Unsupported()
	if len(u) != 1 || !strings.Contains(texts.Findings()[0].Message.EN, "the limit of 64 MiB for a text") {
		t.Fatalf("unsupported %+v", u)
	}
	if used > 4<<20 {
		t.Errorf("%d bytes were allocated", used)
	}
}

// A large file beside the registered ones costs nothing.
func TestLargeFilesAreNotHashed(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "budget"})
	sparse(t, filepath.Join(dir, "big.bin"), 1<<30)
	texts := search1(t, dir, map[string]Wanted{"budget": {SHA256: digest("budget")}})
	if texts.hashed != int64(len("budget")) {
		t.Errorf("%d bytes were hashed", texts.hashed)
	}
	sparse(t, filepath.Join(dir, "huge.bin"), MaxHashed+1)
	if err := os.Remove(filepath.Join(dir, "big.bin")); err != nil {
		t.Fatal(err)
	}
	texts = search1(t, dir, map[string]Wanted{"gone": {SHA256: digest("gone")}})
	if s := texts.Skipped(); len(s) != 1 || s[0].Cause.Error() != "is over the limit of 2 GiB for a file" {
		t.Errorf("skipped %+v", s)
	}
}

// A line of a hundred megabytes is refused before it is read, one of fifty
// after, each with its limit.
func TestLongLines(t *testing.T) {
	for length, want := range map[int]string{
		100 << 20: "is over the limit of 64 MiB for a text",
		50 << 20:  "has a line over the limit of 1 MiB (line 2)",
	} {
		dir := t.TempDir()
		content := "first\n" + strings.Repeat("1", length)
		if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		sum := digest(content)
		var texts *Texts
		used := allocated(func() { texts = search1(t, dir, map[string]Wanted{"budget": {SHA256: sum}}) })
		if u := texts.Unsupported(); len(u) != 1 || u[0].Cause.Error() != want {
			t.Errorf("unsupported %+v", u)
		}
		if used > 6*MaxText {
			t.Errorf("%d bytes were allocated for a line of %d", used, length)
		}
	}
	exactly := strings.Repeat("1", MaxLine)
	if _, cause := read(t, "a.txt", exactly+"\r\n"+exactly, Wanted{}); cause != nil {
		t.Errorf("a line of the limit: %v", cause)
	}
}

func TestLimitsAreNamed(t *testing.T) {
	l := defaultLimits()
	l.lines, l.total, l.depth = 3, 10, 1
	dir := folder(t, map[string]string{"1.txt": "1\n2\n3\n4\n", "2.txt": "12345678", "a/b/deep.txt": "x"})
	texts, err := open(t.Context(), dir, map[string]Wanted{
		"lines": {SHA256: digest("1\n2\n3\n4\n")}, "total": {SHA256: digest("12345678")}, "deep": {SHA256: digest("x")},
	}, l)
	if err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprint(texts.Unsupported()[0].Cause, "; ", texts.Unsupported()[1].Cause, "; ", texts.Skipped()[0].Cause)
	want := "has more than 3 lines, the limit; exceeds, with the texts before it, the limit of 10 bytes for all texts; " +
		"lies deeper than 1 folders, the limit"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestTooManyFiles(t *testing.T) {
	l := defaultLimits()
	l.entries = 3
	dir := folder(t, map[string]string{"a/1": "", "a/2": "", "b/1": ""})
	_, err := open(t.Context(), dir, nil, l)
	var limit *LimitError
	if !errors.As(err, &limit) || err.Error() != "read sources: the folder holds more than 3 files and folders, the limit" {
		t.Errorf("error %v", err)
	}
}

func TestCausesSpeakBothLanguages(t *testing.T) {
	causes := []Cause{&MediaTypeError{}, &LinkError{}, &UnreadableError{Err: errRewritten}}
	for _, what := range []Limit{
		LimitFile, LimitText, LimitTotal, LimitLine, LimitLines, LimitEntries, LimitDepth, LimitNesting,
	} {
		causes = append(causes, &LimitError{What: what, Limit: 5 << 20, Line: 7})
	}
	for _, c := range causes {
		text, help := c.Text(), c.Help()
		if text.EN == "" || text.JA == "" || help.EN == "" || help.JA == "" || strings.Contains(text.EN+text.JA, "%!") {
			t.Errorf("%T: %+v %+v", c, text, help)
		}
	}
}
