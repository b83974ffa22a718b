package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func runs(seconds ...float64) []Usage {
	var all []Usage
	for _, s := range seconds {
		all = append(all, Usage{Wall: time.Duration(s * float64(time.Second)), CPU: time.Duration(2 * s * float64(time.Second)), Peak: int64(s * (100 << 20))})
	}
	return all
}

// sample is a comparison in which Tieout holds all targets but those of memory.
func sample() *Result {
	size := func(facts int, unit float64) Size {
		return Size{Facts: facts, Planted: 3, All: 5, Rows: []Row{
			{Row: rowConftest, Name: "conftest", Runs: runs(40*unit, 50*unit, 30*unit)},
			{Row: rowOPA, Name: "opa <eval>", Failed: "broke"},
			{Row: rowPolicies, Name: "policies", Runs: runs(4 * unit)},
			{Row: rowPolicies1, Name: "one core", Runs: runs(8 * unit)},
			{Row: rowNative, Name: "native", Runs: runs(unit)},
			{Row: rowJSON, Name: "json", Runs: runs(5 * unit)},
			{Row: rowJSON1, Name: "json, one core", Runs: runs(9 * unit)},
			{Row: rowYAML, Name: "yaml", Runs: runs(9 * unit)},
		}}
	}
	return &Result{
		Day: "2026-01-02", Machine: Machine{System: "linux/amd64", Cores: 2, Go: "go1"}, Versions: map[string]string{"opa": "v1"},
		Unbuilt: []string{"conftest"}, Sizes: []Size{size(10_000, 0.01), size(100_000, 0.1), size(million, 1)},
	}
}

func TestTheMedianIsTheMiddleOne(t *testing.T) {
	for want, r := range map[time.Duration]Row{
		40 * time.Second: {Runs: runs(50, 1, 40)},
		30 * time.Second: {Runs: runs(50, 1, 40, 20)},
		0:                {},
	} {
		if got := r.Median().Wall; got != want {
			t.Errorf("%v: got %v, want %v", r.Runs, got, want)
		}
	}
}

func TestTargetsSayWhatHolds(t *testing.T) {
	got := map[string]string{}
	for _, g := range sample().targets() {
		got[g.what] = g.measured + " " + g.state
	}
	for what, want := range map[string]string{
		"the twelve rules, policies only, against conftest":           "10.0× yes",
		"its peak memory at 1M, against conftest's":                   "1/10.0 no",
		"policies only, against the same rules by hand in Go, 1M":     "4.00× yes",
		"the whole run, facts in YAML against JSON, 100k":             "1.80× yes",
		"the whole run, cost of a fact, 1M against 10k":               "1.00× yes",
		"peak memory of the whole run at 1M":                          "500 MB no",
		"peak memory of the whole run with all rules at 1M":           "– not measured",
		"policies only, two workers against one, 1M":                  "2.00× yes",
		"this repository's facts, cold process, against opa eval":     "– not measured",
		"one fact changed among 1M, warm cache, against the cold run": "– not measured",
	} {
		if got[what] != want {
			t.Errorf("%s: got %q, want %q", what, got[what], want)
		}
	}
}

func TestTablesTellRatiosAndFailures(t *testing.T) {
	table := costs("100k facts", sample().size(100_000), rowConftest)
	text, page := table.text(), table.markdown()
	for _, want := range []string{
		"conftest          4.00   8.00      400\n", "policies         0.400  0.800       40          10.0×  0.100×\n", "opa <eval>      failed\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the table lacks %q:\n%s", want, text)
		}
	}
	if want := "| policies | 0.400 | 0.800 | 40 | 10.0× | 0.100× |\n"; !strings.Contains(page, want) {
		t.Errorf("the page lacks %q:\n%s", want, page)
	}
}

func TestRatiosAreThoseOfTheLargestCorpus(t *testing.T) {
	got := sample().ratios()
	for _, want := range []string{
		"The same 1M facts", "- policies alone: 10.0× as fast, in 400 MB instead of 4000;\n", "the rules by hand in Go: 4.00× as fast as the policies alone.\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("it lacks %q:\n%s", want, got)
		}
	}
	if strings.Contains(got, "one fact was changed") {
		t.Errorf("it tells what was not measured:\n%s", got)
	}
}

func TestThePlotIsSound(t *testing.T) {
	one := sample()
	one.Sizes = one.Sizes[:1]
	for name, r := range map[string]*Result{"three sizes": sample(), "one size": one, "nothing": {}} {
		var b bytes.Buffer
		if err := plot(&b, r); err != nil {
			t.Fatal(err)
		}
		d := xml.NewDecoder(&b)
		for {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if e, ok := token.(xml.StartElement); ok {
				for _, a := range e.Attr {
					if strings.Contains(a.Value, "NaN") || strings.Contains(a.Value, "Inf") || a.Name.Local == "href" {
						t.Errorf("%s: %s has %s=%q", name, e.Name.Local, a.Name.Local, a.Value)
					}
				}
			}
		}
	}
}

func TestLabelsDoNotCoverEachOther(t *testing.T) {
	at := apart([]label{{meant: 320, y: 320}, {meant: 318, y: 318}, {meant: 319, y: 319}, {meant: 100, y: 100}})
	for i := 1; i < len(at); i++ {
		if at[i].y-at[i-1].y < labelGap {
			t.Errorf("labels at %v and %v", at[i-1].y, at[i].y)
		}
	}
	if at[0].y != 100 || at[len(at)-1].y > panelTop+panelHeight {
		t.Errorf("moved too far: %v", at)
	}
}

func TestOnlyItsPartOfThePageIsReplaced(t *testing.T) {
	file := filepath.Join(t.TempDir(), "page.md")
	if err := os.WriteFile(file, []byte("before\n<!-- figures -->\nold\n<!-- /figures -->\nafter\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := replace(file, "figures", "new\n"); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(file); string(got) != "before\n<!-- figures -->\n\nnew\n\n<!-- /figures -->\nafter\n" {
		t.Errorf("got %q", got)
	}
	if err := replace(file, "elsewhere", "new\n"); err == nil {
		t.Error("a page without the part was taken")
	}
}
