package revision_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tieout/tieout/checker/internal/revision"
)

// TestShallow names the command that brings what a shallow clone lacks, and the
// command does.
func TestShallow(t *testing.T) {
	r := newRepository(t)
	r.write("a", "1")
	first := r.commit()
	r.git("branch", "release")
	r.write("a", "2")
	r.commit()
	clone := repository{t, filepath.Join(t.TempDir(), "clone")}
	r.git("config", "uploadpack.allowAnySHA1InWant", "true")
	r.git("clone", "-q", "--depth=1", "file://"+r.dir, clone.dir)
	for _, c := range []struct{ name, mend, retry string }{
		{"release", "git fetch --depth=1 origin release", "FETCH_HEAD"},
		{"origin/release", "git fetch --depth=1 origin release:refs/remotes/origin/release", "origin/release"},
		{first, "git fetch --depth=1 origin " + first, first},
		{"HEAD~1", "git fetch --unshallow origin", "HEAD~1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			here := repository{t, filepath.Join(t.TempDir(), "clone")}
			r.git("clone", "-q", "--depth=1", "file://"+r.dir, here.dir)
			_, err := here.open("", c.name)
			if got := mend(t, err); !strings.Contains(got, "shallow") || !strings.Contains(got, c.mend) {
				t.Fatal(got)
			}
			here.git(strings.Fields(c.mend)[1:]...)
			tree, err := here.open("", c.retry)
			if err != nil || tree.Commit != first {
				t.Errorf("after the mend: %v", err)
			}
		})
	}
	_, err := clone.open("", "x;rm -rf .")
	if got := mend(t, err); !strings.Contains(got, "--unshallow") || strings.Contains(got, "origin x;") {
		t.Error("a name that a shell would run stands in a command: ", got)
	}
}

// TestPartial fetches nothing by itself: the repository configures what would be
// run.
func TestPartial(t *testing.T) {
	r := newRepository(t)
	r.write("a", "1")
	first := r.commit()
	r.write("a", "2")
	r.commit()
	r.git("config", "uploadpack.allowFilter", "true")
	clone := repository{t, filepath.Join(t.TempDir(), "clone")}
	r.git("clone", "-q", "--filter=blob:none", "file://"+r.dir, clone.dir)
	ran := filepath.Join(t.TempDir(), "ran")
	clone.git("config", "remote.origin.url", "ext::touch "+ran)
	clone.git("config", "protocol.ext.allow", "always")
	tree, err := clone.open("", first)
	if err != nil {
		t.Fatal(err)
	}
	if _, err = fs.ReadFile(tree, "a"); err == nil {
		t.Fatal("a file that is not there was read")
	}
	if got := mend(t, tree.Err()); !strings.Contains(got, "partial") || !strings.Contains(got, "git fetch --refetch --no-filter origin") {
		t.Error(got)
	}
	if _, err := os.Stat(ran); err == nil {
		t.Error("a command of the repository's configuration was run")
	}
	clone.git("config", "remote.origin.url", "file://"+r.dir)
	clone.git("fetch", "-q", "--refetch", "--no-filter", "origin")
	if tree, err = clone.open("", first); err != nil {
		t.Fatal(err)
	}
	if data, err := fs.ReadFile(tree, "a"); string(data) != "1" || tree.Err() != nil {
		t.Errorf("after the mend: %q, %v", data, err)
	}
}

// TestHostile reads a repository whose configuration, attributes and hooks would
// run commands, and whose trees hold names that lead elsewhere.
func TestHostile(t *testing.T) {
	r := newRepository(t)
	ran := filepath.Join(t.TempDir(), "ran")
	r.write("facts/a.yaml", "plain")
	r.write(".gitattributes", "*.yaml diff=evil filter=evil export-subst\n")
	object := r.git("hash-object", "-w", "--no-filters", "facts/a.yaml")
	r.git("update-index", "--add", "--cacheinfo", "100644,"+object+",facts/a.yaml")
	r.git("commit", "-q", "-m", "m")
	touch := "touch " + ran
	for _, key := range []string{
		"core.fsmonitor", "core.sshCommand", "core.pager", "core.editor", "core.askPass", "diff.evil.textconv", "diff.evil.command",
		"filter.evil.smudge", "filter.evil.clean", "diff.external", "credential.helper", "gpg.program", "alias.cat-file",
		"alias.rev-parse", "core.alternateRefsCommand", "pager.rev-parse",
	} {
		r.git("config", key, touch)
	}
	for _, hook := range []string{"post-checkout", "pre-commit", "post-index-change", "reference-transaction", "fsmonitor-watchman"} {
		r.write(".git/hooks/"+hook, "#!/bin/sh\n"+touch+"\n")
		if err := os.Chmod(filepath.Join(r.dir, ".git/hooks", hook), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	index, err := os.ReadFile(filepath.Join(r.dir, ".git/index"))
	if err != nil {
		t.Fatal(err)
	}
	tree, err := r.open("", "main")
	if err != nil {
		t.Fatal(err)
	}
	if data, err := fs.ReadFile(tree, "facts/a.yaml"); string(data) != "plain" {
		t.Errorf("%q, %v", data, err)
	}
	_, _ = r.open("", "mian")
	if _, err := os.Stat(ran); err == nil {
		t.Error("a command of the repository was run")
	}
	if after, err := os.ReadFile(filepath.Join(r.dir, ".git/index")); err != nil || string(after) != string(index) {
		t.Error("the index was written")
	}
}

// TestWorktree reads from a second work tree, and from a hook, whose variables
// name another repository.
func TestWorktree(t *testing.T) {
	r, other := newRepository(t), newRepository(t)
	r.write("facts/a.yaml", "mine")
	r.commit()
	other.write("facts/a.yaml", "other")
	other.commit()
	second := filepath.Join(t.TempDir(), "second")
	r.git("worktree", "add", "-q", second)
	for _, dir := range []string{r.dir, second, filepath.Join(second, "facts")} {
		tree, err := revision.Open(t.Context(), dir, "main", append(environ(), "GIT_DIR="+filepath.Join(other.dir, ".git"), "GIT_INDEX_FILE=/nowhere", "GIT_TRACE=1"))
		if err != nil {
			t.Fatal(err)
		}
		name := "facts/a.yaml"
		if filepath.Base(dir) == "facts" {
			name = "a.yaml"
		}
		if data, err := fs.ReadFile(tree, name); string(data) != "mine" {
			t.Errorf("%s: %q, %v", dir, data, err)
		}
		tree.Close()
	}
	// A work tree whose repository only the environment names.
	tree, err := revision.Open(t.Context(), t.TempDir(), "main", append(environ(), "GIT_DIR="+filepath.Join(r.dir, ".git")))
	if err != nil {
		t.Fatal(err)
	}
	defer tree.Close()
	if data, err := fs.ReadFile(tree, "facts/a.yaml"); string(data) != "mine" {
		t.Errorf("by GIT_DIR: %q, %v", data, err)
	}
	bare := filepath.Join(t.TempDir(), "bare.git")
	r.git("clone", "-q", "--bare", r.dir, bare)
	inBare, err := revision.Open(t.Context(), bare, "main", environ())
	if err != nil {
		t.Fatal(err)
	}
	defer inBare.Close()
	if data, err := fs.ReadFile(inBare, "facts/a.yaml"); string(data) != "mine" {
		t.Errorf("bare: %q, %v", data, err)
	}
}
