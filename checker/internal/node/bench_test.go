package node_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tieout/tieout/checker/internal/node"
)

// table is a fact file with rows of figures.
func table(rows int, json bool) []byte {
	var b strings.Builder
	if json {
		b.WriteString("{\"source\": \"bakery\", \"rows\": {")
		for i := range rows {
			if i > 0 {
				b.WriteString(",")
			}
			fmt.Fprintf(&b, "\n\"r%d\": {\"label\": \"食パン %d\", \"selector\": {\"line\": %d, \"exact\": \"1,605\"}, \"cells\": [1605, 415, 66.5, null]}", i, i, i)
		}
		b.WriteString("}}\n")
		return []byte(b.String())
	}
	b.WriteString("source: bakery\nrows:\n")
	for i := range rows {
		fmt.Fprintf(&b, "  r%d:\n    label: 食パン %d\n    selector: {line: %d, exact: \"1,605\"}\n    cells: [1605, 415, 66.5, null]\n", i, i, i)
	}
	return []byte(b.String())
}

func BenchmarkParseYAML(b *testing.B) { benchmark(b, "f.yaml", "") }

// BenchmarkParseYAMLByLibrary reads what the plain reader leaves to the
// library, for a tag at its end: both have read all of it.
func BenchmarkParseYAMLByLibrary(b *testing.B) { benchmark(b, "f.yaml", "note: !!str none\n") }

func BenchmarkParseJSON(b *testing.B) { benchmark(b, "f.json", "") }

func benchmark(b *testing.B, file, last string) {
	for _, rows := range []int{10, 1_000, 20_000} {
		data := append(table(rows, file == "f.json"), last...)
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if documents, problems, _ := node.Parse(file, data, node.Limits{}); len(documents) != 1 || len(problems) != 0 {
					b.Fatal(describe(problems))
				}
			}
		})
	}
}
