package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func launched(t *testing.T) launcher {
	dir := t.TempDir()
	program := filepath.Join(dir, "launch")
	if out, err := exec.Command("go", "build", "-o", program, "./launch").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return launcher{path: program, scratch: dir}
}

func TestACostIsThatOfTheProgramAlone(t *testing.T) {
	l := launched(t)
	// What this process holds must not be counted into its children.
	held := make([]byte, 256<<20)
	for i := range held {
		held[i] = 1
	}
	u, stdout, err := l.run(t.Context(), Command{Args: []string{"sh", "-c", "echo \"$GREETING\"; exit 1"}, Env: []string{"GREETING=hello"}, Exits: []int{0, 1}})
	if err != nil {
		t.Fatal(err)
	}
	if out, _ := os.ReadFile(stdout); string(out) != "hello\n" {
		t.Errorf("it said %q", out)
	}
	if u.Wall <= 0 || u.Peak <= 0 || u.Peak > 64<<20 {
		t.Errorf("a shell is said to cost %+v", u)
	}
	if held[0] != 1 {
		t.Error("let go of the memory")
	}
}

func TestARunThatFailedIsNoResult(t *testing.T) {
	l := launched(t)
	_, _, err := l.run(t.Context(), Command{Args: []string{"sh", "-c", "echo broken >&2; exit 3"}, Exits: []int{0, 1}})
	if err == nil || !strings.Contains(err.Error(), "exited with 3: broken") {
		t.Errorf("got %v", err)
	}
	if _, _, err := l.run(t.Context(), Command{Args: []string{"/nowhere/at/all"}}); err == nil {
		t.Error("a program that is not there was run")
	}
}

func TestAnInterruptionEndsTheProgram(t *testing.T) {
	l := launched(t)
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	began := time.Now()
	if _, _, err := l.run(ctx, Command{Args: []string{"sh", "-c", "sleep 60"}}); err == nil {
		t.Error("it ran to the end")
	}
	if time.Since(began) > 30*time.Second {
		t.Error("the program went on")
	}
}
