package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestScenario plays a new user's first days: each script begins in an empty
// folder, with git and nothing else set up. That with the real pre-commit
// builds the command as pre-commit does, which takes a while: it runs where
// TIEOUT_PRE_COMMIT is set.
func TestScenario(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/scenario",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Vars = append(env.Vars, goEnvironment()...)
			return gitHome(env)
		},
		Condition: func(condition string) (bool, error) {
			if condition != "pre-commit" {
				return false, fmt.Errorf("unknown condition %s", condition)
			}
			return os.Getenv("TIEOUT_PRE_COMMIT") != "", nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "replace": replace, "action": action, "snapshot": snapshot, "results": results,
		},
	})
}

// snapshot DIR makes a git repository of what the work tree is to hold.
func snapshot(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: snapshot DIR")
	}
	root, err := filepath.Abs(repository)
	ts.Check(err)
	list := exec.Command("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	list.Dir = root
	names, err := list.Output()
	ts.Check(err)
	for name := range strings.SplitSeq(strings.TrimSuffix(string(names), "\x00"), "\x00") {
		copyFile(ts, filepath.Join(root, name), filepath.Join(ts.MkAbs(args[0]), name))
	}
	for _, call := range [][]string{{"init", "--quiet"}, {"add", "--all"}, {"commit", "--quiet", "--no-verify", "--message", "Tieout"}} {
		ts.Check(ts.Exec("git", append([]string{"-C", args[0]}, call...)...))
	}
}

func copyFile(ts *testscript.TestScript, from, to string) {
	info, err := os.Stat(from)
	if os.IsNotExist(err) {
		// Deleted, but not yet committed.
		return
	}
	ts.Check(err)
	data, err := os.ReadFile(from)
	ts.Check(err)
	ts.Check(os.MkdirAll(filepath.Dir(to), 0o755))
	ts.Check(os.WriteFile(to, data, info.Mode().Perm()))
}

// results FILE BASE prints the first line of the results in a SARIF log that the
// log BASE does not have, as code scanning tells them: by their fingerprints.
func results(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: results FILE BASE")
	}
	type result struct {
		Message             struct{ Text string }
		PartialFingerprints map[string]string
	}
	read := func(name string) (list []result) {
		var log struct {
			Runs []struct{ Results []result }
		}
		ts.Check(json.Unmarshal([]byte(ts.ReadFile(name)), &log))
		for _, run := range log.Runs {
			list = append(list, run.Results...)
		}
		return list
	}
	base := read(args[1])
	if len(base) == 0 {
		ts.Fatalf("%s has no results", args[1])
	}
	for _, r := range read(args[0]) {
		known := slices.ContainsFunc(base, func(b result) bool {
			for name, value := range r.PartialFingerprints {
				if strings.HasPrefix(name, "tieout") && b.PartialFingerprints[name] == value {
					return true
				}
			}
			return false
		})
		if !known {
			first, _, _ := strings.Cut(r.Message.Text, "\n")
			_, err := ts.Stdout().Write([]byte(first + "\n"))
			ts.Check(err)
		}
	}
}

// gitHome gives git a home with a name, and nothing of this machine's.
func gitHome(env *testscript.Env) error {
	home := filepath.Join(env.WorkDir, ".home")
	if err := os.MkdirAll(home, 0o755); err != nil {
		return err
	}
	env.Setenv("HOME", home)
	env.Setenv("XDG_CACHE_HOME", filepath.Join(home, "cache"))
	env.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	return os.WriteFile(filepath.Join(home, ".gitconfig"), []byte(`[user]
	name = Baker
	email = baker@bakery.example
[init]
	defaultBranch = main
[protocol "file"]
	allow = always
[advice]
	detachedHead = false
`), 0o644)
}
