package checker_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/tieout/tieout/checker"
)

// Whoever reads of a rule in a report can have it explained, with an example
// of what it finds and of what it lets pass.
func TestEveryRuleIsExplained(t *testing.T) {
	library, problems, err := checker.OpenLibrary(checker.Options{})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	for _, r := range library.Rules() {
		e, err := library.Explain(r.ID)
		if err != nil {
			t.Errorf("%s: %v", r.ID, err)
			continue
		}
		if e.ID != r.ID || e.Title == "" || e.Remediation.EN == "" || e.Remediation.JA == "" {
			t.Errorf("%s lacks its title or its remedy", r.ID)
		}
		if r.Scope == "form" {
			continue
		}
		bad := func(x checker.Example) bool { return x.Expect != nil }
		good := func(x checker.Example) bool { return x.Expect == nil }
		if !slices.ContainsFunc(e.Examples, bad) || !slices.ContainsFunc(e.Examples, good) {
			t.Errorf("%s lacks a good or a bad example", r.ID)
		}
		for _, x := range e.Examples {
			if x.Title == "" || x.Facts == "" {
				t.Errorf("%s has an empty example", r.ID)
			}
		}
	}
}

func TestUnknownRule(t *testing.T) {
	library, _, err := checker.OpenLibrary(checker.Options{})
	if err != nil {
		t.Fatal(err)
	}
	_, err = library.Explain("arithmetic/sun")
	var unknown *checker.UnknownRuleError
	if !errors.As(err, &unknown) || unknown.ID != "arithmetic/sun" || !slices.Contains(unknown.Known, "arithmetic/sum") {
		t.Errorf("got %v", err)
	}
}
