package cli

import (
	"slices"
	"strings"
	"testing"
)

// Flags may stand anywhere before "--", and values are never taken for flags
// or paths.
func TestArrange(t *testing.T) {
	app := (&command{}).app()
	for _, c := range []struct{ given, want string }{
		{"check a b", "check -- a b"},
		{"check a --lang ja b", "check --lang ja -- a b"},
		{"check a --lang=ja b", "check --lang=ja -- a b"},
		{"check a -q b", "check -q -- a b"},
		{"check -lang ja a", "check -lang ja -- a"},
		{"check a -- --lang ja", "check -- a --lang ja"},
		{"check --quiet a --facts b -- c", "check --quiet --facts b -- a c"},
		{"check --facts -x a", "check --facts -x -- a"},
		{"check -", "check -- -"},
		{"rules x/y --policies p", "rules --policies p -- x/y"},
		{"help rules", "rules --help --"},
		{"help", "--help"},
		{"--version", "--version"},
	} {
		got, err := arrange(app, append([]string{"tieout"}, strings.Fields(c.given)...))
		if err != nil || !slices.Equal(got, append([]string{"tieout"}, strings.Fields(c.want)...)) {
			t.Errorf("%s: got %q, %v; want %s", c.given, got, err, c.want)
		}
	}
}
