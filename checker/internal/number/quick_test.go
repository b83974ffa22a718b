package number

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
)

// someWhole gives a whole number, often one at the bounds of machine words or
// of the digits that are read quickly.
func someWhole(r *rand.Rand) *big.Int {
	edges := []int64{
		0, 1, 2, 5, 10, math.MaxInt64, math.MinInt64, math.MaxInt64 - 1, math.MinInt64 + 1, math.MaxInt64/2 + 1,
		math.MaxInt32, 1e17, 1e18, 1e18 - 1, 3037000499, 3037000500,
	}
	n := big.NewInt(r.Int64() >> r.IntN(64))
	switch r.IntN(6) {
	case 0, 1:
		n.SetInt64(edges[r.IntN(len(edges))])
	case 2:
		n.Mul(n, big.NewInt(r.Int64()))
	}
	if r.IntN(2) == 0 {
		n.Neg(n)
	}
	return n
}

func someFraction(r *rand.Rand) *big.Rat {
	x := new(big.Rat).SetInt(someWhole(r))
	switch den := someWhole(r); {
	case r.IntN(3) == 0:
		x.Quo(x, pow10(r.IntN(22)))
	case r.IntN(2) == 0 && den.Sign() != 0:
		x.SetFrac(x.Num(), den)
	}
	return x
}

// TestQuickArithmetic holds the arithmetic in machine words to that of
// fractions without bounds, and its operands to what they were.
func TestQuickArithmetic(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	quick := 0
	for range 50_000 {
		x, y := someFraction(r), someFraction(r)
		if r.IntN(20) == 0 {
			y.Set(x)
		}
		before := fmt.Sprint(x, y)
		for name, got := range map[string][2]*big.Rat{
			"+": {plus(x, y), new(big.Rat).Add(x, y)},
			"-": {minus(x, y), new(big.Rat).Sub(x, y)},
			"*": {times(x, y), new(big.Rat).Mul(x, y)},
			"[": {around(x, y).Lower, new(big.Rat).Sub(x, new(big.Rat).Quo(y, big.NewRat(2, 1)))},
			"]": {around(x, y).Upper, new(big.Rat).Add(x, new(big.Rat).Quo(y, big.NewRat(2, 1)))},
		} {
			if got[0].Cmp(got[1]) != 0 || got[0].String() != got[1].String() || got[0].RatString() != got[1].RatString() {
				t.Fatalf("%s %s %s = %s, want %s", x, name, y, got[0], got[1])
			}
		}
		if after := fmt.Sprint(x, y); after != before {
			t.Fatalf("%s became %s", before, after)
		}
		if _, ok := quickly(x, y, small.plus); ok {
			quick++
		}
	}
	if quick < 10_000 {
		t.Errorf("only %d of 50000 sums were quick", quick)
	}
}

// TestQuickScales holds scales and decimals to the definition.
func TestQuickScales(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 20_000 {
		x, n := someFraction(r), r.IntN(41)-20
		power := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(n, -n))), nil))
		if n < 0 {
			power.Inv(power)
		}
		want := new(big.Rat).Mul(x, power)
		got, ok := Scale(x, n)
		if !ok || got.Cmp(want) != 0 || got.String() != want.String() {
			t.Fatalf("Scale(%s, %d) = %v, %v, want %s", x, n, got, ok, want)
		}
		if Fits(x, n) != want.IsInt() {
			t.Fatalf("Fits(%s, %d) = %v", x, n, !want.IsInt())
		}
	}
}

// TestQuickReading holds numbers of few digits to those that are read whole, by
// the same text and with zeros before it, for which there is no quick way.
func TestQuickReading(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	someDigits := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteByte("0012345678999"[r.IntN(13)])
		}
		return b.String()
	}
	for range 20_000 {
		text, sign := someDigits(1+r.IntN(20)), ""
		if r.IntN(3) == 0 {
			sign = "-"
		}
		if r.IntN(2) == 0 {
			text += "." + someDigits(1+r.IntN(20))
		}
		d, err := Parse(sign + text)
		long, err2 := Parse(sign + strings.Repeat("0", 30) + text)
		want := rat(sign + text)
		if err != nil || err2 != nil || d.Value.Cmp(want) != 0 || d.Value.String() != want.String() ||
			long.Value.Cmp(want) != 0 || d.Places != long.Places || d.Fraction || long.Fraction {
			t.Fatalf("Parse(%s%s) = %+v, %v, and with zeros %+v, %v", sign, text, d, err, long, err2)
		}
	}
}

// TestQuickIsFree holds the arithmetic of usual figures to what it is for.
func TestQuickIsFree(t *testing.T) {
	x, n := rat("1605.5"), 0
	if got := testing.AllocsPerRun(100, func() {
		if Fits(x, 1) && !Fits(x, 0) {
			n++
		}
	}); got != 0 || n == 0 {
		t.Errorf("Fits takes %v pieces of memory", got)
	}
}
