package validate_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tieout/tieout/checker/internal/validate"
)

// manyFacts is a fact file of rows and quantities; it gives their number too.
func manyFacts(rows int) (string, int) {
	var b strings.Builder
	b.WriteString("source: budget\ndefaults: {entity: city, period: FY2025, unit: USD}\n")
	b.WriteString("tables:\n  pay:\n    columns: {total: {concept: pay}, base: {concept: base}, bonus: {concept: bonus}}\n    rows:\n")
	for i := range rows {
		fmt.Fprintf(&b, "      r%d: {selector: {line: %d}, cells: [%d, 100, \"-\"]}\n", i, i+1, i+100)
	}
	b.WriteString("quantities:\n")
	for i := range rows {
		fmt.Fprintf(&b, "  q%d: {concept: revenue, value: %d.5, notes: [1], selector: {line: %d, exact: \"%d\"}}\n", i, i, i+1, i)
	}
	b.WriteString("relations:\n")
	for i := range rows {
		fmt.Fprintf(&b, "  s%d: {sum: {total: q%d, parts: [q0, q1]}}\n", i, i)
	}
	return b.String(), 5 * rows
}

func BenchmarkValidate(b *testing.B) {
	for _, rows := range []int{10, 200, 2000} {
		content, facts := manyFacts(rows)
		docs := documents(b, map[string]string{"f.yaml": content})
		b.Run(fmt.Sprintf("facts=%d", facts), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if r := validate.Documents(docs); len(r.Findings) > 0 {
					b.Fatal(r.Findings[0].Message.EN)
				}
			}
			b.ReportMetric(float64(facts*b.N)/b.Elapsed().Seconds(), "facts/s")
		})
	}
}

// BenchmarkFirst is what the first document of a process costs: the schemas
// are compiled for it. Later runs find them compiled.
func BenchmarkFirst(b *testing.B) {
	docs := documents(b, map[string]string{"f.yaml": "source: a\n"})
	for b.Loop() {
		validate.Forget()
		validate.Documents(docs)
	}
}

// BenchmarkWrong is a large file in which every entry is wrong.
func BenchmarkWrong(b *testing.B) {
	content, _ := manyFacts(500)
	docs := documents(b, map[string]string{"f.yaml": strings.ReplaceAll(content, "concept:", "concpt:")})
	for b.Loop() {
		if r := validate.Documents(docs); len(r.Findings) != validate.MaxPerFile+1 {
			b.Fatal(len(r.Findings))
		}
	}
}
