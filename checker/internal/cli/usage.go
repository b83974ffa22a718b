package cli

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/tieout/tieout/checker/internal/nearest"
	"github.com/tieout/tieout/checker/internal/report"
)

// name is what the command is called.
const name = "tieout"

// usageError is a call that cannot be carried out. The hint says what to do.
type usageError struct {
	message, hint string
}

func (e *usageError) Error() string { return e.message }

// wrongCall makes the error for a wrong call of a verb ("" for none), with a
// pointer to its help.
func wrongCall(verb, format string, args ...any) error {
	help := name + " --help"
	if verb != "" {
		help = name + " " + verb + " --help"
	}
	return &usageError{fmt.Sprintf(format, args...), fmt.Sprintf("see %q", help)}
}

// unusable makes the error for something outside the call, such as a file that
// cannot be read.
func unusable(format string, args ...any) error {
	return &usageError{message: fmt.Sprintf(format, args...)}
}

// meant is the question after the name that is nearest to a misspelled one,
// or the list of all names, when none is near.
func meant(word string, names []string) string {
	if guess, ok := nearest.Nearest(word, names); ok {
		return fmt.Sprintf("did you mean %s?", guess)
	}
	return "there are: " + strings.Join(names, ", ")
}

// onUsageError words the errors of the flag parser that are left after
// arrange: values that do not fit their flag.
func onUsageError(ctx *cli.Context, err error, _ bool) error {
	verb := ""
	if ctx.Command != nil && ctx.Command.Name != name {
		verb = ctx.Command.Name
	}
	return wrongCall(verb, "%s", strings.Replace(err.Error(), " for flag -", " for flag --", 1))
}

// complain prints a line on standard error. What it quotes may be anything, so
// it is escaped.
func (c *command) complain(line string) {
	c.erase()
	// On standard error, too, GitHub Actions would obey a command, anywhere in
	// the line.
	line = strings.ReplaceAll(report.Escape(line), "##[", `##\u005b`)
	// There is nowhere left to say that standard error is gone.
	_, _ = fmt.Fprintf(c.Stderr, "%s: %s\n", name, line)
}
