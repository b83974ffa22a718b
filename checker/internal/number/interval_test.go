package number

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"
)

// The intervals that the design works out, and the ends that are easy to get wrong.
func TestOf(t *testing.T) {
	for _, c := range []struct {
		x          string
		decimals   *int
		qualifiers []Qualifier
		step       string
		mode       Mode
		want       string
	}{
		{"60", new(0), nil, "", Rounded, "[59.5, 60.5]"},
		{"60", new(0), nil, "", Truncated, "[60, 61)"},
		{"-60", new(0), nil, "", Truncated, "(-61, -60]"},
		{"0", new(0), nil, "", Truncated, "(-1, 1)"},
		{"0", new(0), nil, "", Rounded, "[-0.5, 0.5]"},
		{"0.6", new(1), nil, "", Rounded, "[0.55, 0.65]"},
		{"8974000000", new(-6), nil, "", Rounded, "[8973500000, 8974500000]"},
		{"60", nil, nil, "", Truncated, "[60]"},
		{"60", new(0), []Qualifier{About}, "", Truncated, "[55, 65]"},
		{"10", nil, []Qualifier{About}, "", Rounded, "[9.5, 10.5]"},
		{"18", nil, []Qualifier{About}, "", Rounded, "[17.5, 18.5]"},
		{"100", nil, []Qualifier{About}, "", Rounded, "[95, 105]"},
		{"-60", nil, []Qualifier{About}, "", Rounded, "[-65, -55]"},
		{"0.5", nil, []Qualifier{About}, "", Rounded, "[0.45, 0.55]"},
		{"60", nil, []Qualifier{About}, "2", Rounded, "[59, 61]"},
		{"0", nil, []Qualifier{About}, "", Rounded, "[0]"},
		{"0", nil, []Qualifier{About}, "2", Rounded, "[-1, 1]"},
		{"1/12", nil, []Qualifier{About}, "", Rounded, "(0.08, 2/23]"},
		{"1/12", nil, []Qualifier{About}, "1/100", Rounded, "[47/600, 53/600]"},
		{"100", nil, []Qualifier{AtLeast}, "", Rounded, "[100, ∞)"},
		{"100", new(-2), []Qualifier{Above}, "", Rounded, "(100, ∞)"},
		{"100", nil, []Qualifier{Below}, "", Rounded, "(−∞, 100)"},
		{"100", nil, []Qualifier{AtMost}, "", Rounded, "(−∞, 100]"},
		{"100", nil, []Qualifier{UpTo}, "", Rounded, "(−∞, 100]"},
		{"1/3", nil, []Qualifier{Above}, "", Rounded, "(1/3, ∞)"},
		{"60", nil, []Qualifier{Strong}, "", Rounded, "[60, 70]"},
		{"60", nil, []Qualifier{Weak}, "", Rounded, "[50, 60]"},
		{"60", nil, []Qualifier{Odd}, "", Rounded, "(60, 70]"},
		{"60", nil, []Qualifier{About, AtLeast}, "", Rounded, "[55, ∞)"},
		{"60", nil, []Qualifier{Below, About}, "", Rounded, "(−∞, 65)"},
		{"60", nil, []Qualifier{AtLeast, AtMost}, "", Rounded, "[60]"},
		{"60", nil, []Qualifier{AtLeast, About, AtMost}, "", Rounded, "[55, 65]"},
	} {
		var step *big.Rat
		if c.step != "" {
			step = rat(c.step)
		}
		got, ok := Of(rat(c.x), c.decimals, c.qualifiers, step, c.mode)
		if !ok || got.String() != c.want {
			t.Errorf("%s %v (%s): %s, %v; want %s", c.x, c.qualifiers, c.mode, got, ok, c.want)
		}
	}
}

func TestOfHasNoInterval(t *testing.T) {
	for _, c := range []struct {
		x          string
		decimals   *int
		qualifiers []Qualifier
		step       *big.Rat
	}{
		{"10", nil, []Qualifier{Several}, nil},
		{"10", nil, []Qualifier{About, Several}, nil},
		{"10", nil, []Qualifier{"roughly"}, nil},
		{"10", nil, []Qualifier{Strong, Weak}, nil},
		{"10", nil, []Qualifier{Above, Below}, nil},
		{"10", nil, []Qualifier{Above, AtMost}, nil},
		{"10", nil, []Qualifier{About}, new(big.Rat)},
		{"10", nil, []Qualifier{About}, rat("-1")},
		{"0", nil, []Qualifier{Odd}, nil},
		{"2/3", nil, []Qualifier{About}, nil},
		{"10", new(MaxDigits + 1), nil, nil},
	} {
		if got, ok := Of(rat(c.x), c.decimals, c.qualifiers, c.step, Rounded); ok {
			t.Errorf("%s %v: %s, want none", c.x, c.qualifiers, got)
		}
	}
}

