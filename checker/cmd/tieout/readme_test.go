package main

import (
	"bytes"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/tieout/tieout/checker/internal/cli"
)

// The finding that the README begins with is one that its first command prints.
func TestReadmeShowsWhatIsPrinted(t *testing.T) {
	t.Chdir("../../..")
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(readme), "```\n")
	excerpt, _, found := strings.Cut(rest, "```\n")
	if !found || !strings.HasPrefix(excerpt, "error[") {
		t.Fatalf("the README does not begin with a finding: %q", excerpt)
	}
	var out bytes.Buffer
	code := cli.Run(t.Context(), []string{"tieout", "check", "--no-cache", "--lang", "en"}, cli.Env{
		Stdout: &out, Stderr: io.Discard, Getenv: func(string) string { return "" }, Now: time.Now,
	})
	if code != cli.ExitFindings || !strings.Contains(out.String(), excerpt) {
		t.Errorf("the check ends with %d and prints no such finding:\n%s", code, excerpt)
	}
}
