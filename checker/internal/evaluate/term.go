package evaluate

import (
	"encoding/json"
	"math/big"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/tieout/tieout/checker/internal/fact"
	"github.com/tieout/tieout/checker/internal/number"
)

// What many facts have is one term, shared by all of them: the engine changes
// no value that it was given.
var (
	yes, no = ast.InternedTerm(true), ast.InternedTerm(false)
	null    = ast.InternedNullTerm
	nothing = ast.InternedEmptyObject
	none    = ast.InternedEmptyArray
	one     = ast.InternedTerm(1)
	unity   = ast.ArrayTerm(one, one)
)

// pairs are the members of an object to be. Written in the order of their
// names, they need not be sorted when an object is compared or digested.
type pairs struct {
	members [][2]*ast.Term
	// only are the names that are wanted.
	only selection
	// alike, if not nil, holds the objects that are there already.
	alike likenesses
}

// newPairs has room for so many members.
func newPairs(n int) pairs { return pairs{members: make([][2]*ast.Term, 0, n)} }

func (p *pairs) add(key, value *ast.Term) {
	if p.wants(key) {
		p.members = append(p.members, [2]*ast.Term{key, value})
	}
}

// wants tells whether a member is wanted: one that takes work is asked for
// first.
func (p *pairs) wants(key *ast.Term) bool { return p.only == nil || slices.Contains(p.only, key) }

// text adds a string, unless it is empty.
func (p *pairs) text(key *ast.Term, value string) {
	if value != "" && p.wants(key) {
		p.add(key, ast.StringTerm(value))
	}
}

func (p pairs) term() *ast.Term {
	switch {
	case len(p.members) == 0:
		return nothing
	case p.alike != nil:
		return p.alike.object(p.members)
	}
	return ast.ObjectTerm(p.members...)
}

func list[T any](items []T, term func(T) *ast.Term) *ast.Term {
	if len(items) == 0 {
		return none
	}
	terms := make([]*ast.Term, len(items))
	for i, item := range items {
		terms[i] = term(item)
	}
	return ast.ArrayTerm(terms...)
}

// addList adds a list, whose terms are not made where it is not wanted.
func addList[T any](p *pairs, key *ast.Term, items []T, term func(T) *ast.Term) {
	if p.wants(key) {
		p.add(key, list(items, term))
	}
}

func boolean(b bool) *ast.Term {
	if b {
		return yes
	}
	return no
}

// rational writes a number as [numerator, denominator].
func rational(r *big.Rat) *ast.Term {
	switch n := integer(r.Num()); {
	case !r.IsInt():
		return ast.ArrayTerm(n, integer(r.Denom()))
	case n == one:
		return unity
	default:
		return ast.ArrayTerm(n, one)
	}
}

func integer(i *big.Int) *ast.Term {
	if n := int(i.Int64()); i.IsInt64() && int64(n) == i.Int64() {
		return ast.IntNumberTerm(n)
	}
	return ast.NumberTerm(json.Number(i.String()))
}

// figure writes a value and what it can stand for. Most figures are exact, and
// so are both ends of their intervals: what is written of one serves the others.
type figure struct {
	rationals [3]*big.Rat
	terms     [3]*ast.Term
}

func (f *figure) rational(r *big.Rat) *ast.Term {
	if r == nil {
		return null
	}
	free := 0
	for i, known := range f.rationals {
		if known == r {
			return f.terms[i]
		}
		if known != nil {
			free = i + 1
		}
	}
	t := rational(r)
	if free < len(f.rationals) {
		f.rationals[free], f.terms[free] = r, t
	}
	return t
}

func (f *figure) interval(i number.Interval) *ast.Term {
	return ast.ObjectTerm([][2]*ast.Term{
		{keyLower, f.rational(i.Lower)},
		{keyLowerOpen, boolean(i.LowerOpen)},
		{keyUpper, f.rational(i.Upper)},
		{keyUpperOpen, boolean(i.UpperOpen)},
	}...)
}

// intervals writes the intervals of a figure by the way of rounding; where all
// are alike they are one term.
func (f *figure) intervals(worlds *fact.Worlds) *ast.Term {
	rounded, isRounded := worlds.In(number.Rounded)
	truncated, isTruncated := worlds.In(number.Truncated)
	switch {
	case !isTruncated && !isRounded:
		return nothing
	case !isTruncated:
		return ast.ObjectTerm([2]*ast.Term{keyRounded, f.interval(rounded)})
	case !isRounded:
		return ast.ObjectTerm([2]*ast.Term{keyTruncated, f.interval(truncated)})
	}
	first := f.interval(rounded)
	second := first
	if rounded != truncated {
		second = f.interval(truncated)
	}
	return ast.ObjectTerm([2]*ast.Term{keyRounded, first}, [2]*ast.Term{keyTruncated, second})
}
