package number

import (
	"math/big"
	"strings"
	"testing"
)

func rat(text string) *big.Rat {
	x, ok := new(big.Rat).SetString(text)
	if !ok {
		panic(text)
	}
	return x
}

func TestParseKeepsEveryDigit(t *testing.T) {
	for text, places := range map[string]int{
		"0": 0, "-0": 0, "1605": 0, "0.60": 2, "-12.5": 1, "12345678901234567890.10": 2, "007": 0,
	} {
		d, err := Parse(text)
		if err != nil || d.Places != places || d.Fraction || d.Value.Cmp(rat(text)) != 0 {
			t.Errorf("Parse(%q) = %+v, %v; want %s with %d places", text, d, err, text, places)
		}
	}
	for _, text := range []string{"-2/24", "-02/024", "-010/0120", "-08/096"} {
		if d, err := Parse(text); err != nil || !d.Fraction || d.Value.Cmp(rat("-1/12")) != 0 {
			t.Errorf("Parse(%s) = %+v, %v", text, d, err)
		}
	}
}

func TestParseRefusesWhatIsNoPlainNumber(t *testing.T) {
	for _, text := range []string{
		"", "-", ".", "1.", ".5", "+1", "1e5", "1E2000000", "0x10", "1_000", "1,000", " 1", "1 ", "--1", "1.2.3",
		"1/0", "1/00", "/2", "1/", "1/-2", "1.5/2", "1/2/3", "NaN", "Inf", "\uff11", strings.Repeat("9", MaxDigits+1),
	} {
		if d, err := Parse(text); err == nil {
			t.Errorf("Parse(%q) = %v, want an error", text, d.Value)
		}
	}
}

func TestScaleAndFits(t *testing.T) {
	if x, ok := Scale(rat("1605.5"), 6); !ok || Text(x) != "1605500000" {
		t.Errorf("Scale(1605.5, 6) = %v, %v", x, ok)
	}
	if x, ok := Scale(rat("35"), -2); !ok || Text(x) != "0.35" {
		t.Errorf("Scale(35, -2) = %v, %v", x, ok)
	}
	for _, n := range []int{MaxDigits + 1, -MaxDigits - 1, 1 << 40} {
		if _, ok := Scale(rat("1"), n); ok {
			t.Errorf("Scale(1, %d) is ok", n)
		}
	}
	for _, c := range []struct {
		x        string
		decimals int
		want     bool
	}{{"1200", -2, true}, {"1200", -3, false}, {"0.5", 1, true}, {"0.5", 0, false}, {"1/12", 30, false}, {"0", -30, true}} {
		if got := Fits(rat(c.x), c.decimals); got != c.want {
			t.Errorf("Fits(%s, %d) = %v", c.x, c.decimals, got)
		}
	}
}

func FuzzDecimal(f *testing.F) {
	for _, seed := range []string{"0", "-1.50", "1/12", "12345678901234567890.10", "1e9", "-", "1/0"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := Parse(text)
		if err != nil {
			return
		}
		// A long fraction part can make the exact text longer than what may be read.
		if len(Text(d.Value)) > MaxDigits {
			return
		}
		again, err := Parse(Text(d.Value))
		if err != nil || again.Value.Cmp(d.Value) != 0 {
			t.Errorf("%q prints as %q, which reads as %v, %v", text, Text(d.Value), again.Value, err)
		}
		if !d.Fraction && !Fits(d.Value, d.Places) {
			t.Errorf("%q does not fit its %d places", text, d.Places)
		}
	})
}
