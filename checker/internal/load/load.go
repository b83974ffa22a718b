// Package load finds the fact files and reads them: paths go in, documents
// with their kinds come out, in the order of their paths. What cannot be read
// becomes a problem at its place, and everything else still loads.
package load

import (
	"context"
	"fmt"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/node"
	"github.com/tieout/tieout/checker/internal/progress"
)

// The limits on what Load looks through.
const (
	// MaxFiles is the number of fact files.
	MaxFiles = 100_000
	// MaxEntries is the number of files and directories of any name.
	MaxEntries = 1_000_000
	// MaxDepth is the number of directories inside each other.
	MaxDepth = 64
)

// readShare is the part of the work on a file, one in so many, that reading it
// is taken to be.
const readShare = 4

// Extensions are the endings of the names of fact files.
func Extensions() []string { return []string{".yaml", ".yml", ".json"} }

// Document is one document of a fact file.
type Document struct {
	File string
	Kind Kind
	// Index counts the documents of the file from 0.
	Index int
	Root  *node.Node
}

// Result is what was loaded, all of it in the order of the files.
type Result struct {
	Documents []Document
	Problems  []finding.Finding
	Notices   []finding.Notice
	Inputs    []finding.Input

	texts map[string]*text
}

// NotFoundError means that there is nothing to check.
type NotFoundError struct {
	// Paths are where it was looked.
	Paths []string
	// Missing tells that the path itself does not exist; else no fact file is
	// there.
	Missing bool
}

func (e *NotFoundError) Error() string {
	if e.Missing {
		return fmt.Sprintf("%s: no such file or directory", strings.Join(e.Paths, ", "))
	}
	return fmt.Sprintf("no fact files (*%s) in %s", strings.Join(Extensions(), ", *"), strings.Join(e.Paths, ", "))
}

// LimitError means that there is more to look through than the limits allow.
type LimitError struct {
	// What is counted: "fact files", "files and directories".
	What  string
	Limit int
}

func (e *LimitError) Error() string { return fmt.Sprintf("more than %d %s", e.Limit, e.What) }

// Load reads the fact files at paths, which name files or directories inside
// fsys. It fails when there are none (*NotFoundError) or far too many
// (*LimitError), and when ctx ends.
func Load(ctx context.Context, fsys fs.FS, paths []string) (*Result, error) {
	w := &walk{fsys: fsys, seen: map[string]bool{}, sized: progress.From(ctx) != nil}
	files, err := w.find(ctx, paths)
	if err != nil {
		return nil, err
	}
	count := progress.From(ctx)
	count.Expect(sizeOf(files))
	read, err := readAll(ctx, fsys, files, count)
	if err != nil {
		return nil, err
	}
	r := &Result{Problems: w.problems, Notices: w.notices, texts: make(map[string]*text, len(read))}
	for _, f := range read {
		r.add(f)
	}
	slices.SortStableFunc(r.Problems, func(a, b finding.Finding) int { return a.Location.Compare(b.Location) })
	slices.SortStableFunc(r.Notices, func(a, b finding.Notice) int { return a.Location.Compare(b.Location) })
	return r, nil
}

// Incomplete tells whether some file or document could not be read, so that
// what it defines is unknown.
func (r *Result) Incomplete() bool { return len(r.Problems) > 0 }

func (r *Result) add(f *loaded) {
	r.Documents = append(r.Documents, f.documents...)
	r.Problems = append(r.Problems, f.problems...)
	r.Notices = append(r.Notices, f.notices...)
	if f.input.Path != "" {
		if r.texts == nil {
			r.texts = map[string]*text{}
		}
		r.Inputs = append(r.Inputs, f.input)
		r.texts[f.input.Path] = &text{data: f.data}
	}
}

// readAll reads files by a pool of workers; the results are in their order.
func readAll(ctx context.Context, fsys fs.FS, files []file, count *progress.Counter) ([]*loaded, error) {
	results := make([]*loaded, len(files))
	next := make(chan int)
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(files)) {
		workers.Go(func() {
			for i := range next {
				results[i] = read(fsys, files[i])
				count.Did(files[i].size/readShare, 0)
			}
		})
	}
	var err error
	for i := range files {
		if err = ctx.Err(); err != nil {
			break
		}
		next <- i
	}
	close(next)
	workers.Wait()
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return nil, fmt.Errorf("load facts: %w", err)
	}
	return results, nil
}

// AddSettings reads the settings of the project, a file at path inside fsys,
// into the result. It reports a file that is not there like one that cannot be
// read.
func (r *Result) AddSettings(fsys fs.FS, path string) {
	r.add(read(fsys, file{name: path, path: path, kind: Settings}))
}
