package report

import (
	"io/fs"
	"math/big"
	"regexp"
	"strings"
	"testing"

	"github.com/tieout/tieout/checker/internal/finding"
)

func lineEvidence(computed, ci, reported, ri string) *finding.Evidence {
	return &finding.Evidence{
		Computed: &finding.Figure{Value: computed, Interval: ci}, Reported: &finding.Figure{Value: reported, Interval: ri}, Unit: "percent",
	}
}

// The tolerance is what the difference has to be held against; the worked
// examples of the design have both.
func TestTolerance(t *testing.T) {
	for _, c := range []struct{ computed, ci, reported, ri, want string }{
		{"63", "[61.5, 64.5]", "60", "[59.5, 60.5]", "2"},
		{"63", "[61.5, 64.5]", "60", "[55, 65]", "6.5"},
		{"57", "[56, 58]", "58", "[57.5, 58.5]", "1.5"},
		{"30", "[30, 32)", "29", "[29, 30)", "1"},
		{"0.01", "[0.01]", "0.01", "[0.01]", "0"},
		{"50", "[50]", "100", "[100, ∞)", "0"},
		{"150", "[150]", "100", "[100, ∞)", "∞"},
		{"1/3", "[1/3]", "1/4", "(2/9, 2/7]", "1/28"},
		{"", "[1, 2]", "3", "[3]", ""},
		{"3", "nonsense", "9e9", "[9]", ""},
	} {
		if got := tolerance(lineEvidence(c.computed, c.ci, c.reported, c.ri)); got != c.want {
			t.Errorf("%s %s against %s %s: got %q, want %q", c.computed, c.ci, c.reported, c.ri, got, c.want)
		}
	}
	// A source that does not say how it rounds is granted the way that allows
	// more, as the drawing beside it does.
	e := lineEvidence("63", "[61.5, 64.5]", "60", "[59.5, 60.5]")
	e.Reported.Fact = "a"
	e.Operands = []finding.Operand{{Fact: "a", Unit: "percent", Value: "60", Interval: "[59.5, 60.5] rounded; [60, 61) truncated"}}
	if got := tolerance(e); got != "2.5" {
		t.Errorf("got %q of two ways, want 2.5", got)
	}
}

// A drawing that shows a gap where figures meet, or the other way round, would
// contradict the verdict beside it.
func TestDrawingTellsWhetherFiguresMeet(t *testing.T) {
	for _, c := range []struct{ ci, ri, class, x, width string }{
		// The line runs from 61.5 to 64.5, 59.5 to 60.5 and an eighth more on both
		// sides: 58.875 to 65.125. The gap is 60.5 to 61.5.
		{"[61.5, 64.5]", "[59.5, 60.5]", "gap", "26.00%", "16.00%"},
		{"[61.5, 64.5]", "[55, 65]", "meet", "62.00%", "24.00%"},
		{"[1, 2]", "[2, 3]", "meet", "50.00%", "0.00%"},
		{"[1, 2)", "[2, 3]", "gap", "50.00%", "0.00%"},
		{"(2, 3]", "[2]", "gap", "10.00%", "0.00%"},
		{"[2]", "(2, 3]", "gap", "10.00%", "0.00%"},
		{"(−∞, 2]", "[1, ∞)", "meet", "10.00%", "80.00%"},
	} {
		e := lineEvidence("", c.ci, "", c.ri)
		line := drawn(e)
		if line == nil {
			t.Fatalf("%s against %s is not drawn", c.ci, c.ri)
		}
		z := line.Panels[len(line.Panels)-1].Zone
		if z.Class != c.class || z.X != c.x || z.Width != c.width {
			t.Errorf("%s against %s: %s from %s, %s wide, want %s from %s, %s wide", c.ci, c.ri, z.Class, z.X, z.Width, c.class, c.x, c.width)
		}
	}
}

