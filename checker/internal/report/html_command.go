package report

import (
	"strings"

	"github.com/tieout/tieout/checker/internal/finding"
)

// pageCommand is the call that gives the same report again. What has no bearing on
// its content, such as where it is written, is not part of it.
func pageCommand(r *finding.Report, newOnly bool) string {
	words := []string{"tieout", "check"}
	add := func(flag string, values ...string) {
		for _, v := range values {
			words = append(words, flag, shellWord(v))
		}
	}
	if s := r.Scope; s != nil {
		if len(s.Facts) != 1 || s.Facts[0] != "facts" {
			add("--facts", s.Facts...)
		}
		add("--policies", s.Policies...)
		add("--rule", s.Rules...)
		add("--skip", s.Skip...)
		if s.Texts {
			words = append(words, "--sources", "DIR")
		}
	}
	if r.AsOf != "" {
		add("--as-of", r.AsOf)
	}
	if b := r.Baseline; b != nil {
		flag := "--against"
		if b.Commit == "" {
			flag = "--baseline"
		}
		add(flag, b.Name)
		if newOnly {
			words = append(words, "--new-only")
		}
	}
	if r.Scope != nil {
		for _, path := range r.Scope.Paths {
			words = append(words, shellWord(path))
		}
	}
	return strings.Join(words, " ")
}

// shellWord quotes a word for a POSIX shell where that is needed.
func shellWord(s string) string {
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("_./-@:+", r)
	}
	if s != "" && strings.IndexFunc(s, func(r rune) bool { return !plain(r) }) < 0 {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}
