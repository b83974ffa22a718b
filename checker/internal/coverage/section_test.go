package coverage_test

import (
	"fmt"
	"strings"
	"testing"
)

// A reader finds the gaps of a long text by its headings.
func TestSections(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"none", "12\n13", "1-2"},
		{"empty", "", "1-1"},
		{"marks", "# Pay\n12\n## Roads\n13", "1-2 # Pay, 3-4 ## Roads"},
		{"numbers", "before\n1-1. Pay\n12\n1.2. Roads", "1-1, 2-3 1-1. Pay, 4-4 1.2. Roads"},
		{"brackets", "[役員]\n12\n【報酬】", "1-2 [役員], 3-3 【報酬】"},
		{"a figure is no heading", "1-2%\n3.5 million\n1-2 of them", "1-3"},
		{"chapters", "第3章 報酬\n12", "1-2 第3章 報酬"},
		{"long", strings.Repeat("x\n", 120), "1-50, 51-100, 101-120"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var list []string
			for _, s := range measure(t, test.text, "", "quantities: {}").Sections {
				list = append(list, strings.TrimSpace(fmt.Sprintf("%d-%d %s", s.First, s.Last, s.Title)))
			}
			if got := strings.Join(list, ", "); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}
