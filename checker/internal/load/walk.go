package load

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// walk looks for fact files.
type walk struct {
	fsys fs.FS
	// files are found so far; seen holds the paths of their bytes, links those
	// that are reached by a symbolic link.
	files, links []file
	seen         map[string]bool
	entries      int
	// sized says that somebody wants to know how large the files are.
	sized    bool
	problems []finding.Finding
	notices  []finding.Notice
}

// find gives the fact files at paths, in the order of their names, each once.
func (w *walk) find(ctx context.Context, paths []string) ([]file, error) {
	for _, p := range paths {
		if err := w.path(ctx, p); err != nil {
			return nil, err
		}
	}
	for _, l := range w.links {
		if !w.seen[l.path] {
			w.take(l)
		}
	}
	if len(w.files) == 0 && len(w.problems) == 0 {
		return nil, &NotFoundError{Paths: paths}
	}
	slices.SortFunc(w.files, func(a, b file) int { return cmp.Compare(a.name, b.name) })
	return w.files, nil
}

// path looks at one path that the caller named: it is followed even when it
// is a link or a dot-file.
func (w *walk) path(ctx context.Context, name string) error {
	name = path.Clean(name)
	info, err := fs.Stat(w.fsys, name)
	switch {
	case errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid):
		return &NotFoundError{Paths: []string{name}, Missing: true}
	case err != nil:
		return fmt.Errorf("load facts: %w", err)
	case info.IsDir():
		return w.directory(ctx, name)
	case isFactFile(name) && info.Mode().IsRegular():
		w.take(file{name: name, path: name, size: info.Size()})
	default:
		return &NotFoundError{Paths: []string{name}}
	}
	return nil
}

func (w *walk) directory(ctx context.Context, root string) error {
	return fs.WalkDir(w.fsys, root, func(name string, d fs.DirEntry, err error) error {
		if stop := ctx.Err(); stop != nil {
			return fmt.Errorf("load facts: %w", stop)
		}
		if w.entries++; w.entries > MaxEntries {
			return &LimitError{What: "files and directories", Limit: MaxEntries}
		}
		switch {
		case err != nil:
			w.problems = append(w.problems, unreadable(name, err))
			return fs.SkipDir
		case name != root && strings.HasPrefix(path.Base(name), "."):
			return skip(d)
		case d.IsDir():
			return w.enter(root, name)
		case !isFactFile(name) && d.Type()&fs.ModeSymlink == 0:
			return nil
		}
		return w.entry(name, d)
	})
}

func skip(d fs.DirEntry) error {
	if d.IsDir() {
		return fs.SkipDir
	}
	return nil
}

// enter holds the depth of directories to its limit.
func (w *walk) enter(root, name string) error {
	below := strings.TrimPrefix(strings.TrimPrefix(name, root), "/")
	if name == root || strings.Count(below, "/") < MaxDepth {
		return nil
	}
	w.problems = append(w.problems, problem(name, nil,
		finding.Text{
			EN: fmt.Sprintf("directories are nested more than %d deep; this one was not looked into", MaxDepth),
			JA: fmt.Sprintf("ディレクトリの入れ子が%d段を超えているため、調べていません", MaxDepth),
		},
		finding.Text{EN: "Move the fact files up.", JA: "事実ファイルを上の階層に移してください。"}))
	return fs.SkipDir
}

// entry takes a fact file that was met in a directory.
func (w *walk) entry(name string, d fs.DirEntry) error {
	if d.Type()&fs.ModeSymlink != 0 {
		w.link(name)
	} else if d.Type().IsRegular() {
		w.take(file{name: name, path: name, size: w.size(d)})
	}
	if len(w.files)+len(w.links) > MaxFiles {
		return &LimitError{What: "fact files", Limit: MaxFiles}
	}
	return nil
}

// size is the size of a file, for an estimate: 0 where it cannot be told.
func (w *walk) size(d fs.DirEntry) int64 {
	if !w.sized {
		return 0
	}
	info, err := d.Info()
	if err != nil {
		return 0
	}
	return info.Size()
}

func (w *walk) take(f file) {
	if !w.seen[f.path] {
		w.seen[f.path] = true
		w.files = append(w.files, f)
	}
}

func isFactFile(name string) bool {
	return slices.Contains(Extensions(), strings.ToLower(path.Ext(name)))
}
