package load_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/load"
	"github.com/tieout/tieout/checker/internal/node"
)

// tree makes a file system of texts by name.
func tree(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func mustLoad(t *testing.T, fsys fs.FS, paths ...string) *load.Result {
	t.Helper()
	r, err := load.Load(t.Context(), fsys, paths)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func names(r *load.Result) []string {
	var out []string
	for _, d := range r.Documents {
		out = append(out, fmt.Sprintf("%s#%d %s", d.File, d.Index, d.Kind))
	}
	return out
}

func messages(problems []finding.Finding) string {
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&b, "%s: %s\n", p.Location, p.Message.EN)
	}
	return b.String()
}

// A user's registries and facts are told apart by their keys, and come in the
// same order whatever the file system says.
func TestLoadTellsKindsInOrder(t *testing.T) {
	r := mustLoad(t, tree(map[string]string{
		"facts/b.yaml":             "source: bakery\nquantities: {}\n---\nsource: bakery\n",
		"facts/a.yml":              "sources: {bakery: {}}\n---\nentities: {}\n---\nconcepts: {}\n",
		"facts/sub/c.json":         `{"dispositions": []}`,
		"facts/loose.YAML":         "quantities: {}\n",
		"facts/anchors.lock":       "sources: {}",
		"facts/readme.md":          "no facts",
		"facts/.hidden.yaml":       "sources: {}",
		"facts/.git/x.yaml":        "sources: {}",
		"elsewhere/unasked-1.yaml": "sources: {}",
	}), "facts")
	want := []string{
		"facts/a.yml#0 sources", "facts/a.yml#1 entities", "facts/a.yml#2 concepts",
		"facts/b.yaml#0 facts", "facts/b.yaml#1 facts",
		"facts/loose.YAML#0 facts", "facts/sub/c.json#0 dispositions",
	}
	if got := names(r); !slices.Equal(got, want) {
		t.Errorf("documents:\n%q\nwant\n%q", got, want)
	}
	if len(r.Problems) != 0 {
		t.Errorf("problems: %s", messages(r.Problems))
	}
	sum := sha256.Sum256([]byte(`{"dispositions": []}`))
	last := finding.Input{Path: "facts/sub/c.json", SHA256: hex.EncodeToString(sum[:])}
	if n := len(r.Inputs); n != 4 || r.Inputs[n-1] != last {
		t.Errorf("inputs: %+v", r.Inputs)
	}
}

// Naming a file and the directory that it is in must not read its facts twice.
func TestLoadReadsEachFileOnce(t *testing.T) {
	fsys := tree(map[string]string{"facts/a.yaml": "source: a\n", "facts/b.yaml": "source: b\n"})
	r := mustLoad(t, fsys, "facts/b.yaml", "./facts/", "facts")
	if got := names(r); len(got) != 2 {
		t.Errorf("documents: %q", got)
	}
}

func TestLoadProblems(t *testing.T) {
	tests := map[string]struct{ text, want string }{
		"list":           {"- a\n", "f.yaml:1:1: a document must be a mapping, got a list\n"},
		"text":           {"source: a\n---\nbudget\n", "f.yaml:3:1: a document must be a mapping, got a text\n"},
		"two registries": {"sources: {}\nentities: {}\n", "f.yaml:2:1: the document holds both `sources` and `entities`\n"},
		"in any order":   {"source: a\n\nconcepts: {}\n", "f.yaml:3:1: the document holds both `source` and `concepts`\n"},
		"broken":         {"source: [\n", "f.yaml:2:1: a value is missing here\n"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			r := mustLoad(t, tree(map[string]string{"f.yaml": test.text, "good.yaml": "source: good\n"}), ".")
			if got := messages(r.Problems); got != test.want {
				t.Errorf("got %s want %s", got, test.want)
			}
			for _, p := range r.Problems {
				if p.Message.JA == "" || p.Help.EN == "" || p.Help.JA == "" || p.Severity != finding.Error {
					t.Errorf("incomplete: %+v", p)
				}
			}
			if !slices.Contains(names(r), "good.yaml#0 facts") {
				t.Errorf("the good file is lost: %q", names(r))
			}
		})
	}
}

