package sourcetext

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/tieout/tieout/checker/internal/finding"
)

// A text is found by its digest, whatever it is called and however deep.
func TestFoundByDigest(t *testing.T) {
	dir := folder(t, map[string]string{
		"renamed.txt": "budget", "a/b/c/page": "<!doctype html><p>rolls", "other.txt": "other", ".hidden.txt": "secret",
	})
	texts := search1(t, dir, map[string]Wanted{
		"budget": {SHA256: strings.ToUpper(digest("budget"))},
		"bakery": {SHA256: digest("<!doctype html><p>rolls")},
		"secret": {SHA256: digest("secret")},
	})
	if got := texts.IDs(); !slices.Equal(got, []string{"bakery", "budget"}) {
		t.Fatalf("found %v", got)
	}
	b := texts.Get("bakery")
	if b.ID != "bakery" || b.Path != "a/b/c/page" || b.MediaType != "text/html" || joined(b.Lines) != "rolls" ||
		b.SHA256 != digest("<!doctype html><p>rolls") {
		t.Errorf("text %+v", b)
	}
	if got := texts.Missing(); len(got) != 1 || got[0].ID != "secret" {
		t.Errorf("missing %v", got)
	}
}

func TestLinesOfPlainText(t *testing.T) {
	for content, want := range map[string]string{
		"":               "",
		"a":              "a",
		"a\n":            "a",
		"a\n\nb\r\nc\rd": "a⏎⏎b⏎c⏎d",
		"\r\n\r\r\n":     "⏎⏎",
	} {
		if text, cause := read(t, "a.txt", content, Wanted{}); cause != nil || joined(text.Lines) != want {
			t.Errorf("%q: %v", content, cause)
		}
	}
}

func TestMediaTypes(t *testing.T) {
	cases := []struct{ name, content, declared, want string }{
		{"a.txt", "a", "", "text/plain"},
		{"a.HTM", "a", "", "text/html"},
		{"a.csv", "a,b", "", "text/csv"},
		{"a", "a", "", "text/plain"},
		{"a", "\n <HTML><p>a", "", "text/html"},
		{"a.html", "a", "text/plain", "text/plain"},
		{"a.txt", "<p>a", "Text/HTML; charset=utf-8", "text/html"},
		{"a.xhtml", "<p>a</p>", "", "application/xhtml+xml"},
		{"a.pdf", "a", "application/pdf", "!application/pdf"},
		{"a", "%PDF-1.7\n", "", "!application/pdf"},
		{"a.txt", "%PDF-1.7\n", "text/plain", "!application/pdf"},
		{"a.xlsx", "PK\x03\x04", "", "!application/zip"},
		{"a", "\x00\x01\x02", "", "!application/octet-stream"},
		{"a.txt", "a", "nonsense", "!nonsense"},
		{"a.txt", "a", "text/rtf", "!text/rtf"},
	}
	for _, c := range cases {
		text, cause := read(t, c.name, c.content, Wanted{MediaType: c.declared})
		refused, isRefusal := strings.CutPrefix(c.want, "!")
		var e *MediaTypeError
		switch {
		case isRefusal && (!errors.As(cause, &e) || e.MediaType != refused):
			t.Errorf("%+v: %v", c, cause)
		case !isRefusal && (cause != nil || text.MediaType != c.want):
			t.Errorf("%+v: %v %+v", c, cause, text)
		}
	}
}

func TestSharedAndDuplicateFiles(t *testing.T) {
	dir := folder(t, map[string]string{"b.txt": "budget", "a/copy.txt": "budget", "x.txt": "other!"})
	texts := search1(t, dir, map[string]Wanted{
		"budget": {SHA256: digest("budget"), Location: finding.Range{File: "sources.yaml"}},
		"again":  {SHA256: digest("budget")},
	})
	if texts.Get("budget").Path != "a/copy.txt" || texts.Get("again").ID != "again" {
		t.Error("both sources have the text of the first copy")
	}
	d := texts.Duplicates()
	if len(d) != 1 || !slices.Equal(d[0].Paths, []string{"a/copy.txt", "b.txt"}) {
		t.Errorf("duplicates %v", d)
	}
	f := texts.Findings()
	if len(f) != 2 || f[0].Rule != RuleShared || f[0].Subject != "again" || f[0].Related[0].Location.File != "sources.yaml" {
		t.Errorf("findings %+v", f)
	}
	if n := texts.Notices(); len(n) != 1 || !strings.Contains(n[0].Message.EN, "a/copy.txt, b.txt") {
		t.Errorf("notices %+v", n)
	}
}

