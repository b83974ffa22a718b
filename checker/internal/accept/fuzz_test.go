package accept_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/tieout/tieout/checker/internal/accept"
)

// Whatever value is made of a schema, or of a real entry, the quick form says
// of it what the validator says.
func FuzzAccepts(f *testing.F) {
	all, entries := definitions(), seeds(f)
	for i := range all {
		f.Add(uint16(i), []byte{byte(i), 3, 200, 7})
	}
	for i := range 64 {
		f.Add(uint16(len(all)+i*len(entries)/64), []byte{2, byte(i), 9, 1})
	}
	f.Fuzz(func(t *testing.T, which uint16, data []byte) {
		i := int(which) % (len(all) + len(entries))
		if i < len(all) {
			all[i].agrees(t, sample(all[i], data))
			return
		}
		e := entries[i-len(all)]
		s := &sampler{choices: choose(data), root: e.root, odd: 60}
		e.agrees(t, s.changed(e.entry, e.written))
	})
}

// An automaton finds what its expression finds, in any text.
func FuzzPattern(f *testing.F) {
	for _, expression := range append(patterns(), `a|b$`, `^`, `$`, `^a*b?c{2,3}`, `(?i)k`, `x.y`, `\bz`, `(?m)^q$`, `[^a-c]+d`, `\s\w`, ``, `a{0}`, `(?s).`, `^(ab|cd)*$`) {
		for _, s := range []string{"", "a", "abc", "2025-01-01/2025-12-31", "FY2025", "https://example.org", "k\nK", "x\ny", "ア", "\xff"} {
			f.Add(expression, s)
		}
	}
	f.Fuzz(func(t *testing.T, expression, s string) {
		want, err := regexp.Compile(expression)
		if err != nil || len(expression) > 200 {
			return
		}
		got, err := accept.Matches(expression, s)
		if err != nil || got != want.MatchString(s) {
			t.Errorf("%q in %q: got %t, %v", expression, s, got, err)
		}
	})
}

// patterns are those of the checker's schemas.
func patterns() []string {
	var all []string
	for _, d := range definitions() {
		all = append(all, patternsIn(d.written)...)
	}
	return all
}

func patternsIn(schema any) []string {
	var all []string
	switch schema := schema.(type) {
	case map[string]any:
		for key, value := range schema {
			if s, ok := value.(string); ok && key == "pattern" {
				all = append(all, s)
			}
			all = append(all, patternsIn(value)...)
		}
	case []any:
		for _, value := range schema {
			all = append(all, patternsIn(value)...)
		}
	}
	return all
}

// A format finds what the validator finds.
func FuzzFormats(f *testing.F) {
	for _, s := range []string{
		"2025-11-06", "2025-02-29", "2024-02-29", "2025-11-6", "25-11-06", "2025-00-01", "2025-01-32", "+025-01-01",
		"https://example.org/a", "http://", "https:///", "https://a?b", "https://a/%zz", "https://a:b", "http://a b/", "https://[::1]/",
		"https://A.B-c/~_=&+,?x?y", "ftp://a", "a", "//a", "http://a/\x7f", "https://例", "2026-03-31T08:00:00.25Z", strings.Repeat("9", 10),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, name := range []string{"date", "date-time", "uri"} {
			if here, validator := accept.Formats(name, s); here != validator {
				t.Errorf("%s %q: got %t, the validator says %t", name, s, here, validator)
			}
		}
	})
}

// The schemas' own patterns all have one.
func TestAutomata(t *testing.T) {
	for _, expression := range patterns() {
		if !accept.HasAutomaton(expression) {
			t.Errorf("%s is matched by its expression", expression)
		}
	}
	for _, expression := range []string{`\bz`, `(?m)^q`, `(`, `(a|b)*a(a|b){12}`} {
		if accept.HasAutomaton(expression) {
			t.Errorf("%s has an automaton", expression)
		}
	}
}
