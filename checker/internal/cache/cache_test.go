package cache_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/tieout/tieout/checker/internal/cache"
)

// files lists the entries of a cache.
func files(t *testing.T, dir string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "v1", "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func put(t *testing.T, dir, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	_ = dir
}

// TestGet gives an entry as it was put, and nothing for another key.
func TestGet(t *testing.T) {
	c := cache.Open(t.TempDir())
	for i, content := range []string{"", "a", strings.Repeat("long", 100_000)} {
		key := cache.KeyOf("x", fmt.Sprint(i))
		if _, ok := c.Get(key); ok {
			t.Errorf("entry %d is there before it was put", i)
		}
		c.Put(key, []byte(content))
		if got, ok := c.Get(key); !ok || string(got) != content {
			t.Errorf("entry %d: %d bytes, %v", i, len(got), ok)
		}
	}
	if cache.KeyOf("ab", "c") == cache.KeyOf("a", "bc") || cache.KeyOf() == cache.KeyOf("") {
		t.Error("other parts share a key")
	}
}

// TestNone keeps nothing where there is no cache.
func TestNone(t *testing.T) {
	c := cache.Open("")
	c.Put(cache.KeyOf("x"), []byte("a"))
	if _, ok := c.Get(cache.KeyOf("x")); ok {
		t.Error("a cache that is none holds something")
	}
	if entries, size, err := c.Size(); entries != 0 || size != 0 || err != nil {
		t.Errorf("%d entries, %d bytes, %v", entries, size, err)
	}
	c.Trim()
	if err := c.Clean(); err != nil {
		t.Error(err)
	}
}

// TestDamaged takes an entry that is not as it was put for none, and can put
// it anew.
func TestDamaged(t *testing.T) {
	key, content := cache.KeyOf("x"), []byte("the content")
	for name, damage := range map[string]func(file string, data []byte) error{
		"truncated":       func(file string, data []byte) error { return os.WriteFile(file, data[:len(data)-1], 0o600) },
		"cut to its head": func(file string, data []byte) error { return os.WriteFile(file, data[:20], 0o600) },
		"empty":           func(file string, _ []byte) error { return os.WriteFile(file, nil, 0o600) },
		"changed":         func(file string, data []byte) error { return os.WriteFile(file, bytes.ToUpper(data), 0o600) },
		"longer":          func(file string, data []byte) error { return os.WriteFile(file, append(data, 0), 0o600) },
		"foreign":         func(file string, _ []byte) error { return os.WriteFile(file, []byte("{}"), 0o600) },
		"unreadable":      func(file string, _ []byte) error { return os.Remove(file) },
	} {
		dir := t.TempDir()
		c := cache.Open(dir)
		c.Put(key, content)
		file := files(t, dir)[0]
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := damage(file, data); err != nil {
			t.Fatal(err)
		}
		if got, ok := c.Get(key); ok {
			t.Errorf("%s: got %q", name, got)
		}
		c.Put(key, content)
		if got, ok := c.Get(key); !ok || !bytes.Equal(got, content) {
			t.Errorf("%s: it is not put anew: %q %v", name, got, ok)
		}
	}
}

// TestMisplaced takes an entry that stands in another's place for none.
func TestMisplaced(t *testing.T) {
	dir := t.TempDir()
	c := cache.Open(dir)
	c.Put(cache.KeyOf("x"), []byte("the content"))
	data, err := os.ReadFile(files(t, dir)[0])
	if err != nil {
		t.Fatal(err)
	}
	c.Put(cache.KeyOf("y"), []byte("another"))
	for _, name := range files(t, dir) {
		put(t, dir, name, string(data))
	}
	if got, ok := c.Get(cache.KeyOf("y")); ok {
		t.Errorf("got %q", got)
	}
	if _, ok := c.Get(cache.KeyOf("x")); !ok {
		t.Error("the entry in its own place is gone")
	}
}

// TestUnwritable goes on where nothing can be written.
func TestUnwritable(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	put(t, "", file, "in the way")
	c := cache.Open(file)
	c.Put(cache.KeyOf("x"), []byte("a"))
	c.Trim()
	if _, ok := c.Get(cache.KeyOf("x")); ok {
		t.Error("something was kept")
	}
	if _, _, err := c.Size(); err == nil {
		t.Error("a file in place of the folder is not told")
	}
	dir := t.TempDir()
	c = cache.Open(dir)
	key := cache.KeyOf("x")
	c.Put(key, []byte("a"))
	name := files(t, dir)[0]
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
	put(t, dir, filepath.Join(name, "inside"), "a folder where the entry should be")
	c.Put(key, []byte("a"))
	if _, ok := c.Get(key); ok {
		t.Error("a folder was read as an entry")
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "v1", "*", "tmp-*")); len(left) > 0 {
		t.Errorf("what could not be put is left behind: %v", left)
	}
}

