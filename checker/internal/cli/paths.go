package cli

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/finding"
)

// relative gives paths as reports name them: cleaned, with slashes, relative
// to the working directory where they lie below it.
func relative(flag string, paths []string) ([]string, error) {
	var list []string
	for _, p := range paths {
		if p == "" {
			return nil, wrongCall("check", "%s: the path is empty", flag)
		}
		p = filepath.Clean(p)
		if filepath.IsAbs(p) {
			p = below(p)
		}
		list = append(list, filepath.ToSlash(p))
	}
	return list, nil
}

// below gives an absolute path relative to the working directory, if it lies
// there.
func below(p string) string {
	dir, err := os.Getwd()
	if err != nil {
		return p
	}
	inside, err := filepath.Rel(dir, p)
	if err != nil || !filepath.IsLocal(inside) {
		return p
	}
	return inside
}

// exist looks whether paths exist.
func exist(flag string, paths []string) error {
	for _, p := range paths {
		_, err := os.Stat(filepath.FromSlash(p))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			dir, _ := os.Getwd()
			return wrongCall("check", "%s: no such file or folder: %s (looked for in %s)", flag, p, dir)
		case err != nil:
			return wrongCall("check", "%s: %v", flag, err)
		}
	}
	return nil
}

// covered refuses a PATH under which nothing was read: a report without
// findings would seem to say that it holds together.
func covered(paths []string, r *checker.Report, facts []string) error {
	under := func(p, file string) bool {
		return p == "." || file == p || strings.HasPrefix(file, strings.TrimSuffix(p, "/")+"/")
	}
	bare := slices.DeleteFunc(slices.Clone(paths), func(p string) bool {
		return slices.ContainsFunc(r.Inputs, func(in finding.Input) bool { return under(p, in.Path) })
	})
	if len(bare) == 0 {
		return nil
	}
	for f, err := range r.EachFinding() {
		if err != nil {
			return err
		}
		bare = slices.DeleteFunc(bare, func(p string) bool { return under(p, f.Location.File) })
	}
	if len(bare) == 0 {
		return nil
	}
	return wrongCall("check", "PATH: none of the fact files that were read is %s (read from: %s); a PATH chooses what is reported, --facts what is read",
		bare[0], strings.Join(facts, ", "))
}

// tree gives the file system that fact files are read from: the working
// directory, or, when some lie outside it, all that the system has.
func tree(facts []string) fs.FS {
	if slices.ContainsFunc(facts, func(p string) bool { return !fs.ValidPath(p) || filepath.IsAbs(filepath.FromSlash(p)) }) {
		return anywhere{}
	}
	return os.DirFS(".")
}

// anywhere opens paths as the system understands them, "../x" and "/x" too.
// Unlike os.DirFS it follows no symbolic links below them.
type anywhere struct{}

func (anywhere) Open(name string) (fs.File, error) {
	return os.Open(filepath.FromSlash(path.Clean(name)))
}
