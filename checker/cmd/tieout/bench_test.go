package main_test

import (
	"errors"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// BenchmarkProcess is what a fact author waits for: the built command, from a
// cold process, over this repository's own facts. cpu-ms/op is the processor
// time of the process, user and system.
func BenchmarkProcess(b *testing.B) {
	binary := filepath.Join(b.TempDir(), "tieout")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	for _, format := range []string{"text", "json"} {
		b.Run(format, func(b *testing.B) {
			var cpu time.Duration
			for b.Loop() {
				check := exec.Command(binary, "check", "--format", format)
				check.Dir = "../../.."
				var exit *exec.ExitError
				if err := check.Run(); err != nil && (!errors.As(err, &exit) || exit.ExitCode() != 1) {
					b.Fatal(err)
				}
				cpu += check.ProcessState.UserTime() + check.ProcessState.SystemTime()
			}
			b.ReportMetric(float64(cpu.Milliseconds())/float64(b.N), "cpu-ms/op")
		})
	}
}
