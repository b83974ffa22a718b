// Package revision reads files as a git revision has them. The name of a
// revision goes in, a file system comes out:
//
//	name ─► git rev-parse ─► commit ─► git cat-file ─► trees and files, as they are asked for
//
// Everything comes straight from the object store. The work tree and the index
// are neither read nor touched, and no hook, filter, text conversion or
// transport that a repository configures is run: the repository is foreign.
package revision

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"

	"github.com/tieout/tieout/checker/internal/lazy"
	"github.com/tieout/tieout/checker/internal/nearest"
)

// Error says why a revision cannot be read, and what to do about it.
type Error struct {
	Message, Mend string
}

func (e *Error) Error() string { return e.Message }

const (
	// maxName bounds the name of a revision, in bytes.
	maxName = 1000
	// maxRefs bounds the names among which a misspelled one is looked for.
	maxRefs = 1000
)

var (
	objectID = lazy.Regexp(`^[0-9a-f]{40}([0-9a-f]{24})?$`)
	// plainName is a name that stands for itself in a shell.
	plainName = lazy.Regexp(`^[A-Za-z0-9][A-Za-z0-9._/-]*$`)
)

// Open looks a revision up in the repository that the folder dir lies in, "" for
// the current one, and gives the files that it had there: names in the Tree are
// relative to dir. environ is the environment for git. The error is an *Error
// when it is the caller who can mend it. Close the Tree in the end.
func Open(ctx context.Context, dir, name string, environ []string) (*Tree, error) {
	if err := nameable(name); err != nil {
		return nil, err
	}
	r, err := find(ctx, dir, environ)
	if err != nil {
		return nil, err
	}
	out, err := r.run("rev-parse", "--verify", "--quiet", name+"^{commit}")
	commit := strings.TrimSpace(out)
	if err != nil || !objectID().MatchString(commit) {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, r.unknown(name)
	}
	return &Tree{Commit: commit, repository: r, objects: &objects{start: r.command}, folders: map[string]folder{}}, nil
}

// nameable refuses what cannot be a revision, or what git would take for
// something else.
func nameable(name string) error {
	switch {
	case name == "":
		return &Error{Message: "the name of the revision is empty"}
	case strings.HasPrefix(name, "-"):
		return &Error{Message: fmt.Sprintf("%q is no revision: it begins with a hyphen", name)}
	case len(name) > maxName || strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r == 0x7f }):
		return &Error{Message: "the name of the revision is too long or holds control characters"}
	case strings.Contains(name, ".."):
		return &Error{
			Message: fmt.Sprintf("%q is a range; the base is one revision", name),
			Mend:    "name the point where two branches part as $(git merge-base ONE OTHER)",
		}
	}
	return nil
}

// repository is where git is called.
type repository struct {
	ctx     context.Context
	dir     string
	environ []string
	// prefix is dir as the repository sees it: "" at its top, else "sub/".
	prefix string
}

// find looks for the repository of a folder: that which the folder lies in, as
// hooks set variables that name another, else that which the environment names.
func find(ctx context.Context, dir string, environ []string) (*repository, error) {
	var first error
	for _, env := range [][]string{withoutLocal(environ), environ} {
		r := &repository{ctx: ctx, dir: dir, environ: sealed(env)}
		prefix, err := r.run("rev-parse", "--show-prefix")
		if err == nil {
			r.prefix = strings.TrimSuffix(prefix, "\n")
			return r, nil
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if errors.Is(err, exec.ErrNotFound) || errors.Is(err, exec.ErrDot) {
			return nil, &Error{Message: "revisions are read with git, which was not found", Mend: "install git, or compare with a report: --baseline FILE"}
		}
		if first == nil {
			first = err
		}
	}
	if strings.Contains(first.Error(), "not a git repository") {
		return nil, &Error{Message: "this folder lies in no git repository", Mend: "compare with a report instead: --baseline FILE"}
	}
	return nil, &Error{Message: first.Error(), Mend: advice(first)}
}

// unknown says why a revision is not there.
func (r *repository) unknown(name string) error {
	if shallow, err := r.run("rev-parse", "--is-shallow-repository"); err == nil && strings.TrimSpace(shallow) == "true" {
		return &Error{Message: fmt.Sprintf("the revision %q is not in this shallow clone", name), Mend: fetching(name)}
	}
	e := &Error{
		Message: fmt.Sprintf("there is no revision %q in this repository", name),
		Mend:    "if it is on the remote, fetch it first: git fetch origin",
	}
	if out, err := r.run("for-each-ref", fmt.Sprintf("--count=%d", maxRefs), "--format=%(refname:short)"); err == nil {
		if near, ok := nearest.Nearest(name, strings.Fields(out)); ok && near != name {
			e.Mend = fmt.Sprintf("did you mean %s? "+e.Mend, near)
		}
	}
	return e
}

// fetching tells how a shallow clone gets a revision. A clone of one branch
// keeps no name for what it fetches of others.
func fetching(name string) string {
	branch := strings.TrimPrefix(name, "origin/")
	switch {
	case objectID().MatchString(name):
		return fmt.Sprintf("fetch it: git fetch --depth=1 origin %s", name)
	case !plainName().MatchString(branch) || branch == "HEAD":
		return "fetch the whole history: git fetch --unshallow origin"
	case branch != name:
		return fmt.Sprintf("fetch it: git fetch --depth=1 origin %s:refs/remotes/origin/%s", branch, branch)
	}
	return fmt.Sprintf("fetch it: git fetch --depth=1 origin %s, and name it FETCH_HEAD", name)
}
