package sourcetext

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
)

// folder writes files into a folder of the test's own.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func digest(content string) string {
	sum := sha256.Sum256([]byte(content))
	return hex.EncodeToString(sum[:])
}

func search1(t *testing.T, dir string, wanted map[string]Wanted) *Texts {
	t.Helper()
	texts, err := Open(t.Context(), dir, wanted)
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

// read reads one file with one registration.
func read(t *testing.T, name, content string, w Wanted) (*Text, Cause) {
	t.Helper()
	w.SHA256 = digest(content)
	texts := search1(t, folder(t, map[string]string{name: content}), map[string]Wanted{"budget": w})
	if u := texts.Unsupported(); len(u) > 0 {
		return nil, u[0].Cause
	}
	if texts.Get("budget") == nil {
		t.Fatal("the text was neither read nor refused")
	}
	return texts.Get("budget"), nil
}

func encode(t *testing.T, e encoding.Encoding, s string) string {
	t.Helper()
	out, err := e.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func texts(lines []Line) []string {
	var all []string
	for _, l := range lines {
		all = append(all, l.Text)
	}
	return all
}

func joined(lines []Line) string { return strings.Join(texts(lines), "⏎") }
