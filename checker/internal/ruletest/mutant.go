package ruletest

import (
	"context"
	"maps"
	"path"
	"runtime"
	"slices"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/open-policy-agent/opa/v1/ast"

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
	texts, err := read(trees)
	if err != nil {
		return nil, err
	}
	modules, err := parse(texts)
	if err != nil {
		return nil, err
	}
	files := slices.DeleteFunc(slices.Sorted(maps.Keys(modules)), func(file string) bool {
		return modules[testOf(file)] == nil || !policy.IsRule(modules[file])
	})
	found := make([][]Mutant, len(files))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	for k, file := range files {
		g.Go(func() error {
			b, err := breed(texts, file)
			if err != nil {
				return err
			}
			found[k], err = b.judge(ctx, shared(modules))
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	return slices.Concat(found...), nil
}

func testOf(file string) string { return strings.TrimSuffix(file, ".rego") + "_test.rego" }

// shared are the modules that the tests of every rule may need: whatever is
// neither a rule nor a test.
func shared(modules map[string]*ast.Module) map[string]*ast.Module {
	needed := map[string]*ast.Module{}
	for name, m := range modules {
		if !policy.IsRule(m) && (!policy.IsTest(name) || strings.HasPrefix(path.Base(path.Dir(name)), "testdata")) {
			needed[name] = m
		}
	}
	return needed
}