// Parts that add up to the computed total are drawn end to end, a part that is
// taken off backwards.
func TestPartsAreDrawnEndToEnd(t *testing.T) {
	e := lineEvidence("90", "[90]", "80", "[80]")
	for _, v := range []struct{ value, weight string }{{"60", ""}, {"40", ""}, {"10", "-1"}} {
		e.Operands = append(e.Operands, finding.Operand{
			Role: "part", Value: v.value, Weight: v.weight, Interval: "[" + v.value + "]", Unit: "percent",
		})
	}
	line := drawn(e)
	if len(line.Panels) != 2 {
		t.Fatalf("%d panels", len(line.Panels))
	}
	// From 0 to 100, and an eighth more on both sides.
	var got []string
	for _, l := range line.Panels[0].Lanes {
		got = append(got, l.Bars[0].X+"+"+l.Bars[0].Width)
	}
	if want := "10.00%+48.00% 58.00%+32.00% 82.00%+8.00% 10.00%+64.00%"; strings.Join(got, " ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, " "), want)
	}
	e.Operands[0].Value = "61"
	if line = drawn(e); len(line.Panels) != 1 {
		t.Error("parts that do not add up to the total are drawn as if they did")
	}
}

// What is no figure is not drawn, however long it is.
func TestNothingToDraw(t *testing.T) {
	for _, e := range []*finding.Evidence{
		{},
		lineEvidence("", "(−∞, ∞)", "", "(−∞, ∞)"),
		lineEvidence("", "[2, 1]", "", "[1]"),
		lineEvidence(strings.Repeat("9", 1000), "["+strings.Repeat("9", 1000)+"]", "1", "[1]"),
		lineEvidence("1e999999999", "[1e999999999]", "1", "[1]"),
		lineEvidence("1/0", "[1/0]", "1", "[1]"),
	} {
		if line := drawn(e); line != nil {
			t.Errorf("drawn: %+v", e.Computed)
		}
	}
}

// An axis has a few round numbers, whatever its size.
func TestTicks(t *testing.T) {
	for _, c := range []struct{ low, width, unit, want, caption string }{
		{"58.875", "6.25", "percent", "59 60 61 62 63 64 65", "%"},
		{"-13", "126", "percent", "0 20 40 60 80 100", "%"},
		{"8866000000", "126000000", "JPY", "8,880 8,900 8,920 8,940 8,960 8,980", "×10⁶ JPY"},
		{"0.0795", "0.008", "loaf", "0.08 0.082 0.084 0.086", ""},
		{"-1/3", "1/3", "", "-0.3 -0.2 -0.1 0", ""},
	} {
		low, _ := new(big.Rat).SetString(c.low)
		width, _ := new(big.Rat).SetString(c.width)
		ticks, caption := scale{low: low, width: width}.ticks(c.unit)
		var labels []string
		for _, k := range ticks {
			labels = append(labels, k.Label)
		}
		if got := strings.Join(labels, " "); got != c.want || caption != c.caption {
			t.Errorf("from %s, %s wide: %s in %q, want %s in %q", c.low, c.width, got, caption, c.want, c.caption)
		}
	}
}

// A word that is missing would show its key, in one language or the other.
func TestPageHasItsWords(t *testing.T) {
	files, err := fs.Glob(pageFiles, "html/*.tmpl")
	if err != nil || len(files) == 0 {
		t.Fatal(err, files)
	}
	reKey := regexp.MustCompile(`\(?\b(?:w|word) "([^"]+)"`)
	for _, file := range files {
		text, err := pageFiles.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range reKey.FindAllStringSubmatch(string(text), -1) {
			if _, ok := pageWords()[m[1]]; !ok {
				t.Errorf("%s: no word %q", file, m[1])
			}
		}
	}
	for key, text := range pageWords() {
		if text.EN == "" || text.JA == "" {
			t.Errorf("%q lacks a language", key)
		}
	}
}

func TestCommandRunsAgain(t *testing.T) {
	r := &finding.Report{
		AsOf: "2026-03-31", Baseline: &finding.Baseline{Name: "v1.0", Commit: "ab"},
		Scope: &finding.Scope{Facts: []string{"a b", "c"}, Policies: []string{"it's"}, Paths: []string{"c/d.yaml"}, Skip: []string{"pay/*"}, Texts: true},
	}
	want := `tieout check --facts 'a b' --facts c --policies 'it'\''s' --skip 'pay/*' --sources DIR --as-of 2026-03-31 --against v1.0 c/d.yaml`
	if got := pageCommand(r, false); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
