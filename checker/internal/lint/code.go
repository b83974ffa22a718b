package lint

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/tieout/tieout/checker/internal/finding"
)

// inexact are the built-ins that leave exact integers, or make sentences of
// what should stay evidence.
var inexact = []string{
	ast.Divide.Name, ast.Round.Name, ast.Ceil.Name, ast.Floor.Name, ast.Sprintf.Name,
}

// arithmetic reports what is not exact, and the form of rule whose cost grows
// with the square of the facts.
func (l *linter) arithmetic(file string, m *ast.Module) {
	ast.WalkExprs(m, func(x *ast.Expr) bool {
		if x.IsCall() {
			l.call(file, x.Operator(), x.Location)
		}
		return false
	})
	ast.WalkTerms(m, func(t *ast.Term) bool {
		switch v := t.Value.(type) {
		case ast.Call:
			if operator, ok := v[0].Value.(ast.Ref); ok {
				l.call(file, operator, t.Location)
			}
		case ast.Number:
			if strings.ContainsAny(string(v), ".eE") {
				l.add(file, t.Location, finding.Text{
					EN: fmt.Sprintf("%s is a binary float to Rego; write it as a numerator and a denominator", v),
					JA: fmt.Sprintf("%s は Rego では2進浮動小数点数になります。分子と分母で書いてください", v),
				})
			}
		}
		return false
	})
	for _, r := range m.Rules {
		if r.Head.DocKind() == ast.PartialSetDoc && len(r.Head.Ref()) > 1 {
			l.add(file, r.Head.Location, finding.Text{
				EN: "`x[key] contains y` is quadratic in the number of entries; use a set of keys and a comprehension",
				JA: "`x[key] contains y` は件数の2乗に比例して遅くなります。キーの集合と内包表記を使ってください",
			})
		}
	}
}

func (l *linter) call(file string, operator ast.Ref, at *ast.Location) {
	if name := operator.String(); slices.Contains(inexact, name) {
		l.add(file, at, finding.Text{
			EN: fmt.Sprintf("a rule does not call `%s`: it compares exact integers and returns evidence, never a sentence", name),
			JA: fmt.Sprintf("規則は `%s` を呼び出しません。整数で正確に比較し、文ではなく根拠を返してください", name),
		})
	}
}

// tests asks for tests on each side of the rule that it has.
func (l *linter) tests(file string, rule *ast.Module) {
	m, err := l.parse(file)
	if errors.Is(err, fs.ErrNotExist) {
		l.add(file, nil, finding.Text{EN: "the rule has no tests", JA: "規則のテストがありません"})
		return
	}
	if err != nil {
		l.add(file, nil, finding.Text{EN: "the tests cannot be read: " + err.Error(), JA: "テストを読み取れません: " + err.Error()})
		return
	}
	sides := []string{"pass"}
	for side, verdict := range map[string]finding.Verdict{"fail": finding.Inconsistent, "undecided": finding.Undetermined} {
		if says(rule, string(verdict)) {
			sides = append(sides, side)
		}
	}
	slices.Sort(sides)
	for _, side := range sides {
		prefix := "test_" + side + "_"
		if !slices.ContainsFunc(m.Rules, func(r *ast.Rule) bool { return strings.HasPrefix(string(r.Head.Name), prefix) }) {
			l.add(file, nil, finding.Text{
				EN: fmt.Sprintf("no test `%s…` shows that side of the rule", prefix),
				JA: fmt.Sprintf("規則のこの面を示すテスト `%s…` がありません", prefix),
			})
		}
	}
}

// says tells whether a check of the policy can come to a verdict: one that is
// worked out can, where the policy names the verdict at all.
func says(m *ast.Module, verdict string) bool {
	can := false
	for _, r := range m.Rules {
		if r.Head.Key == nil {
			continue
		}
		if object, ok := r.Head.Key.Value.(ast.Object); ok {
			switch v := object.Get(ast.StringTerm("verdict")); {
			case v == nil:
			case v.Equal(ast.StringTerm(verdict)):
				return true
			default:
				_, constant := v.Value.(ast.String)
				can = can || !constant
			}
		}
	}
	return can && names(m, verdict)
}

// names tells whether a policy holds a string.
func names(m *ast.Module, text string) bool {
	found := false
	ast.WalkTerms(m, func(t *ast.Term) bool {
		found = found || t.Equal(ast.StringTerm(text))
		return found
	})
	return found
}
