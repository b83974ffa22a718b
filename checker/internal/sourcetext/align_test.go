package sourcetext

import (
	"fmt"
	"testing"
)

// table is a text in which most figures stand many times.
func table() (lines []string, quotes []Quotation) {
	for i := range 60 {
		lines = append(lines, "100 and 5")
		quotes = append(quotes, Quotation{i + 1, "100", 0})
		if i%6 == 0 {
			lines[i] += fmt.Sprintf(" no. %d", 2000+i)
			quotes = append(quotes, Quotation{i + 1, fmt.Sprint(2000 + i), 0})
		}
	}
	return lines, quotes
}

// What is inserted above a figure moves it, however many look like it; what
// cannot be told apart is not said to be unique.
func TestAlign(t *testing.T) {
	lines, quotes := table()
	edited := append([]string{"new", "new", "new"}, lines[:30]...)
	edited = append(edited, "more")
	edited = append(edited, lines[30:]...)
	wrong, placed := 0, 0
	for _, p := range plain(edited...).Align(quotes) {
		want := p.Line + 3
		if p.Line > 30 {
			want++
		}
		if p.Unique {
			placed++
			if p.Place.Line != want {
				wrong++
				t.Errorf("%q of line %d: placed on %d, is on %d", p.Exact, p.Line, p.Place.Line, want)
			}
		}
	}
	// Not told apart are the five lines before the insertion, whose last
	// sure neighbours moved differently, and those after the last number.
	if placed != len(quotes)-10 || wrong > 0 {
		t.Errorf("%d of %d placed", placed, len(quotes))
	}
}

func TestAlignUnedited(t *testing.T) {
	lines, quotes := table()
	for _, p := range plain(lines...).Align(quotes) {
		if p.Place.Line != p.Line {
			t.Errorf("line %d is placed on %d", p.Line, p.Place.Line)
		}
	}
}

func TestAlignCases(t *testing.T) {
	text := plain("1,605 415", "x", "415 415", "100", "2,000")
	cases := []struct {
		name   string
		quotes []Quotation
		want   Place
		unique bool
	}{
		{"nowhere", []Quotation{{1, "999", 0}}, Place{}, false},
		{"nothing", []Quotation{{1, "", 0}}, Place{}, false},
		{"stands once", []Quotation{{9, "100", 0}}, Place{4, 1, 1}, true},
		{"on the line of another", []Quotation{{7, "415", 0}, {7, "1,605", 0}}, Place{1, 1, 7}, true},
		{"twice on its line", []Quotation{{4, "415", 0}, {4, "x", 0}, {5, "100", 0}}, Place{3, 1, 1}, false},
		{"its occurrence", []Quotation{{5, "415", 2}, {4, "x", 0}, {6, "100", 0}}, Place{3, 2, 5}, true},
		{"one of two is gone", []Quotation{{4, "100", 0}, {5, "100", 0}}, Place{4, 1, 1}, false},
		{"order was changed", []Quotation{{1, "2,000", 0}, {2, "1,605", 0}}, Place{5, 1, 1}, true},
		{"line out of all bounds", []Quotation{{-3, "415", 0}}, Place{1, 1, 7}, false},
	}
	for _, c := range cases {
		if got := text.Align(c.quotes)[0]; got.Place != c.want || got.Unique != c.unique {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}
