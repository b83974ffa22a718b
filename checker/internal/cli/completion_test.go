package cli

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/urfave/cli/v2"
)

// What completes a flag's value must be what the flag allows: the refusal of a
// word that resembles none lists what it does.
func TestCompletedValuesAreAllowed(t *testing.T) {
	t.Chdir("../../cmd/tieout/testdata")
	var c command
	seen := 0
	for _, verb := range c.app().Commands {
		for _, f := range verb.Flags {
			name := f.Names()[0]
			var completed []string
			for _, w := range candidates(c.app(), []string{verb.Name, "--" + name, ""}) {
				completed = append(completed, w.text)
			}
			if f.(cli.DocGenerationFlag).TakesValue() {
				refusal := call(t, verb.Name, "--"+name+"=qqqqqqqqqqqq")
				_, allowed, refused := strings.Cut(refusal, `--`+name+`: unknown value "qqqqqqqqqqqq"; there are: `)
				if !refused {
					continue
				}
				seen++
				allowed, _, _ = strings.Cut(allowed, "\n")
				want := strings.Split(allowed, ", ")
				slices.Sort(want)
				slices.Sort(completed)
				if !slices.Equal(completed, want) {
					t.Errorf("%s --%s: completes %q, allows %q", verb.Name, name, completed, want)
				}
			} else if len(completed) > 0 && !strings.HasPrefix(completed[0], "--") {
				t.Errorf("%s --%s takes no value, but completes %q", verb.Name, name, completed)
			}
		}
	}
	if seen < 6 {
		t.Errorf("only %d flags refused a wrong value", seen)
	}
}

// call runs a verb, and gives what it says on standard error.
func call(t *testing.T, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	Run(t.Context(), append([]string{name}, args...), Env{
		Stdout: &stdout, Stderr: &stderr, Getenv: func(string) string { return "" }, Now: time.Now,
	})
	return stderr.String()
}

// A usage that names no words must not complete any.
func TestListed(t *testing.T) {
	for usage, want := range map[string]string{
		"print as `FORMAT`: text or json":                                "text json",
		"fail at `SEVERITY` or graver: error, note, or never":            "error note never",
		"colour `WHEN`: auto, always or never; auto heeds $NO_COLOR":     "auto always never",
		"annotate `WHICH`: new (changed ones, too) or all":               "new all",
		"print in `LANG`: en or ja (default: by $LC_ALL, $LANG)":         "en ja",
		"read the fact files in `DIR` (repeatable; default: facts)":      "",
		"stop a policy that takes longer than `TIME`, as in 10s":         "",
		"fail below `PERCENT` of coverage: all figures of all documents": "",
	} {
		if got := strings.Join(allowedWords(usage), " "); got != want {
			t.Errorf("%q lists %q, want %q", usage, got, want)
		}
	}
}
