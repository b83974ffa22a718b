package sourcetext

import (
	"math"
	"slices"
	"strings"
	"testing"
)

func plain(lines ...string) *Text {
	t := &Text{ID: "budget"}
	for i, l := range lines {
		t.Lines = append(t.Lines, Line{Text: l, FileLine: i + 1})
	}
	return t
}

func TestFind(t *testing.T) {
	text := plain("約60%、約60%", "", "aaaa 約60%", "𠮷60%")
	want := []Place{{1, 1, 1}, {1, 2, 6}, {3, 1, 6}}
	if got := text.Find("約60%"); !slices.Equal(got, want) {
		t.Errorf("places %v", got)
	}
	if got := text.Find("aa"); !slices.Equal(got, []Place{{3, 1, 1}, {3, 2, 3}}) {
		t.Errorf("overlapping places are counted: %v", got)
	}
	if got := text.Find("60%"); got[len(got)-1] != (Place{4, 1, 2}) {
		t.Errorf("a character outside the BMP is one column: %v", got)
	}
	if text.Find("") != nil || text.Find("70%") != nil {
		t.Error("found what is not there")
	}
}

func TestPlace(t *testing.T) {
	text := plain("revenue 1,605 of 1,605", "costs 415", "profit 100")
	cases := []struct {
		name       string
		line       int
		exact      string
		occurrence int
		want       Place
		fault      Fault
		says       string
	}{
		{"stands", 2, "415", 0, Place{2, 1, 7}, "", ""},
		{"stands, with its occurrence", 2, "415", 1, Place{2, 1, 7}, "", ""},
		{"the second", 1, "1,605", 2, Place{1, 2, 18}, "", ""},
		{"several", 1, "1,605", 0, Place{}, SeveralOnLine, "stands 2 times on line 1 of budget, at columns 9, 18"},
		{"too high", 2, "415", 2, Place{}, NoSuchOccurrence, "stands once on line 2 of budget, at column 7"},
		{"negative", 2, "415", -1, Place{}, NoSuchOccurrence, "stands once"},
		{"elsewhere", 1, "415", 0, Place{}, NotOnLine, "does not stand on line 1 of budget; it stands on line 2"},
		{"nowhere", 1, "999", 0, Place{}, NotOnLine, "stands nowhere in the text"},
		{"past the end", 4, "415", 0, Place{}, NoSuchLine, "names line 4, but budget has 3 lines; it stands on line 2"},
		{"line 0", 0, "415", 0, Place{}, NoSuchLine, "names line 0"},
		{"nothing", 1, "", 0, Place{}, NothingQuoted, "quotes nothing"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, m := text.Place(c.line, c.exact, c.occurrence)
			if got != c.want || (m == nil) != (c.fault == "") {
				t.Fatalf("place %v, %+v", got, m)
			}
			if m == nil {
				return
			}
			if m.Fault != c.fault || !strings.Contains(m.Message().EN, c.says) {
				t.Errorf("%s: %s", m.Fault, m.Message().EN)
			}
			if m.Message().JA == "" || m.Help().EN == "" || m.Help().JA == "" {
				t.Error("a language is missing")
			}
		})
	}
}

func TestNearest(t *testing.T) {
	far := make([]string, 200)
	far[9], far[19], far[29], far[179] = "415", "415", "415 415", "7 415"
	far[99] = "1,605"
	text := plain(far...)
	cases := []struct {
		name   string
		line   int
		exact  string
		want   Place
		unique bool
	}{
		{"once, however far", 1, "1,605", Place{100, 1, 1}, true},
		{"nearest", 12, "415", Place{10, 1, 1}, true},
		{"as near on both sides", 15, "415", Place{10, 1, 1}, false},
		{"twice on the nearest line", 30, "415", Place{30, 1, 1}, false},
		{"several, all far", 130, "415", Place{180, 1, 3}, false},
		{"nowhere", 1, "999", Place{}, false},
		{"line out of the text", math.MaxInt, "1,605", Place{100, 1, 1}, true},
	}
	for _, c := range cases {
		if got, unique := text.Nearest(c.line, c.exact); got != c.want || unique != c.unique {
			t.Errorf("%s: %v %v", c.name, got, unique)
		}
	}
}

func TestPassage(t *testing.T) {
	text := plain("パン屋の予算は約60%増えた。")
	cases := []struct {
		line, column, length, radius int
		want                         string
	}{
		{1, 8, 4, 3, "…予算は約60%増えた…"},
		{1, 8, 4, 100, "パン屋の予算は約60%増えた。"},
		{1, 1, 3, 0, "パン屋…"},
		{1, 8, 4, 0, "…約60%…"},
		{1, 8, math.MaxInt, math.MaxInt, "パン屋の予算は約60%増えた。"},
		{1, 8, 4, -1, "…約60%…"},
		{0, 1, 1, 1, ""},
		{2, 1, 1, 1, ""},
		{1, 0, 1, 1, ""},
		{1, 99, 1, 1, ""},
		{1, 1, -1, 1, ""},
	}
	for _, c := range cases {
		if got := text.Passage(c.line, c.column, c.length, c.radius); got != c.want {
			t.Errorf("%+v: got %q", c, got)
		}
	}
}
