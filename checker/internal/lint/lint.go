// Package lint holds rules to their contract beyond what is needed to run
// them: where their files stand, that they tell their readers what and why in
// both languages, that tests and examples show each side, and that they keep
// to exact arithmetic. A folder of policies goes in, findings at the places to
// mend come out.
package lint

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/tieout/tieout/checker"
	"github.com/tieout/tieout/checker/internal/finding"
	"github.com/tieout/tieout/checker/internal/policy"
)

// Tree is a folder of policies. Name stands before its files in messages, as
// it does in the rules' locations.
type Tree struct {
	Name string
	FS   fs.FS
}

// linter gathers what is wrong with the rules of a tree.
type linter struct {
	tree     Tree
	problems []finding.Finding
}

// Run gives what is wrong with the rules of the tree, as the library knows
// them, ordered by place. What the library itself could not read is not
// repeated.
func Run(tree Tree, library *checker.Library) ([]finding.Finding, error) {
	l := &linter{tree: tree}
	expected := map[string]bool{}
	for _, r := range library.In(tree.Name) {
		file := strings.TrimPrefix(r.Location, path.Clean(tree.Name)+"/")
		e, err := library.Explain(r.ID)
		if err != nil {
			return nil, err
		}
		if err := l.rule(file, e, expected); err != nil {
			return nil, err
		}
	}
	if err := l.strangers(expected); err != nil {
		return nil, err
	}
	slices.SortStableFunc(l.problems, func(a, b finding.Finding) int { return a.Location.Compare(b.Location) })
	return l.problems, nil
}

// rule holds one rule to the contract.
func (l *linter) rule(file string, e *checker.Explanation, expected map[string]bool) error {
	name := path.Base(e.ID)
	folder := path.Dir(file)
	if !strings.HasSuffix("/"+folder, "/"+e.ID) || path.Base(file) != name+".rego" {
		l.add(file, nil, finding.Text{
			EN: "the rule " + e.ID + " belongs into " + e.ID + "/" + name + ".rego",
			JA: "規則 " + e.ID + " は " + e.ID + "/" + name + ".rego に置いてください",
		})
	}
	module, err := l.parse(file)
	if err != nil {
		return err
	}
	l.words(file, e)
	l.arithmetic(file, module)
	stem := strings.TrimSuffix(file, ".rego")
	l.tests(stem+"_test.rego", module)
	l.examples(stem+".yaml", e)
	for _, f := range []string{file, stem + "_test.rego", stem + ".yaml", path.Join(folder, "README.md")} {
		expected[f] = true
	}
	return nil
}

// parse reads a policy that the library could read.
func (l *linter) parse(file string) (*ast.Module, error) {
	data, err := fs.ReadFile(l.tree.FS, file)
	if err != nil {
		return nil, err
	}
	return ast.ParseModuleWithOpts(file, string(data), ast.ParserOptions{RegoVersion: ast.RegoV1})
}

// strangers reports files below rules that belong to no rule: nobody would
// find them, and a misspelled test never runs.
func (l *linter) strangers(expected map[string]bool) error {
	return fs.WalkDir(l.tree.FS, ".", func(file string, d fs.DirEntry, err error) error {
		below := strings.HasPrefix(file, "rules/") || strings.Contains(file, "/rules/")
		if err != nil || d.IsDir() || !below || expected[file] || strings.HasPrefix(path.Base(file), ".") {
			return err
		}
		l.add(file, nil, finding.Text{
			EN: "the file belongs to no rule; a rule NAME has NAME.rego, NAME_test.rego and NAME.yaml in a folder of its own",
			JA: "どの規則にも属さないファイルです。規則 NAME は専用フォルダーに NAME.rego、NAME_test.rego、NAME.yaml を持ちます",
		})
		return nil
	})
}

// add reports a problem at a place in a file of the tree.
func (l *linter) add(file string, at *ast.Location, text finding.Text) {
	name := path.Join(l.tree.Name, file)
	if at != nil {
		place := *at
		place.File = name
		at = &place
	}
	l.problems = append(l.problems, policy.Problem(name, at, text))
}
