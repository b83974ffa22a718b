package cli

import (
	"strings"
	"testing"
)

// What a new project calls must be there to be called: a version that Go made
// up for a commit is no tag.
func TestReference(t *testing.T) {
	at := strings.Repeat("a1", 20)
	for _, test := range []struct{ release, commit, want string }{
		{"v1.2.3", at, "v1.2.3"},
		{"v1.2.3-rc.1", "", "v1.2.3-rc.1"},
		{"v0.0.0-20260401120000-abcdef012345", at, at},
		{"v1.2.3+dirty", "", "main"},
		{"(devel)", at + " (modified)", "main"},
	} {
		release, commit = test.release, test.commit
		if got := reference(); got != test.want {
			t.Errorf("%s at %q is called by %s, want %s", test.release, test.commit, got, test.want)
		}
	}
	release, commit = "", ""
}
