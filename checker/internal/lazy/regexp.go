// Package lazy makes what a package needs when it is first asked for: a command
// starts often, and needs few of the things that all commands may need. Tables
// and templates are made the same way, with sync.OnceValue.
package lazy

import (
	"regexp"
	"sync"
)

// Regexp gives a function that compiles an expression when it is first called,
// and panics where the expression cannot be parsed.
func Regexp(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
