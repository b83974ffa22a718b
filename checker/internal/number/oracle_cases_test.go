package number_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand/v2"

	"github.com/tieout/tieout/checker/internal/number"
)

// relationCase is a relation with random operands.
type relationCase struct {
	kind    string
	terms   []*term // result first; numerator, denominator, result for quotients
	counted bool
	want    judgement
}

type generator struct {
	*rand.Rand
	rounding []string // of each source: rounded, truncated, or "" when unknown
}

func (g *generator) chance(percent int) bool { return g.IntN(100) < percent }

func (g *generator) rational(n int64, places int) *big.Rat {
	x, _ := number.Scale(big.NewRat(n, 1), -places)
	return x
}

// newCase makes a relation over up to four sources.
func (g *generator) newCase() relationCase {
	g.rounding = make([]string, 1+g.IntN(4))
	for i := range g.rounding {
		g.rounding[i] = []string{"", "", "rounded", "truncated"}[g.IntN(4)]
	}
	kinds := []string{"sum", "sum", "share", "ratio", "change", "product", "same", "order"}
	c := relationCase{kind: kinds[g.IntN(len(kinds))]}
	switch c.kind {
	case "sum":
		g.sum(&c)
	case "product":
		g.product(&c)
	case "same", "order":
		g.peers(&c)
	default:
		g.quotient(&c)
	}
	return c
}

func (g *generator) sum(c *relationCase) {
	target := new(big.Rat)
	c.terms = []*term{nil}
	for range g.IntN(6) {
		p := g.term("part", g.rational(g.Int64N(400)-100, g.IntN(3)))
		p.weight = big.NewRat([]int64{1, 1, 1, 1, -1, 2, 0}[g.IntN(7)], []int64{1, 1, 1, 3}[g.IntN(4)])
		c.terms = append(c.terms, p)
		if p.value != nil && !p.dropped {
			target.Add(target, new(big.Rat).Mul(p.value, p.weight))
		}
	}
	c.terms[0] = g.term("total", g.shifted(target))
	c.want = judgeSum(c.terms[0], c.terms[1:])
}

func (g *generator) product(c *relationCase) {
	target := big.NewRat(1, 1)
	c.terms = []*term{nil}
	for range g.IntN(5) {
		f := g.term("factor", g.rational(g.Int64N(60)-15, g.IntN(2)))
		f.percent = f.cause != "dangling" && g.chance(30)
		c.terms = append(c.terms, f)
		if f.value != nil && !f.dropped {
			target.Mul(target, f.pure(number.Point(f.value)).Lower)
		}
	}
	percent := g.chance(30)
	if percent {
		target.Mul(target, big.NewRat(100, 1))
	}
	c.terms[0] = g.term("result", g.shifted(target))
	c.terms[0].percent = percent && c.terms[0].cause != "dangling"
	c.want = judgeProduct(c.terms[0], c.terms[1:])
}

func (g *generator) quotient(c *relationCase) {
	roles := map[string][2]string{"share": {"part", "whole"}, "ratio": {"numerator", "denominator"}, "change": {"to", "from"}}[c.kind]
	n, d := g.rational(g.Int64N(220)-20, g.IntN(2)), g.rational(g.Int64N(220)-20, g.IntN(2))
	if c.counted = c.kind == "share" && g.chance(60); c.counted {
		n, d = big.NewRat(g.Int64N(120), 1), big.NewRat(g.Int64N(120), 1)
	}
	numerator, denominator := g.term(roles[0], n), g.term(roles[1], d)
	target, percent := new(big.Rat), g.chance(70)
	if d.Sign() != 0 {
		target.Quo(n, d)
	}
	shift := int64(0)
	if c.kind == "change" {
		shift = 1
		target.Sub(target, big.NewRat(1, 1))
	}
	if percent {
		target.Mul(target, big.NewRat(100, 1))
	}
	result := g.term("result", g.shifted(target))
	result.percent = percent && result.cause != "dangling"
	counts := c.counted && isCount(denominator)
	if counts && g.chance(30) {
		numerator = &term{role: "part", nonNegative: true}
	}
	c.terms = []*term{numerator, denominator, result}
	c.want = judgeQuotient(numerator, denominator, result, shift, counts)
}

func isCount(t *term) bool {
	if t.missing() || t.value == nil || !t.value.IsInt() || t.value.Sign() < 0 {
		return false
	}
	for _, i := range t.intervals {
		if !i.Equal(number.Point(t.value)) {
			return false
		}
	}
	return true
}

