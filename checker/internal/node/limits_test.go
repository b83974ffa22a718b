package node_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/tieout/tieout/checker/internal/node"
)

// bomb is a file in which each of n lists holds the one before ten times.
func bomb(n int) string {
	var b strings.Builder
	b.WriteString("a0: &a0 [0,0,0,0,0,0,0,0,0,0]\n")
	for i := 1; i < n; i++ {
		alias := fmt.Sprintf("*a%d", i-1)
		fmt.Fprintf(&b, "a%d: &a%d [%s]\n", i, i, strings.TrimSuffix(strings.Repeat(alias+", ", 10), ", "))
	}
	return b.String()
}

// Each limit holds with its standard value, at the place, and no document that
// breaks it is handed on.
func TestLimits(t *testing.T) {
	long := strings.Repeat("x", node.MaxLineBytes)
	folded := "a: >\n" + strings.Repeat("  "+long[:1000]+"\n", 1100)
	tests := []struct{ name, file, text, want string }{
		{"alias bomb", "", bomb(9), "7:10-7:10 the file holds more than 2000000 values (aliases written out)"},
		{"flow depth", "", "a: " + strings.Repeat("[", 10_000), "1:105-1:106 lists and mappings are nested more than 100 deep"},
		{"block depth", "", strings.Repeat("- ", 10_000), "1:203-1:204 lists and mappings are nested more than 100 deep"},
		{"closed depth", "", "a: " + strings.Repeat("[", 100) + strings.Repeat("]", 100), "1:103-1:103 lists and mappings are nested more than 100 deep"},
		{"JSON depth", "f.json", strings.Repeat("[", 10_000), "1:101-1:101 lists and mappings are nested more than 100 deep"},
		{"alias depth", "", "a: &a " + strings.Repeat("[", 60) + strings.Repeat("]", 60) + "\nb: " + strings.Repeat("[", 60) + "*a" + strings.Repeat("]", 60), "2:64-2:64 lists and mappings are nested more than 100 deep"},
		{"line", "", "a: 1\nb: " + strings.Repeat(long, 20), "2:1-2:1 the line is longer than 1048576 bytes"},
		{"file", "", strings.Repeat(long, 200), "0:0-0:0 the file is larger than 33554432 bytes"},
		{"exponent", "", "a: 1\nb: {c: 1e2000000}\n", "2:8-2:17 the exponent of 1e2000000 is beyond ±400"},
		{"small exponent", "f.json", `[1E-0401]`, "1:2-1:9 the exponent of 1E-0401 is beyond ±400"},
		{"number", "", "a: " + strings.Repeat("1", 1001), "1:4-1:1005 the number has more than 1000 characters"},
		{"JSON number", "f.json", "[" + strings.Repeat("1", 1001) + "]", "1:2-1:1003 the number has more than 1000 characters"},
		{"text", "", folded, "1:4-1101:1003 the text is longer than 1048576 bytes"},
		{"separators", "", strings.Repeat("- 1\n", 2_000_001), "1:1-1:1 the file has more than 2000000 separators (such as `:` and `,`), too many for the values to be read"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			documents, problems, _ := node.Parse(name(test.file), []byte(test.text), node.Limits{})
			if got := describe(problems); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
			if len(documents) != 0 {
				t.Errorf("%d documents", len(documents))
			}
			complete(t, problems)
		})
	}
}

// What is just within the limits is read.
func TestWithinLimits(t *testing.T) {
	tests := []struct{ name, file, text string }{
		{"aliases", "", bomb(5)},
		{"depth", "", strings.Repeat("[", 100) + strings.Repeat("]", 100)},
		{"block depth", "", strings.Repeat("- ", 100) + "x"},
		{"JSON depth", "f.json", strings.Repeat("[", 100) + strings.Repeat("]", 100)},
		{"line", "", "a: " + strings.Repeat("x", node.MaxLineBytes-3) + "\nb: 1"},
		{"number", "", "a: " + strings.Repeat("1", 1000)},
		{"exponent", "f.json", "[1e400, 1e-400, 0e0000400]"},
	}
	for _, test := range tests {
		documents, problems, _ := node.Parse(name(test.file), []byte(test.text), node.Limits{})
		if len(documents) != 1 || len(problems) != 0 {
			t.Errorf("%s: %d documents, %s", test.name, len(documents), describe(problems))
		}
	}
}

// The values that aliases stand for are counted exactly.
func TestNodesAreCountedExactly(t *testing.T) {
	text := "a: &a [1, {b: 2}]\nc: [*a, *a]\n" // 1 + 4 + 1 + 4 + 4
	for limit, want := range map[int]int{13: 0, 14: 1} {
		documents, _, _ := node.Parse("f.yaml", []byte(text), node.Limits{Nodes: limit})
		if len(documents) != want {
			t.Errorf("limit %d: %d documents, want %d", limit, len(documents), want)
		}
		json := []byte(`{"a": [1, {"b": 2}], "c": [[], {}, [1, 2, 3, 4, 5]]}`)
		documents, _, _ = node.Parse("f.json", json, node.Limits{Nodes: limit})
		if len(documents) != want {
			t.Errorf("JSON, limit %d: %d documents, want %d", limit, len(documents), want)
		}
	}
}

// A file of mistakes gives a list that can be read, not a million findings.
func TestProblemsAreBounded(t *testing.T) {
	_, problems, _ := node.Parse("f.yaml", []byte(strings.Repeat("a: 1\n", 5000)), node.Limits{Problems: 10})
	if len(problems) != 11 || problems[10].Message.EN != "4989 more problems in this file are not shown" {
		t.Errorf("%d problems, last: %+v", len(problems), problems[len(problems)-1])
	}
	complete(t, problems)
}

// Hostile files must not take the memory of the machine that checks them.
func TestMemoryIsBounded(t *testing.T) {
	for name, text := range map[string]string{
		"bomb":  bomb(50),
		"depth": strings.Repeat("{a: ", 10_000),
		"line":  strings.Repeat("x", 30<<20),
	} {
		var before, after runtime.MemStats
		data := []byte(text)
		runtime.ReadMemStats(&before)
		_, problems, _ := node.Parse("f.yaml", data, node.Limits{})
		runtime.ReadMemStats(&after)
		if used := after.TotalAlloc - before.TotalAlloc; used > 200<<20 || len(problems) != 1 {
			t.Errorf("%s: %d MiB allocated, %d problems", name, used>>20, len(problems))
		}
	}
}
