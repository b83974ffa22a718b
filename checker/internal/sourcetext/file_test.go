package sourcetext_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tieout/tieout/checker/internal/sourcetext"
)

// TestFile reads one file that nobody registered, with the digest that it is to
// be registered with.
func TestFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "budget.txt")
	if err := os.WriteFile(name, []byte("\ufeffRevenue\r\n1,605"), 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := sourcetext.File(t.Context(), name, sourcetext.Wanted{SHA256: "anything"})
	if err != nil {
		t.Fatal(err)
	}
	if len(text.Lines) != 2 || text.Lines[0].Text != "Revenue" || text.Lines[1].Text != "1,605" {
		t.Errorf("the lines are %v", text.Lines)
	}
	if want := "8cd2c91a37a36c4a0a79769f2e6b634aa76b321bc819532257d56b11ef35f051"; text.SHA256 != want {
		t.Errorf("the digest is %s", text.SHA256)
	}
}

// TestFileRefused gives the reason for which a file is no text.
func TestFileRefused(t *testing.T) {
	dir := t.TempDir()
	write := func(name, data string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	huge := write("huge.txt", "")
	if err := os.Truncate(huge, sourcetext.MaxText+1); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{
		dir, filepath.Join(dir, "nowhere", "x.txt"), filepath.Join(dir, "x.txt"), huge,
		write("scan.txt", "%PDF-1.7 \x00"), write("bytes.txt", "\x81\x82\xff"), write("long.txt", strings.Repeat("x", sourcetext.MaxLine+1)),
	} {
		text, err := sourcetext.File(t.Context(), path, sourcetext.Wanted{})
		if _, ok := errors.AsType[sourcetext.Cause](err); !ok || text != nil {
			t.Errorf("%s: %v", filepath.Base(path), err)
		}
	}
}
