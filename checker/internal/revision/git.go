package revision

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"slices"
	"strings"
)

const (
	// maxOutput bounds what is kept of the answers of git but for objects.
	maxOutput = 1 << 20
	// maxComplaint bounds what is quoted of its complaints.
	maxComplaint = 300
)

// localVariables tie git to one repository, as `git rev-parse --local-env-vars`
// lists them. Those that carry configuration stay: they are the caller's.
var localVariables = []string{
	"GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_OBJECT_DIRECTORY", "GIT_DIR", "GIT_WORK_TREE", "GIT_IMPLICIT_WORK_TREE",
	"GIT_GRAFT_FILE", "GIT_INDEX_FILE", "GIT_REPLACE_REF_BASE", "GIT_PREFIX", "GIT_SHALLOW_FILE", "GIT_COMMON_DIR",
}

// seals keep git from acting on a repository's behalf: from fetching what a
// partial clone lacks, by whatever command that is configured to take; from
// showing other objects than those that are named; from asking, and from
// speaking another language or tracing.
var seals = []string{
	"GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none", "GIT_NO_REPLACE_OBJECTS=1", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0",
	"GIT_TRACE=0", "GIT_TRACE2=0", "GIT_TRACE2_EVENT=0", "GIT_TRACE2_PERF=0", "LC_ALL=C", "LANGUAGE=C",
}

func withoutLocal(environ []string) []string {
	return slices.DeleteFunc(slices.Clone(environ), func(variable string) bool {
		name, _, _ := strings.Cut(variable, "=")
		return slices.Contains(localVariables, name)
	})
}

func sealed(environ []string) []string { return append(slices.Clone(environ), seals...) }

// command prepares a call of git. Large files are streamed, whatever the
// repository has configured, so that one that is too large costs no memory.
func (r *repository) command(args ...string) *exec.Cmd {
	cmd := exec.CommandContext(r.ctx, "git", append([]string{"--no-pager", "-c", "core.bigFileThreshold=32m"}, args...)...) //nolint:gosec // every argument is fixed or was held to its form
	cmd.Dir, cmd.Env = r.dir, r.environ
	return cmd
}

// run calls git and gives what it prints.
func (r *repository) run(args ...string) (string, error) {
	cmd := r.command(args...)
	out, complaint := &bounded{limit: maxOutput}, &bounded{limit: maxOutput}
	cmd.Stdout, cmd.Stderr = out, complaint
	if err := cmd.Run(); err != nil {
		return "", complained(err, complaint)
	}
	return out.String(), nil
}

// complained puts the first line of what git complains of before its exit code.
func complained(err error, complaint *bounded) error {
	line, _, _ := strings.Cut(strings.TrimSpace(complaint.String()), "\n")
	line = strings.TrimPrefix(line, "fatal: ")
	if line == "" {
		return fmt.Errorf("git: %w", err)
	}
	if len(line) > maxComplaint {
		line = line[:maxComplaint]
	}
	return &refusal{strings.ToValidUTF8(line, "\uFFFD"), complaint.String()}
}

// refusal is what git complained of: its first line, and all of it.
type refusal struct{ line, all string }

func (r *refusal) Error() string { return "git: " + r.line }

// advice gives the command by which git says that a folder of another owner is
// to be trusted, as a container meets one; "" when it says nothing of that.
func advice(err error) string {
	refused, ok := errors.AsType[*refusal](err)
	if !ok {
		return ""
	}
	for line := range strings.Lines(refused.all) {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "git config") && len(line) <= maxComplaint {
			return "if you trust it: " + strings.ToValidUTF8(line, "\uFFFD")
		}
	}
	return ""
}

// bounded keeps the beginning of what is written to it.
type bounded struct {
	bytes.Buffer
	limit int
}

func (b *bounded) Write(data []byte) (int, error) {
	if room := b.limit - b.Len(); room > 0 {
		b.Buffer.Write(data[:min(room, len(data))])
	}
	return len(data), nil
}

// ReadFrom hides that of the buffer, which would take in everything.
func (b *bounded) ReadFrom(r io.Reader) (int64, error) {
	return io.Copy(struct{ io.Writer }{b}, r)
}
