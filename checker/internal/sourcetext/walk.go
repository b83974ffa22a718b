package sourcetext

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

// file is a regular file of the folder.
type file struct {
	path string
	size int64
}

// walk lists the regular files below a folder. It opens everything through
// the root, so that no link and no race leads out of it.
type walk struct {
	root    *os.Root
	limits  limits
	entries int
	files   []file
	skipped []Skipped
}

// list gives the files, the smallest first, so that a search that finds all
// it wants never comes to the large ones.
func (w *walk) list(ctx context.Context) ([]file, error) {
	if err := w.folder(ctx, ".", 0); err != nil {
		return nil, err
	}
	slices.SortFunc(w.files, func(a, b file) int {
		return cmp.Or(cmp.Compare(a.size, b.size), cmp.Compare(a.path, b.path))
	})
	return w.files, nil
}

func (w *walk) folder(ctx context.Context, name string, depth int) error {
	entries, err := w.read(name)
	if err != nil {
		return w.unread(name, err)
	}
	for _, e := range entries {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("read sources: %w", err)
		}
		if err := w.entry(ctx, path.Join(name, e.Name()), e, depth); err != nil {
			return err
		}
	}
	return nil
}

// unread passes over a folder that cannot be read, unless it is the one that
// was named, or holds too much.
func (w *walk) unread(name string, err error) error {
	if limit, ok := errors.AsType[*LimitError](err); ok {
		return limit
	}
	if name == "." {
		return fmt.Errorf("read sources: %w", err)
	}
	w.skip(name, &UnreadableError{Err: err})
	return nil
}

// read gives the entries of a folder by name, never more than are left.
func (w *walk) read(name string) ([]fs.DirEntry, error) {
	folder, err := w.root.Open(name)
	if err != nil {
		return nil, err
	}
	defer folder.Close() //nolint:errcheck // Opened for reading only.
	left := w.limits.entries - w.entries
	entries, err := folder.ReadDir(left + 1)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if len(entries) > left {
		return nil, &LimitError{What: LimitEntries, Limit: int64(w.limits.entries)}
	}
	w.entries += len(entries)
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return entries, nil
}

func (w *walk) entry(ctx context.Context, name string, e fs.DirEntry, depth int) error {
	switch {
	case strings.HasPrefix(e.Name(), "."):
	case e.Type()&fs.ModeSymlink != 0:
		w.skip(name, &LinkError{})
	case e.IsDir() && depth+1 > w.limits.depth:
		w.skip(name, &LimitError{What: LimitDepth, Limit: int64(w.limits.depth)})
	case e.IsDir():
		return w.folder(ctx, name, depth+1)
	case e.Type().IsRegular():
		w.file(name, e)
	}
	return nil
}

func (w *walk) file(name string, e fs.DirEntry) {
	info, err := e.Info()
	switch {
	case err != nil:
		w.skip(name, &UnreadableError{Err: err})
	case info.Size() > w.limits.hashed:
		w.skip(name, &LimitError{What: LimitFile, Limit: w.limits.hashed})
	default:
		w.files = append(w.files, file{path: name, size: info.Size()})
	}
}

func (w *walk) skip(name string, cause Cause) {
	w.skipped = append(w.skipped, Skipped{Path: name, Cause: cause})
}
