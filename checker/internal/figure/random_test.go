package figure

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/tieout/tieout/checker/internal/number"
)

// Anchors compare what is recorded with what is printed, so printing and
// parsing must lose nothing, whatever the figure.
func TestPrintThenParse(t *testing.T) {
	r := rand.New(rand.NewPCG(20250331, 126))
	kinds := map[Kind]int{}
	for range 10_000 {
		f := randomFigure(r)
		kinds[f.Kind]++
		for _, lang := range []string{"ja", "en"} {
			printed := f.Print(lang)
			if again, err := Parse(printed); err != nil || !again.Equal(f) {
				t.Fatalf("%s prints as %q (%s), which reads as %s, %v", f, printed, lang, again, err)
			}
		}
	}
	if len(kinds) < 12 {
		t.Errorf("only kinds %v", kinds)
	}
}

func randomFigure(r *rand.Rand) Figure {
	makers := []func(*rand.Rand) Figure{
		randomNumber, randomNumber, randomNumber, randomMixed, randomSeveral, randomRange, randomFraction, randomMultiple,
		randomOrdinal, randomDate, randomPeriod, randomDates, randomTime, randomMark,
	}
	return makers[r.IntN(len(makers))](r)
}

func pick[T any](r *rand.Rand, list ...T) T { return list[r.IntN(len(list))] }

// randomValue gives a number with its printed decimals, now and then negative or
// longer than any float holds.
func randomValue(r *rand.Rand) (*big.Rat, int) {
	n := r.Int64N(pick[int64](r, 10, 1_000, 1_000_000, 1_000_000_000_000_000_000))
	x := whole(n)
	if r.IntN(20) == 0 {
		x.Mul(x, whole(r.Int64()))
	}
	decimals := pick(r, 0, 0, 1, 2, 5)
	x.Mul(x, pow10(-decimals))
	if r.IntN(4) == 0 {
		x.Neg(x)
	}
	return x, decimals
}

// randomUnit sets a unit or counter; years and days are long only in dates.
func randomUnit(r *rand.Rand, f *Figure) {
	switch r.IntN(3) {
	case 0:
		f.Unit = pick(r, "percent", "percentagePoint", "basisPoint", "perMille", "JPY", "USD", "EUR", "GBP", "CNY", "KRW", "CHF")
	case 1:
		f.Counter = pick(r, "件", "台", "名", "か国", "車種", "株", "事業年度", "patents", "people", "kWh", "V", "°", "トン", "ポイント")
	}
	if f.Unit == "percent" && f.Decimals == 0 && f.Scale == 0 && r.IntN(4) == 0 {
		f.Scale = 1
	}
}

func randomNumber(r *rand.Rand) Figure {
	f := Figure{Kind: Number}
	f.Value, f.Decimals = randomValue(r)
	f.Scale = pick(r, 0, 0, 0, 2, 3, 4, 6, 8, 9, 12, 16)
	randomUnit(r, &f)
	f.Qualifiers = randomQualifiers(r)
	return f
}

func randomQualifiers(r *rand.Rand) []number.Qualifier {
	if r.IntN(2) == 0 {
		return nil
	}
	widths := []number.Qualifier{number.About, number.Strong, number.Weak, number.Odd}
	bounds := []number.Qualifier{number.AtLeast, number.Above, number.Below, number.AtMost, number.UpTo}
	var list []number.Qualifier
	if r.IntN(2) == 0 {
		list = append(list, pick(r, widths...))
	}
	if r.IntN(2) == 0 {
		list = append(list, pick(r, bounds...))
	}
	ordered, ok := qualified(list)
	if !ok {
		return nil
	}
	return ordered
}

// randomMixed gives an amount of several scales, down to a digit that is not 0.
func randomMixed(r *rand.Rand) Figure {
	high := whole(1 + r.Int64N(9999))
	top := pick(r, 8, 12)
	place := 1 + r.IntN(top-1)
	low := whole(1 + r.Int64N(9))
	value := new(big.Rat).Mul(high, pow10(top))
	value.Add(value, low.Mul(low, pow10(place)))
	f := Figure{Kind: Number, Value: value, Decimals: -place}
	if r.IntN(3) == 0 {
		f.Value = new(big.Rat).Neg(value)
	}
	randomUnit(r, &f)
	f.Scale = 0
	return f
}

func randomSeveral(r *rand.Rand) Figure {
	f := Figure{Kind: Number, Value: whole(1), Qualifiers: []number.Qualifier{number.Several}}
	f.Scale = pick(r, 1, 2, 3, 4, 5, 6, 7, 8)
	if r.IntN(2) == 0 {
		f.Value, f.Scale = whole(10*(1+r.Int64N(9))), pick(r, 0, 4)
	}
	f.Counter = pick(r, "件", "名", "社", "patents")
	return f
}