func TestNoFolder(t *testing.T) {
	texts := search1(t, "", map[string]Wanted{"budget": {SHA256: digest("budget")}, "bare": {}})
	if len(texts.Missing()) != 1 || len(texts.Undigested()) != 1 || len(texts.Notices()) != 0 || len(texts.Findings()) != 0 {
		t.Errorf("%+v", texts)
	}
	if p := texts.Population(); p[RuleChanged] != 0 || p[RuleShared] != 1 {
		t.Errorf("population %v", p)
	}
	for _, dir := range []string{filepath.Join(t.TempDir(), "none"), filepath.Join(folder(t, map[string]string{"f": ""}), "f")} {
		if _, err := Open(t.Context(), dir, nil); err == nil {
			t.Errorf("%s is no folder", filepath.Base(dir))
		}
	}
}

// Links are not followed, neither out of the folder nor around in it.
func TestLinks(t *testing.T) {
	outside := folder(t, map[string]string{"budget.txt": "budget", "d/bakery.txt": "bakery"})
	dir := folder(t, map[string]string{"sub/f.txt": "f"})
	for link, to := range map[string]string{
		"file.txt": filepath.Join(outside, "budget.txt"), "tree": filepath.Join(outside, "d"), "sub/loop": "..", "dead": "nowhere",
	} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Skip("no symbolic links here")
		}
	}
	texts := search1(t, dir, map[string]Wanted{"budget": {SHA256: digest("budget")}, "bakery": {SHA256: digest("bakery")}})
	if len(texts.Missing()) != 2 || len(texts.Skipped()) != 4 {
		t.Errorf("missing %v, skipped %v", texts.Missing(), texts.Skipped())
	}
	n := texts.Notices()
	if last := n[len(n)-1].Message.EN; !strings.Contains(last, "file.txt is a symbolic link") || strings.Contains(last, outside) {
		t.Errorf("notice %s", last)
	}
}

func TestUnreadable(t *testing.T) {
	if os.Getuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("this user may read everything")
	}
	dir := folder(t, map[string]string{"a.txt": "budget", "d/b.txt": "b"})
	for _, name := range []string{"a.txt", "d"} {
		if err := os.Chmod(filepath.Join(dir, name), 0); err != nil {
			t.Fatal(err)
		}
		defer os.Chmod(filepath.Join(dir, name), 0o755) //nolint:errcheck // For the clean-up only.
	}
	texts := search1(t, dir, map[string]Wanted{"budget": {SHA256: digest("budget")}})
	if len(texts.Skipped()) != 2 || len(texts.Missing()) != 1 {
		t.Errorf("%+v", texts)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	dir := folder(t, map[string]string{"a.txt": "budget"})
	if _, err := Open(ctx, dir, map[string]Wanted{"budget": {SHA256: digest("budget")}}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	for name, parse := range map[string]func() ([]Line, error){
		"plain": func() ([]Line, error) { return plainLines(ctx, "a\nb", defaultLimits()) },
		"html":  func() ([]Line, error) { return htmlLines(ctx, "<p>a", false, defaultLimits()) },
	} {
		if _, err := parse(); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// What is missing is named with the digest that was looked for.
func TestMissingIsNamed(t *testing.T) {
	texts := search1(t, folder(t, map[string]string{"f.txt": "other"}), map[string]Wanted{
		"budget": {SHA256: digest("budget"), Location: finding.Range{File: "sources.yaml"}}, "bare": {},
	})
	n := texts.Notices()
	if len(n) != 2 || !strings.Contains(n[0].Message.EN, digest("budget")) || n[0].Location.File != "sources.yaml" ||
		!strings.Contains(n[1].Message.EN, "bare is registered without a sha256") {
		t.Errorf("notices %+v", n)
	}
}

// A file that is rewritten between its hashing and its reading is not taken
// for the registered one.
func TestRewrittenWhileRead(t *testing.T) {
	root, err := os.OpenRoot(folder(t, map[string]string{"f.txt": "edited"}))
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close() //nolint:errcheck // Opened for reading only.
	if _, err := readFile(root, "f.txt", digest("budget"), MaxText); !errors.Is(err, errRewritten) {
		t.Errorf("error %v", err)
	}
	if _, err := readFile(root, "f.txt", digest("edited"), 5); err == nil {
		t.Error("it has grown over the limit")
	}
	if _, err := readFile(root, "gone.txt", "", MaxText); err == nil || strings.Contains(err.Error(), "gone.txt") {
		t.Errorf("error %v", err)
	}
	if _, _, err := hashFile(t.Context(), root, "f.txt", 5); err == nil {
		t.Error("it has grown over the limit")
	}
}
