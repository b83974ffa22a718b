package scaffold_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/format"

	"github.com/tieout/tieout/checker/internal/scaffold"
)

func TestRule(t *testing.T) {
	files, err := scaffold.Rule("our-shop/shares-of-sales")
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, f := range files {
		paths = append(paths, f.Path)
		if !strings.HasSuffix(f.Path, ".rego") {
			continue
		}
		if _, err := ast.ParseModule(f.Path, string(f.Data)); err != nil {
			t.Errorf("%s is no policy: %v", f.Path, err)
		}
		formatted, err := format.Source(f.Path, f.Data)
		if err != nil || string(formatted) != string(f.Data) {
			t.Errorf("%s is not formatted (%v):\n%s", f.Path, err, formatted)
		}
	}
	const folder = "rules/our-shop/shares-of-sales/shares-of-sales"
	if got := strings.Join(paths, " "); got != folder+".rego "+folder+".yaml "+folder+"_test.rego" {
		t.Errorf("the files are %s", got)
	}
}

// An id becomes a path, so nothing else may come through.
func TestIDsThatAreNone(t *testing.T) {
	for _, id := range []string{
		"", "sum", "a/b/c", "../b", "a/..", "A/b", "a/b_c", "a/-b", "a/b-", "a/b\n", "/a/b", "a/1b", "合計/内訳", "a/" + strings.Repeat("b", 100),
	} {
		if files, err := scaffold.Rule(id); err == nil {
			t.Errorf("%q is taken as an id: %v", id, files)
		} else if _, ok := errors.AsType[*scaffold.IDError](err); !ok {
			t.Errorf("%q gives %v", id, err)
		}
	}
}
