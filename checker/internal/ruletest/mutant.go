package ruletest

import (
	"context"
	"maps"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/tester"

	"github.com/tieout/tieout/checker/internal/policy"
)

// mutantTimeout bounds a test of a mutant: one that a change keeps from ending
// has noticed the change.
const mutantTimeout = 5 * time.Second

// Mutant is a rule broken in one place. Killed tells whether a test of the
// rule fails by it.
type Mutant struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Change string `json:"change"`
	Killed bool   `json:"killed"`
}

// Mutants breaks each rule of the trees whose tests run, in one place at a
// time, and tells which breaks no test of the rule notices, ordered by place.
// What no longer compiles is no mutant.
func Mutants(ctx context.Context, trees []Tree) ([]Mutant, error) {
	modules, err := parse(trees)
	if err != nil {
		return nil, err
	}
	var all []Mutant
	for _, file := range slices.Sorted(maps.Keys(modules)) {
		test := strings.TrimSuffix(file, ".rego") + "_test.rego"
		if modules[test] == nil || !isRule(modules[file]) {
			continue
		}
		mutants, err := mutantsOf(ctx, surroundings(modules, file, test), file)
		if err != nil {
			return nil, err
		}
		all = append(all, mutants...)
	}
	return all, nil
}

var rules = ast.MustParseRef("data.tieout.rules")

func isRule(m *ast.Module) bool {
	return m.Package.Path.HasPrefix(rules)
}

// surroundings are the modules that a rule's tests need: the rule, the tests,
// and whatever is neither another rule nor another test.
func surroundings(modules map[string]*ast.Module, file, test string) map[string]*ast.Module {
	needed := map[string]*ast.Module{}
	for name, m := range modules {
		shared := !isRule(m) && (!isTest(name) || strings.HasPrefix(path.Base(path.Dir(name)), "testdata"))
		if shared || name == file || name == test {
			needed[name] = m
		}
	}
	return needed
}

func mutantsOf(ctx context.Context, modules map[string]*ast.Module, file string) ([]Mutant, error) {
	original := modules[file]
	var mutants []Mutant
	for i := range mutations(original.Copy()) {
		broken := original.Copy()
		change := mutations(broken)[i]
		change.apply()
		modules[file] = broken
		killed, compiled, err := notices(ctx, modules)
		if err != nil {
			return nil, err
		}
		if compiled {
			mutants = append(mutants, Mutant{File: file, Line: change.line, Change: change.change, Killed: killed})
		}
	}
	modules[file] = original
	return mutants, nil
}

// notices tells whether a test fails, and whether the modules compile at all.
func notices(ctx context.Context, modules map[string]*ast.Module) (killed, compiled bool, err error) {
	copies := make(map[string]*ast.Module, len(modules))
	for name, m := range modules {
		copies[name] = m.Copy()
	}
	store := inmem.New()
	txn, err := store.NewTransaction(ctx, storage.WriteParams)
	if err != nil {
		return false, false, err
	}
	defer store.Abort(ctx, txn)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	results, err := tester.NewRunner().SetCompiler(ast.NewCompiler().WithCapabilities(policy.Capabilities())).
		SetStore(store).SetModules(copies).SetTimeout(mutantTimeout).SetCoverageRuns(nil).RunTests(ctx, txn)
	if err != nil {
		return false, false, nil // what does not compile is no mutant
	}
	for r := range results {
		killed = killed || !r.Pass()
	}
	return killed, true, nil
}
