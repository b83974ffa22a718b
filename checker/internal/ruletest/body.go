package ruletest

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// bodies gives each body of a rule, its branches and its comprehensions, with
// the terms that the body is the condition of.
func bodies(r *ast.Rule, give func(body ast.Body, given []*ast.Term)) {
	ast.NewGenericVisitor(func(x any) bool {
		switch x := x.(type) {
		case *ast.Rule:
			give(x.Body, []*ast.Term{x.Head.Key, x.Head.Value})
		case *ast.ArrayComprehension:
			give(x.Body, []*ast.Term{x.Term})
		case *ast.SetComprehension:
			give(x.Body, []*ast.Term{x.Term})
		case *ast.ObjectComprehension:
			give(x.Body, []*ast.Term{x.Key, x.Value})
		case *ast.Every:
			give(x.Body, nil)
		}
		return false
	}).Walk(r)
}

// needless tells whether the condition at i asks only that something be there
// which the other conditions, or the terms that are given, ask for anyway.
// Without it the rule is another one for nobody but who records `false`.
func needless(i int, body ast.Body, given []*ast.Term) bool {
	t, ok := body[i].Terms.(*ast.Term)
	if !ok || body[i].Negated {
		return false
	}
	asked, ok := t.Value.(ast.Ref)
	if !ok {
		return false
	}
	for k, x := range body {
		if k == i || x.Negated {
			continue
		}
		// Nobody goes through members that are not there.
		if every, ok := x.Terms.(*ast.Every); ok && asks(every.Domain, asked) || !ok && asks(x, asked) {
			return true
		}
	}
	return slices.ContainsFunc(given, func(t *ast.Term) bool { return t != nil && asks(t, asked) })
}

// asks tells whether x has no value unless the reference has one. What stands in
// a comprehension may be missing.
func asks(x any, asked ast.Ref) bool {
	found := false
	ast.NewGenericVisitor(func(x any) bool {
		switch x := x.(type) {
		case *ast.ArrayComprehension, *ast.SetComprehension, *ast.ObjectComprehension:
			return true
		case ast.Ref:
			found = found || x.HasPrefix(asked)
		}
		return found
	}).Walk(x)
	return found
}
