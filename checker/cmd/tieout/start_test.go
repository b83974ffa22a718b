package main

import (
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// mostOnStart bounds what a package of ours allocates before main, in bytes: a
// few short lists of words fit, a template or a handful of expressions do not.
const mostOnStart = 20 << 10

// reInit matches what the runtime tells of a package's start.
var reInit = regexp.MustCompile(`(?m)^init (github\.com/tieout/tieout/\S+) @.* ([0-9]+) bytes,`)

// A command is started for every file that is saved and every commit that is
// made. Tables, templates and expressions that are made on start are paid for by
// each, though few need them: make them with sync.OnceValue or lazy.Regexp.
func TestStartAllocatesLittle(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	// The test itself is a program that starts all that the command does.
	cmd := exec.Command(self, "-test.run=^$")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	seen := 0
	for _, m := range reInit.FindAllStringSubmatch(string(out), -1) {
		if strings.HasSuffix(m[1], "/cmd/tieout") {
			continue // Among it are the tests.
		}
		seen++
		if bytes, err := strconv.Atoi(m[2]); err != nil || bytes > mostOnStart {
			t.Errorf("%s allocates %s bytes on start, more than %d", m[1], m[2], mostOnStart)
		}
	}
	if seen < 10 {
		t.Errorf("the runtime told of %d packages only:\n%s", seen, out)
	}
}
