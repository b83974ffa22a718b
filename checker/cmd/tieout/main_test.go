package main

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"tieout": main})
}

// TestScript runs the scripts in testdata/script on the built command. Each
// begins with a copy of testdata/bakery as its folder facts, which holds one
// error (a total that is 3 million too high) and one warning (a claim without
// a citation). UPDATE=1 writes what the command prints into the scripts; read
// it before you commit it.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       os.Getenv("UPDATE") != "",
		Setup: func(env *testscript.Env) error {
			return os.CopyFS(filepath.Join(env.WorkDir, "facts"), os.DirFS("testdata/bakery"))
		},
		Cmds:      map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "until": until, "write": write, "replace": replace, "digest": digest, "action": action, "interrupted": interrupted},
		Condition: condition,
	})
}

// exits CODE COMMAND... runs a command that must end with an exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND...")
	}
	err := ts.Exec(args[1], args[2:]...)
	code := 0
	if failed, ok := errors.AsType[*exec.ExitError](err); ok {
		code = failed.ExitCode()
	} else {
		ts.Check(err)
	}
	if want := args[0]; strconv.Itoa(code) != want {
		ts.Fatalf("exit code %d, want %s", code, want)
	}
}

// write FILE TEXT [TIMES] writes a text, given as in Go with escapes, into a
// file: for bytes that a script cannot hold.
func write(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 || len(args) > 3 {
		ts.Fatalf("usage: write FILE TEXT [TIMES]")
	}
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	times := 1
	if len(args) == 3 {
		times, err = strconv.Atoi(args[2])
		ts.Check(err)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat(text, times)), fs.FileMode(0o644)))
}

// until LINE FILE writes what was printed before a line into a file: what comes
// after it grows with every new rule.
func until(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: until LINE FILE")
	}
	before, _, found := strings.Cut(ts.ReadFile("stdout"), "\n"+args[0]+"\n")
	if !found {
		ts.Fatalf("the line %q was not printed", args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(before), fs.FileMode(0o644)))
}
