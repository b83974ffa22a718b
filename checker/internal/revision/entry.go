package revision

import (
	"bytes"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"
)

// entry is a name in a folder; it is its own fs.FileInfo, once its size is known.
type entry struct {
	name, id string
	mode     fs.FileMode
	size     int64
}

func (e entry) Name() string       { return e.name }
func (e entry) IsDir() bool        { return e.mode.IsDir() }
func (e entry) Type() fs.FileMode  { return e.mode.Type() }
func (e entry) Size() int64        { return e.size }
func (e entry) Mode() fs.FileMode  { return e.mode }
func (e entry) ModTime() time.Time { return time.Time{} }
func (e entry) Sys() any           { return nil }

// listed is an entry as a folder lists it: its size is looked up when it is
// asked for.
type listed struct {
	entry
	tree *Tree
}

func (l listed) Info() (fs.FileInfo, error) { return l.tree.sized(l.entry) }

// folder is the entries of a tree object, by name.
type folder struct {
	entries []entry
	byName  map[string]int
}

// list reads a folder. Most are asked for again for each file in them.
func (t *Tree) list(id string) (folder, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if f, ok := t.folders[id]; ok {
		return f, nil
	}
	tree := id
	if name, found := strings.CutSuffix(id, "^{tree}"); found {
		out, err := t.repository.run("rev-parse", "--verify", "--quiet", name+"^{tree}")
		if tree = strings.TrimSpace(out); err != nil || !objectID().MatchString(tree) {
			return folder{}, missing(name)
		}
	}
	data, _, err := t.objects.read(tree, kindFolder, maxFolder)
	if err != nil {
		return folder{}, err
	}
	f, err := parse(data, len(t.Commit)/2)
	if err == nil {
		t.folders[id] = f
	}
	return f, err
}

// parse reads the content of a tree object: for each entry its mode in octal, a
// space, its name, a zero byte, and its id of idBytes bytes. Names that no
// system could write, and those that come twice, are left out.
func parse(data []byte, idBytes int) (folder, error) {
	f := folder{byName: map[string]int{}}
	for len(data) > 0 {
		mode, rest, found := bytes.Cut(data, []byte{' '})
		name, rest, ended := bytes.Cut(rest, []byte{0})
		if !found || !ended || len(rest) < idBytes {
			return f, errors.New("git: a tree object is cut short")
		}
		e := entry{name: string(name), id: hex.EncodeToString(rest[:idBytes]), mode: modeOf(string(mode))}
		data = rest[idBytes:]
		if _, twice := f.byName[e.name]; twice || !fs.ValidPath(e.name) || e.name == "." || strings.Contains(e.name, "/") {
			continue
		}
		f.byName[e.name] = 0
		f.entries = append(f.entries, e)
	}
	slices.SortFunc(f.entries, func(a, b entry) int { return strings.Compare(a.name, b.name) })
	for i, e := range f.entries {
		f.byName[e.name] = i
	}
	return f, nil
}

// modeOf gives the mode of a tree's entry. The commit of a submodule is neither
// file nor folder here: its files are in another repository.
func modeOf(octal string) fs.FileMode {
	switch octal {
	case "40000", "040000":
		return fs.ModeDir | 0o755
	case "120000":
		return fs.ModeSymlink | 0o777
	case "160000":
		return fs.ModeIrregular
	}
	return 0o644
}

// openFile is a file that is read. One that is too large can only be told of.
type openFile struct {
	entry  entry
	data   *bytes.Reader
	failed error
}

func (f *openFile) Stat() (fs.FileInfo, error) { return f.entry, nil }
func (f *openFile) Close() error               { return nil }

func (f *openFile) Read(p []byte) (int, error) {
	if f.failed != nil {
		return 0, f.failed
	}
	return f.data.Read(p)
}

// openFolder is a folder that is read.
type openFolder struct {
	tree  *Tree
	entry entry
	left  []entry
}

func (f *openFolder) Stat() (fs.FileInfo, error) { return f.entry, nil }
func (f *openFolder) Close() error               { return nil }

func (f *openFolder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.entry.name, Err: fs.ErrInvalid}
}

// ReadDir gives the next n entries, all when n is not positive.
func (f *openFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 {
		n = len(f.left)
	} else if len(f.left) == 0 {
		return nil, io.EOF
	}
	n = min(n, len(f.left))
	list := make([]fs.DirEntry, n)
	for i, e := range f.left[:n] {
		list[i] = listed{e, f.tree}
	}
	f.left = f.left[n:]
	return list, nil
}
