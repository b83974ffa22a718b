package revision

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"strings"
	"sync"
)

// The limits on what is read of one object, in bytes. A file beyond its limit
// has its size, but no content.
const (
	maxFile   = 256 << 20
	maxFolder = 64 << 20
	maxLink   = 4096
)

const (
	kindFile   = "blob"
	kindFolder = "tree"
)

var errTooLarge = errors.New("too large")

// objects reads objects by their ids from one process, which begins with the
// first and ends with Close.
type objects struct {
	start func(args ...string) *exec.Cmd

	mu        sync.Mutex
	process   *exec.Cmd
	in        io.WriteCloser
	out       *bufio.Reader
	complaint *bounded
	// failed is the first failure to read an object that should be there.
	failed error
}

// read gives an object of a kind. Beyond limit bytes it gives its size alone,
// with errTooLarge.
func (o *objects) read(id, kind string, limit int64) (data []byte, size int64, err error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	defer func() {
		if err != nil && !errors.Is(err, errTooLarge) && o.failed == nil {
			o.failed = err
		}
	}()
	if err := o.begin(); err != nil {
		return nil, 0, err
	}
	size, err = o.ask(id, kind)
	if err == nil && size > limit {
		err = errTooLarge
	}
	if err != nil {
		// What else the process may have to say is of no use.
		_ = o.end()
		return nil, size, err
	}
	data = make([]byte, size+1)
	if _, err := io.ReadFull(o.out, data); err != nil {
		return nil, 0, o.broken(err)
	}
	return data[:size], size, nil
}

// ask sends for an object and reads the head of the answer: its id, kind and
// size.
func (o *objects) ask(id, kind string) (int64, error) {
	if _, err := io.WriteString(o.in, id+"\n"); err != nil {
		return 0, o.broken(err)
	}
	head, err := o.out.ReadString('\n')
	if err != nil {
		return 0, o.broken(err)
	}
	fields := strings.Fields(head)
	if len(fields) == 2 && fields[1] == "missing" {
		return 0, missing(id)
	}
	if len(fields) != 3 || fields[0] != id || fields[1] != kind {
		return 0, fmt.Errorf("git: the object %s is no %s", id, kind)
	}
	size, err := strconv.ParseInt(fields[2], 10, 64)
	if err != nil || size < 0 {
		return 0, fmt.Errorf("git: the object %s has no size", id)
	}
	return size, nil
}

// missing is the error for an object that the repository refers to and has not.
func missing(id string) error {
	return &Error{
		Message: fmt.Sprintf("this clone is partial and lacks a file of the revision (object %s)", id),
		Mend:    "fetch what it lacks: git fetch --refetch --no-filter origin",
	}
}

// broken says why the process went away: in a partial clone older versions of
// git stop when they may not fetch.
func (o *objects) broken(err error) error {
	complaint := o.complaint
	ended := o.end()
	text := complaint.String()
	if strings.Contains(text, "promisor remote") || strings.Contains(text, "transport 'none'") || strings.Contains(text, "not allowed") {
		return missing("of a promisor remote")
	}
	if ended != nil {
		err = ended
	}
	return complained(err, complaint)
}

func (o *objects) begin() (err error) {
	if o.process != nil {
		return nil
	}
	cmd := o.start("cat-file", "--batch")
	o.complaint = &bounded{limit: maxOutput}
	cmd.Stderr = o.complaint
	if o.in, err = cmd.StdinPipe(); err != nil {
		return fmt.Errorf("git: %w", err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return fmt.Errorf("git: %w", err)
	}
	o.out = bufio.NewReaderSize(out, 64<<10)
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("git: %w", err)
	}
	o.process = cmd
	return nil
}

// end stops the process, if there is one.
func (o *objects) end() error {
	if o.process == nil {
		return nil
	}
	cmd := o.process
	o.process = nil
	// It may have ended by itself.
	_ = o.in.Close()
	_ = cmd.Process.Kill()
	return cmd.Wait()
}

func (o *objects) close() {
	o.mu.Lock()
	defer o.mu.Unlock()
	// It was stopped on purpose, so how it ended says nothing.
	_ = o.end()
}
