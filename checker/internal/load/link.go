package load

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// maxLinks is the number of links followed for one path, as in the kernel.
const maxLinks = 40

var (
	errOutside     = errors.New("it leads out of the directory that is checked")
	errLoop        = errors.New("the link leads round in a circle")
	errUnsupported = errors.New("links cannot be followed here")
	errDirectory   = errors.New("it leads to a directory")
)

// link takes the fact file that a symbolic link leads to, if that is inside
// the tree. A link out of the tree, or to a directory, is left out with a
// notice; a broken link is a problem if it is named like a fact file.
func (w *walk) link(name string) {
	target, err := resolve(w.fsys, name)
	var info fs.FileInfo
	if err == nil {
		info, err = fs.Stat(w.fsys, target)
	}
	outside := errors.Is(err, errOutside) || errors.Is(err, errUnsupported)
	switch {
	case outside:
		w.leave(name, err)
	case err != nil && isFactFile(name):
		w.problems = append(w.problems, unreadable(name, err))
	case err != nil:
	case info.IsDir():
		w.leave(name, errDirectory)
	case isFactFile(name) && info.Mode().IsRegular():
		w.links = append(w.links, file{name: name, path: target, size: info.Size()})
	}
}

// leave remarks that a link was not followed.
func (w *walk) leave(name string, cause error) {
	w.notices = append(w.notices, finding.Notice{
		Message: finding.Text{
			EN: fmt.Sprintf("the symbolic link was not followed: %v", cause),
			JA: fmt.Sprintf("シンボリックリンクをたどりませんでした（%v）", cause),
		},
		Location: finding.Range{File: name},
	})
}

// resolve gives the path without links that name leads to.
func resolve(fsys fs.FS, name string) (string, error) {
	// Elsewhere, Lstat would follow the link unseen.
	if _, ok := fsys.(fs.ReadLinkFS); !ok {
		return "", errUnsupported
	}
	links, done, rest := 0, ".", strings.Split(name, "/")
	for len(rest) > 0 {
		next := path.Join(done, rest[0])
		rest = rest[1:]
		info, err := fs.Lstat(fsys, next)
		if err != nil {
			return "", err
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			done = next
			continue
		}
		if links++; links > maxLinks {
			return "", errLoop
		}
		target, err := fs.ReadLink(fsys, next)
		if err != nil {
			return "", errUnsupported
		}
		whole := path.Join(path.Dir(next), target)
		if path.IsAbs(target) || !fs.ValidPath(whole) {
			return "", errOutside
		}
		done, rest = ".", append(strings.Split(whole, "/"), rest...)
	}
	return done, nil
}
