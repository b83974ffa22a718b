// Launch runs a program and writes what it cost to the file of its first
// argument: exit code, wall clock, processor time and peak memory. It stays
// small on purpose: Linux counts the memory of the process that starts another
// into the peak of the new one, so that whoever starts it must need less than
// anything worth measuring.
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"syscall"
	"time"
)

func main() {
	if len(os.Args) < 3 {
		fail(errors.New("usage: launch FILE PROGRAM [ARGUMENT...]"))
	}
	c := exec.Command(os.Args[2], os.Args[3:]...)
	c.Stdin, c.Stdout, c.Stderr = os.Stdin, os.Stdout, os.Stderr
	began := time.Now()
	var exit *exec.ExitError
	if err := c.Run(); err != nil && !errors.As(err, &exit) {
		fail(err)
	}
	wall, state := time.Since(began), c.ProcessState
	line := fmt.Sprintln(state.ExitCode(), wall.Nanoseconds(), (state.UserTime() + state.SystemTime()).Nanoseconds(), peak(state))
	if err := os.WriteFile(os.Args[1], []byte(line), 0o644); err != nil {
		fail(err)
	}
}

// peak gives the most memory that the program held at once, in bytes; 0 where
// the system does not tell.
func peak(state *os.ProcessState) int64 {
	usage, ok := state.SysUsage().(*syscall.Rusage)
	switch {
	case !ok:
		return 0
	case runtime.GOOS == "darwin":
		return usage.Maxrss
	default:
		return usage.Maxrss * 1024
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "launch:", err)
	os.Exit(1)
}
