package ruletest

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/tester"

	"github.com/tieout/tieout/checker/internal/policy"
)

// brood holds all mutants of a rule. Each lives with a copy of the rule's tests
// in a package of its own, so that what they share is compiled only once.
type brood struct {
	mutants []Mutant
	// nests are the modules of the mutants, in their order, by file.
	nests []map[string]*ast.Module
	// tests are the packages of the mutants' tests, in their order.
	tests []ast.Ref
}

// breed breaks the rule of the file in every way.
func breed(texts map[string][]byte, file string) (*brood, error) {
	original, err := parseFile(file, texts[file])
	if err != nil {
		return nil, err
	}
	b := &brood{}
	for i := range mutations(original) {
		// The compiler names the files of what it refuses.
		home := fmt.Sprintf("mutant_%d", i)
		mutant, err := parseFile(home+"/"+file, texts[file])
		if err != nil {
			return nil, err
		}
		test, err := parseFile(home+"/"+testOf(file), texts[testOf(file)])
		if err != nil {
			return nil, err
		}
		change := mutations(mutant)[i]
		change.apply()
		own := []ast.Ref{mutant.Package.Path, test.Package.Path}
		move(mutant, home, own)
		move(test, home, own)
		b.mutants = append(b.mutants, Mutant{File: file, Line: change.line, Change: change.change})
		b.nests = append(b.nests, map[string]*ast.Module{home + "/" + file: mutant, home + "/" + testOf(file): test})
		b.tests = append(b.tests, test.Package.Path)
	}
	return b, nil
}

// move puts a module, and what it says of the packages that move with it, below
// data.HOME.
func move(m *ast.Module, home string, own []ast.Ref) {
	moved := func(r ast.Ref) ast.Ref {
		if slices.ContainsFunc(own, r.HasPrefix) {
			return append(ast.Ref{r[0], ast.StringTerm(home)}, r[1:]...)
		}
		return r
	}
	ast.WalkTerms(m, func(t *ast.Term) bool {
		if r, ok := t.Value.(ast.Ref); ok {
			t.Value = moved(r)
		}
		return false
	})
	m.Package.Path = moved(m.Package.Path)
}

// judge gives the mutants that compile, each tried by its tests.
func (b *brood) judge(ctx context.Context, around map[string]*ast.Module) ([]Mutant, error) {
	store := inmem.New()
	txn, err := store.NewTransaction(ctx, storage.WriteParams)
	if err != nil {
		return nil, err
	}
	defer store.Abort(ctx, txn)
	compiler, stillborn, err := b.compile(ctx, around, store, txn)
	if err != nil {
		return nil, err
	}
	var judged []Mutant
	for i, m := range b.mutants {
		if stillborn[i] {
			continue
		}
		m.Killed, err = notices(ctx, runner(compiler, b.tests[i]).SetStore(store), txn)
		if err != nil {
			return nil, err
		}
		judged = append(judged, m)
	}
	return judged, ctx.Err()
}

// compile leaves out what the compiler refuses until it takes the rest.
func (b *brood) compile(ctx context.Context, around map[string]*ast.Module, store storage.Store, txn storage.Transaction) (*ast.Compiler, map[int]bool, error) {
	stillborn := map[int]bool{}
	for {
		modules := maps.Clone(around)
		owner := map[string]int{}
		for i, nest := range b.nests {
			if stillborn[i] {
				continue
			}
			for name, m := range nest {
				modules[name], owner[name] = m, i
			}
		}
		compiler := ast.NewCompiler().WithCapabilities(policy.Capabilities()).SetErrorLimit(0)
		// The runner compiles in its own way, so it does so here, with no test to run.
		results, err := runner(compiler, ast.MustParseRef("data.none")).SetStore(store).SetModules(modules).RunTests(ctx, txn)
		if err == nil {
			for range results {
			}
			return compiler, stillborn, nil
		}
		before := len(stillborn)
		for _, e := range compiler.Errors {
			if e.Location == nil {
				continue
			}
			if i, ok := owner[e.Location.File]; ok {
				stillborn[i] = true
			}
		}
		if len(stillborn) == before {
			return nil, nil, asPolicyError(err) // what they share is to blame
		}
	}
}

func runner(compiler *ast.Compiler, tests ast.Ref) *tester.Runner {
	return tester.NewRunner().SetCompiler(compiler).SetPrefixMatchers(tests).
		SetTimeout(mutantTimeout).SetCoverageRuns(nil).SetParallel(1)
}

// notices tells whether a test fails; the first that does ends the run.
func notices(ctx context.Context, r *tester.Runner, txn storage.Transaction) (bool, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	results, err := r.RunTests(ctx, txn)
	if err != nil {
		return false, asPolicyError(err)
	}
	killed := false
	for t := range results {
		if !t.Pass() {
			killed = true
			cancel()
		}
	}
	return killed, nil
}
