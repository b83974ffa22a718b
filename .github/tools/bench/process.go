package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"time"
)

// Usage is what one run of a program cost.
type Usage struct {
	Wall time.Duration `json:"wall"`
	// CPU is the processor time, user and system together, over all cores.
	CPU time.Duration `json:"cpu"`
	// Peak is the most memory held at once, in bytes.
	Peak int64 `json:"peak"`
}

// Command is a program with its arguments, and where it runs.
type Command struct {
	Args []string
	Dir  string
	// Env is added to the environment.
	Env []string
	// Exits are the exit codes of a run that did its work; none means 0.
	Exits []int
}

// launcher starts programs through the program launch, which see.
type launcher struct {
	// path is the program, scratch the folder for what it writes.
	path, scratch string
}

// run runs a command and gives its cost, with what it wrote to standard output
// in the file named.
func (l launcher) run(ctx context.Context, c Command) (u Usage, stdout string, err error) {
	stdout = filepath.Join(l.scratch, "stdout")
	out, err := os.Create(stdout)
	if err != nil {
		return u, "", err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	stderr, err := os.Create(filepath.Join(l.scratch, "stderr"))
	if err != nil {
		return u, "", err
	}
	defer func() { err = errors.Join(err, stderr.Close()) }()
	told := filepath.Join(l.scratch, "usage")
	if err := os.RemoveAll(told); err != nil {
		return u, "", err
	}
	child := exec.CommandContext(ctx, l.path, append([]string{told}, c.Args...)...)
	child.Dir, child.Env = c.Dir, append(os.Environ(), c.Env...)
	child.Stdout, child.Stderr = out, stderr
	// An interruption must end the program that is measured, too, not only the
	// one that launched it.
	child.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	child.Cancel = func() error { return syscall.Kill(-child.Process.Pid, syscall.SIGKILL) }
	if err := child.Run(); err != nil {
		return u, "", fmt.Errorf("run %s: %w: %s", c.Args[0], errors.Join(ctx.Err(), err), tail(stderr.Name()))
	}
	u, code, err := readUsage(told)
	if err == nil && !c.did(code) {
		err = fmt.Errorf("%s exited with %d: %s", filepath.Base(c.Args[0]), code, tail(stderr.Name()))
	}
	return u, stdout, err
}

func (c Command) did(code int) bool {
	return slices.Contains(c.Exits, code) || len(c.Exits) == 0 && code == 0
}

func readUsage(file string) (u Usage, code int, err error) {
	line, err := os.ReadFile(file)
	if err != nil {
		return u, 0, err
	}
	var wall, cpu int64
	if _, err := fmt.Sscan(string(line), &code, &wall, &cpu, &u.Peak); err != nil {
		return u, 0, fmt.Errorf("read what a run cost: %w", err)
	}
	u.Wall, u.CPU = time.Duration(wall), time.Duration(cpu)
	return u, code, nil
}

// tail gives the end of a file, for a message.
func tail(file string) string {
	const most = 600
	data, err := os.ReadFile(file)
	if err != nil {
		return err.Error()
	}
	return string(data[max(0, len(data)-most):])
}
