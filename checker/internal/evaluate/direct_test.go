package evaluate

import (
	"encoding/json"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
)

// whole checks, each with all that it may say.
const full = `{"subject": "s/a", "verdict": "inconsistent", "case": "c", "evidence": {
	"operands": [{"fact": "s/b", "role": "part", "weight": [-1, 3]}, {"fact": "s/c", "role": "total", "weight": null}],
	"computed": {"value": [2, 4], "interval": {"lower": [1, 2], "upper": null, "lowerOpen": false, "upperOpen": true}},
	"reported": {"fact": "s/d", "value": null}, "deviation": [12345678901234567890123, 7], "unit": "EUR",
	"missing": [{"role": "part", "fact": "s/e", "cause": "lost"}], "worlds": {"meets": ["rounded"], "misses": []},
	"explanations": [{"en": "one\u2028<two>", "ja": "一"}], "params": {"n": 12, "of": "3", "long": 12345678901234567890}
}}`

// TestDirect holds the reading of checks to the one by way of JSON: the same
// check has one meaning, and a wrong one the same message, whether it comes from
// a rule or from the cache. Every value of a whole check is put in the place of
// every other, and taken away.
func TestDirect(t *testing.T) {
	strange := []string{
		`null`, `true`, `-0`, `1.5`, `1e3`, `9223372036854775808`, `""`, `"\ufffd"`, `[]`, `{}`, `[1, 0]`, `[1, -2]`, `[0, 1]`, `[1]`,
		`[1, 2, 3]`, `["1", 2]`, `{"1": 2}`, `{1: 2}`, `{"a", "b"}`, `[{"a"}]`, `{"Fact": "s/b"}`, `[null]`, `[["a"]]`,
	}
	whole := ast.MustParseTerm(full)
	values := []*ast.Term{whole}
	for _, s := range strange {
		values = append(values, ast.MustParseTerm(s))
	}
	values = append(values, ast.StringTerm("\xff"), ast.NumberTerm(json.Number("007")))
	values = append(values, parts(whole)...)
	tried, read := 0, 0
	for path := range parts(whole) {
		for _, v := range append(values, nil) {
			n := 0
			changed := replaced(whole, path, v, &n)
			tried++
			if same(t, changed) {
				read++
			}
		}
	}
	if tried < 1000 || read < 100 || !same(t, ast.MustParseTerm(`{"subject": "s", "verdict": "consistent"}`)) {
		t.Errorf("of %d checks %d are read directly", tried, read)
	}
}

// same compares the two ways of reading, and tells whether the check was read
// directly.
func same(t *testing.T, term *ast.Term) bool {
	t.Helper()
	got, err := readCheck(term)
	var want Check
	data, wrong := written(term)
	if wrong == nil {
		want, wrong = decodeCheck(data)
	}
	if (err == nil) != (wrong == nil) || (err != nil && err.Error() != wrong.Error()) {
		t.Errorf("%v is read with %v, by way of JSON with %v", term, err, wrong)
	}
	if err == nil && shown(t, got) != shown(t, want) {
		t.Errorf("%v is read as %s, by way of JSON as %s", term, shown(t, got), shown(t, want))
	}
	_, ok := direct(term)
	return ok
}

func shown(t *testing.T, c Check) string {
	t.Helper()
	data, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// parts lists what stands in a term, in the order in which replaced counts.
func parts(t *ast.Term) []*ast.Term {
	var all []*ast.Term
	each(t, func(v *ast.Term) {
		all = append(all, v)
		all = append(all, parts(v)...)
	})
	return all
}

func each(t *ast.Term, do func(*ast.Term)) {
	switch v := t.Value.(type) {
	case ast.Object:
		v.Foreach(func(_, v *ast.Term) { do(v) })
	case *ast.Array:
		v.Foreach(do)
	}
}

// replaced gives the term with another value in the place of its part of that
// number, or without it if there is none.
func replaced(t *ast.Term, number int, by *ast.Term, n *int) *ast.Term {
	next := func(v *ast.Term) *ast.Term {
		at := *n
		*n++
		v = replaced(v, number, by, n)
		if at == number {
			return by
		}
		return v
	}
	switch v := t.Value.(type) {
	case ast.Object:
		var members [][2]*ast.Term
		v.Foreach(func(key, v *ast.Term) {
			if v = next(v); v != nil {
				members = append(members, [2]*ast.Term{key, v})
			}
		})
		return ast.ObjectTerm(members...)
	case *ast.Array:
		var items []*ast.Term
		v.Foreach(func(v *ast.Term) {
			if v = next(v); v != nil {
				items = append(items, v)
			}
		})
		return ast.ArrayTerm(items...)
	}
	return t
}
