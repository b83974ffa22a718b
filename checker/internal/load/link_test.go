package load_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tieout/tieout/checker/internal/load"
)

// linked writes files and links (name to target) into a new directory.
func linked(t *testing.T, files, links map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, text := range files {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, target := range links {
		if err := os.Symlink(target, filepath.Join(root, name)); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	return root
}

// A link must not bring a stranger's file into a report, nor the same facts
// twice; a link to a file that would else not be read is as good as the file.
func TestLoadLinks(t *testing.T) {
	root := linked(t, map[string]string{
		"secret.yaml":          "source: secret\n",
		"tree/a.yaml":          "source: a\n",
		"tree/.store/1/b.yaml": "source: b\n",
		"tree/dir/c.yaml":      "source: c\n",
	}, map[string]string{
		"tree/out.yaml":    "../secret.yaml",
		"tree/abs.yaml":    "/etc/hostname",
		"tree/same.yaml":   "a.yaml",
		"tree/.now":        ".store/1",
		"tree/b.yaml":      ".now/b.yaml",
		"tree/again":       "dir",
		"tree/circle.yaml": "circle.yaml",
		"tree/broken.yaml": "nowhere.yaml",
		"tree/broken.txt":  "nowhere.txt",
	})
	r := mustLoad(t, os.DirFS(filepath.Join(root, "tree")), ".")
	want := []string{"a.yaml#0 facts", "b.yaml#0 facts", "dir/c.yaml#0 facts"}
	if got := names(r); !slices.Equal(got, want) {
		t.Errorf("documents: %q, want %q", got, want)
	}
	var left []string
	for _, n := range r.Notices {
		left = append(left, n.Location.File)
	}
	if want := []string{"abs.yaml", "again", "out.yaml"}; !slices.Equal(left, want) {
		t.Errorf("notices on %q, want %q", left, want)
	}
	var broken []string
	for _, p := range r.Problems {
		broken = append(broken, p.Location.File)
	}
	if want := []string{"broken.yaml", "circle.yaml"}; !slices.Equal(broken, want) {
		t.Errorf("problems with %q, want %q", broken, want)
	}
}

// plainFS hides what a file system knows of links.
type plainFS struct{ fsys fstest.MapFS }

func (p plainFS) Open(name string) (fs.File, error) { return p.fsys.Open(name) }

func (p plainFS) ReadDir(name string) ([]fs.DirEntry, error) { return p.fsys.ReadDir(name) }

func TestLoadLinksWhereTheyCannotBeRead(t *testing.T) {
	fsys := tree(map[string]string{"a.yaml": "source: a\n", "dir/b.txt": "source: b\n"})
	fsys["b.yaml"] = &fstest.MapFile{Data: []byte("dir/b.txt"), Mode: fs.ModeSymlink}
	r := mustLoad(t, plainFS{fsys}, ".")
	if len(r.Documents) != 1 || len(r.Notices) != 1 || !strings.Contains(r.Notices[0].Message.EN, "not followed") {
		t.Errorf("%q %+v", names(r), r.Notices)
	}
	if _, err := load.Load(t.Context(), fsys, []string{"."}); err != nil {
		t.Error(err)
	}
}
