package revision

import (
	"errors"
	"os/exec"
	"strings"
	"testing"
)

// TestLargeObjects tells the size of what is too large without reading it, and
// goes on reading what is not.
func TestLargeObjects(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	dir := t.TempDir()
	git := func(stdin string, args ...string) string {
		cmd := exec.CommandContext(t.Context(), "git", args...)
		cmd.Dir, cmd.Stdin = dir, strings.NewReader(stdin)
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(args, err)
		}
		return strings.TrimSpace(string(out))
	}
	git("", "init", "-q", ".")
	small := git("small", "hash-object", "-w", "--stdin")
	large := git(strings.Repeat("x", 1<<20), "hash-object", "-w", "--stdin")
	r := &repository{ctx: t.Context(), dir: dir, environ: sealed(nil)}
	o := &objects{start: r.command}
	defer o.close()
	for range 2 {
		if data, size, err := o.read(small, kindFile, 10); string(data) != "small" || size != 5 || err != nil {
			t.Errorf("%q, %d, %v", data, size, err)
		}
		if data, size, err := o.read(large, kindFile, 10); data != nil || size != 1<<20 || !errors.Is(err, errTooLarge) {
			t.Errorf("%d bytes, %d, %v", len(data), size, err)
		}
	}
	if o.failed != nil {
		t.Errorf("a large file passes for a failure: %v", o.failed)
	}
	if _, _, err := o.read(small, kindFolder, 10); err == nil {
		t.Error("a file passes for a folder")
	}
	if _, _, err := o.read(strings.Repeat("1", 40), kindFile, 10); err == nil || o.failed == nil {
		t.Error("an object that is not there is read")
	}
}

// FuzzParse reads foreign tree objects: only names that lead nowhere else come
// out.
func FuzzParse(f *testing.F) {
	id := strings.Repeat("\x01", 20)
	f.Add([]byte("100644 a.yaml\x00" + id + "40000 facts\x00" + id + "120000 link\x00" + id + "160000 module\x00" + id))
	f.Add([]byte("100644 ..\x00" + id + "100644 a/b\x00" + id + "100644 a\x00" + id + "40000 a\x00" + id + "100644 \x00" + id))
	f.Add([]byte("100644 short\x00abc"))
	f.Fuzz(func(t *testing.T, data []byte) {
		list, err := parse(data, 20)
		if err != nil {
			return
		}
		for i, e := range list.entries {
			if e.name == "" || e.name == "." || e.name == ".." || strings.Contains(e.name, "/") || list.byName[e.name] != i || len(e.id) != 40 {
				t.Errorf("%+v", e)
			}
		}
	})
}