func TestOfFraction(t *testing.T) {
	for x, want := range map[string]string{"1/4": "(2/9, 2/7]", "1/2": "(0.4, 2/3]", "1/12": "(0.08, 2/23]"} {
		if got, ok := OfFraction(rat(x), []Qualifier{About}); !ok || got.String() != want {
			t.Errorf("about %s: %s, %v; want %s", x, got, ok, want)
		}
	}
	if got, ok := OfFraction(rat("3/4"), nil); !ok || got.String() != "(−∞, ∞)" && got.String() != "[0.75]" {
		t.Errorf("3/4: %s, %v", got, ok)
	}
	for _, x := range []string{"3/4", "1", "-1/4", "0"} {
		if got, ok := OfFraction(rat(x), []Qualifier{About}); ok {
			t.Errorf("about %s: %s, want none", x, got)
		}
	}
}

// shorten is what a source does to a value before it prints it.
func shorten(value *big.Rat, places int, mode Mode) *big.Rat {
	shift := rat(fmt.Sprintf("1e%d", places))
	scaled := new(big.Rat).Mul(value, shift)
	if mode == Rounded {
		half := big.NewRat(int64(scaled.Sign()), 2)
		scaled.Add(scaled, half)
	}
	whole := new(big.Rat).SetInt(new(big.Int).Quo(scaled.Num(), scaled.Denom()))
	return whole.Quo(whole, shift)
}

// Every value that a source can print as x lies in x's interval, and a value in
// the inside of the interval is printed as x.
func TestIntervalHoldsExactlyWhatIsPrintedSo(t *testing.T) {
	random := rand.New(rand.NewPCG(6, 28))
	for range 20_000 {
		places := random.IntN(7) - 3
		value := new(big.Rat).Mul(big.NewRat(random.Int64N(2_000_001)-1_000_000, 1+random.Int64N(97)), rat(fmt.Sprintf("1e%d", -places-2)))
		for _, mode := range []Mode{Rounded, Truncated} {
			printed := shorten(value, places, mode)
			i, ok := Of(printed, &places, nil, nil, mode)
			if !ok || !i.Contains(value) {
				t.Fatalf("%s is printed as %s (%s, %d places), but is not in %s", value, printed, mode, places, i)
			}
			near := plus(value, rat(fmt.Sprintf("1e%d", -places)))
			edge := near.Cmp(i.Lower) == 0 || near.Cmp(i.Upper) == 0
			if same := shorten(near, places, mode).Cmp(printed) == 0; !edge && same != i.Contains(near) {
				t.Fatalf("%s: printed as %s is %v, but in %s is %v", near, printed, same, i, !same)
			}
		}
	}
}

// The width of about, found by trying powers of ten from the greatest down.
func TestAboutWidthByTrial(t *testing.T) {
	random := rand.New(rand.NewPCG(6, 29))
	for range 5_000 {
		x := new(big.Rat).Mul(big.NewRat(1+random.Int64N(20_000), 1), rat(fmt.Sprintf("1e%d", random.IntN(9)-5)))
		want := rat("1e12")
		for tenth := rat("1/10"); !new(big.Rat).Quo(x, want).IsInt() || new(big.Rat).Mul(want, rat("5")).Cmp(x) > 0; {
			want.Mul(want, tenth)
		}
		if got := lastPlace(x); got.Cmp(want) != 0 {
			t.Fatalf("about %s: width %s, want %s", Text(x), Text(got), Text(want))
		}
	}
}

func TestEqualTellsOpennessApart(t *testing.T) {
	a := Interval{Lower: rat("1"), Upper: rat("2")}
	b := a
	if b.UpperOpen = true; a.Equal(b) || !a.Equal(a) || a.Equal(everything()) || !everything().Equal(everything()) {
		t.Error("Equal does not tell intervals apart")
	}
	if b.Contains(rat("2")) || !b.Contains(rat("1")) || b.Contains(rat("3")) || b.Contains(rat("0.5")) || !everything().Contains(rat("7")) {
		t.Error("Contains does not mind the ends")
	}
}
