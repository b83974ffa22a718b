package revision_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tieout/tieout/checker/internal/revision"
)

// repository makes a scratch repository; git calls git in it.
type repository struct {
	*testing.T
	dir string
}

func newRepository(t *testing.T) repository {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	r := repository{t, t.TempDir()}
	r.git("init", "-q", "-b", "main", ".")
	return r
}

func environ() []string {
	return append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=n", "GIT_AUTHOR_EMAIL=e", "GIT_COMMITTER_NAME=n", "GIT_COMMITTER_EMAIL=e")
}

func (r repository) git(args ...string) string {
	r.Helper()
	// What git tidies up behind a command's back would outlive the test.
	quiet := []string{"-c", "gc.auto=0", "-c", "maintenance.auto=false"}
	cmd := exec.CommandContext(r.Context(), "git", append(quiet, args...)...)
	cmd.Dir, cmd.Env = r.dir, environ()
	out, err := cmd.CombinedOutput()
	if err != nil {
		r.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

func (r repository) write(name, text string) {
	r.Helper()
	file := filepath.Join(r.dir, name)
	if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o750), os.WriteFile(file, []byte(text), 0o600)); err != nil {
		r.Fatal(err)
	}
}

func (r repository) commit() string {
	r.Helper()
	r.git("add", "-A", ".")
	r.git("commit", "-q", "-m", "m")
	return r.git("rev-parse", "HEAD")
}

func (r repository) open(dir, name string, env ...string) (*revision.Tree, error) {
	tree, err := revision.Open(r.Context(), filepath.Join(r.dir, dir), name, append(environ(), env...))
	if err == nil {
		r.Cleanup(tree.Close)
	}
	return tree, err
}

// mend is what an error tells to do.
func mend(t *testing.T, err error) string {
	t.Helper()
	wrong, ok := errors.AsType[*revision.Error](err)
	if !ok {
		t.Fatalf("%v is none that a caller can mend", err)
	}
	return wrong.Message + "; " + wrong.Mend
}

// TestTree reads a commit as a file system, while the work tree holds something
// else.
func TestTree(t *testing.T) {
	r := newRepository(t)
	r.write("facts/a.yaml", "then")
	r.write("facts/deep/er/b.yaml", strings.Repeat("b", 100_000))
	r.write("sub/facts/製パン.yaml", "sub")
	commit := r.commit()
	r.write("facts/a.yaml", "now")
	r.write("facts/new.yaml", "now")
	r.git("rm", "-q", "--cached", "facts/a.yaml")

	tree, err := r.open("", "HEAD")
	if err != nil || tree.Commit != commit {
		t.Fatal(tree, err)
	}
	if err := fstest.TestFS(strict{tree}, "facts/a.yaml", "facts/deep/er/b.yaml", "sub/facts/製パン.yaml"); err != nil {
		t.Error(err)
	}
	if data, err := fs.ReadFile(tree, "facts/a.yaml"); string(data) != "then" || err != nil {
		t.Errorf("%q, %v: not as it was committed", data, err)
	}
	if _, err := fs.Stat(tree, "facts/new.yaml"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file of the work tree shows: %v", err)
	}
	below, err := r.open("sub", "main")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"facts/製パン.yaml", "../facts/a.yaml", filepath.Join(r.dir, "facts/a.yaml"), "../sub/./facts/製パン.yaml"} {
		if _, err := fs.ReadFile(below, name); err != nil || !below.Holds(name) {
			t.Errorf("from a folder of the repository: %v", err)
		}
	}
	for _, name := range []string{"../../etc/passwd", "/etc/passwd", "../.."} {
		if _, err := below.Open(name); !errors.Is(err, fs.ErrNotExist) || below.Holds(name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// strict lets only the names through that TestFS allows.
type strict struct{ *revision.Tree }

func (s strict) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	return s.Tree.Open(name)
}

// TestLinks follows links as far as the repository goes.
func TestLinks(t *testing.T) {
	r := newRepository(t)
	r.write("real/a.yaml", "a")
	for link, target := range map[string]string{
		"facts": "real", "real/b.yaml": "a.yaml", "out.yaml": "/etc/passwd", "up.yaml": "../x", "loop.yaml": "loop.yaml", "top": ".",
	} {
		if err := os.Symlink(target, filepath.Join(r.dir, link)); err != nil {
			t.Skip("links cannot be made here: ", err)
		}
	}
	r.commit()
	tree, err := r.open("", "HEAD")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"facts/a.yaml", "facts/b.yaml", "real/b.yaml", "top/facts/b.yaml"} {
		if data, err := fs.ReadFile(tree, name); string(data) != "a" {
			t.Errorf("%s: %q, %v", name, data, err)
		}
	}
	for _, name := range []string{"out.yaml", "up.yaml", "loop.yaml"} {
		if _, err := tree.Open(name); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if target, err := fs.ReadLink(tree, "facts"); target != "real" {
		t.Error(target, err)
	}
}

// TestWrongNames refuses what is no single revision, and never hands it to git
// as an option.
func TestWrongNames(t *testing.T) {
	r := newRepository(t)
	r.write("a", "a")
	r.commit()
	r.git("branch", "release")
	for name, want := range map[string]string{
		"":                        "empty",
		"-h":                      "hyphen",
		"--output=x":              "hyphen",
		"main..HEAD":              "merge-base",
		"main...HEAD":             "merge-base",
		"a\nb":                    "control characters",
		strings.Repeat("x", 2000): "too long",
		"relaese":                 "did you mean release?",
		"nowhere":                 "git fetch origin",
		"HEAD:a":                  "no revision",
		strings.Repeat("1", 40):   "no revision",
		"main --all":              "no revision",
		"$(touch x)":              "no revision",
	} {
		_, err := r.open("", name)
		if err == nil {
			t.Errorf("%q was taken", name)
		} else if got := mend(t, err); !strings.Contains(got, want) {
			t.Errorf("%q: %s; want %q", name, got, want)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := revision.Open(ctx, r.dir, "main", environ()); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
}

// TestOutside tells of a folder without a repository, and of a system without
// git.
func TestOutside(t *testing.T) {
	r := newRepository(t)
	outside := repository{t, t.TempDir()}
	_, err := outside.open("", "main", "GIT_CEILING_DIRECTORIES="+filepath.Dir(outside.dir))
	if got := mend(t, err); !strings.Contains(got, "no git repository") {
		t.Error(got)
	}
	_, err = r.open("", "main", "GIT_TEST_ASSUME_DIFFERENT_OWNER=1")
	if got := mend(t, err); !strings.Contains(got, "dubious ownership") || !strings.Contains(got, "git config --global --add safe.directory") {
		t.Error(got)
	}
	t.Setenv("PATH", t.TempDir())
	_, err = r.open("", "main")
	if got := mend(t, err); !strings.Contains(got, "install git") {
		t.Error(got)
	}
}