func TestLoadNothing(t *testing.T) {
	fsys := tree(map[string]string{"facts/readme.md": "x", "notes.txt": "x"})
	tests := map[string]struct {
		missing bool
		want    string
	}{
		"facts":     {false, "no fact files (*.yaml, *.yml, *.json) in facts"},
		"notes.txt": {false, "no fact files (*.yaml, *.yml, *.json) in notes.txt"},
		"absent":    {true, "absent: no such file or directory"},
		"../facts":  {true, "../facts: no such file or directory"},
		"/etc":      {true, "/etc: no such file or directory"},
	}
	for path, test := range tests {
		_, err := load.Load(t.Context(), fsys, []string{path})
		var notFound *load.NotFoundError
		if !errors.As(err, &notFound) || notFound.Missing != test.missing || err.Error() != test.want {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// A file of comments only is a file that was checked, not a missing one.
func TestLoadEmptyFile(t *testing.T) {
	r := mustLoad(t, tree(map[string]string{"a.yaml": "# nothing yet\n", "b.json": ""}), ".")
	if len(r.Documents) != 0 || len(r.Problems) != 0 || len(r.Notices) != 2 || len(r.Inputs) != 2 {
		t.Errorf("%+v", r)
	}
}

func TestLoadStopsWithContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := load.Load(ctx, tree(map[string]string{"a.yaml": "source: a\n"}), []string{"."})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// The lines of excerpts are those that positions count.
func TestLine(t *testing.T) {
	r := mustLoad(t, tree(map[string]string{
		"a.yaml": node.ByteOrderMark + "source: a\r\n# 表 🍞\rx: \"\u2028\"\n",
		"b.yaml": "source: b\xff\n",
	}), ".")
	want := map[int]string{-1: "", 0: "", 1: "source: a", 2: "# 表 🍞", 3: "x: \"\u2028\"", 4: "", 5: ""}
	for n, line := range want {
		if got := r.Line("a.yaml", n); got != line {
			t.Errorf("line %d: %q, want %q", n, got, line)
		}
	}
	if got := r.Line("b.yaml", 1); got != "source: b\uFFFD" {
		t.Errorf("bytes that are no text: %q", got)
	}
	if got := r.Line("absent.yaml", 1); got != "" {
		t.Errorf("absent file: %q", got)
	}
}

// refusing is a file system in which one file cannot be opened.
type refusing struct {
	fstest.MapFS
	name string
}

func (f refusing) Open(name string) (fs.File, error) {
	if name == f.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return f.MapFS.Open(name)
}

func (f refusing) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == f.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return f.MapFS.ReadDir(name)
}

func TestLoadUnreadable(t *testing.T) {
	files := tree(map[string]string{"a.yaml": "source: a\n", "b.yaml": "source: b\n", "dir/c.yaml": "source: c\n"})
	for name, want := range map[string]string{
		"a.yaml": "a.yaml: this cannot be read: permission denied\n",
		"dir":    "dir: this cannot be read: permission denied\n",
	} {
		r := mustLoad(t, refusing{files, name}, ".")
		if got := messages(r.Problems); got != want || len(r.Documents) != 2 {
			t.Errorf("%s: %s (%d documents)", name, got, len(r.Documents))
		}
	}
}

// A huge file is turned down by its size; reading it would take the memory.
func TestLoadLargeFileIsNotRead(t *testing.T) {
	dir := t.TempDir()
	f, err := os.Create(filepath.Join(dir, "huge.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.Truncate(200<<20), f.Close()); err != nil {
		t.Fatal(err)
	}
	r := mustLoad(t, os.DirFS(dir), ".")
	if got, want := messages(r.Problems), "huge.yaml: the file is larger than 33554432 bytes\n"; got != want {
		t.Errorf("got %s want %s", got, want)
	}
	if len(r.Inputs) != 0 {
		t.Errorf("inputs: %+v", r.Inputs)
	}
}

func TestLoadDeepDirectories(t *testing.T) {
	deep := strings.Repeat("d/", load.MaxDepth+1)
	r := mustLoad(t, tree(map[string]string{deep + "a.yaml": "source: a\n", "d/b.yaml": "source: b\n"}), ".")
	if len(r.Problems) != 1 || !strings.Contains(r.Problems[0].Message.EN, "not looked into") || len(r.Documents) != 1 {
		t.Errorf("%s %q", messages(r.Problems), names(r))
	}
}

func TestLoadTooManyFiles(t *testing.T) {
	_, err := load.Load(t.Context(), crowd{}, []string{"."})
	var limit *load.LimitError
	if !errors.As(err, &limit) || limit.Limit != load.MaxFiles {
		t.Errorf("got %v", err)
	}
}

// crowd is a directory of more files than are allowed.
type crowd struct{ fstest.MapFS }

func (crowd) ReadDir(string) ([]fs.DirEntry, error) {
	entries := make([]fs.DirEntry, load.MaxFiles+1)
	for i := range entries {
		entries[i] = crowdEntry(fmt.Sprintf("%06d.yaml", i))
	}
	return entries, nil
}

type crowdEntry string

func (e crowdEntry) Name() string             { return string(e) }
func (crowdEntry) IsDir() bool                { return false }
func (crowdEntry) Type() fs.FileMode          { return 0 }
func (crowdEntry) Info() (fs.FileInfo, error) { return nil, fs.ErrNotExist }
