package cache

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"
)

// Trace is what was asked of trees of files: what, of which tree, of which
// path. With the answers it identifies all that a run can have read.
type Trace []Question

// Question is one thing asked of one of the trees.
type Question struct {
	Tree int
	Ask  string
	Name string
}

// The questions.
const (
	askFile = "file" // what the file holds
	askDir  = "dir"  // what the directory lists
	askStat = "stat" // what is there, links followed
	askLink = "link" // where the link leads, or what else is there
)

// absent is the answer where there is nothing.
const absent = "absent"

// Recorder stands before trees of files and notes what is asked of them.
type Recorder struct {
	mu      sync.Mutex
	answers map[Question]string
	// unsure says that an answer cannot be had again for sure.
	unsure bool
}

// Record gives a tree that answers like fsys and is noted under a number.
func (r *Recorder) Record(tree int, fsys fs.FS) fs.FS {
	t := recorded{r: r, tree: tree, fsys: fsys}
	if links, ok := fsys.(fs.ReadLinkFS); ok {
		return recordedLinks{t, links}
	}
	return t
}

// Trace gives what was asked, in order, and the digest of the answers; false
// if they cannot be relied on to come again.
func (r *Recorder) Trace() (Trace, Key, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	trace := slices.SortedFunc(maps.Keys(r.answers), func(a, b Question) int {
		return strings.Compare(fmt.Sprintf("%d %s %s", a.Tree, a.Ask, a.Name), fmt.Sprintf("%d %s %s", b.Tree, b.Ask, b.Name))
	})
	answers := make([]string, len(trace))
	for i, q := range trace {
		answers[i] = r.answers[q]
	}
	return trace, digest(trace, answers), !r.unsure
}

// Digest asks again what the trace holds, and digests the answers; false if
// one cannot be had.
func (t Trace) Digest(trees []fs.FS) (Key, bool) {
	answers := make([]string, len(t))
	for i, q := range t {
		var ok bool
		if q.Tree < 0 || q.Tree >= len(trees) {
			return Key{}, false
		}
		if answers[i], ok = ask(trees[q.Tree], q); !ok {
			return Key{}, false
		}
	}
	return digest(t, answers), true
}

func digest(t Trace, answers []string) Key {
	parts := make([]string, 0, 4*len(t))
	for i, q := range t {
		parts = append(parts, fmt.Sprint(q.Tree), q.Ask, q.Name, answers[i])
	}
	return KeyOf(parts...)
}

var errKind = errors.New("it is no file")

// ask answers a question.
func ask(fsys fs.FS, q Question) (string, bool) {
	switch q.Ask {
	case askFile:
		// Looked at before it is opened: what is no file any more might block.
		if info, err := fs.Stat(fsys, q.Name); err != nil || !info.Mode().IsRegular() {
			return answer("", errors.Join(err, errKind))
		}
		f, err := fsys.Open(q.Name)
		if err != nil {
			return answer("", err)
		}
		defer f.Close()
		sum := sha256.New()
		_, err = io.Copy(sum, f)
		return answer(string(sum.Sum(nil)), err)
	case askDir:
		entries, err := fs.ReadDir(fsys, q.Name)
		return answer(listing(entries), err)
	case askStat:
		info, err := fs.Stat(fsys, q.Name)
		return answer(kind(info), err)
	case askLink:
		info, err := fs.Lstat(fsys, q.Name)
		if err != nil || info.Mode()&fs.ModeSymlink == 0 {
			return answer(kind(info), err)
		}
		return answer(fs.ReadLink(fsys, q.Name))
	}
	return "", false
}

// answer gives an answer, which may be that there is nothing. Other errors are
// none: they may pass.
func answer(text string, err error) (string, bool) {
	if errors.Is(err, fs.ErrNotExist) {
		return absent, true
	}
	return "=" + text, err == nil
}

func kind(info fs.FileInfo) string {
	if info == nil {
		return ""
	}
	return info.Mode().Type().String()
}

func listing(entries []fs.DirEntry) string {
	var b strings.Builder
	for _, e := range entries {
		fmt.Fprintf(&b, "%q %v\n", e.Name(), e.Type())
	}
	return b.String()
}

func (r *Recorder) note(q Question, text string, ok bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.answers == nil {
		r.answers = map[Question]string{}
	}
	// Two answers to one question: the files are changing under the run.
	if old, asked := r.answers[q]; !ok || (asked && old != text) {
		r.unsure = true
	}
	r.answers[q] = text
}

// recorded is a tree under a recorder.
type recorded struct {
	r    *Recorder
	tree int
	fsys fs.FS
}

func (t recorded) Open(name string) (fs.File, error) {
	f, err := t.fsys.Open(name)
	q := Question{t.tree, askFile, name}
	if err != nil {
		text, ok := answer("", err)
		t.r.note(q, text, ok)
		return nil, err
	}
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
		return &recordedFile{File: f, r: t.r, q: q, sum: sha256.New()}, nil
	}
	t.r.note(q, "", false)
	return f, nil
}

func (t recorded) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(t.fsys, name)
	text, ok := answer(listing(entries), err)
	t.r.note(Question{t.tree, askDir, name}, text, ok)
	return entries, err
}

func (t recorded) Stat(name string) (fs.FileInfo, error) {
	info, err := fs.Stat(t.fsys, name)
	text, ok := answer(kind(info), err)
	t.r.note(Question{t.tree, askStat, name}, text, ok)
	return info, err
}

// recordedLinks is a tree that has symbolic links.
type recordedLinks struct {
	recorded
	links fs.ReadLinkFS
}

func (t recordedLinks) Lstat(name string) (fs.FileInfo, error) {
	info, err := t.links.Lstat(name)
	t.noteLink(name)
	return info, err
}

func (t recordedLinks) ReadLink(name string) (string, error) {
	target, err := t.links.ReadLink(name)
	t.noteLink(name)
	return target, err
}

func (t recordedLinks) noteLink(name string) {
	q := Question{t.tree, askLink, name}
	text, ok := ask(t.links, q)
	t.r.note(q, text, ok)
}

// recordedFile notes what was read of a file once it is closed. One that was
// not read to its end might differ behind that.
type recordedFile struct {
	fs.File
	r   *Recorder
	q   Question
	sum hash.Hash
	end bool
}

func (f *recordedFile) Read(p []byte) (int, error) {
	n, err := f.File.Read(p)
	f.sum.Write(p[:n])
	f.end = f.end || errors.Is(err, io.EOF)
	return n, err
}

func (f *recordedFile) Close() error {
	f.r.note(f.q, "="+string(f.sum.Sum(nil)), f.end)
	return f.File.Close()
}
