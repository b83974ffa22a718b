package figure

import (
	"math/big"
	"slices"

	"github.com/tieout/tieout/checker/internal/number"
)

// Kind says what a figure is.
type Kind string

// The kinds. Unknown, Label, Marker, NotePointer and Name hold no value: they
// are what stands among figures in running text without being one.
const (
	// Unknown is a run of digits that has no reading.
	Unknown Kind = "unknown"
	// Number is an amount, with or without a unit: "約60%", "3,725千台".
	Number Kind = "number"
	// Range has two ends: amounts ("7~37%") or dates ("2028年から2030年").
	Range Kind = "range"
	// Fraction is a part of a whole: "12分の1", "two-thirds".
	Fraction Kind = "fraction"
	// Multiple is how many times: "1.5倍", "doubled".
	Multiple Kind = "multiple"
	// Date is a day or a month, with or without its year.
	Date Kind = "date"
	// Period is a calendar year, a decade or a fiscal year.
	Period Kind = "period"
	// Time is a time of day.
	Time Kind = "time"
	// Ordinal is a rank or a place in a series: "4位", "第126期", "3rd".
	Ordinal Kind = "ordinal"
	// Nil is a printed dash.
	Nil Kind = "nil"
	// Label is the number of a list's entry or of a heading: "(1)", "2.", "1-3.".
	Label Kind = "label"
	// Marker is a citation: "¹³", "[13]".
	Marker Kind = "marker"
	// NotePointer leads to a note: "(注2)", "※1".
	NotePointer Kind = "notePointer"
	// Name is a word with digits in it: "B612".
	Name Kind = "name"
)

// Figure is what a figure's text says, exactly.
type Figure struct {
	Kind Kind
	// Value is the printed number before its scale. It is nil for ranges, dates
	// and all that has no value. Of a several it is what there are several of:
	// 1, with scale 3, for several thousand. It is shared: do not change it.
	Value *big.Rat
	// Lower and Upper are the ends of a range of amounts, before their scale.
	Lower, Upper *big.Rat
	// Decimals counts the printed fraction digits, before the scale. It is
	// negative where several scales are mixed: −2 for 5億1万4千6百, whose last
	// unit is 百. Of a range it is that of the finer end.
	Decimals int
	// Scale is the power of ten of the scale word: 8 for 億, 6 for million. A
	// share in tenths (割) is a percentage of scale 1. Mixed scales are already
	// in the value.
	Scale int
	// Unit is a currency of ISO 4217, percent, perMille, percentagePoint,
	// basisPoint, or pure for fractions and multiples; empty for what is counted.
	Unit string
	// Counter is the word for what is counted, as printed: 件, か国, patents, kW.
	Counter string
	// Noun is what follows a counter with の: 原則 in 6つの原則.
	Noun string
	// Qualifiers are in the order in which package number names them.
	Qualifiers []number.Qualifier
	// Date is a date of ISO 8601 with the printed precision: 2025-03-31,
	// 2021-11, 2024, 196X for a decade, --03-31 without a year, 16:13 for a time
	// and start/end for a range.
	Date string
	// Fiscal says that a year is a fiscal year, or that a month ends one.
	Fiscal bool
	// Era is the Japanese era in which the year is printed.
	Era string
	// Numbers are those of markers, note pointers and labels.
	Numbers []int
}

// Scaled gives the value with its scale applied; nil when there is no value.
func (f Figure) Scaled() *big.Rat { return f.scaled(f.Value) }

// Bounds gives the ends of a range of amounts with their scale applied; nil for
// all other figures.
func (f Figure) Bounds() (lower, upper *big.Rat) { return f.scaled(f.Lower), f.scaled(f.Upper) }

func (f Figure) scaled(x *big.Rat) *big.Rat {
	if x == nil {
		return nil
	}
	y, ok := number.Scale(x, f.Scale)
	if !ok {
		return nil
	}
	return y
}

// Precision gives the decimals of the scaled value, as XBRL counts them: −8 for
// 698億, −7 for 1.5億, 2 for 1.50.
func (f Figure) Precision() int { return f.Decimals - f.Scale }

// Has reports whether q qualifies the figure.
func (f Figure) Has(q number.Qualifier) bool { return slices.Contains(f.Qualifiers, q) }

// Equal reports whether two figures say the same.
func (f Figure) Equal(g Figure) bool {
	return f.Kind == g.Kind && sameRat(f.Value, g.Value) && sameRat(f.Lower, g.Lower) && sameRat(f.Upper, g.Upper) &&
		f.Decimals == g.Decimals && f.Scale == g.Scale && f.Unit == g.Unit && f.Counter == g.Counter && f.Noun == g.Noun &&
		f.Date == g.Date && f.Fiscal == g.Fiscal && f.Era == g.Era &&
		slices.Equal(f.Qualifiers, g.Qualifiers) && slices.Equal(f.Numbers, g.Numbers)
}

func sameRat(x, y *big.Rat) bool {
	if x == nil || y == nil {
		return x == y
	}
	return x.Cmp(y) == 0
}
