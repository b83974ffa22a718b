package revision

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// maxLinks is the number of links followed for one path, as in the kernel.
const maxLinks = 40

// Tree is the files of a revision, as an fs.FS with symbolic links. Names are
// relative to the folder that it was opened for; unlike elsewhere they may
// begin with "../" or be absolute, as long as they stay in the repository.
type Tree struct {
	// Commit is what the revision resolved to, in hexadecimal.
	Commit string

	repository *repository
	objects    *objects
	mu         sync.Mutex
	folders    map[string]folder
	top        string
}

// Close ends the reading.
func (t *Tree) Close() { t.objects.close() }

// Err gives the first failure to read what the revision holds: an *Error when the
// caller can mend it. That a name does not exist is none.
func (t *Tree) Err() error {
	t.objects.mu.Lock()
	defer t.objects.mu.Unlock()
	return t.objects.failed
}

// Open opens a file or folder; links are followed inside the repository.
func (t *Tree) Open(name string) (fs.File, error) {
	e, err := t.find(name, true)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	if e.IsDir() {
		list, err := t.list(e.id)
		if err != nil {
			return nil, &fs.PathError{Op: "open", Path: name, Err: err}
		}
		return &openFolder{tree: t, entry: e, left: slices.Clone(list.entries)}, nil
	}
	if !e.Type().IsRegular() {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	data, size, err := t.objects.read(e.id, kindFile, maxFile)
	if err != nil && !errors.Is(err, errTooLarge) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	e.size = size
	return &openFile{entry: e, data: bytes.NewReader(data), failed: err}, nil
}

// Lstat tells of a name itself, even when it is a link.
func (t *Tree) Lstat(name string) (fs.FileInfo, error) {
	e, err := t.find(name, false)
	if err == nil {
		e, err = t.sized(e)
	}
	if err != nil {
		return nil, &fs.PathError{Op: "lstat", Path: name, Err: err}
	}
	return e, nil
}

// sized looks up the size of a file; git tells it with the content alone.
func (t *Tree) sized(e entry) (entry, error) {
	if !e.Type().IsRegular() {
		return e, nil
	}
	_, size, err := t.objects.read(e.id, kindFile, maxFile)
	if errors.Is(err, errTooLarge) {
		err = nil
	}
	e.size = size
	return e, err
}

// ReadLink gives what a link leads to, as it is written.
func (t *Tree) ReadLink(name string) (string, error) {
	e, err := t.find(name, false)
	if err == nil && e.Type() != fs.ModeSymlink {
		err = fs.ErrInvalid
	}
	target := ""
	if err == nil {
		target, err = t.target(e)
	}
	if err != nil {
		return "", &fs.PathError{Op: "readlink", Path: name, Err: err}
	}
	return target, nil
}

func (t *Tree) target(e entry) (string, error) {
	data, _, err := t.objects.read(e.id, kindFile, maxLink)
	return string(data), err
}

// find looks a name up.
func (t *Tree) find(name string, follow bool) (entry, error) {
	whole, err := t.inside(name)
	if err != nil {
		return entry{}, err
	}
	root := entry{name: ".", mode: fs.ModeDir, id: t.Commit + "^{tree}"}
	at, done, links := root, "", 0
	rest := steps(whole)
	for len(rest) > 0 {
		next := path.Join(done, rest[0])
		if at, err = t.child(at, rest[0]); err != nil {
			return entry{}, err
		}
		rest = rest[1:]
		if at.Type() != fs.ModeSymlink || len(rest) == 0 && !follow {
			done = next
			continue
		}
		target, err := t.target(at)
		if err != nil {
			return entry{}, err
		}
		whole = path.Join(path.Dir(next), target)
		if links++; links > maxLinks || path.IsAbs(target) || !fs.ValidPath(whole) {
			return entry{}, fs.ErrNotExist
		}
		at, done, rest = root, "", append(steps(whole), rest...)
	}
	return at, nil
}

func steps(whole string) []string {
	if whole == "." {
		return nil
	}
	return strings.Split(whole, "/")
}

func (t *Tree) child(at entry, name string) (entry, error) {
	if !at.IsDir() {
		return entry{}, fs.ErrNotExist
	}
	list, err := t.list(at.id)
	if err != nil {
		return entry{}, err
	}
	if i, ok := list.byName[name]; ok {
		return list.entries[i], nil
	}
	return entry{}, fs.ErrNotExist
}

// inside gives a name relative to the top of the repository.
func (t *Tree) inside(name string) (string, error) {
	whole := path.Join(t.repository.prefix, name)
	if native := filepath.FromSlash(name); filepath.IsAbs(native) {
		top, err := t.topmost()
		if err != nil {
			return "", err
		}
		if resolved, err := filepath.EvalSymlinks(native); err == nil {
			native = resolved
		}
		below, err := filepath.Rel(top, native)
		if err != nil {
			return "", fs.ErrNotExist
		}
		whole = filepath.ToSlash(below)
	}
	if !fs.ValidPath(whole) {
		return "", fs.ErrNotExist
	}
	return whole, nil
}

// Holds tells whether a name lies inside the repository at all.
func (t *Tree) Holds(name string) bool {
	_, err := t.inside(name)
	return err == nil
}

// topmost gives the work tree's own folder.
func (t *Tree) topmost() (string, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.top == "" {
		out, err := t.repository.run("rev-parse", "--show-toplevel")
		if err != nil {
			return "", fs.ErrNotExist
		}
		t.top = filepath.FromSlash(strings.TrimSuffix(out, "\n"))
	}
	return t.top, nil
}
