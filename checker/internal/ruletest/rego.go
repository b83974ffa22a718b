package ruletest

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/tester"

	"github.com/tieout/tieout/checker/internal/policy"
)

// testTimeout bounds a single test.
const testTimeout = 30 * time.Second

// Tree is a folder of policies. Tests tells whether its tests run; those of
// the others are left out.
type Tree struct {
	Name  string
	FS    fs.FS
	Tests bool
}

// Test is a Rego test and its outcome.
type Test struct {
	File string `json:"file"`
	Line int    `json:"line"`
	// Name is the test's package and rule.
	Name   string `json:"name"`
	Passed bool   `json:"passed"`
	// Detail tells where a test failed, and what it printed.
	Detail string `json:"detail,omitempty"`
}

// Coverage counts the lines of a policy that tests reach.
type Coverage struct {
	File    string `json:"file"`
	Covered int    `json:"covered"`
	Lines   int    `json:"lines"`
	// Gaps are the first lines of what no test reaches.
	Gaps []int `json:"gaps,omitempty"`
}

// PolicyError is a policy or test that cannot be compiled.
type PolicyError struct{ Errors ast.Errors }

func (e *PolicyError) Error() string { return e.Errors.Error() }

// Rego runs the Rego tests of the trees, ordered by place, and gives how much
// of the policies beside them they cover, ordered by file. The error may be a
// *PolicyError.
func Rego(ctx context.Context, trees []Tree) ([]Test, []Coverage, error) {
	texts, err := read(trees)
	if err != nil {
		return nil, nil, err
	}
	modules, err := parse(texts)
	if err != nil {
		return nil, nil, err
	}
	store := inmem.New()
	txn, err := store.NewTransaction(ctx, storage.WriteParams)
	if err != nil {
		return nil, nil, err
	}
	defer store.Abort(ctx, txn)
	tracer := cover.New()
	results, err := tester.NewRunner().
		SetCompiler(ast.NewCompiler().WithCapabilities(policy.Capabilities()).WithEnablePrintStatements(true)).
		SetStore(store).SetModules(modules).SetTimeout(testTimeout).CapturePrintOutput(true).
		SetCoverageRuns(nil).SetCoverageQueryTracer(tracer).RunTests(ctx, txn)
	if err != nil {
		return nil, nil, asPolicyError(err)
	}
	var tests []Test
	for r := range results {
		tests = append(tests, outcome(r))
	}
	slices.SortFunc(tests, func(a, b Test) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Name, b.Name))
	})
	return tests, covered(trees, tracer.Report(modules)), ctx.Err()
}

// read gives the texts of the policies of the trees, by file. Of a tree whose
// tests do not run, only what other tests may lean on is read.
func read(trees []Tree) (map[string][]byte, error) {
	texts := map[string][]byte{}
	for _, t := range trees {
		err := fs.WalkDir(t.FS, ".", func(file string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || path.Ext(file) != ".rego" || !t.Tests && policy.IsTest(file) && !strings.HasPrefix(file, "lib/testdata/") {
				return err
			}
			texts[path.Join(t.Name, file)], err = fs.ReadFile(t.FS, file)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return texts, nil
}

func parse(texts map[string][]byte) (map[string]*ast.Module, error) {
	modules := map[string]*ast.Module{}
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		m, err := parseFile(name, texts[name])
		if err != nil {
			return nil, err
		}
		modules[name] = m
	}
	return modules, nil
}

func parseFile(name string, text []byte) (*ast.Module, error) {
	m, err := ast.ParseModuleWithOpts(name, string(text), ast.ParserOptions{RegoVersion: ast.RegoV1, ProcessAnnotation: true})
	return m, asPolicyError(err)
}

func outcome(r *tester.Result) Test {
	t := Test{File: r.Location.File, Line: r.Location.Row, Name: strings.TrimPrefix(r.Package, "data.") + "." + r.Name, Passed: r.Pass()}
	switch {
	case t.Passed:
		return t
	case r.Error != nil:
		t.Detail = r.Error.Error()
	case r.Skip:
		t.Detail = "skipped"
	case r.FailedAt != nil:
		t.Detail = fmt.Sprintf("line %d: %s", r.FailedAt.Location.Row, r.FailedAt.Location.Text)
	}
	if len(r.Output) > 0 {
		t.Detail = strings.TrimSpace(t.Detail + "\n" + string(r.Output))
	}
	return t
}

// covered counts for the policies of the trees whose tests ran.
func covered(trees []Tree, report cover.Report) []Coverage {
	var list []Coverage
	for file, f := range report.Files {
		tested := func(t Tree) bool { return t.Tests && strings.HasPrefix(file, path.Clean(t.Name)+"/") }
		if policy.IsTest(file) || !slices.ContainsFunc(trees, tested) {
			continue
		}
		c := Coverage{File: file, Covered: f.CoveredLines, Lines: f.CoveredLines + f.NotCoveredLines}
		for _, gap := range f.NotCovered {
			c.Gaps = append(c.Gaps, gap.Start.Row)
		}
		list = append(list, c)
	}
	slices.SortFunc(list, func(a, b Coverage) int { return cmp.Compare(a.File, b.File) })
	return list
}

func asPolicyError(err error) error {
	switch e := err.(type) { //nolint:errorlint // the parser and compiler return it bare
	case ast.Errors:
		return &PolicyError{e}
	case *ast.Error:
		return &PolicyError{ast.Errors{e}}
	}
	return err
}
