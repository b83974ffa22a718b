package checker_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

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

// TestChosenRules refuses a run of rules that there are not: it would report that
// nothing was found. Policies that cannot be used are told first, as the name
// may stand in them.
func TestChosenRules(t *testing.T) {
	facts := fstest.MapFS{"facts/sources.yaml": {Data: []byte("sources: {s: {title: T, kind: blog}}\n")}}
	for pattern, form := range map[string]bool{"arithmetic/sun": false, "sales/*": false, "record/schema": true, "record/*": true} {
		for _, o := range []checker.Options{{Rules: []string{"pay/*", pattern}}, {Skip: []string{pattern}}} {
			o.FS = facts
			_, err := checker.Run(t.Context(), o)
			unknown, ok := errors.AsType[*checker.UnknownRuleError](err)
			if !ok || unknown.ID != pattern || unknown.Form != form || !slices.Contains(unknown.Known, "pay/weights") {
				t.Errorf("%s: got %v", pattern, err)
			}
		}
	}
	broken := t.TempDir()
	if err := os.WriteFile(filepath.Join(broken, "x.rego"), []byte("package tieout.rules.sales.x\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := checker.Run(t.Context(), checker.Options{FS: facts, Policies: []string{broken}, Rules: []string{"sales/x"}})
	if err != nil || r.Summary.InputErrors == 0 {
		t.Errorf("a policy without METADATA is not told: %+v, %v", r, err)
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
