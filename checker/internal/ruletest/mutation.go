package ruletest

import (
	"fmt"
	"strconv"

	"github.com/open-policy-agent/opa/v1/ast"
)

// mutation is one way to break a policy. Apply changes the module that it was
// found in.
type mutation struct {
	line   int
	change string
	apply  func()
}

// swaps are the comparisons that a mutation puts in place of another: the
// bound moved over its own end, or turned round.
var swaps = map[string]*ast.Builtin{
	ast.Equal.Name: ast.NotEqual, ast.NotEqual.Name: ast.Equal,
	ast.LessThan.Name: ast.LessThanEq, ast.LessThanEq.Name: ast.LessThan,
	ast.GreaterThan.Name: ast.GreaterThanEq, ast.GreaterThanEq.Name: ast.GreaterThan,
}

// mutations lists the ways to break a module, in the order of its text: a rule
// left out, a condition dropped or negated, a bound moved, a number off by one,
// a verdict or case changed. Only one may be applied to a module.
func mutations(m *ast.Module) []mutation {
	var found []mutation
	add := func(at *ast.Location, change string, apply func()) {
		found = append(found, mutation{line: at.Row, change: change, apply: apply})
	}
	for i, r := range m.Rules {
		if r.Default {
			continue
		}
		add(r.Location, "leave out "+r.Head.Ref().String(), func() {
			m.Rules = append(m.Rules[:i:i], m.Rules[i+1:]...)
		})
		for part := r; part != nil; part = part.Else {
			heads(part, add)
		}
		// The walk comes to the branches by itself.
		conditions(r, add)
	}
	return found
}

// heads changes the verdicts and cases that a rule gives.
func heads(r *ast.Rule, add func(*ast.Location, string, func())) {
	if r.Head.Key == nil {
		return
	}
	object, ok := r.Head.Key.Value.(ast.Object)
	if !ok {
		return
	}
	for _, field := range []string{"verdict", "case"} {
		t := object.Get(ast.StringTerm(field))
		if t == nil {
			continue
		}
		if _, constant := t.Value.(ast.String); constant {
			add(r.Head.Location, "another "+field, func() { t.Value = ast.String("mutant") })
		}
	}
}

// conditions breaks the bodies of a rule, those inside comprehensions too.
func conditions(r *ast.Rule, add func(*ast.Location, string, func())) {
	bodies(r, func(body ast.Body, given []*ast.Term) {
		for i, x := range body {
			if x.IsSome() || x.Location == nil || x.Generated || isTruth(x) {
				continue
			}
			text := string(x.Location.Text)
			if !needless(i, body, given) {
				// The body shares its array with the rule, so the place is kept.
				add(x.Location, "drop: "+text, func() { body[i] = truth(x) })
			}
			add(x.Location, "negate: "+text, func() { x.Negated = !x.Negated })
		}
	})
	ast.WalkExprs(r, func(x *ast.Expr) bool {
		if terms, ok := x.Terms.([]*ast.Term); ok {
			swap(terms, x.Location, add)
		}
		return false
	})
	ast.WalkTerms(r, func(t *ast.Term) bool {
		switch v := t.Value.(type) {
		case ast.Call:
			swap(v, t.Location, add)
		case ast.Number:
			if n, err := strconv.Atoi(string(v)); err == nil && t.Location != nil {
				add(t.Location, fmt.Sprintf("%d becomes %d", n, n+1), func() { t.Value = ast.Number(strconv.Itoa(n + 1)) })
			}
		}
		return false
	})
}

// isTruth tells whether a condition says nothing: the body that the parser gives
// to a branch without one, or the `true` of a comprehension.
func isTruth(x *ast.Expr) bool {
	t, ok := x.Terms.(*ast.Term)
	return ok && t.Value.Compare(ast.Boolean(true)) == 0
}

// truth is the condition that always holds, in place of another.
func truth(x *ast.Expr) *ast.Expr {
	return &ast.Expr{Terms: ast.BooleanTerm(true), Location: x.Location, Index: x.Index}
}

// swap moves or turns the bound of a comparison.
func swap(call []*ast.Term, at *ast.Location, add func(*ast.Location, string, func())) {
	operator, ok := call[0].Value.(ast.Ref)
	if !ok || at == nil {
		return
	}
	if other := swaps[operator.String()]; other != nil {
		add(at, fmt.Sprintf("%s becomes %s: %s", operator, other.Name, at.Text), func() { call[0] = ast.NewTerm(other.Ref()) })
	}
}
