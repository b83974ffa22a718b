package number

import "testing"

func TestTextIsExact(t *testing.T) {
	for in, want := range map[string]string{
		"0": "0", "-0.50": "-0.5", "1/12": "1/12", "-7/3": "-7/3", "1/8": "0.125", "12345678901234567890.10": "12345678901234567890.1",
	} {
		if got := Text(rat(in)); got != want {
			t.Errorf("Text(%s) = %q, want %q", in, got, want)
		}
	}
}

func TestApproxIsForPeople(t *testing.T) {
	for in, want := range map[string]string{
		"0": "0", "126332": "126,332", "-1000": "-1,000", "999": "999", "1234567.25": "1,234,567.25", "69800/126332": "0.5525…",
		"-2/3": "-0.6666…", "0.12345": "0.1234…", "0.00001": "0.00001", "1/30000": "1/30000", "1/12": "0.0833…", "8974000000": "8,974,000,000",
	} {
		if got := Approx(rat(in)); got != want {
			t.Errorf("Approx(%s) = %q, want %q", in, got, want)
		}
	}
}

func TestGroupedLeavesOtherTextAlone(t *testing.T) {
	for in, want := range map[string]string{"1234": "1,234", "-12": "-12", "1/1234": "1/1234", "": "", "1234.5678": "1,234.5678"} {
		if got := Grouped(in); got != want {
			t.Errorf("Grouped(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestIntervalIsWrittenAsMathematiciansDo(t *testing.T) {
	for _, c := range []struct {
		i    Interval
		want string
	}{
		{Interval{Lower: rat("59.5"), Upper: rat("60.5"), UpperOpen: true}, "[59.5, 60.5)"},
		{Interval{Upper: rat("100"), LowerOpen: true}, "(−∞, 100]"},
		{Interval{Lower: rat("100"), LowerOpen: true, UpperOpen: true}, "(100, ∞)"},
		{Interval{Lower: rat("2/25"), Upper: rat("2/23"), LowerOpen: true}, "(0.08, 2/23]"},
		{everything(), "(−∞, ∞)"},
		{Point(rat("60")), "[60]"},
	} {
		if got := c.i.String(); got != c.want {
			t.Errorf("%+v writes %q, want %q", c.i, got, c.want)
		}
	}
}
