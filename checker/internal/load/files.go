package load

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"slices"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/node"
)

// keepBytes is how much text of fact files is kept from one look to the next;
// of more, each file is read anew when it is needed.
const keepBytes = 2 << 20

// Files are the fact files that were found, in the order of their names, with
// what a first look tells of each. They can be read one by one, and in any
// order, so that the values of one are free before the next is read.
type Files struct {
	List []File
	// Problems and Notices are those of the search, and of files that cannot be
	// read at all.
	Problems []finding.Finding
	Notices  []finding.Notice
	// Bytes is the size of all files.
	Bytes int64

	fsys fs.FS
	kept bool
}

// File is a fact file after the first look.
type File struct {
	Name   string
	SHA256 string
	Size   int64
	// Kinds are what its documents hold, Sources the sources that its facts are
	// of; each once.
	Kinds   []Kind
	Sources []string
	// Unread says that the file gave none of its documents, and that nobody knows
	// what they would hold.
	Unread bool

	found file
	data  []byte
}

// Has tells whether some document of the file is of the kind.
func (f *File) Has(kind Kind) bool { return slices.Contains(f.Kinds, kind) }

// ChangedError says that a file is not as it was when the run looked first.
type ChangedError struct{ File string }

func (e *ChangedError) Error() string {
	return fmt.Sprintf("%s changed while it was being checked; run the check again", e.File)
}

// Survey finds the fact files at paths and looks into each of them. The look is
// at the outline of the text; with exact, and where the outline leaves a doubt,
// the file is parsed. The errors are those of Load.
func Survey(ctx context.Context, fsys fs.FS, paths []string, exact bool) (*Files, error) {
	w := &walk{fsys: fsys, seen: map[string]bool{}}
	found, err := w.find(ctx, paths)
	if err != nil {
		return nil, err
	}
	all := &Files{fsys: fsys, List: make([]File, len(found)), Problems: w.problems, Notices: w.notices}
	problems := make([][]finding.Finding, len(found))
	var size atomic.Int64 // of the files so far: what is too much to be kept should not wait for the last
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i := range found {
		g.Go(func() error {
			if err := ctx.Err(); err != nil {
				return fmt.Errorf("load facts: %w", err)
			}
			all.List[i], problems[i] = look(fsys, found[i], exact)
			if size.Add(all.List[i].Size) > keepBytes {
				all.List[i].data = nil
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	all.settle(problems)
	return all, nil
}

// settle joins what the looks gave.
func (f *Files) settle(problems [][]finding.Finding) {
	for i := range f.List {
		f.Bytes += f.List[i].Size
		f.Problems = append(f.Problems, problems[i]...)
	}
	f.kept = f.Bytes <= keepBytes
	for i := range f.List {
		if !f.kept {
			f.List[i].data = nil
		}
	}
	f.List = slices.DeleteFunc(f.List, func(file File) bool { return file.SHA256 == "" })
}

// Kept tells whether the files are few and small enough to be held at once.
func (f *Files) Kept() bool { return f.kept }

// look takes a first look at a file.
func look(fsys fs.FS, f file, exact bool) (File, []finding.Finding) {
	data, problem := fetch(fsys, f)
	if problem != nil {
		return File{}, []finding.Finding{*problem}
	}
	file := File{Name: f.name, SHA256: digest(data), Size: int64(len(data)), found: f}
	if len(data) <= keepBytes {
		file.data = data
	}
	if !exact {
		if o, sure := outline(f.name, data); sure {
			file.Kinds, file.Sources = o.kinds, o.sources
			return file, nil
		}
	}
	l := parse(f, data)
	for _, d := range l.documents {
		file.note(d)
	}
	file.Unread = len(l.problems) > 0
	return file, nil
}

// note adds what a document holds.
func (f *File) note(d Document) {
	if !slices.Contains(f.Kinds, d.Kind) {
		f.Kinds = append(f.Kinds, d.Kind)
	}
	if source := d.Root.Str("source"); d.Kind == Facts && source != "" && !slices.Contains(f.Sources, source) {
		f.Sources = append(f.Sources, source)
	}
}

// Read reads some of the files, in their order. It gives a *ChangedError for a
// file that has changed since the first look, and ErrMisjudged for one whose
// outline has deceived: then a survey has to be exact.
func (f *Files) Read(files []int) (*Result, error) { return f.read(files, parse) }

// ReadSome is Read for files in which that has found no problem, once only some
// of their facts are wanted: others may be missing. The errors are the same.
func (f *Files) ReadSome(files []int, wanted func(section, entry string) bool) (*Result, error) {
	return f.read(files, func(of file, data []byte) *loaded {
		return documents(of, data, node.ParseSome(of.name, data, wanted))
	})
}

func (f *Files) read(files []int, parse func(file, []byte) *loaded) (*Result, error) {
	r := &Result{}
	for _, i := range files {
		file := &f.List[i]
		data, err := f.original(file)
		if err != nil {
			return nil, err
		}
		l := parse(file.found, data)
		l.input = finding.Input{Path: file.Name, SHA256: file.SHA256}
		for _, d := range l.documents {
			if !file.foresaw(d) {
				return nil, ErrMisjudged
			}
		}
		r.add(l)
	}
	return r, nil
}

// original gives the text of a file as it was when it was first looked at.
func (f *Files) original(file *File) ([]byte, error) {
	if file.data != nil {
		return file.data, nil
	}
	data, problem := fetch(f.fsys, file.found)
	if problem != nil || digest(data) != file.SHA256 {
		return nil, &ChangedError{file.Name}
	}
	return data, nil
}

// ErrMisjudged says that a document holds something else than its outline.
var ErrMisjudged = errors.New("a file holds something else than its outline")

func (f *File) foresaw(d Document) bool {
	source := d.Root.Str("source")
	return d.Kind == Settings || f.Has(d.Kind) && (d.Kind != Facts || source == "" || slices.Contains(f.Sources, source))
}
