package cache_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/tieout/tieout/checker/internal/cache"
)

// look reads a tree as a run does.
func look(t *testing.T, fsys fs.FS) {
	t.Helper()
	err := fs.WalkDir(fsys, "facts", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if d.Type()&fs.ModeSymlink != 0 {
			_, err := fs.ReadLink(fsys, name)
			return err
		}
		_, err = fs.ReadFile(fsys, name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := fs.ReadFile(fsys, "facts/anchors.lock"); err == nil {
		t.Fatal("there is a lock file")
	}
}

// TestTrace knows a tree again as long as all that was read of it is the same,
// and only then.
func TestTrace(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, "facts", name) }
	put(t, dir, at("a.yaml"), "one")
	put(t, dir, at("deep/b.yaml"), "two")
	put(t, dir, filepath.Join(dir, "aside.txt"), "not looked at")
	if err := os.Symlink("a.yaml", at("c.yaml")); err != nil {
		t.Skip("no symbolic links here")
	}
	var r cache.Recorder
	look(t, r.Record(0, os.DirFS(dir)))
	trace, key, ok := r.Trace()
	if !ok {
		t.Fatal("the trace is not sure")
	}
	same := func() bool {
		again, ok := trace.Digest([]fs.FS{os.DirFS(dir)})
		return ok && again == key
	}
	if !same() {
		t.Fatal("the tree is not known again")
	}
	put(t, dir, filepath.Join(dir, "aside.txt"), "changed")
	if !same() {
		t.Error("a file that was not read matters")
	}
	for what, change := range map[string][2]func() error{
		"an edit":                {func() error { return os.WriteFile(at("a.yaml"), []byte("ONE"), 0o600) }, func() error { return os.WriteFile(at("a.yaml"), []byte("one"), 0o600) }},
		"a new file":             {func() error { return os.WriteFile(at("deep/d.yaml"), nil, 0o600) }, func() error { return os.Remove(at("deep/d.yaml")) }},
		"a file that was missed": {func() error { return os.WriteFile(at("anchors.lock"), nil, 0o600) }, func() error { return os.Remove(at("anchors.lock")) }},
		"a file less":            {func() error { return os.Rename(at("deep/b.yaml"), filepath.Join(dir, "b")) }, func() error { return os.Rename(filepath.Join(dir, "b"), at("deep/b.yaml")) }},
		"another target": {
			func() error { return os.Remove(at("c.yaml")) },
			func() error { return os.Symlink("a.yaml", at("c.yaml")) },
		},
	} {
		if err := change[0](); err != nil {
			t.Fatal(err)
		}
		if same() {
			t.Errorf("%s is overlooked", what)
		}
		if err := change[1](); err != nil {
			t.Fatal(err)
		}
		if !same() {
			t.Errorf("%s, undone, is not", what)
		}
	}
	if _, ok := trace.Digest(nil); ok {
		t.Error("a tree that is not there answers")
	}
}

// TestUnsure does not rely on what may be different the next time.
func TestUnsure(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, filepath.Join(dir, "a.yaml"), "one")
	for what, read := range map[string]func(fsys fs.FS) error{
		"half a file": func(fsys fs.FS) error {
			f, err := fsys.Open("a.yaml")
			if err != nil {
				return err
			}
			if _, err := f.Read(make([]byte, 1)); err != nil {
				return err
			}
			return f.Close()
		},
		"a file that changes": func(fsys fs.FS) error {
			if _, err := fs.ReadFile(fsys, "a.yaml"); err != nil {
				return err
			}
			put(t, dir, filepath.Join(dir, "a.yaml"), "two")
			_, err := fs.ReadFile(fsys, "a.yaml")
			return err
		},
		"a wrong path": func(fsys fs.FS) error {
			_, _ = fsys.Open("../a.yaml")
			return nil
		},
	} {
		var r cache.Recorder
		if err := read(r.Record(0, os.DirFS(dir))); err != nil {
			t.Fatal(err)
		}
		if _, _, ok := r.Trace(); ok {
			t.Errorf("%s is relied on", what)
		}
	}
}