// TestAtOnce puts and gets the same entries in many goroutines: each sees a
// whole entry or none.
func TestAtOnce(t *testing.T) {
	dir := t.TempDir()
	content := bytes.Repeat([]byte("a whole entry "), 5000)
	var g sync.WaitGroup
	for range 8 {
		g.Go(func() {
			c := cache.Open(dir)
			for i := range 30 {
				key := cache.KeyOf(fmt.Sprint(i % 3))
				c.Put(key, content)
				if got, ok := c.Get(key); ok && !bytes.Equal(got, content) {
					t.Errorf("%d bytes instead of %d", len(got), len(content))
				}
				if i%10 == 9 {
					c.Trim()
				}
			}
		})
	}
	g.Wait()
	if entries, _, err := cache.Open(dir).Size(); entries != 3 || err != nil {
		t.Errorf("%d entries, %v", entries, err)
	}
}

// TestTrim forgets what was not used for longest, and what killed runs left.
func TestTrim(t *testing.T) {
	dir := t.TempDir()
	c := cache.OpenBounded(dir, 3500)
	for i := range 5 {
		c.Put(cache.KeyOf(fmt.Sprint(i)), make([]byte, 1000))
		for _, name := range files(t, dir) {
			info, err := os.Stat(name)
			if err != nil {
				t.Fatal(err)
			}
			old := info.ModTime().Add(-2 * time.Hour)
			if err := os.Chtimes(name, old, old); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, ok := c.Get(cache.KeyOf("0")); !ok {
		t.Fatal("the first entry is gone before its time")
	}
	started := filepath.Join(filepath.Dir(files(t, dir)[0]), "tmp-1")
	running := filepath.Join(filepath.Dir(files(t, dir)[0]), "tmp-2")
	put(t, dir, started, "half")
	put(t, dir, running, "half")
	old := time.Now().Add(-2 * time.Hour)
	if err := os.Chtimes(started, old, old); err != nil {
		t.Fatal(err)
	}
	c.Trim()
	for i, want := range []bool{true, false, false, true, true} {
		if _, ok := c.Get(cache.KeyOf(fmt.Sprint(i))); ok != want {
			t.Errorf("entry %d: %v", i, ok)
		}
	}
	if _, err := os.Stat(started); err == nil {
		t.Error("what a killed run left behind is kept")
	}
	if _, err := os.Stat(running); err != nil {
		t.Error("what a run is writing was taken from it")
	}
}

// TestClean removes the entries, and nothing else that stands in the folder:
// somebody may have named the wrong one.
func TestClean(t *testing.T) {
	dir := t.TempDir()
	c := cache.Open(dir)
	c.Put(cache.KeyOf("x"), []byte("a"))
	theirs := []string{
		filepath.Join(dir, "letter.txt"), filepath.Join(dir, "v1", "letter.txt"), filepath.Join(dir, "v1", "ab", "letter.txt"),
		filepath.Join(dir, "v1", "letters", strings.Repeat("0", 64)),
	}
	for _, name := range theirs {
		put(t, dir, name, "dear")
	}
	if err := c.Clean(); err != nil {
		t.Fatal(err)
	}
	if entries, _, err := c.Size(); entries != 0 || err != nil {
		t.Errorf("%d entries are left, %v", entries, err)
	}
	for _, name := range theirs {
		if _, err := os.Stat(name); err != nil {
			t.Errorf("%s is gone", name)
		}
	}
}

// TestDir finds the folder: what the environment says goes first.
func TestDir(t *testing.T) {
	env := map[string]string{"TIEOUT_CACHE": "here"}
	getenv := func(name string) string { return env[name] }
	if dir, err := cache.Dir(getenv); dir != "here" || err != nil {
		t.Errorf("%q, %v", dir, err)
	}
	delete(env, "TIEOUT_CACHE")
	if dir, err := cache.Dir(getenv); err == nil {
		t.Errorf("without a home it is %q", dir)
	}
}