func (g *generator) peers(c *relationCase) {
	role, n := "member", 1+g.IntN(5)
	if c.kind == "order" {
		role, n = "lesser", 2
	}
	base := g.rational(g.Int64N(300)-100, g.IntN(2))
	for range n {
		c.terms = append(c.terms, g.term(role, g.shifted(base)))
	}
	if c.kind == "order" {
		c.terms[1].role = "greater"
		c.want = judgeOrder(c.terms[0], c.terms[1])
		return
	}
	for _, t := range c.terms {
		if !t.dropped && !t.missing() {
			c.want = judgeSame(c.terms)
			return
		}
	}
	c.terms = []*term{g.known(role, base)}
	c.want = judgeSame(c.terms)
}

// shifted gives x as a source may print it: exactly, or with few digits, and at
// times a little off.
func (g *generator) shifted(x *big.Rat) *big.Rat {
	if g.chance(25) {
		return x
	}
	places := g.IntN(4) - 1
	scaled, _ := number.Scale(x, places)
	digits := new(big.Int).Quo(scaled.Num(), scaled.Denom())
	if g.chance(60) {
		digits.Add(digits, big.NewInt(g.Int64N(4)-1))
	}
	printed, _ := number.Scale(new(big.Rat).SetInt(digits), -places)
	return printed
}

// term makes an operand: mostly a figure, at times one without a value.
func (g *generator) term(role string, x *big.Rat) *term {
	if !g.chance(9) {
		return g.known(role, x)
	}
	causes := []string{"undisclosed", "lost", "several", "text", "dangling", "notApplicable"}
	t := &term{role: role, cause: causes[g.IntN(len(causes))], weight: big.NewRat(1, 1), nonNegative: g.chance(50)}
	if t.cause == "notApplicable" {
		t.cause, t.dropped = "absent", true
	}
	return t
}

// known makes a figure of one of the sources, with decimals and qualifiers.
func (g *generator) known(role string, x *big.Rat) *term {
	source := g.IntN(len(g.rounding))
	t := &term{role: role, source: fmt.Sprintf("s%d", source), value: x, weight: big.NewRat(1, 1)}
	if g.chance(5) {
		t.value = new(big.Rat)
		t.intervals = map[number.Mode]number.Interval{number.Rounded: number.Point(t.value), number.Truncated: number.Point(t.value)}
		t.cause = "nil"
		return t
	}
	of := g.reading(x)
	t.intervals = map[number.Mode]number.Interval{}
	for _, mode := range []number.Mode{number.Rounded, number.Truncated} {
		if only := g.rounding[source]; only == "" || only == string(mode) {
			t.intervals[mode] = of(mode)
		}
	}
	if g.chance(4) {
		t.value = nil
	}
	return t
}

// reading picks what the figure x can stand for: exact, rounded or qualified.
func (g *generator) reading(x *big.Rat) func(number.Mode) number.Interval {
	var decimals *int
	if places := g.IntN(5) - 1; number.Fits(x, places) && g.chance(80) {
		decimals = &places
	}
	var qualifiers []number.Qualifier
	if g.chance(20) {
		all := []number.Qualifier{
			number.About, number.AtLeast, number.Above, number.Below, number.AtMost, number.UpTo, number.Strong, number.Weak, number.Odd,
		}
		qualifiers = append(qualifiers, all[g.IntN(len(all))])
	}
	return func(mode number.Mode) number.Interval {
		i, ok := number.Of(x, decimals, qualifiers, nil, mode)
		if !ok {
			return number.Point(x)
		}
		return i
	}
}

// operand writes t as a relation carries it.
func (t *term) operand() map[string]any {
	if t.role == "part" && t.missing() && t.cause == "" {
		return nil
	}
	o := map[string]any{"role": t.role, "ref": "s/" + t.role, "nonNegative": t.nonNegative}
	if t.weight != nil {
		o["weight"] = pair(t.weight)
	}
	if t.cause == "dangling" {
		return o
	}
	fact := map[string]any{"id": "s/" + t.role, "source": t.source, "qualifiers": []any{}, "status": "disclosed"}
	if t.percent {
		fact["unit"] = "percent"
	}
	switch {
	case t.dropped:
		fact["status"] = "notApplicable"
	case t.cause == "undisclosed", t.cause == "lost", t.cause == "nil":
		fact["status"] = t.cause
	case t.cause == "several":
		fact["qualifiers"] = []any{"several"}
	case t.cause == "text":
		fact["text"] = "A-"
	}
	if t.value != nil {
		fact["value"] = pair(t.value)
	}
	if t.intervals != nil {
		intervals := map[string]any{}
		for mode, i := range t.intervals {
			intervals[string(mode)] = map[string]any{
				"lower": pair(i.Lower), "upper": pair(i.Upper), "lowerOpen": i.LowerOpen, "upperOpen": i.UpperOpen,
			}
		}
		fact["intervals"] = intervals
	}
	o["fact"] = fact
	return o
}

func pair(x *big.Rat) any {
	if x == nil {
		return nil
	}
	return []any{json.Number(x.Num().String()), json.Number(x.Denom().String())}
}
