package cli_test

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"github.com/tieout/tieout/checker/internal/cli"
)

func env(stdout, stderr *bytes.Buffer) cli.Env {
	return cli.Env{Stdout: stdout, Stderr: stderr, Getenv: func(string) string { return "" }, Now: time.Now}
}

// A fault of the checker must not look like a fault of the facts.
func TestPanicIsAFailureOfTheChecker(t *testing.T) {
	var stdout, stderr bytes.Buffer
	e := env(&stdout, &stderr)
	e.Now = func() time.Time { panic("no clock\x1b[2J") }
	t.Chdir("../../cmd/tieout/testdata")
	if code := cli.Run(t.Context(), []string{"tieout", "check", "--facts", "bakery"}, e); code != cli.ExitFailure {
		t.Errorf("exit code %d, want %d", code, cli.ExitFailure)
	}
	if got := stderr.String(); !strings.Contains(got, "please report") || strings.Count(got, "\n") != 1 || strings.Contains(got, "\x1b") {
		t.Errorf("standard error is %q", got)
	}
}

// Ctrl-C ends the run without a report that would look complete.
func TestInterrupted(t *testing.T) {
	var stdout, stderr bytes.Buffer
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	t.Chdir("../../cmd/tieout/testdata")
	code := cli.Run(ctx, []string{"tieout", "check", "--facts", "bakery"}, env(&stdout, &stderr))
	if code != cli.ExitInterrupted || stdout.Len() > 0 || stderr.String() != "tieout: interrupted: no facts were checked yet; no report was written\n" {
		t.Errorf("exit code %d, printed %q and %q", code, stdout.String(), stderr.String())
	}
}

// The day of the clock is that of UTC, where midnight is the same for all.
func TestTodayIsInUTC(t *testing.T) {
	var stdout, stderr bytes.Buffer
	e := env(&stdout, &stderr)
	e.Now = func() time.Time {
		return time.Date(2026, 4, 1, 1, 0, 0, 0, time.FixedZone("Tokyo", 9*60*60))
	}
	t.Chdir("../../cmd/tieout/testdata")
	cli.Run(t.Context(), []string{"tieout", "check", "--facts", "bakery", "--format", "json"}, e)
	if !strings.Contains(stdout.String(), `"asOf": "2026-03-31"`) {
		t.Error("the report is not as of the day in UTC")
	}
}

// On a terminal, the report uses its width and its colours.
func TestTerminal(t *testing.T) {
	t.Chdir("../../cmd/tieout/testdata")
	longest := func(width int) (n int, colours bool) {
		var stdout, stderr bytes.Buffer
		e := env(&stdout, &stderr)
		e.Terminal, e.Width = true, width
		cli.Run(t.Context(), []string{"tieout", "check", "--facts", "bakery"}, e)
		lines := strings.Split(strings.TrimSpace(stdout.String()), "\n")
		for _, line := range lines[:len(lines)-1] {
			n = max(n, len(line))
		}
		return n, strings.Contains(stdout.String(), "\x1b[1;31m")
	}
	narrow, colours := longest(60)
	wide, _ := longest(200)
	if !colours || wide <= 100 || narrow >= wide {
		t.Errorf("colours: %v, longest line at 60 columns: %d, at 200: %d", colours, narrow, wide)
	}
}
