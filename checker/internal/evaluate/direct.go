package evaluate

import (
	"math/big"
	"strconv"
	"unicode/utf8"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/tieout/tieout/checker/internal/finding"
)

// direct reads an element of a rule's `check` without writing it as JSON first,
// as nearly all can be read. What has any other form than rules commonly give is
// left to decodeCheck, which knows what is wrong with it.
func direct(t *ast.Term) (c Check, ok bool) {
	ok = fields(t, func(name string, v *ast.Term) bool {
		switch name {
		case "subject":
			return text(v, &c.Subject)
		case "verdict":
			return text(v, &c.Verdict)
		case "case":
			return text(v, &c.Case)
		case "evidence":
			return evidence(v, &c.Evidence)
		}
		return false
	})
	return c, ok
}

func evidence(t *ast.Term, e *Evidence) bool {
	return fields(t, func(name string, v *ast.Term) bool {
		switch name {
		case "operands":
			return items(v, &e.Operands, operand)
		case "computed":
			return pointed(v, &e.Computed, figureOf)
		case "reported":
			return pointed(v, &e.Reported, figureOf)
		case "deviation":
			return pointed(v, &e.Deviation, fraction)
		case "unit":
			return text(v, &e.Unit)
		case "missing":
			return items(v, &e.Missing, missing)
		case "worlds":
			return pointed(v, &e.Worlds, worlds)
		case "explanations":
			return items(v, &e.Explanations, words)
		case "params":
			e.Params = map[string]Scalar{}
			return fields(v, func(name string, v *ast.Term) bool { return scalar(v, name, e.Params) })
		}
		return false
	})
}

func operand(t *ast.Term, o *Operand) bool {
	return fields(t, func(name string, v *ast.Term) bool {
		switch name {
		case "fact":
			return text(v, &o.Fact)
		case "role":
			return text(v, &o.Role)
		case "weight":
			return pointed(v, &o.Weight, fraction)
		}
		return false
	})
}

func figureOf(t *ast.Term, f *Figure) bool {
	return fields(t, func(name string, v *ast.Term) bool {
		switch name {
		case "fact":
			return text(v, &f.Fact)
		case "value":
			return pointed(v, &f.Value, fraction)
		case "interval":
			return pointed(v, &f.Interval, intervalOf)
		}
		return false
	})
}

func intervalOf(t *ast.Term, i *Interval) bool {
	return fields(t, func(name string, v *ast.Term) bool {
		switch name {
		case "lower":
			return pointed(v, &i.Lower, fraction)
		case "upper":
			return pointed(v, &i.Upper, fraction)
		case "lowerOpen":
			return truth(v, &i.LowerOpen)
		case "upperOpen":
			return truth(v, &i.UpperOpen)
		}
		return false
	})
}

func missing(t *ast.Term, m *Missing) bool {
	return fields(t, func(name string, v *ast.Term) bool {
		switch name {
		case "role":
			return text(v, &m.Role)
		case "fact":
			return text(v, &m.Fact)
		case "cause":
			return text(v, &m.Cause)
		}
		return false
	})
}

func worlds(t *ast.Term, w *finding.Worlds) bool {
	return fields(t, func(name string, v *ast.Term) bool {
		switch name {
		case "meets":
			return items(v, &w.Meets, text[string])
		case "misses":
			return items(v, &w.Misses, text[string])
		}
		return false
	})
}

func words(t *ast.Term, to *finding.Text) bool {
	return fields(t, func(name string, v *ast.Term) bool {
		switch name {
		case "en":
			return text(v, &to.EN)
		case "ja":
			return text(v, &to.JA)
		}
		return false
	})
}

// fields hands over the members of an object, until one is not as it should be.
func fields(t *ast.Term, read func(name string, v *ast.Term) bool) bool {
	o, ok := t.Value.(ast.Object)
	return ok && !o.Until(func(key, v *ast.Term) bool {
		name, ok := key.Value.(ast.String)
		return !ok || !read(string(name), v)
	})
}

func items[T any](t *ast.Term, to *[]T, read func(*ast.Term, *T) bool) bool {
	a, ok := t.Value.(*ast.Array)
	if !ok {
		return false
	}
	*to = make([]T, a.Len())
	for i := range *to {
		if !read(a.Elem(i), &(*to)[i]) {
			return false
		}
	}
	return true
}

// pointed reads what may be null.
func pointed[T any](t *ast.Term, to **T, read func(*ast.Term, *T) bool) bool {
	if _, ok := t.Value.(ast.Null); ok {
		return true
	}
	*to = new(T)
	return read(t, *to)
}

func text[T ~string](t *ast.Term, to *T) bool {
	s, ok := t.Value.(ast.String)
	*to = T(s)
	return ok && utf8.ValidString(string(s))
}

func truth(t *ast.Term, to *bool) bool {
	b, ok := t.Value.(ast.Boolean)
	*to = bool(b)
	return ok
}

func fraction(t *ast.Term, to *Rational) bool {
	a, ok := t.Value.(*ast.Array)
	if !ok || a.Len() != 2 {
		return false
	}
	var n, d big.Int
	if !integral(a.Elem(0), &n) || !integral(a.Elem(1), &d) || d.Sign() <= 0 {
		return false
	}
	to.SetFrac(&n, &d)
	return true
}

// integral reads a whole number in its plain form.
func integral(t *ast.Term, to *big.Int) bool {
	n, ok := t.Value.(ast.Number)
	if !ok {
		return false
	}
	var plain [20]byte
	if i, err := strconv.ParseInt(string(n), 10, 64); err == nil {
		to.SetInt64(i)
		return string(strconv.AppendInt(plain[:0], i, 10)) == string(n)
	}
	_, ok = to.SetString(string(n), 10)
	return ok && to.String() == string(n)
}

func scalar(t *ast.Term, name string, to map[string]Scalar) bool {
	if !utf8.ValidString(name) {
		return false
	}
	switch v := t.Value.(type) {
	case ast.String:
		to[name] = Scalar(v)
		return utf8.ValidString(string(v))
	case ast.Number:
		to[name] = Scalar(v)
		return integral(t, new(big.Int))
	}
	return false
}