func randomRange(r *rand.Rand) Figure {
	f := Figure{Kind: Range}
	f.Lower, f.Decimals = randomValue(r)
	step := whole(1 + r.Int64N(1000))
	f.Upper = new(big.Rat).Add(f.Lower, step.Mul(step, pow10(-f.Decimals)))
	f.Scale = pick(r, 0, 0, 3, 4, 6, 8)
	randomUnit(r, &f)
	if f.Unit == "" && f.Counter == "" {
		f.Unit = "percent"
	}
	f.Qualifiers = randomQualifiers(r)
	return f
}

func randomFraction(r *rand.Rand) Figure {
	// 1/2 to 1/12 in lowest terms: what does not reduce is printed as it is.
	f := Figure{Kind: Fraction, Value: big.NewRat(1, 2+r.Int64N(5000)), Unit: "pure", Qualifiers: randomQualifiers(r)}
	if r.IntN(3) == 0 {
		f.Value = big.NewRat(2, 3+2*r.Int64N(40))
	}
	return f
}

func randomMultiple(r *rand.Rand) Figure {
	if r.IntN(4) == 0 {
		return Figure{Kind: Multiple, Value: whole(2), Unit: "pure", Counter: pick(r, "倍増", "doubled", "twice")}
	}
	f := Figure{Kind: Multiple, Unit: "pure", Qualifiers: randomQualifiers(r)}
	f.Value, f.Decimals = randomValue(r)
	return f
}

func randomOrdinal(r *rand.Rand) Figure {
	return Figure{
		Kind: Ordinal, Value: whole(1 + r.Int64N(5000)),
		Counter: pick(r, "", "位", "番目", "期", "世代", "章", "つ目", "事業年度目", "四半期"),
	}
}

func randomDay(r *rand.Rand) string {
	year := firstYear + r.IntN(lastYear-firstYear)
	switch r.IntN(3) {
	case 0:
		return fmt.Sprintf("%04d-%02d", year, 1+r.IntN(12))
	case 1:
		return fmt.Sprintf("--%02d-%02d", 1+r.IntN(12), 1+r.IntN(28))
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, 1+r.IntN(12), 1+r.IntN(28))
}

func randomDate(r *rand.Rand) Figure {
	if r.IntN(3) == 0 {
		e := pick(r, eras...)
		iso := fmt.Sprintf("%04d-%02d-%02d", e.first.year+1+r.IntN(30), 1+r.IntN(12), 1+r.IntN(28))
		return Figure{Kind: Date, Date: iso, Era: e.name}
	}
	f := Figure{Kind: Date, Date: randomDay(r)}
	if r.IntN(3) == 0 {
		f.Qualifiers = []number.Qualifier{pick(r, number.About, number.AtLeast, number.AtMost, number.UpTo, number.Below, number.Above)}
	}
	return f
}

func randomPeriod(r *rand.Rand) Figure {
	year := fmt.Sprint(firstYear + r.IntN(lastYear-firstYear))
	switch r.IntN(4) {
	case 0:
		return Figure{Kind: Period, Date: year, Fiscal: true}
	case 1:
		return Figure{Kind: Period, Date: year[:3] + "X"}
	case 2:
		return Figure{Kind: Period, Date: fmt.Sprintf("%s-%02d", year, 1+r.IntN(12)), Fiscal: true}
	}
	return Figure{Kind: Period, Date: year}
}

func randomDates(r *rand.Rand) Figure {
	year := firstYear + r.IntN(900)
	later := year + 1 + r.IntN(90)
	if r.IntN(2) == 0 {
		return Figure{Kind: Range, Date: fmt.Sprintf("%d/%d", year, later), Fiscal: r.IntN(2) == 0}
	}
	return Figure{Kind: Range, Date: fmt.Sprintf("%d-04-01/%d-03-31", year, later)}
}

func randomTime(r *rand.Rand) Figure {
	iso := fmt.Sprintf("%02d:%02d", r.IntN(24), r.IntN(60))
	if r.IntN(2) == 0 {
		iso += fmt.Sprintf(":%02d", r.IntN(60))
	}
	return Figure{Kind: Time, Date: iso}
}

func randomMark(r *rand.Rand) Figure {
	n := 1 + r.IntN(99)
	switch r.IntN(4) {
	case 0:
		return Figure{Kind: Label, Numbers: []int{n}}
	case 1:
		return Figure{Kind: Marker, Numbers: []int{n, n + 1}}
	case 2:
		return Figure{Kind: NotePointer, Numbers: []int{n, n + 3}}
	}
	return Figure{Kind: Nil}
}
