package main_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// BenchmarkProcess is what a fact author waits for: the built command, from a
// cold process, over this repository's own facts; with no results kept (cold)
// and with all (warm). cpu-ms/op is the processor time of the process, user
// and system.
func BenchmarkProcess(b *testing.B) {
	binary := filepath.Join(b.TempDir(), "tieout")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	kept := b.TempDir()
	for _, run := range []struct {
		name string
		args []string
	}{
		{"cold/text", []string{"--no-cache", "--format", "text"}},
		{"cold/core", append([]string{"--no-cache"}, core...)},
		{"cold/json", []string{"--no-cache", "--format", "json"}},
		{"warm/text", []string{"--format", "text"}},
		{"warm/json", []string{"--format", "json"}},
	} {
		b.Run(run.name, func(b *testing.B) {
			check(b, binary, kept, run.args) // the first run fills the cache
			var cpu time.Duration
			for b.Loop() {
				cpu += check(b, binary, kept, run.args)
			}
			b.ReportMetric(float64(cpu.Microseconds())/1000/float64(b.N), "cpu-ms/op")
		})
	}
}

// core chooses the rules that every document has something for: what a run costs
// beside the rules shows in them.
var core = []string{
	"--rule=arithmetic/sum", "--rule=citation/claim-without-citation", "--rule=equality/same-figure",
	"--rule=order/declared-bound", "--rule=pay/missing-target", "--rule=pay/weights", "--rule=register/dangling-reference",
}

// check runs the command, and gives the processor time that it took.
func check(b *testing.B, binary, kept string, args []string) time.Duration {
	b.Helper()
	c := exec.Command(binary, append([]string{"check"}, args...)...)
	c.Dir = "../../.."
	c.Env = append(os.Environ(), "TIEOUT_CACHE="+kept)
	var exit *exec.ExitError
	if err := c.Run(); err != nil && (!errors.As(err, &exit) || exit.ExitCode() != 1) {
		b.Fatal(err)
	}
	return c.ProcessState.UserTime() + c.ProcessState.SystemTime()
}
