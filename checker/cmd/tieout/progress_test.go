package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/rivo/uniseg"
)

// screen is what was written to a terminal.
type screen struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (s *screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(p)
}

func (s *screen) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}

// held is a check that stands still in the midst of its work: it reads a policy
// from a pipe, until release.
type held struct {
	cmd     *exec.Cmd
	stderr  screen
	release func() error
	// drained is done when all that was written to the terminal was read.
	drained sync.WaitGroup
}

// hold starts a check whose standard error is a terminal of so many columns, or
// no terminal when there are none.
func hold(t *testing.T, columns uint16, environ []string, flags ...string) *held {
	t.Helper()
	dir := t.TempDir()
	for _, err := range []error{
		os.CopyFS(filepath.Join(dir, "facts"), os.DirFS("testdata/bakery")),
		os.Mkdir(filepath.Join(dir, "our"), 0o700),
		exec.Command("mkfifo", filepath.Join(dir, "our", "slow.rego")).Run(),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	// A copy of this process that is called tieout is the command.
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	h := &held{cmd: exec.Command(self)}
	h.cmd.Args = append([]string{"tieout", "check", "--policies", "our", "--no-cache"}, flags...)
	h.cmd.Dir, h.cmd.Env, h.cmd.Stdout = dir, append([]string{"TERM=xterm"}, environ...), io.Discard
	h.cmd.Stderr = &h.stderr
	if columns > 0 {
		master, tty, err := pty.Open()
		if err != nil {
			t.Fatal(err)
		}
		if err := pty.Setsize(master, &pty.Winsize{Rows: 24, Cols: columns}); err != nil {
			t.Fatal(err)
		}
		h.cmd.Stderr = tty
		h.drained.Go(func() { _, _ = io.Copy(&h.stderr, master) }) // it ends with an error once nobody writes any more
		t.Cleanup(func() { _ = master.Close() })
		defer func() { _ = tty.Close() }() // the command has its own
	}
	if err := h.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	at := <-reached(filepath.Join(dir, "our", "slow.rego"))
	if at.err != nil {
		t.Fatal(at.err)
	}
	h.release = sync.OnceValue(at.pipe.Close)
	t.Cleanup(func() { _ = h.release() })
	return h
}

// end lets the check go on to its end, and gives what was written to standard
// error.
func (h *held) end(t *testing.T) string {
	t.Helper()
	if err := h.release(); err != nil {
		t.Fatal(err)
	}
	_ = h.cmd.Wait() // there are findings
	h.drained.Wait()
	return h.stderr.String()
}

// drawn waits until there is a bar, and gives what was written.
func (h *held) drawn() string {
	for !strings.Contains(h.stderr.String(), "% [") {
		time.Sleep(time.Millisecond)
	}
	return h.stderr.String()
}

// erased is how a terminal's line is emptied.
const erased = "\x1b[2K\r"

// A person who waits sees how far it is, in one line; when the report comes,
// nothing is left of that.
func TestProgressOnTerminal(t *testing.T) {
	skipWithoutTerminals(t)
	terminals := map[uint16]*held{}
	for _, columns := range []uint16{12, 20, 40, 80, 200} {
		terminals[columns] = hold(t, columns, nil, "--lang", "en")
	}
	for columns, h := range terminals {
		for line := range strings.SplitSeq(h.drawn(), "\r") {
			if line = strings.TrimSuffix(line, "\x1b[0K"); uniseg.StringWidth(line) > int(columns) {
				t.Errorf("%d columns: %q is wider", columns, line)
			}
		}
		_, left, found := strings.Cut(h.end(t), erased)
		if !found || !reVaries.MatchString(strings.ReplaceAll(left, "\r\n", "\n")) || strings.Contains(left, "%") {
			t.Errorf("%d columns: %q is left", columns, left)
		}
	}
}

// Where nobody waits, or another has the screen, there is no bar: in logs it
// would be thousands of lines.
func TestNoProgress(t *testing.T) {
	skipWithoutTerminals(t)
	quiet := map[string]*held{
		"a pipe":      hold(t, 0, nil),
		"CI":          hold(t, 80, []string{"CI=true"}),
		"pre-commit":  hold(t, 80, []string{"PRE_COMMIT=1"}),
		"NO_PROGRESS": hold(t, 80, []string{"NO_PROGRESS=1"}),
		"a dumb one":  hold(t, 80, []string{"TERM=dumb"}),
		"--quiet":     hold(t, 80, nil, "--quiet"),
	}
	// This one began last: when its bar is there, the others could have one.
	hold(t, 80, []string{"CI=false"}).drawn()
	for name, h := range quiet {
		if got := reVaries.ReplaceAllString(strings.ReplaceAll(h.end(t), "\r\n", "\n"), ""); got != "" {
			t.Errorf("%s: %q was written", name, got)
		}
	}
}

// Ctrl-C at a terminal leaves no bar behind, and says what was done.
func TestInterruptedOnTerminal(t *testing.T) {
	skipWithoutTerminals(t)
	h := hold(t, 80, nil)
	h.drawn()
	if err := h.cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	_ = h.cmd.Wait() // its state tells
	h.drained.Wait()
	_, left, _ := strings.Cut(h.stderr.String(), erased)
	if want := "tieout: interrupted: no facts were checked yet; no report was written\r\n"; left != want || h.cmd.ProcessState.ExitCode() != 130 {
		t.Errorf("%v, and %q is left", h.cmd.ProcessState, left)
	}
}

func skipWithoutTerminals(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("mkfifo"); err != nil {
		t.Skip("there are no named pipes:", err)
	}
	master, tty, err := pty.Open()
	if err != nil {
		t.Skip("there are no terminals:", err)
	}
	_, _ = master.Close(), tty.Close()
}
