package lazy_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// An expression that cannot be parsed would end a run in a panic, and only the
// one that comes to use it: no start of the program shows it any more.
func TestEveryExpressionCompiles(t *testing.T) {
	seen := 0
	err := filepath.WalkDir("../..", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(file, ".go") {
			return err
		}
		files := token.NewFileSet()
		parsed, err := parser.ParseFile(files, file, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for node := range ast.Preorder(parsed) {
			call, ok := node.(*ast.CallExpr)
			if !ok || !isRegexp(call.Fun) {
				continue
			}
			seen++
			if err := compile(call.Args[0]); err != nil {
				t.Errorf("%s: %v", files.Position(call.Pos()), err)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen < 40 {
		t.Errorf("only %d expressions were found", seen)
	}
}

func isRegexp(function ast.Expr) bool {
	s, ok := function.(*ast.SelectorExpr)
	if !ok || s.Sel.Name != "Regexp" {
		return false
	}
	of, ok := s.X.(*ast.Ident)
	return ok && of.Name == "lazy"
}

func compile(written ast.Expr) error {
	literal, ok := written.(*ast.BasicLit)
	if !ok {
		return strconv.ErrSyntax
	}
	text, err := strconv.Unquote(literal.Value)
	if err != nil {
		return err
	}
	_, err = regexp.Compile(text)
	return err
}
