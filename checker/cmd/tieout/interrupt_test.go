package main

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"strconv"
	"syscall"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// interrupted SIGNAL CODE FILE COMMAND... sends a signal, INT or TERM, to a
// command that must end with an exit code: once it has made the file or, where
// that is a named pipe, opens it to read, from which nothing will come.
func interrupted(ts *testscript.TestScript, neg bool, args []string) {
	signals := map[string]os.Signal{"INT": os.Interrupt, "TERM": syscall.SIGTERM}
	if neg || len(args) < 4 || signals[args[0]] == nil {
		ts.Fatalf("usage: interrupted SIGNAL CODE FILE COMMAND...")
	}
	// It becomes the command that it finds on the script's path.
	cmd := exec.Command("env", args[3:]...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = ts.MkAbs("."), ts.Stdout(), ts.Stderr()
	for _, name := range []string{"PATH", "HOME", "TIEOUT_CACHE"} {
		cmd.Env = append(cmd.Env, name+"="+ts.Getenv(name))
	}
	ts.Check(cmd.Start())
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		ts.Fatalf("it ended before: %v", err)
	case at := <-reached(ts.MkAbs(args[2])):
		ts.Check(at.err)
		ts.Defer(func() { _ = at.pipe.Close() })
	}
	ts.Check(cmd.Process.Signal(signals[args[0]]))
	err := <-ended
	if failed, ok := errors.AsType[*exec.ExitError](err); ok {
		err = nil
		if code := strconv.Itoa(failed.ExitCode()); code != args[1] {
			ts.Fatalf("exit code %s, want %s", code, args[1])
		}
	} else if err == nil {
		ts.Fatalf("exit code 0, want %s", args[1])
	}
	ts.Check(err)
}

// arrival is a command's coming to a file; pipe is the other end of one that it
// reads, to be kept open for as long as nothing shall come.
type arrival struct {
	pipe *os.File
	err  error
}

// reached tells when a file is there, or a named pipe is opened to be read.
func reached(file string) <-chan arrival {
	there := make(chan arrival, 1)
	go func() {
		for {
			var at arrival
			info, err := os.Stat(file)
			if at.err = err; err == nil && info.Mode()&fs.ModeNamedPipe != 0 {
				at.pipe, at.err = os.OpenFile(file, os.O_WRONLY, 0)
			}
			if !errors.Is(at.err, fs.ErrNotExist) {
				there <- at
				return
			}
			time.Sleep(time.Millisecond)
		}
	}()
	return there
}
